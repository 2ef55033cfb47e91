import { Box, Button, Card, Chip, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Language } from '#core/contract.ts'
import { formatDay, formatMoment } from '#console/time/day.ts'
import type { DaySet } from '#plugins/branches/contract/hours.ts'
import type { Plan, SaidPeriod } from '../answers.ts'
import { PlanWeek } from './describePlan.tsx'
import { rhythmWords } from './rhythm-words.ts'

interface PlanCardProps {
  readonly row: Plan
  /** It gives hours in the week that is shown. */
  readonly current: boolean
  /** It begins later. */
  readonly coming?: boolean
  readonly daySets: readonly DaySet[]
  /** Absent: it is past, and only to be read. */
  readonly onEdit?: () => void
}

const usePeriodWords = () => {
  const translate = useTranslate()
  const language = useLocale()
  return ({ from, to }: SaidPeriod) => {
    const [since, until] = [from, to].map(day => (day === null ? '' : formatDay(language, day)))
    if (from === null && to === null) return translate('branches.week.always')
    if (to === null) return translate('branches.week.since', { from: since })
    return from === null
      ? translate('branches.week.until', { to: until })
      : translate('branches.week.between', { from: since, to: until })
  }
}

/** One plan of hours: what it says, how long it holds, and who said so. */
export const PlanCard = ({ row, current, coming = false, daySets, onEdit }: PlanCardProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const period = usePeriodWords()
  const { plan, segment, own, unitName } = row
  const rhythm = rhythmWords(plan.when, daySets, language, translate)
  const title = plan.name ?? translate(`branches.week.layer.${plan.layer}`)
  return (
    <Card
      component="li"
      sx={{
        p: 2.5,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(220px, 1fr) 1.3fr auto' },
        opacity: onEdit ? 1 : 0.85,
      }}
    >
      <Box>
        <Typography variant="h3">{title}</Typography>
        <Typography variant="body2" color="textSecondary">
          {plan.name ? `${translate(`branches.week.layer.${plan.layer}`)}, ` : ''}
          {period(segment)}
        </Typography>
        {rhythm !== '' && <Typography variant="body2">{rhythm}</Typography>}
        <Stack direction="row" useFlexGap sx={{ gap: 0.75, mt: 1, flexWrap: 'wrap' }}>
          <Chip
            size="small"
            variant={own ? 'filled' : 'outlined'}
            label={
              own ? translate('branches.week.own') : translate('branches.week.inherited', { unit: unitName })
            }
          />
          {coming && (
            <Chip
              size="small"
              sx={{ bgcolor: 'var(--day-V)', color: 'var(--day-V-ink)' }}
              label={translate('branches.week.coming')}
            />
          )}
          {current && (
            <Chip
              size="small"
              sx={{ bgcolor: 'var(--day-open)', color: 'var(--day-open-ink)' }}
              label={translate('branches.week.now')}
            />
          )}
        </Stack>
        {segment.by && segment.at && (
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 1 }}>
            {translate('console.history.by', { name: segment.by, at: formatMoment(language, segment.at) })}
          </Typography>
        )}
      </Box>
      <PlanWeek plan={plan} />
      {onEdit && (
        <Box>
          <Button
            variant="outlined"
            onClick={onEdit}
            aria-label={`${title}: ${translate(own ? 'branches.week.edit' : 'branches.week.makeOwn')}`}
          >
            {translate(own ? 'branches.week.edit' : 'branches.week.makeOwn')}
          </Button>
        </Box>
      )}
    </Card>
  )
}
