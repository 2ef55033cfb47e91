import { Box, Card, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatDay } from '#console/time/day.ts'
import { formatCents } from '#console/time/hour.ts'
import type { Tried } from '#plugins/rules/contract/answer.ts'
import { FineChart } from './FineChart.tsx'

type Step = Tried['fine'][number]

/** Few enough to read: the first three, then about each week, and the last. */
const telling = (steps: readonly Step[]) => {
  const wanted = [7, 14, 21, 28, 35, 42]
  const weeks = wanted.flatMap(days => steps.findLast(({ daysLate }) => daysLate <= days) ?? [])
  return [...new Set([...steps.slice(0, 3), ...weeks, ...steps.slice(-1)])].toSorted((one, other) => one.daysLate - other.daysLate)
}

/** What bringing back late costs: on the day that was asked, as a line and as a small table. */
export const FineCard = ({ tried: { fine, fineAt, maximumOn } }: { readonly tried: Tried }) => {
  const translate = useTranslate()
  const language = useLocale()
  const cents = (amount: number) => formatCents(language, amount)
  const last = fine.at(-1)
  return (
    <Card sx={{ p: 2.5 }}>
      <Typography variant="h3">{translate('rules.try.fine')}</Typography>
      {fineAt && (
        <Typography sx={{ mt: 1, fontSize: '1.15rem', fontWeight: 650 }}>
          {fineAt.daysLate <= 0 ? translate('rules.try.onTime', { day: formatDay(language, fineAt.day) })
            : translate('rules.try.late', {
              day: formatDay(language, fineAt.day), late: translate('rules.try.daysLate', { smart_count: fineAt.daysLate }),
              counted: translate('rules.try.daysCounted', { smart_count: fineAt.days }), cents: cents(fineAt.cents),
            })}
        </Typography>
      )}
      {!last ? <Typography sx={{ mt: 1 }}>{translate('rules.try.noFine')}</Typography> : (
        <>
          <FineChart fine={fine} />
          <Box component="table" sx={{
            width: 1, mt: 1.5, borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums',
            '& th, & td': { textAlign: 'left', py: 0.5, borderBottom: 1, borderColor: 'divider', fontSize: '0.92rem' },
            '& th:last-child, & td:last-child': { textAlign: 'right', fontWeight: 650 },
          }}>
            <caption style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}>
              {translate('rules.try.fine')}
            </caption>
            <thead>
              <tr>
                <th scope="col">{translate('rules.try.lateColumn')}</th>
                <th scope="col">{translate('rules.try.dayColumn')}</th>
                <th scope="col">{translate('rules.try.fineColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {telling(fine).map(step => (
                <tr key={step.day}>
                  <td>{translate('rules.try.daysLate', { smart_count: step.daysLate })}</td>
                  <td>{formatDay(language, step.day)}</td>
                  <td>{cents(step.cents)}</td>
                </tr>
              ))}
            </tbody>
          </Box>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {maximumOn ? translate('rules.try.maximum', { cents: cents(last.cents), day: formatDay(language, maximumOn) }) : translate('rules.try.goesOn')}
          </Typography>
        </>
      )}
    </Card>
  )
}
