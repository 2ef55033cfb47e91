import { Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { formatMoment } from '#console/time/day.ts'
import type { EventList, WebhookRow } from './answers.ts'
import { TryOut } from './TryOut.tsx'
import type { Act } from './WebhooksPage.tsx'

interface WebhookCardProps {
  readonly row: WebhookRow
  readonly onAct: (act: Act) => void
  readonly onLog: () => void
}

const well = { bgcolor: 'var(--day-open)', color: 'var(--day-open-ink)' }
const doubt = { bgcolor: 'var(--day-B)', color: 'var(--day-B-ink)' }

/** One system: where it is, what it hears, and whether that arrives. */
export const WebhookCard = ({ row, onAct, onLog }: WebhookCardProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const events = useReading<EventList>('/webhooks/events')
  const { endpoint, unit, hasSecret, formerUntil, waiting, lastSentAt, failure } = row
  const titleOf = (name: string) => events.data?.data.find(event => event.name === name)?.title ?? name
  const told = [
    ['address', endpoint.address],
    ['hears', endpoint.events.map(titleOf).join(', ')],
    ['language', translate(`webhooks.language.${endpoint.language}`)],
    ['names', translate(endpoint.names ? 'webhooks.withNames' : 'webhooks.withoutNames')],
    ['lastSent', lastSentAt === null ? translate('webhooks.neverSent') : formatMoment(language, lastSentAt)],
    ...(failure === null ? [] : [['failure', translate(`webhooks.failure.${failure}`)]]),
    ...(waiting === 0 ? [] : [['waiting', translate('webhooks.messages', { smart_count: waiting })]]),
    ...(formerUntil === null ? [] : [['former', formatMoment(language, formerUntil)]]),
  ]
  return (
    <Section
      title={endpoint.name}
      intro={translate('webhooks.at', { unit: unit.name })}
      actions={
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Chip size="small" sx={endpoint.on ? well : {}} label={translate(endpoint.on ? 'webhooks.on' : 'webhooks.off')} />
          {!hasSecret && <Chip size="small" sx={doubt} label={translate('webhooks.noSecret')} />}
        </Stack>
      }
    >
      <Stack spacing={2}>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { sm: 'max-content 1fr' }, columnGap: 2 }}>
          {told.map(([what, said]) => (
            <Box key={what} sx={{ display: 'contents' }}>
              <Typography component="dt" color="textSecondary">
                {translate(`webhooks.told.${what}`)}
              </Typography>
              <Typography component="dd" sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}>
                {said}
              </Typography>
            </Box>
          ))}
        </Box>
        <TryOut row={row}>
          <Button onClick={onLog} aria-label={`${translate('webhooks.log.open')}: ${endpoint.name}`}>
            {translate('webhooks.log.open')}
          </Button>
          {(['change', 'secret', 'end'] as const).map(act => (
            <Button
              key={act}
              color={act === 'end' ? 'error' : 'primary'}
              onClick={() => onAct(act)}
              aria-label={`${translate(`webhooks.act.${act}`)}: ${endpoint.name}`}
            >
              {translate(`webhooks.act.${act}`)}
            </Button>
          ))}
        </TryOut>
      </Stack>
    </Section>
  )
}
