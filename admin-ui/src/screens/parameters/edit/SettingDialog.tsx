import { Box, Checkbox, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo } from 'react'
import { Answered } from '#console/Answered.tsx'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { isTyped } from '#console/change/basis.ts'
import { BasisFields } from '#console/change/BasisFields.tsx'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { useReading } from '#console/reading.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import { SeasonFields } from '#console/time/SeasonFields.tsx'
import type { UnitRow } from '#console/unit.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { WholeParameter } from '#plugins/parameters/contract/answer/whole.ts'
import { AlsoField } from '../also/AlsoField.tsx'
import { describeValue } from '../describeValue.tsx'
import { CodesFields } from './CodesFields.tsx'
import { DecisionUpload } from './DecisionUpload.tsx'
import { codesOf, formOf, itemsOf, placeAsked, rowInPlace, type SettingForm, type Start } from './form.ts'
import { PartsField } from './PartsField.tsx'
import { ValueField } from '#console/value/ValueField.tsx'

interface SettingDialogProps {
  readonly definition: Definition
  readonly unit: UnitRow
  /** One of the unit's rows that is changed, given back or brought back; else what holds now for all. */
  readonly start?: Start | undefined
  /** The codes one was looking at. */
  readonly codes?: Readonly<Record<string, string>>
  readonly onClose: () => void
}

/** Gives a unit a value of its own for some time, or gives back what it inherits; what holds now is asked first. */
export const SettingDialog = (props: SettingDialogProps) => {
  const { definition, unit, onClose, codes = {} } = props
  const translate = useTranslate()
  const reading = useReading<WholeParameter>(`/parameters/${definition.name}`, { unit: unit.id, ...codes })
  if (reading.data) return <Form {...props} whole={reading.data} />
  return (
    <ActDialog
      title={translate('parameters.dialog', { title: definition.title, unit: unit.name })}
      act={translate('console.change.save')}
      items={null}
      describe={describeValue(definition)}
      onClose={onClose}
    >
      <Answered reading={reading}>{() => null}</Answered>
    </ActDialog>
  )
}

const Form = ({ definition, unit, start, codes = {}, onClose, whole }: SettingDialogProps & { readonly whole: WholeParameter }) => {
  const translate = useTranslate()
  const language = useLocale()
  const today = todayHere()
  const first = useMemo(() => formOf(definition, whole, today, start), [definition, whole, today, start])
  const draft = useDraft(`setting ${unit.id} ${definition.name} ${placeOf(start, codes)}`, first)
  const form = draft.value
  const set = (typed: Partial<SettingForm>) => draft.set(before => ({ ...before, ...typed }))
  const untouched = !draft.touched && (start === undefined || start.act === 'edit')
  const { version } = whole
  const items = useMemo(
    () => (untouched ? null : itemsOf(definition, unit.id, form, language, version)),
    [untouched, definition, unit.id, form, language, version],
  )
  return (
    <ActDialog
      title={translate('parameters.dialog', { title: definition.title, unit: unit.name })}
      act={translate('console.change.save')}
      items={items}
      describe={describeValue(definition)}
      keeps
      onClose={onClose}
      onSaved={draft.forget}
    >
      <DraftKept draft={draft} />
      <Typography color="textSecondary">{definition.help}</Typography>
      {definition.dimensions.length > 0 && (
        <CodesFields definition={definition} unit={unit.id} where={form.where} onChange={where => set({ where })} />
      )}
      <HoldsNow definition={definition} unit={unit} form={form} />
      {(rowInPlace(whole, form) || !form.own) && <OwnOrNot form={form} whole={whole} onChange={set} />}
      {form.own && <Value definition={definition} form={form} onChange={set} />}
      <Period form={form} today={today} onChange={set} />
      <SeasonFields typed={form} onChange={set} />
      <AlsoField
        definition={definition}
        unit={unit}
        wanted={placeAsked(form, language)}
        gives={form.own}
        chosen={form.also}
        onChange={also => set({ also })}
      />
      {form.own && definition.needsBasis !== 'never' && (
        <BasisFields
          why={translate(`parameters.basis.${definition.needsBasis}`)}
          required={definition.needsBasis === 'always' || isTyped(form.basis)}
          basis={form.basis}
          onChange={basis => set({ basis })}
        >
          <DecisionUpload onKept={text => set({ basis: { ...form.basis, text } })} unit={unit.id} />
        </BasisFields>
      )}
      {form.own && bindsBelow(definition, unit) && (
        <FormControlLabel
          control={<Checkbox checked={form.locked} onChange={(_, locked) => set({ locked })} />}
          label={translate('parameters.lock')}
        />
      )}
    </ActDialog>
  )
}

