import { GlobalStyles } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, type KeyboardEvent, type MouseEvent } from 'react'
import { DayButton, DayPicker, type DayButtonProps } from 'react-day-picker'
import { nlBE } from 'react-day-picker/locale'
import css from 'react-day-picker/style.css?inline'
import type { Day, UnitId } from '#core/contract.ts'
import { dayLook, signOf, type DayLook } from '#console/time/DayMark.tsx'
import { dayOf, localDate, locales } from '#console/time/DayGrid.tsx'
import { formatLongDay } from '#console/time/day.ts'
import type { ExplainedDay } from '../answers.ts'
import { originOf, originSigns, span, type Origin, type Picked } from './year-days.ts'

const looks: readonly DayLook[] = ['open', 'B', 'G', 'V']
const origins: readonly Origin[] = ['own', 'above', 'week']

const styles = [
  css,
  {
    '.year .rdp-months': {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(212px, 1fr))',
      gap: '1.25rem 1.1rem',
      maxWidth: 'none',
    },
    '.year .rdp-month_grid': {
      width: '100%',
      tableLayout: 'fixed',
      borderSpacing: '2px',
      borderCollapse: 'separate',
    },
    '.year .rdp-caption_label': { fontWeight: 650, fontSize: '1rem', textTransform: 'capitalize' },
    '.year .rdp-month_caption': { height: '2.1rem' },
    '.year .rdp-weekday': { fontSize: '0.75rem', opacity: 1, padding: 2, color: 'inherit' },
    '.year .rdp-day': { width: 'auto', height: 'auto', padding: 0 },
    '.year .rdp-day_button': {
      width: '100%',
      height: 38,
      borderRadius: 6,
      fontSize: '0.85rem',
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'flex-start',
      padding: '0 0 4px 3px',
      position: 'relative',
      border: '1px solid transparent',
      fontVariantNumeric: 'tabular-nums',
    },
    '.year .number[data-sign]::after': {
      content: 'attr(data-sign)',
      position: 'absolute',
      right: '2px',
      bottom: 0,
      fontWeight: 800,
      fontSize: '0.66rem',
    },
    '.year .number[data-origin]::before': {
      content: 'attr(data-origin)',
      position: 'absolute',
      right: '2px',
      top: 0,
      fontWeight: 800,
      fontSize: '0.78rem',
      lineHeight: 1.1,
    },
    '.year .number': { borderRadius: 3, padding: '0 2px' },
    '.year .rdp-selected .rdp-day_button, .year .rdp-selected .rdp-day_button:hover': {
      outline: '3px solid var(--hours)',
      outlineOffset: '-1px',
      fontWeight: 800,
      zIndex: 1,
    },
    '.year .rdp-today .rdp-day_button': {
      fontWeight: 800,
      textDecoration: 'underline',
      textUnderlineOffset: 3,
    },
    '.year .rdp-day_button:focus-visible': { outline: '3px solid var(--hours)', outlineOffset: 2, zIndex: 2 },
    ...Object.fromEntries(
      looks.flatMap(kind => [
        [`.year .day-${kind} .rdp-day_button`, dayLook(kind)],
        [`.year .day-${kind}.provisional .rdp-day_button`, { borderStyle: 'dashed' }],
        [`.year .day-${kind} .number`, { backgroundColor: `var(--day-${kind})` }],
      ]),
    ),
    // A usual day is quiet; what somebody decided stands out.
    '.year .from-week.day-G .rdp-day_button': {
      backgroundColor: 'transparent', backgroundImage: 'none', borderColor: 'var(--day-usual-line)',
    },
    '.year .from-week.day-G .number': { backgroundColor: 'transparent' },
    '.year .cut .rdp-day_button::after': {
      content: '""',
      position: 'absolute',
      right: 0,
      bottom: 0,
      borderStyle: 'solid',
      borderWidth: '0 0 10px 10px',
      borderColor: 'transparent transparent var(--day-G-ink) transparent',
    },
  },
] as const

