import { Box, Skeleton, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { ActDialogFaults } from '#console/change/ActDialogFault.tsx'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { Refused } from '#console/Refused.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { Preset, PresetFilled } from '#plugins/parameters/contract/answer/preset.ts'
import { describeValue } from '../describeValue.tsx'
import { basisOf, noBasis, type TypedBasis } from '#console/change/basis.ts'
import { DecisionAsked } from '../proposed/DecisionAsked.tsx'
import { ProposedChanges } from '../proposed/ProposedChanges.tsx'
import type { Typed } from '#console/value/typed.ts'
import { UnitsField } from '../proposed/UnitsField.tsx'
import { useProposed } from '../proposed/useProposed.ts'
import { BlankField } from '#console/value/BlankField.tsx'
import { readBlanks, typedBlanks } from '#console/value/blank.ts'

interface PresetDialogProps {
  readonly preset: Preset
  readonly unit: UnitRow
  readonly definitions: readonly Definition[]
  readonly may: (unit: UnitRow) => boolean
  readonly onClose: () => void
}

interface Filled {
  readonly units: readonly UnitId[]
  readonly typed: Readonly<Record<string, Typed>>
  readonly from: string
  readonly basis: TypedBasis
}

/** What one preset takes in one act. */
const unitsMost = 50

/** Fills in what a ready-made change leaves open, for whom and from when; shows what it does, and saves it as one. */
export const PresetDialog = ({ preset, unit, definitions, may, onClose }: PresetDialogProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const fits = (one: UnitRow) => preset.levels.includes(one.type) && may(one)
  const [first] = useState<Filled>(() => ({
    units: fits(unit) ? [unit.id] : [], typed: typedBlanks(preset), from: todayHere(), basis: noBasis,
  }))
  const draft = useDraft(`preset ${unit.id} ${preset.name}`, first)
  const { units, typed, from, basis } = draft.value
  const set = (next: Partial<Filled>) => draft.set(before => ({ ...before, ...next }))
  const blanks = readBlanks(preset, typed, language)
  const body: PresetFilled | null = blanks === null || units.length === 0 || !isDay(from)
    ? null : { units: [...units], from, blanks, ...basisOf(basis) }
  const { proposed, problem, looking, items } = useProposed(`/presets/${preset.name}/items`, body)
  const asks = proposed?.asksBasis ?? []
  const definition = definitions.find(({ name }) => name === preset.sets[0]?.parameter)
  return (
    <ActDialog
      title={preset.title}
      act={translate('console.change.save')}
      items={items}
      blocked={asks.length > 0}
      describe={definition ? describeValue(definition) : () => null}
      onSaved={draft.forget}
      keeps
      onClose={onClose}
    >
      <DraftKept draft={draft} />
      <Typography color="textSecondary">{preset.help}</Typography>
      <ActDialogFaults value={problem?.faults ?? []}>
        {preset.blanks.map(blank => (
          <BlankField
            key={blank.name}
            blank={blank}
            unit={units[0] ?? unit.id}
            value={typed[blank.name]}
            onChange={value => set({ typed: { ...typed, [blank.name]: value } })}
          />
        ))}
      </ActDialogFaults>
      <UnitsField label={translate('parameters.compare.for')} units={units} onChange={next => set({ units: next })} only={fits} most={unitsMost} place="/units" />
      <DayField label={translate('parameters.from')} value={from} onChange={next => set({ from: next })} required place="/from" />
      <DecisionAsked asks={asks} basis={basis} onChange={next => set({ basis: next })} />
      <Refused problem={problem} faults />
      <Box aria-busy={looking}>
        {proposed ? <ProposedChanges proposed={proposed} /> : looking && body && <Skeleton height={80} />}
      </Box>
    </ActDialog>
  )
}
