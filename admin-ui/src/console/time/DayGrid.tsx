import { GlobalStyles } from '@mui/material'
import { useLocale } from 'ra-core'
import { DayPicker } from 'react-day-picker'
import { enGB, fr, nlBE } from 'react-day-picker/locale'
import css from 'react-day-picker/style.css?inline'
import type { Day } from '#core/contract.ts'
import { formatLongDay } from './day.ts'

export const locales: Readonly<Record<string, typeof nlBE>> = { nl: nlBE, en: enGB, fr }

/** The grid counts in local midnights; the console in days without a zone. */
export const localDate = (day: Day) =>
  new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))

export const dayOf = (date: Date): Day =>
  [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-')

interface DayGridProps {
  readonly day: Day | null
  readonly near: Day
  readonly onPick: (day: Day) => void
}

/** One month to pick a day from, also with the arrow keys. */
const DayGrid = ({ day, near, onPick }: DayGridProps) => {
  const language = useLocale()
  return (
    <>
      <GlobalStyles styles={css} />
      <DayPicker
        mode="single"
        autoFocus
        required
        selected={localDate(day ?? near)}
        defaultMonth={localDate(day ?? near)}
        locale={locales[language] ?? nlBE}
        onSelect={date => onPick(dayOf(date))}
        weekStartsOn={1}
        labels={{ labelDayButton: date => formatLongDay(language, dayOf(date)) }}
        style={
          {
            '--rdp-accent-color': 'var(--hours)',
            '--rdp-day-height': '40px',
            '--rdp-day-width': '40px',
          } as React.CSSProperties
        }
      />
    </>
  )
}

export default DayGrid
