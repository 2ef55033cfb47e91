import { Alert, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Pages } from '#console/Pages.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { useUnit, type UnitRow } from '#console/unit.ts'
import type { MailList } from './answers.ts'
import { MailDialog } from './MailDialog.tsx'
import { MailTable } from './MailTable.tsx'
import { OutboxFilters, stateOf, viewOf } from './OutboxFilters.tsx'

const perPage = 50
/** What waits may leave any moment. */
const WAITING_MS = 5000

/** Which mail left, which waits, and which did not get there. */
const OutboxPage = () => {
  const { unit } = useUnit()
  return unit ? <Outbox unit={unit} /> : <Waiting />
}

const Outbox = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const q = useDeferredValue(asked('q'))
  const view = viewOf(asked('state'))
  const page = Math.max(1, Number(asked('page')) || 1)
  const reading = useSteadyReading<MailList>(
    '/mail',
    { unit: unit.id, state: stateOf(view), q, limit: perPage, offset: (page - 1) * perPage },
    { refetchInterval: ({ state }) => state.data?.data.some(mail => mail.state === 'waiting') ? WAITING_MS : false },
  )
  return (
    <Page title={translate('mail.title', { unit: unit.name })} intro={translate('mail.intro')} help="outbox">
      <OutboxFilters
        view={view}
        asked={asked('q')}
        onView={next => ask({ state: next === 'all' ? null : next, page: null })}
        onAsk={words => ask({ q: words, page: null }, { replace: true })}
      />
      <Answered reading={reading}>
        {({ data, total, hasServer }) => (
          <Stack spacing={2}>
            {!hasServer && <Alert severity="info">{translate('mail.noServer')}</Alert>}
            <Typography role="status" variant="body2" color="textSecondary">
              {translate('mail.shown', { smart_count: total })}
            </Typography>
            {data.length === 0 ? (
              <Nothing>{translate(q === '' && view === 'all' ? 'mail.none' : 'mail.notFound')}</Nothing>
            ) : (
              <MailTable mails={data} onOpen={id => ask({ mail: id })} />
            )}
            <Pages
              count={Math.ceil(total / perPage)}
              page={page}
              onPage={next => ask({ page: next === 1 ? null : String(next) })}
            />
          </Stack>
        )}
      </Answered>
      {asked('mail') !== '' && (
        <MailDialog
          key={asked('mail')}
          id={asked('mail')}
          onOpen={id => ask({ mail: id })}
          onClose={() => ask({ mail: null })}
        />
      )}
    </Page>
  )
}

export default OutboxPage
