import { Box, Card, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatDay } from '#console/time/day.ts'
import { formatCents } from '#console/time/hour.ts'
import type { Tried } from '#plugins/rules/contract/answer.ts'

interface Moment {
  readonly what: string
  readonly day: string
  readonly about?: string
  readonly strong: boolean
}

/** Every day on which something happens to a loan that is never brought back, in order. */
export const Timeline = ({ tried }: { readonly tried: Tried }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { day, due, reminders, maximumOn, fine, fineAt } = tried
  if (!due) return null
  const most = fine.at(-1)
  const moments: readonly Moment[] = [
    { what: translate('rules.try.when.loan'), day, strong: true },
    ...reminders.map(one => ({
      what: translate(`rules.try.when.${one.what}`), day: one.day, strong: false,
      ...(one.fineCents > 0 ? { about: translate('rules.try.fineThen', { cents: formatCents(language, one.fineCents) }) } : {}),
    })),
    { what: translate('rules.try.when.due'), day: due.day, strong: true },
    ...(fineAt ? [{
      what: translate('rules.try.when.returned'), day: fineAt.day, strong: true,
      about: translate('rules.try.fineThen', { cents: formatCents(language, fineAt.cents) }),
    }] : []),
    ...(maximumOn && most ? [{
      what: translate('rules.try.when.maximum'), day: maximumOn, strong: false,
      about: translate('rules.try.fineThen', { cents: formatCents(language, most.cents) }),
    }] : []),
  ].toSorted((one, other) => one.day.localeCompare(other.day))
  return (
    <Card sx={{ p: 2.5 }}>
      <Typography variant="h3">{translate('rules.try.timeline')}</Typography>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1.5 }}>
        {moments.map(({ what, day: on, about, strong }, n) => (
          <Box component="li" key={what} sx={{ position: 'relative', pl: 3.5, pb: n === moments.length - 1 ? 0 : 2 }}>
            {n < moments.length - 1 && <Box aria-hidden sx={{ position: 'absolute', left: 6, top: 14, bottom: -6, width: '2px', bgcolor: 'divider' }} />}
            <Box aria-hidden sx={{
              position: 'absolute', left: 0, top: 5, width: 14, height: 14, borderRadius: '50%', border: 3, borderColor: 'primary.main',
              bgcolor: strong ? 'primary.main' : 'background.paper',
            }} />
            <Typography sx={{ fontWeight: 650 }}>{formatDay(language, on)}</Typography>
            <Typography variant="body2" color="textSecondary">{what}{about && ` · ${about}`}</Typography>
          </Box>
        ))}
      </Box>
      {reminders.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>{translate('rules.try.noReminders')}</Typography>
      )}
    </Card>
  )
}
