import { Box, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Version } from '#console/change/change.ts'
import { formatWeekday } from '#console/time/day.ts'
import { formatSpan } from '#console/time/hour.ts'
import { weekdays, type HoursPlan } from '#plugins/branches/contract/hours.ts'

/** A plan in words, for whoever has to choose between two of them. */
export const describePlan = ({ body }: Version) => <PlanWeek plan={body as HoursPlan | null} />

/** The days of a plan that say something, each with its hours. */
export const PlanWeek = ({ plan }: { readonly plan: HoursPlan | null }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (plan === null) return <Typography>{translate('branches.week.describe.nothing')}</Typography>
  const said = weekdays.filter(day => plan.week[day] !== undefined)
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'auto 1fr',
        columnGap: 1.5,
        rowGap: 0.25,
        alignContent: 'start',
        fontSize: '0.95rem',
      }}
    >
      {said.map(day => {
        const slots = plan.week[day] ?? []
        return [
          <Box key={`${day}-name`} component="dt" sx={{ color: 'text.secondary' }}>
            {formatWeekday(language, weekdays.indexOf(day), 'short')}
          </Box>,
          <Box key={day} component="dd" sx={{ m: 0 }}>
            {slots.length === 0
              ? translate('branches.week.describe.closed')
              : slots
                  .map(({ from, to, text }) => formatSpan(language, from, to) + (text ? ` (${text})` : ''))
                  .join(', ')}
          </Box>,
        ]
      })}
    </Box>
  )
}
