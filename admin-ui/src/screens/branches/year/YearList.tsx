import { Button, TableCell, TableRow } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { ListTable } from '#console/ListTable.tsx'
import { formatDay } from '#console/time/day.ts'
import { DayMark } from '#console/time/DayMark.tsx'
import { formatSpan } from '#console/time/hour.ts'
import type { ExplainedDay } from '../answers.ts'
import { isSpecial, stretchesOf, type Picked } from './year-days.ts'

interface YearListProps {
  readonly days: readonly ExplainedDay[]
  readonly unitNames: Readonly<Record<string, string>>
  readonly onPick: (picked: Picked) => void
}

/** The same year as a table: every stretch of days that is not simply what the weekly hours say. */
export const YearList = ({ days, unitNames, onPick }: YearListProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const stretches = stretchesOf(days.filter(isSpecial))
  const words = ({ from, to }: Picked) =>
    from === to ? formatDay(language, from) : `${formatDay(language, from)} – ${formatDay(language, to)}`
  return (
    <ListTable
      name={translate('branches.year.asList')}
      columns={['when', 'says', 'why', 'origin'].map(column => translate(`branches.year.${column}`))}
      dense
    >
      {stretches.map(({ from, to, day }) => (
        <TableRow key={from} hover>
          <TableCell>
            <Button size="small" onClick={() => onPick({ from, to })} sx={{ ml: -1 }}>
              {words({ from, to })}
            </Button>
          </TableCell>
          <TableCell>
            <DayMark kind={day.kind} provisional={day.provisional} named />
          </TableCell>
          <TableCell>
            {day.whyText}
            {day.cuts.map(({ key, cut, text }) => (
              <div key={key + cut.from}>
                {formatSpan(language, cut.from, cut.to)}: {text}
              </div>
            ))}
          </TableCell>
          <TableCell>{day.why.unit === null ? '' : (unitNames[day.why.unit] ?? '')}</TableCell>
        </TableRow>
      ))}
    </ListTable>
  )
}
