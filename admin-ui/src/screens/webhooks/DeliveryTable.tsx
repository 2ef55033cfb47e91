import { Box, Button, Chip, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { ListTable } from '#console/ListTable.tsx'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import { PING, type DeliveryState } from '#plugins/webhooks/contract.ts'
import type { EventList, ListedDelivery, OneDelivery } from './answers.ts'

const looks: Readonly<Record<DeliveryState, object>> = {
  sent: { bgcolor: 'var(--day-open)', color: 'var(--day-open-ink)' },
  waiting: { bgcolor: 'var(--day-V)', color: 'var(--day-V-ink)' },
  kept: { bgcolor: 'var(--day-V)', color: 'var(--day-V-ink)' },
  failed: { bgcolor: 'var(--day-G)', color: 'var(--day-G-ink)' },
}

/** Messages, the newest first: what each told, whether it arrived, and else why not. */
export const DeliveryTable = ({ deliveries }: { readonly deliveries: readonly ListedDelivery[] }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const events = useReading<EventList>('/webhooks/events')
  const { busy, problem, trying } = useTrying()
  const [open, setOpen] = useState<string | null>(null)
  const titleOf = (type: string) =>
    type === PING ? translate('webhooks.try') : (events.data?.data.find(({ name }) => name === type)?.title ?? type)
  const again = (id: string) =>
    trying(async () => {
      await call<OneDelivery>(`/deliveries/${id}/again`, { method: 'POST' })
      notify('webhooks.log.queuedAgain', { type: 'success' })
      await readAgain()
    })
  return (
    <>
      <Refused problem={problem} faults />
      <ListTable
        name={translate('webhooks.log.table')}
        columns={['what', 'at', 'where'].map(column => translate(`webhooks.log.${column}`))}
        acts={translate('webhooks.log.act')}
      >
        {deliveries.map(delivery => (
          <TableRow key={delivery.id} sx={{ verticalAlign: 'top' }}>
            <Message delivery={delivery} title={titleOf(delivery.type)} isOpen={open === delivery.id} />
            <TableCell align="right">
              <Acts
                delivery={delivery}
                isOpen={open === delivery.id}
                busy={busy}
                onOpen={() => setOpen(open === delivery.id ? null : delivery.id)}
                onAgain={() => void again(delivery.id)}
              />
            </TableCell>
          </TableRow>
        ))}
      </ListTable>
    </>
  )
}

interface MessageProps {
  readonly delivery: ListedDelivery
  readonly title: string
  readonly isOpen: boolean
}

const Message = ({ delivery, title, isOpen }: MessageProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const { state, failure, status, said, tries, tryAt, tookMs, at, id } = delivery
  const lines = [
    failure && translate(`webhooks.failure.${failure}`),
    status !== null && translate('webhooks.log.answered', { status, ms: tookMs ?? 0 }),
    said && `“${said}”`,
    tries > 1 && translate('webhooks.log.tries', { smart_count: tries }),
    tryAt && tries > 0 && translate('webhooks.log.tryAt', { at: formatMoment(language, tryAt) }),
  ].filter(line => typeof line === 'string')
  return (
    <>
      <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
        {isOpen && <Body id={id} />}
      </TableCell>
      <TableCell>{formatMoment(language, at)}</TableCell>
      <TableCell>
        <Chip size="small" sx={looks[state]} label={translate(`webhooks.state.${state}`)} />
        {lines.map(line => (
          <Typography key={line} variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5, maxWidth: '36ch', overflowWrap: 'anywhere' }}>
            {line}
          </Typography>
        ))}
      </TableCell>
    </>
  )
}

/** What was sent, to the letter, under the number by which the other side knows it. */
const Body = ({ id }: { readonly id: string }) => {
  const translate = useTranslate()
  const { data } = useReading<OneDelivery>(`/deliveries/${id}`)
  if (!data) return null
  return (
    <Box
      component="pre"
      tabIndex={0}
      role="region"
      aria-label={translate('webhooks.log.body')}
      sx={{ m: 0, mt: 1, fontSize: '0.75rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: '40vh', overflow: 'auto' }}
    >
      {`webhook-id: ${id}\n\n${JSON.stringify(JSON.parse(data.body), null, 2)}`}
    </Box>
  )
}

interface ActsProps {
  readonly delivery: ListedDelivery
  readonly isOpen: boolean
  readonly busy: boolean
  readonly onOpen: () => void
  readonly onAgain: () => void
}

const Acts = ({ delivery: { id, at, state }, isOpen, busy, onOpen, onAgain }: ActsProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const named = (words: string) => `${words}: ${formatMoment(language, at)} (${id.slice(0, 8)})`
  return (
    <>
      <Button size="small" onClick={onOpen} aria-expanded={isOpen} aria-label={named(translate('webhooks.log.see'))}>
        {translate('webhooks.log.see')}
      </Button>
      {state !== 'waiting' && (
        <Button size="small" variant="outlined" loading={busy} onClick={onAgain} aria-label={named(translate('webhooks.log.again'))}>
          {translate('webhooks.log.again')}
        </Button>
      )}
    </>
  )
}
