import { Alert, Box, Button, Collapse, FormControlLabel, Stack, Switch, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import { plain } from '#console/plain.ts'
import { useSteadyReading } from '#console/reading.ts'
import { formatCount } from '#console/time/hour.ts'
import { useUnits, type UnitRow } from '#console/unit.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { ParameterPlaces } from '#plugins/parameters/contract/answer/place.ts'
import { choicesOf, placesFor, type Place } from './choice.ts'
import { ManyField } from './ManyField.tsx'
import { PlaceList } from './PlaceList.tsx'

interface AlsoFieldProps {
  readonly definition: Definition
  readonly unit: UnitRow
  /** For which codes, which part of the year and which days, as the address of the places asks it. */
  readonly wanted: Readonly<Record<string, string>> | null
  /** They are given a value; else what they say is given back. */
  readonly gives: boolean
  readonly chosen: readonly UnitId[]
  readonly onChange: (units: readonly UnitId[]) => void
}

/** Other units that are given the very same in the same act: many at once or one by one. */
export const AlsoField = (props: AlsoFieldProps) => {
  const { definition, unit, wanted } = props
  const units = useUnits()
  const { data } = useSteadyReading<ParameterPlaces>(`/parameters/${definition.name}/places`, wanted ?? {}, { enabled: wanted !== null })
  const known = useMemo(() => (units && data ? placesFor(units, data, unit.id) : undefined), [units, data, unit.id])
  // Whoever may set it nowhere else is not asked.
  if (!known || known.places.length + known.bound === 0) return null
  return <Known {...props} places={known.places} bound={known.bound} />
}

interface KnownProps extends AlsoFieldProps {
  readonly places: readonly Place[]
  readonly bound: number
}

const Known = ({ gives, chosen, onChange, places, bound }: KnownProps) => {
  const translate = useTranslate()
  const [heading, panel] = [useId(), useId()]
  const [open, setOpen] = useState(chosen.length > 0)
  const ticked = useMemo(() => new Set(chosen), [chosen])
  const choices = useMemo(() => choicesOf(places), [places])
  return (
    <Box role="group" aria-labelledby={heading}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 16rem' }}>
          <Typography id={heading} component="h3" sx={{ fontWeight: 600 }}>{translate('parameters.also.title')}</Typography>
          <Told places={places} ticked={ticked} gives={gives} />
        </Box>
        <Button onClick={() => setOpen(!open)} aria-expanded={open} aria-controls={panel}>
          {translate(open ? 'parameters.also.close' : 'parameters.also.open')}
        </Button>
      </Stack>
      <Refused places={places} chosen={chosen} onChange={onChange} />
      <Collapse in={open} id={panel} unmountOnExit>
        <Stack spacing={2} sx={{ pt: 1.5 }}>
          {choices.length > 0 && (
            <ManyField choices={choices} onChoose={many => onChange([...new Set([...chosen, ...many])])} />
          )}
          <Ticks places={places} ticked={ticked} onChange={onChange} />
          {bound > 0 && (
            <Typography variant="body2" color="textSecondary">{translate('parameters.also.bound', { smart_count: bound })}</Typography>
          )}
        </Stack>
      </Collapse>
    </Box>
  )
}

interface TicksProps {
  readonly places: readonly Place[]
  readonly ticked: ReadonlySet<UnitId>
  readonly onChange: (units: readonly UnitId[]) => void
}

/** How many are chosen, and how many of them say something of their own that makes way. */
const Told = ({ places, ticked, gives }: Pick<TicksProps, 'places' | 'ticked'> & { readonly gives: boolean }) => {
  const translate = useTranslate()
  const language = useLocale()
  const own = places.filter(one => one.own !== null && ticked.has(one.unit.id)).length
  const told = (key: string, count: number) =>
    translate(`parameters.also.${key}`, { smart_count: count, count: formatCount(language, count) })
  return (
    <Typography role="status" variant="body2" color="textSecondary">
      {ticked.size === 0 ? translate('parameters.also.none')
        : [told('chosen', ticked.size), ...(own > 0 ? [told(gives ? 'replaced' : 'givenBack', own)] : [])].join(' · ')}
    </Typography>
  )
}

/** The list with what narrows it, and what ticks all that it shows. */
const Ticks = ({ places, ticked, onChange }: TicksProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState(false)
  const sought = useDeferredValue(typed)
  const found = useMemo(() => narrowed(places, sought), [places, sought])
  const shown = only ? found.filter(({ unit }) => ticked.has(unit.id)) : found
  const all = shown.length > 0 && shown.every(({ unit }) => ticked.has(unit.id))
  const toggle = (units: readonly UnitId[], on: boolean) => {
    const next = new Set(ticked)
    for (const unit of units) if (on) next.add(unit); else next.delete(unit)
    onChange([...next])
  }
  return (
    <Stack spacing={1}>
      <TextField
        type="search"
        fullWidth
        label={translate('parameters.also.find')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off', spellCheck: false } }}
      />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 2, alignItems: 'center', justifyContent: 'space-between' }}>
        <Button size="small" disabled={shown.length === 0} onClick={() => toggle(shown.map(({ unit }) => unit.id), !all)}>
          {translate(`parameters.also.${all ? 'untick' : 'tick'}`, {
            smart_count: shown.length, count: formatCount(language, shown.length),
          })}
        </Button>
        <FormControlLabel
          control={<Switch checked={only} onChange={(_, on) => setOnly(on)} />}
          label={translate('parameters.also.only')}
        />
      </Stack>
      {shown.length === 0
        ? <Typography role="status" variant="body2">{translate('console.unit.found', { smart_count: 0 })}</Typography>
        : <PlaceList
          label={translate('parameters.also.list')}
          places={shown}
          chosen={ticked}
          onToggle={unit => toggle([unit], !ticked.has(unit))}
        />}
    </Stack>
  )
}

const words = new WeakMap<Place, string>()

/** By its own name or code, or those of a unit above it. */
const narrowed = (places: readonly Place[], sought: string) => {
  const asked = plain(sought).split(/\s+/).filter(word => word !== '')
  if (asked.length === 0) return places
  return places.filter(place => {
    const known = words.get(place) ?? plain([place.unit, ...place.above.slice(1)].map(({ name, code }) => `${name} ${code}`).join(' '))
    words.set(place, known)
    return asked.every(word => known.includes(word))
  })
}

const namedMost = 6

/** Where the server refuses it, by name, and the way to leave those units out. */
const Refused = ({ places, chosen, onChange }: Pick<KnownProps, 'places' | 'chosen' | 'onChange'>) => {
  const translate = useTranslate()
  const faultAt = useFaultAt()
  // The unit of the dialog itself is the first item of the set.
  const refused = chosen.filter((_, n) => faultAt(`/items/${n + 1}/payload`) !== undefined)
  if (refused.length === 0) return null
  const names = places.filter(({ unit }) => refused.includes(unit.id)).map(({ unit }) => unit.name)
  const more = names.length - namedMost
  return (
    <Alert
      severity="error"
      sx={{ mt: 1 }}
      action={(
        <Button color="inherit" size="small" onClick={() => onChange(chosen.filter(unit => !refused.includes(unit)))}>
          {translate('parameters.also.leaveOut')}
        </Button>
      )}
    >
      {translate('parameters.also.refused', { units: names.slice(0, namedMost).join(', ') })}
      {more > 0 && ` ${translate('parameters.also.refusedMore', { smart_count: more })}`}
    </Alert>
  )
}
