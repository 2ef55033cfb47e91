import { Box, Checkbox, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo } from 'react'
import type { Day } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { FaultAt } from '#console/change/ActDialogFault.tsx'
import { change } from '#console/change/change.ts'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { type ParameterRow } from '#plugins/parameters/contract/answer.ts'
import { describeValue } from './describeValue.tsx'
import { readValue, schemaOf } from './value.ts'
import { ValueField } from './ValueField.tsx'

interface ParameterDialogProps {
  readonly row: ParameterRow
  readonly unit: UnitRow
  readonly seen: number
  readonly today: Day
  readonly onClose: () => void
}

interface Setting {
  readonly own: boolean
  readonly value: unknown
  readonly from: string
  readonly to: string
  readonly locked: boolean
}

const leaves = ['branch', 'stop']

/** Gives a unit a value of its own for some time, or gives it back what it inherits. */
export const ParameterDialog = ({ row, unit, seen, today, onClose }: ParameterDialogProps) => {
  const translate = useTranslate()
  const lockedHere = row.path.find(level => level.unit === unit.id)?.locked ?? false
  const first = useMemo(
    (): Setting => ({ own: true, value: row.value, from: today, to: '', locked: lockedHere }),
    [row.value, today, lockedHere],
  )
  const draft = useDraft(`parameters ${unit.id} ${row.name}`, first)
  const { own, value, from, to, locked } = draft.value
  const set = (typed: Partial<Setting>) => draft.set(before => ({ ...before, ...typed }))
  const read = readValue(schemaOf(row), value)
  const same = own && draft.touched === false
  const items = useMemo(() => {
    if (same || !isDay(from) || (to !== '' && (!isDay(to) || to < from)) || (own && read === undefined))
      return null
    const payload = {
      unit: unit.id,
      parameter: row.name,
      from,
      to: to === '' ? null : to,
      value: own ? read : null,
      ...(own && locked ? { locked } : {}),
    }
    return [change(setParameter, payload, seen)]
  }, [same, from, to, own, read, locked, unit.id, row.name, seen])
  const above = row.path.findLast(level => level.unit !== unit.id && level.valueText !== undefined)
  return (
    <ActDialog
      title={translate('parameters.dialog', { title: row.title, unit: unit.name })}
      act={translate('console.change.save')}
      items={items}
      describe={describeValue}
      onClose={onClose}
      onSaved={draft.forget}
    >
      <DraftKept draft={draft} />
      <Typography color="textSecondary">{row.help}</Typography>
      {row.own && (
        <RadioGroup
          value={own ? 'own' : 'inherit'}
          onChange={(_, chosen) => set({ own: chosen === 'own' })}
          aria-label={translate('parameters.which')}
        >
          <FormControlLabel value="own" control={<Radio />} label={translate('parameters.makeOwn')} />
          <FormControlLabel
            value="inherit"
            control={<Radio />}
            label={
              above
                ? translate('parameters.reset', { unit: above.unitName, value: above.valueText })
                : translate('parameters.resetToDefault')
            }
          />
        </RadioGroup>
      )}
      {own && <ValueField row={row} value={value} onChange={next => set({ value: next })} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <FaultAt place="/from">
          {fault => (
            <DayField
              label={translate('parameters.from')}
              value={from}
              onChange={day => set({ from: day })}
              near={today}
              fault={fault}
              required
            />
          )}
        </FaultAt>
        <DayField
          label={translate('console.day.to')}
          value={to}
          onChange={day => set({ to: day })}
          near={isDay(from) ? from : today}
          emptyHint={translate('parameters.noEnd')}
          fault={isDay(to) && to < from ? translate('console.day.endsBeforeStart') : undefined}
        />
      </Box>
      {own && !leaves.includes(unit.type) && (
        <FormControlLabel
          control={<Checkbox checked={locked} onChange={(_, on) => set({ locked: on })} />}
          label={translate('parameters.lock')}
        />
      )}
    </ActDialog>
  )
}
