import { Button, Chip, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { ListTable } from '#console/ListTable.tsx'
import { formatDay } from '#console/time/day.ts'
import { DayMark } from '#console/time/DayMark.tsx'
import { formatSpan } from '#console/time/hour.ts'
import type { CutRow, ExceptionRow, UnitCalendar } from '../answers.ts'
import { ExtendDialog } from './ExtendDialog.tsx'
import type { Picked } from './year-days.ts'

interface ExceptionTableProps {
  readonly calendar: UnitCalendar
  readonly onPick: (picked: Picked) => void
}

/** Days and periods that differ this year, here or further up; closings can be made longer or shorter. */
export const ExceptionTable = ({ calendar, onPick }: ExceptionTableProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const [extended, setExtended] = useState<ExceptionRow | CutRow | null>(null)
  const rows = [...calendar.exceptions, ...calendar.cuts].toSorted((a, b) =>
    (a.from ?? '').localeCompare(b.from ?? ''),
  )
  const words = ({ from, to }: ExceptionRow | CutRow) =>
    (from === to ? [from] : [from, to])
      .map(day => (day === null ? '…' : formatDay(language, day)))
      .join(' – ')
  if (rows.length === 0)
    return <Typography color="textSecondary">{translate('branches.year.noExceptions')}</Typography>
  return (
    <>
      <ListTable
        name={translate('branches.year.exceptions')}
        columns={['when', 'says', 'text', 'origin'].map(column => translate(`branches.year.${column}`))}
        acts={translate('branches.now.act')}
        dense
      >
        {rows.map(row => (
          <TableRow key={row.id}>
            <TableCell>
              {row.from && row.to ? (
                <Button
                  size="small"
                  sx={{ ml: -1 }}
                  onClick={() => onPick({ from: row.from ?? '', to: row.to ?? '' })}
                >
                  {words(row)}
                </Button>
              ) : (
                words(row)
              )}
              {row.body.provisionalEnd && (
                <Typography variant="caption" sx={{ display: 'block' }}>
                  {translate('branches.year.provisionalEnd')}
                </Typography>
              )}
            </TableCell>
            <TableCell>
              {'kind' in row.body ? (
                <DayMark kind={row.body.kind} named />
              ) : (
                formatSpan(language, row.body.cut.from, row.body.cut.to)
              )}
            </TableCell>
            <TableCell>{row.body.text}</TableCell>
            <TableCell>
              <Chip
                size="small"
                variant={row.own ? 'filled' : 'outlined'}
                label={row.own ? translate('branches.year.own') : row.unitName}
              />
            </TableCell>
            <TableCell align="right">
              {row.own && row.body.closing && (
                <Button
                  size="small"
                  onClick={() => setExtended(row)}
                  aria-label={`${words(row)}: ${translate('branches.year.extend')}`}
                >
                  {translate('branches.year.extend')}
                </Button>
              )}
            </TableCell>
          </TableRow>
        ))}
      </ListTable>
      {extended && <ExtendDialog row={extended} seen={calendar.version} onDone={() => setExtended(null)} />}
    </>
  )
}
