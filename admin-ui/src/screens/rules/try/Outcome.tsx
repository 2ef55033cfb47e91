import Block from '@mui/icons-material/BlockOutlined'
import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import { Box, Card, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { formatDay, formatLongDay } from '#console/time/day.ts'
import { formatCents } from '#console/time/hour.ts'
import type { Tried } from '#plugins/rules/contract/answer.ts'
import { FineCard } from './FineCard.tsx'
import { Timeline } from './Timeline.tsx'
import { visitorWords } from './visitor.ts'
import { Why } from './Why.tsx'

/** What comes of a loan, in sentences as one would say them at the desk. */
export const Outcome = ({ tried }: { readonly tried: Tried }) => (
  <Stack spacing={2.5}>
    <Headline tried={tried} />
    {tried.lendable && tried.due && (
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1.2fr)' } }}>
        <Timeline tried={tried} />
        <FineCard tried={tried} />
      </Box>
    )}
    <Small tried={tried} />
    <Why tried={tried} />
  </Stack>
)

/** The answer in one look: back on which day, or not lent at all. */
const Headline = ({ tried }: { readonly tried: Tried }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { due, day, lendable, minimumAge, loan, membership, material, unitName } = tried
  const who = `${membership.code} ${membership.name}`
  const { visitor } = tried
  const what = `${material.code} ${material.name}`
  const good = lendable && due !== null
  const Icon = good ? EventAvailable : Block
  return (
    <Card sx={{ p: { xs: 2, sm: 3 }, display: 'flex', gap: 2, alignItems: 'flex-start', borderColor: good ? 'primary.main' : 'error.main' }} aria-live="polite">
      <Icon aria-hidden color={good ? 'primary' : 'error'} sx={{ fontSize: 40, display: { xs: 'none', sm: 'block' } }} />
      <Box>
        <Typography color="textSecondary">{translate('rules.try.asked', { who, what, unit: unitName, day: formatLongDay(language, day) })}</Typography>
        {visitor && <Typography color="textSecondary">{visitorWords(visitor, who, translate)}</Typography>}
        <Typography variant="h2" component="p" sx={{ mt: 0.5, fontSize: '1.6rem' }}>
          {!lendable ? translate('rules.try.notLendable')
            : due === null ? translate('rules.try.noDay') : translate('rules.try.due', { day: formatLongDay(language, due.day) })}
        </Typography>
        {good && due.shifts.length > 0 && (
          <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
            <li>{translate('rules.try.raw', { day: formatDay(language, due.raw), smart_count: loan.loanDays })}</li>
            {due.shifts.map(({ from, to, because }) => (
              <li key={from}>
                {translate(`rules.try.shift.${because}`, { from: formatDay(language, from), to: formatDay(language, to) })}
              </li>
            ))}
          </Box>
        )}
        {good && due.shifts.length === 0 && (
          <Typography sx={{ mt: 0.5 }}>{translate('rules.try.straight', { smart_count: loan.loanDays })}</Typography>
        )}
        {good && minimumAge > 0 && <Typography sx={{ mt: 0.5 }}>{translate('rules.try.age', { age: minimumAge })}</Typography>}
        {good && loan.feeCents > 0 && (
          <Typography sx={{ mt: 0.5 }}>{translate('rules.try.fee', { cents: formatCents(language, loan.feeCents) })}</Typography>
        )}
      </Box>
    </Card>
  )
}

/** Renewing and reserving: a sentence each. */
const Small = ({ tried: { renewal, hold, loan, lendable } }: { readonly tried: Tried }) => {
  const translate = useTranslate()
  const language = useLocale()
  const cents = (amount: number) => formatCents(language, amount)
  const costs = (['placing', 'pickup', 'notCollected'] as const).filter(one => hold[`${one}Cents`] > 0)
  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
      {lendable && (
        <Told title={translate('rules.method.renewal.tab')}>
          {renewal.blockOnline ? translate('rules.try.blocked', { days: loan.renewalDays, start: translate(`rules.try.start.${renewal.start}`) })
            : renewal.times === 0 ? translate('rules.try.neverRenewed') : translate('rules.try.renewed', {
              smart_count: renewal.times, days: loan.renewalDays, start: translate(`rules.try.start.${renewal.start}`),
            })}
        </Told>
      )}
      <Told title={translate('rules.method.hold.tab')}>
        {!hold.allowed ? translate('rules.try.noHold')
          : costs.length === 0 ? translate('rules.try.freeHold')
            : costs.map(one => translate(`rules.try.hold.${one}`, { cents: cents(hold[`${one}Cents`]) })).join(' ')}
      </Told>
    </Box>
  )
}

const Told = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Card sx={{ p: 2.5 }}>
    <Typography variant="h3">{title}</Typography>
    <Typography sx={{ mt: 0.5 }}>{children}</Typography>
  </Card>
)
