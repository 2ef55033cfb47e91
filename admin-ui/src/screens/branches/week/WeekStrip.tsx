import { Box, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Day } from '#core/contract.ts'
import { formatDayOfYear } from '#console/time/day.ts'
import { formatSpan } from '#console/time/hour.ts'
import { DayMark } from '#console/time/DayMark.tsx'
import type { ExplainedDay } from '../answers.ts'
import { BarScale, DayBar } from './DayBar.tsx'

interface WeekStripProps {
  readonly week: readonly ExplainedDay[]
  readonly kind: string
  readonly today: Day
}

const slotsOf = (hours: ExplainedDay['hours'], kind: string) =>
  hours.filter(row => row.kind === kind).flatMap(row => row.slots)

/** This very week, closings and all: what a visitor finds at the door. */
export const WeekStrip = ({ week, kind, today }: WeekStripProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      <Box
        component="li"
        aria-hidden
        sx={{
          display: { xs: 'none', sm: 'grid' },
          gridTemplateColumns: '130px minmax(120px, 1fr) minmax(170px, 260px)',
          gap: 2,
        }}
      >
        <span />
        <BarScale />
        <span />
      </Box>
      {week.map(({ day, kind: dayKind, provisional, hours, otherwise, why, whyText }) => {
        const held = slotsOf(hours, kind)
        const shown = held.length > 0 ? held : slotsOf(otherwise, kind)
        return (
          <Box
            component="li"
            key={day}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '130px minmax(120px, 1fr) minmax(170px, 260px)' },
              gap: { xs: 0.5, sm: 2 },
              py: 0.75,
              alignItems: 'center',
              fontWeight: day === today ? 650 : 400,
            }}
          >
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
              <DayMark kind={dayKind} provisional={provisional} />
              <span>{formatDayOfYear(language, day)}</span>
            </Box>
            <DayBar slots={shown.map(slot => ({ text: '', ...slot }))} crossed={held.length === 0} />
            <Typography variant="body2" component="div" sx={{ fontWeight: 'inherit' }}>
              {held.length > 0 ? (
                held.map(({ from, to }) => formatSpan(language, from, to)).join(', ')
              ) : (
                <>
                  {shown.length > 0 && (
                    <Box component="s" sx={{ mr: 1 }}>
                      {shown.map(({ from, to }) => formatSpan(language, from, to)).join(', ')}
                    </Box>
                  )}
                  {dayKind === 'open' || dayKind === 'B' || why.by === 'hours'
                    ? translate('branches.week.describe.nothing')
                    : whyText}
                </>
              )}
            </Typography>
          </Box>
        )
      })}
    </Box>
  )
}
