import { Box } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatCents } from '#console/time/hour.ts'
import type { Tried } from '#plugins/rules/contract/answer.ts'

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [440, 166, 52, 40, 12] as const

/** How the fine grows with the days, as a stair: it is the same from one step to the next. */
export const FineChart = ({ fine }: { readonly fine: Tried['fine'] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const last = fine.at(-1)
  if (!last) return null
  // A little beyond the last step, so that one sees it stay.
  const days = Math.max(7, Math.ceil(last.daysLate * 1.12))
  const x = (late: number) => LEFT + late / days * (WIDTH - LEFT - 8)
  const y = (cents: number) => HEIGHT - BOTTOM - cents / last.cents * (HEIGHT - BOTTOM - TOP)
  const stair = fine.map(({ daysLate, cents }) => `H${x(daysLate)}V${y(cents)}`).join('')
  const path = `M${x(0)} ${y(0)}${stair}H${x(days)}`
  const words = translate('rules.try.chart', { cents: formatCents(language, last.cents), smart_count: last.daysLate })
  const every = [7, 14, 28, 56, 91].find(step => days / step <= 6) ?? 182
  const marks = Array.from({ length: Math.floor(days / every) + 1 }, (_, n) => n * every)
  return (
    <Box
      component="svg" role="img" aria-label={words} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      sx={{ width: 1, maxWidth: 560, mt: 1.5, display: 'block', '& text': { fontSize: 11, fill: 'currentColor' }, color: 'text.secondary' }}
    >
      {[0, 0.5, 1].map(part => (
        <g key={part}>
          <Box component="line" x1={LEFT} x2={WIDTH - 8} y1={y(last.cents * part)} y2={y(last.cents * part)} sx={{ stroke: theme => theme.palette.divider }} />
          <text x={LEFT - 6} y={y(last.cents * part) + 4} textAnchor="end">{formatCents(language, Math.round(last.cents * part))}</text>
        </g>
      ))}
      {marks.map(late => <text key={late} x={x(late)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">{late}</text>)}
      <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 6} textAnchor="middle">{translate('rules.try.axis')}</text>
      <Box component="path" d={`${path}V${y(0)}H${x(0)}Z`} sx={{ fill: theme => theme.palette.primary.main, opacity: 0.12 }} />
      <Box component="path" d={path} sx={{ fill: 'none', stroke: theme => theme.palette.primary.main, strokeWidth: 2.5, strokeLinejoin: 'round' }} />
    </Box>
  )
}
