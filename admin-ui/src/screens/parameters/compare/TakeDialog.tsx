import { Box, Checkbox, FormControl, FormControlLabel, FormGroup, FormLabel, Radio, RadioGroup, Skeleton, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { Refused } from '#console/Refused.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import type { UnitRow } from '#console/unit.ts'
import type { ComparedLibrary, Comparison, TakeTheirs } from '#plugins/parameters/contract/answer/compare.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import { describeValue } from '../describeValue.tsx'
import { basisOf, noBasis, type TypedBasis } from '#console/change/basis.ts'
import { DecisionAsked } from '../proposed/DecisionAsked.tsx'
import { ProposedChanges } from '../proposed/ProposedChanges.tsx'
import { useProposed } from '../proposed/useProposed.ts'

interface TakeDialogProps {
  readonly comparison: Comparison
  readonly library: ComparedLibrary
  /** For whom it is meant to begin with. */
  readonly unit: UnitRow
  readonly may: (unit: UnitRow) => boolean
  readonly definitions: readonly Definition[]
  readonly onClose: () => void
}

interface Taking {
  readonly names: readonly string[]
  readonly target: string | null
  readonly from: string
  readonly basis: TypedBasis
  readonly whole: boolean
}

/** Takes over what another library has: which settings, for whom, from when, and what that would change. */
export const TakeDialog = ({ comparison, library, unit, may, definitions, onClose }: TakeDialogProps) => {
  const translate = useTranslate()
  const { parameters, libraries, where, whereText } = comparison
  const [first] = useState<Taking>(() => ({
    names: differing(comparison, unit, library), target: may(unit) ? unit.id : null, from: todayHere(), basis: noBasis,
    whole: Object.keys(where).length === 0,
  }))
  const draft = useDraft(`take ${unit.id} ${library.id} ${JSON.stringify(where)}`, first)
  const { target, from, basis, whole } = draft.value
  // What is compared may have changed since it was typed.
  const names = draft.value.names.filter(name => parameters.some(one => one.name === name))
  const set = (next: Partial<Taking>) => draft.set(before => ({ ...before, ...next }))
  const body: TakeTheirs | null = target === null || names.length === 0 || !isDay(from) ? null : {
    their: library.id, units: [target], names: [...names], from, ...(whole ? {} : { where }), ...basisOf(basis),
  }
  const { proposed, problem, looking, items } = useProposed('/parameters/compare/take', body)
  const asks = proposed?.asksBasis ?? []
  const definition = definitions.find(({ name }) => name === names[0])
  const valueAt = (parameter: Comparison['parameters'][number]) =>
    parameter.values[parameter.cells[libraries.findIndex(({ id }) => id === library.id)]?.is ?? -1]?.text ?? ''
  return (
    <ActDialog
      title={translate('parameters.compare.takeFrom', { library: library.name })}
      act={translate('console.change.save')}
      items={items}
      blocked={asks.length > 0}
      describe={definition ? describeValue(definition) : () => null}
      onSaved={draft.forget}
      keeps
      onClose={onClose}
    >
      <DraftKept draft={draft} />
      <Typography color="textSecondary">{translate('parameters.compare.plans')}</Typography>
      <FormControl component="fieldset" variant="standard">
        <FormLabel component="legend">{translate('parameters.compare.which')}</FormLabel>
        <FormGroup>
          {parameters.map(parameter => (
            <FormControlLabel
              key={parameter.name}
              control={
                <Checkbox
                  checked={names.includes(parameter.name)}
                  onChange={(_, on) => set({ names: on ? [...names, parameter.name] : names.filter(one => one !== parameter.name) })}
                />
              }
              label={<>{parameter.title}: <Box component="strong">{valueAt(parameter)}</Box></>}
            />
          ))}
        </FormGroup>
      </FormControl>
      {Object.keys(where).length > 0 && (
        <FormControl>
          <FormLabel id="take-lines">{translate('parameters.compare.lines')}</FormLabel>
          <RadioGroup aria-labelledby="take-lines" value={String(whole)} onChange={(_, next) => set({ whole: next === 'true' })}>
            <FormControlLabel value="false" control={<Radio />} label={translate('parameters.compare.onlyLine', { line: whereText })} />
            <FormControlLabel value="true" control={<Radio />} label={translate('parameters.compare.allLines')} />
          </RadioGroup>
        </FormControl>
      )}
      <UnitField
        label={translate('parameters.compare.for')}
        value={target}
        onChange={next => set({ target: next })}
        only={one => one.id !== library.id && may(one)}
        required
        place="/units"
      />
      <DayField label={translate('parameters.from')} value={from} onChange={next => set({ from: next })} required place="/from" />
      <DecisionAsked asks={asks} basis={basis} onChange={next => set({ basis: next })} />
      <Refused problem={problem} faults />
      <Box aria-busy={looking}>
        {proposed ? <ProposedChanges proposed={proposed} /> : looking && body && <Skeleton height={80} />}
      </Box>
    </ActDialog>
  )
}

/** The settings of which the two do not have the same; when one's own is not beside theirs, all. */
const differing = ({ parameters, libraries }: Comparison, unit: UnitRow, library: ComparedLibrary): readonly string[] => {
  const [mine, theirs] = [unit.id, library.id].map(id => libraries.findIndex(one => one.id === id))
  const apart = parameters.filter(({ cells }) => cells[mine ?? -1]?.is !== cells[theirs ?? -1]?.is)
  return (apart.length > 0 ? apart : parameters).map(({ name }) => name)
}
