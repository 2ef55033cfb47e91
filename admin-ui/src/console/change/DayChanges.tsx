import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { DayMark, type DayLook } from '../time/DayMark.tsx'
import { formatDay } from '../time/day.ts'
import type { Preview } from './change.ts'

const shownMax = 8

const isLook = (text: string): text is DayLook => ['open', 'B', 'G', 'V'].includes(text)

const Look = ({ text }: { readonly text: string }) =>
  isLook(text) ? <DayMark kind={text} named /> : <>{text}</>

/** Days before and after, side by side. */
export const DayChanges = ({ days: all }: { readonly days: Preview['days'] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const days = all.filter(({ before, after }) => before !== after)
  const several = new Set(days.map(({ unit }) => unit)).size > 1
  if (days.length === 0) return null
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('console.change.days')}>
      <Table size="small" aria-label={translate('console.change.days')}>
        <TableHead>
          <TableRow>
            {several && <TableCell>{translate('console.change.where')}</TableCell>}
            <TableCell>{translate('console.change.day')}</TableCell>
            <TableCell>{translate('console.change.before')}</TableCell>
            <TableCell>{translate('console.change.after')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {days.slice(0, shownMax).map(({ unit, unitName, day, before, after }) => (
            <TableRow key={unit + day}>
              {several && <TableCell>{unitName}</TableCell>}
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDay(language, day)}</TableCell>
              <TableCell>
                <Look text={before} />
              </TableCell>
              <TableCell sx={{ fontWeight: 600 }}>
                <Look text={after} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {days.length > shownMax && (
        <Typography variant="caption" color="textSecondary" sx={{ px: 2 }}>
          {translate('console.change.moreDays', { smart_count: days.length - shownMax })}
        </Typography>
      )}
    </TableContainer>
  )
}