/** A draft belongs to one row: whoever opens another finds that one's value. */
const placeOf = (start: Start | undefined, codes: Readonly<Record<string, string>>) =>
  start ? `${start.act} ${start.row.whereText} ${start.row.from}` : Object.values(codes).join(' ')

const order = ['system', 'group', 'library', 'branch', 'bookmobile', 'stop']

/** There are units below that could say otherwise. */
const bindsBelow = ({ levels }: Definition, { type }: UnitRow) =>
  type !== 'branch' && type !== 'stop' && levels.some(level => order.indexOf(level) > order.indexOf(type))

interface PieceProps {
  readonly form: SettingForm
  readonly onChange: (typed: Partial<SettingForm>) => void
}

const Value = ({ definition, form: { value }, onChange }: PieceProps & { readonly definition: Definition }) =>
  definition.fields ? (
    <PartsField definition={definition} value={value} onChange={next => onChange({ value: next })} />
  ) : (
    <ValueField shape={definition} title={definition.title} value={value} onChange={next => onChange({ value: next })} />
  )

const OwnOrNot = ({ form: { own }, whole, onChange }: PieceProps & { readonly whole: WholeParameter }) => {
  const translate = useTranslate()
  const above = whole.path.findLast(({ unit, said }) => unit !== whole.unit && said !== null)
  return (
    <RadioGroup
      value={own ? 'own' : 'inherit'}
      onChange={(_, chosen) => onChange({ own: chosen === 'own' })}
      aria-label={translate('parameters.which')}
    >
      <FormControlLabel value="own" control={<Radio />} label={translate('parameters.makeOwn')} />
      <FormControlLabel
        value="inherit"
        control={<Radio />}
        label={
          above
            ? translate('parameters.giveBack', { unit: above.unitName, value: above.said?.valueText ?? '' })
            : translate('parameters.giveBackToDefault')
        }
      />
    </RadioGroup>
  )
}

const Period = ({ form: { from, to }, today, onChange }: PieceProps & { readonly today: string }) => {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      <DayField
        label={translate('parameters.from')}
        value={from}
        onChange={day => onChange({ from: day })}
        near={today}
        place="/from"
        required
      />
      <DayField
        label={translate('console.day.to')}
        value={to}
        onChange={day => onChange({ to: day })}
        near={isDay(from) ? from : today}
        emptyHint={translate('parameters.noEnd')}
        place="/to"
        fault={isDay(to) && to < from ? translate('console.day.endsBeforeStart') : undefined}
      />
    </Box>
  )
}

interface HoldsNowProps {
  readonly definition: Definition
  readonly unit: UnitRow
  readonly form: SettingForm
}

/** What holds for the chosen codes on the day it is to begin, and who says so. */
const HoldsNow = ({ definition, unit, form }: HoldsNowProps) => {
  const translate = useTranslate()
  const day = isDay(form.from) ? form.from : undefined
  const { data } = useReading<WholeParameter>(`/parameters/${definition.name}`, { unit: unit.id, day, ...codesOf(form) })
  if (!data) return null
  return (
    <Typography variant="body2">
      {translate('parameters.holdsThen', { value: data.valueText })}
      {' · '}
      {data.from ? translate('parameters.saidBy', { unit: data.from.unitName }) : translate('parameters.default')}
    </Typography>
  )
}
