import { Box, Button, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { Agreement } from '#console/change/Agreement.tsx'
import { askPutBack } from '#console/change/put-back.ts'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { formatMoment } from '#console/time/day.ts'
import type { OneRequest } from '../answers.ts'
import { EditDraft } from '../ask/EditDraft.tsx'
import { StateChip } from '../StateChip.tsx'
import { Adjust } from './adjust/Adjust.tsx'
import { Asked, useWaitingPreview } from './Asked.tsx'
import { Decide } from './Decide.tsx'
import { Earlier } from './Earlier.tsx'
import { Files } from './Files.tsx'
import { Handling } from './Handling.tsx'
import { Mails } from './Mails.tsx'
import { Notes, Say } from './Notes.tsx'
import { Outcome } from './Outcome.tsx'
import { Progress } from './Progress.tsx'
import { Readdress } from './Readdress.tsx'
import { Similar } from './Similar.tsx'
import { Tasks } from './Tasks.tsx'
import { useAct } from './useAct.ts'
import { useShortcuts } from './useShortcuts.ts'
import { Withdraw } from './Withdraw.tsx'

/** One request: what it would do at its centre, with what people say about it and what may be done with it. */
const RequestPage = () => {
  const { id = '' } = useParams()
  const reading = useReading<OneRequest>(`/requests/${id}`, {}, { refetchInterval: 30_000 })
  return (
    <Answered reading={reading}>
      {request => request.may.includes('edit') ? <EditDraft key={request.id} request={request} /> : <One key={request.id} request={request} />}
    </Answered>
  )
}

const One = ({ request }: { readonly request: OneRequest }) => {
  const translate = useTranslate()
  const language = useLocale()
  const act = useAct(request.id)
  const [from, setFrom] = useState(request.passed?.from ?? '')
  const [adjusting, setAdjusting] = useState(false)
  const preview = useWaitingPreview(request, from)
  const { number, subject, formTitle, state, asker, enteredBy, submittedAt, unit, may, tasks, change, notes, similar, mails } = request
  useShortcuts(request, act)
  const whose = [
    translate('requests.number', { number }), `${asker.name}, ${unit.name}`,
    ...(enteredBy ? [translate('requests.one.enteredBy', { name: enteredBy.name })] : []),
    ...(submittedAt ? [formatMoment(language, submittedAt)] : []),
  ].join(' · ')
  return (
    <Page
      title={subject || formTitle}
      intro={<>{whose} <StateChip state={state} /></>}
      help="request"
      actions={<Button className="no-print" onClick={() => window.print()}>{translate('requests.one.print')}</Button>}
    >
      <Progress request={request} />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Stack spacing={3}>
          <Section title={translate(adjusting ? 'requests.adjust.title' : 'requests.one.asked')}>
            {adjusting && may.includes('adjust')
              ? <Adjust request={request} act={act} onClose={() => setAdjusting(false)} />
              : <Asked request={request} preview={preview} act={act} />}
            {change && <Agreement set={change} />}
            {!adjusting && <Outcome request={request} />}
            {!adjusting && may.includes('adjust') && (
              <Button className="no-print" variant="outlined" sx={{ mt: 2 }} onClick={() => { act.forget(); setAdjusting(true) }}>
                {translate('requests.adjust.act')}
              </Button>
            )}
            {change?.mayPutBack && state === 'applied' && (
              <Button sx={{ mt: 2 }} onClick={() => askPutBack(change)}>{translate('console.history.putBack')}</Button>
            )}
          </Section>
          {tasks.length > 0 && <Section title={translate('requests.tasks.title')} intro={translate('requests.tasks.intro')}><Tasks request={request} act={act} /></Section>}
          <Section title={translate('requests.notes.title')}>
            <Notes notes={notes} />
            <div className="no-print"><Say request={request} act={act} /></div>
          </Section>
        </Stack>
        <Stack spacing={3} className="no-print">
          {may.includes('decide') && !adjusting && <Section title={translate('requests.one.decide')}><Decide request={request} preview={preview} act={act} from={from} onFrom={setFrom} /></Section>}
          {change && <Section title={translate('requests.earlier.title')} intro={translate('requests.earlier.intro')}><Earlier request={request} /></Section>}
          {may.includes('handle') && <Section title={translate('requests.one.handling')}><Handling request={request} act={act} /></Section>}
          <Section title={translate('requests.files.title')} intro={translate('requests.files.limits')}><Files request={request} act={act} /></Section>
          {mails.length > 0 && <Section title={translate('requests.mails.title')}><Readdress request={request} act={act} /><Mails mails={mails} /></Section>}
          {may.includes('handle') && <Section title={translate('requests.similar.title')}><Similar similar={similar} /></Section>}
          {may.includes('confirm') && <Button variant="contained" onClick={() => void act.act('confirm', {}, 'requests.one.confirmed')}>{translate('requests.one.confirm')}</Button>}
          {may.includes('withdraw') && <Withdraw request={request} act={act} />}
          {!may.includes('decide') && act.problem && <Typography color="error" role="alert">{act.problem.message}</Typography>}
        </Stack>
      </Box>
    </Page>
  )
}

export default RequestPage
