import Add from '@mui/icons-material/Add'
import { Alert, Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { useUnit, type UnitRow } from '#console/unit.ts'
import type { EndpointList, WebhookRow } from './answers.ts'
import { EndDialog } from './EndDialog.tsx'
import { LogDialog } from './LogDialog.tsx'
import { SecretDialog } from './SecretDialog.tsx'
import { WebhookCard } from './WebhookCard.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'

/** What one is doing to a webhook. */
export type Act = 'change' | 'secret' | 'end'

/** What waits may arrive any moment. */
const WAITING_MS = 3000

/** Other systems that hear what happens here. */
const WebhooksPage = () => {
  const { unit } = useUnit()
  return unit ? <Webhooks unit={unit} /> : <Waiting />
}

const Webhooks = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const reading = useSteadyReading<EndpointList>('/webhooks', { unit: unit.id }, {
    refetchInterval: ({ state }) => (state.data?.data.some(({ waiting }) => waiting > 0) ? WAITING_MS : false),
  })
  const [adding, setAdding] = useState(false)
  const [acting, setActing] = useState<{ readonly act: Act; readonly id: string; readonly name: string } | null>(null)
  const rowOf = (id: string): WebhookRow | undefined => reading.data?.data.find(row => row.id === id)
  const acted = acting === null ? undefined : rowOf(acting.id)
  const logged = rowOf(asked('log'))
  const close = () => setActing(null)
  const add = (
    <Button variant="contained" startIcon={<Add />} onClick={() => setAdding(true)}>
      {translate('webhooks.add')}
    </Button>
  )
  return (
    <Page title={translate('webhooks.title', { unit: unit.name })} intro={translate('webhooks.intro')} help="webhooks" actions={add}>
      <Answered reading={reading}>
        {({ data, network }) => (
          <Stack spacing={2}>
            {network === 'none' && <Alert severity="info">{translate('webhooks.nothingLeaves')}</Alert>}
            {data.length === 0 && <Nothing>{translate('webhooks.none')}</Nothing>}
            {data.map(row => (
              <WebhookCard
                key={row.id}
                row={row}
                onAct={act => setActing({ act, id: row.id, name: row.endpoint.name })}
                onLog={() => ask({ log: row.id })}
              />
            ))}
          </Stack>
        )}
      </Answered>
      {adding && (
        <WebhookDialog
          unit={unit}
          onClose={() => setAdding(false)}
          onMade={(id, name) => setActing({ act: 'secret', id, name })}
        />
      )}
      {acting?.act === 'change' && acted && <WebhookDialog row={acted} unit={unit} onClose={close} />}
      {acting?.act === 'secret' && <SecretDialog id={acting.id} name={acting.name} row={acted} onClose={close} />}
      {acting?.act === 'end' && acted && <EndDialog row={acted} onClose={close} />}
      {logged && <LogDialog key={logged.id} row={logged} isSilent={reading.data?.network === 'none'} onClose={() => ask({ log: null })} />}
    </Page>
  )
}

export default WebhooksPage