interface YearGridProps {
  readonly year: number
  readonly days: readonly ExplainedDay[]
  readonly unit: UnitId
  /** Usual days are left to the branches: nothing is said of them here. */
  readonly left: boolean
  readonly today: Day
  readonly picked: Picked | null
  readonly onPick: (picked: Picked) => void
}

/** Twelve months, each day in its colour and with its sign; arrows move, Enter picks, Shift makes a range. */
export const YearGrid = ({ year, days, unit, left, today, picked, onPick }: YearGridProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const byDay = useMemo(() => new Map(days.map(day => [day.day, day])), [days])
  const told = useMemo(() => (left ? days.filter(day => day.why.by !== 'hours') : days), [days, left])
  const modifiers = useMemo(
    () => ({
      ...Object.fromEntries(
        looks.map(kind => [
          `day-${kind}`,
          told.filter(day => day.kind === kind).map(({ day }) => localDate(day)),
        ]),
      ),
      provisional: told.filter(day => day.provisional).map(({ day }) => localDate(day)),
      cut: days.filter(day => day.cuts.length > 0).map(({ day }) => localDate(day)),
      ...Object.fromEntries(
        origins.map(origin => [
          `from-${origin}`,
          told.filter(day => originOf(day, unit) === origin).map(({ day }) => localDate(day)),
        ]),
      ),
    }),
    [days, told, unit],
  )
  const pick = (date: Date, _: unknown, event: MouseEvent | KeyboardEvent) => {
    const day = dayOf(date)
    onPick(event.shiftKey && picked ? span(picked.from, day) : { from: day, to: day })
  }
  const label = (date: Date) => {
    const day = byDay.get(dayOf(date))
    const long = formatLongDay(language, dayOf(date))
    if (!day) return long
    const origin = originOf(day, unit)
    const said = [
      translate(left && day.why.by === 'hours' ? 'branches.year.left' : `console.dayKind.${day.kind}`),
      day.why.by === 'hours' ? '' : day.whyText,
      ...day.cuts.map(({ text }) => text),
      origin === 'week' ? '' : translate(`branches.year.from.${origin}`),
      day.provisional && !left ? translate('console.dayKind.provisional') : '',
    ]
    return [long, ...said.filter(text => text !== '')].join(', ')
  }
  return (
    <>
      <GlobalStyles styles={styles as never} />
      <DayPicker
        className="year"
        month={new Date(year, 0)}
        numberOfMonths={12}
        hideNavigation
        disableNavigation
        locale={locales[language] ?? nlBE}
        weekStartsOn={1}
        today={localDate(today)}
        onDayClick={pick as never}
        modifiers={{
          ...modifiers,
          selected: picked ? { from: localDate(picked.from), to: localDate(picked.to) } : [],
        }}
        modifiersClassNames={{
          provisional: 'provisional',
          cut: 'cut',
          ...Object.fromEntries(origins.map(origin => [`from-${origin}`, `from-${origin}`])),
          ...Object.fromEntries(looks.map(kind => [`day-${kind}`, `day-${kind}`])),
        }}
        labels={{ labelDayButton: label }}
        components={{ DayButton: DayCell }}
      />
    </>
  )
}

/** The number of the day, and the letter of its kind. */
const DayCell = (props: DayButtonProps) => {
  const { day, modifiers } = props
  const kind = looks.find(look => modifiers[`day-${look}`])
  const sign = kind === undefined ? '' : signOf(kind) + (modifiers['provisional'] ? '?' : '')
  const origin = origins.find(one => modifiers[`from-${one}`])
  return (
    <DayButton {...props}>
      <span
        className="number"
        data-sign={sign === '' ? undefined : sign}
        data-origin={origin === undefined || origin === 'week' ? undefined : originSigns[origin]}
      >
        {day.date.getDate()}
      </span>
    </DayButton>
  )
}
