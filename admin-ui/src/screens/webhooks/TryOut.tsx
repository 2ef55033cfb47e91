import { Alert, Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { call } from '#console/http.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import type { ListedDelivery, OneDelivery, WebhookRow } from './answers.ts'

interface TryOutProps {
  readonly row: WebhookRow
  /** What else can be done. */
  readonly children: ReactNode
}

const LOOK_MS = 1000

/** Sends a message that says nothing, and tells what came of it. */
export const TryOut = ({ row: { id, hasSecret, endpoint }, children }: TryOutProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [tried, setTried] = useState<string | null>(null)
  const { data } = useReading<OneDelivery>(`/deliveries/${tried ?? ''}`, {}, {
    enabled: tried !== null,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'waiting' ? false : LOOK_MS),
  })
  const tryOut = () =>
    trying(async () => {
      setTried((await call<ListedDelivery>(`/webhooks/${id}/ping`, { method: 'POST' })).id)
      await readAgain()
    })
  return (
    <>
      <Refused problem={problem} />
      {tried !== null && <Outcome delivery={data} />}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="outlined"
          loading={busy}
          disabled={!hasSecret}
          onClick={() => void tryOut()}
          aria-label={`${translate('webhooks.try')}: ${endpoint.name}`}
        >
          {translate('webhooks.try')}
        </Button>
        {children}
      </Stack>
    </>
  )
}

const Outcome = ({ delivery }: { readonly delivery: OneDelivery | undefined }) => {
  const translate = useTranslate()
  const { state = 'waiting', status, failure, tookMs } = delivery ?? {}
  if (state === 'sent') {
    return (
      <Alert severity="success" role="status">
        {translate('webhooks.tried.sent', { status: status ?? '', ms: tookMs ?? '' })}
      </Alert>
    )
  }
  if (state !== 'failed') {
    return (
      <Alert severity="info" role="status">
        {translate(`webhooks.tried.${state}`)}
      </Alert>
    )
  }
  return (
    <Alert severity="warning" role="alert">
      {translate('webhooks.tried.failed')} {failure && translate(`webhooks.failure.${failure}`)}
    </Alert>
  )
}
