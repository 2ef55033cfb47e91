import { Alert, Box, Button, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { Section } from '#console/Section.tsx'
import type { LinkedRequest } from '#plugins/change-requests/contract/link.ts'

interface LinkAnswerProps {
  readonly token: string
  readonly request: LinkedRequest
  /** Told what was answered: yes, no, or a word. */
  readonly onDone: (what: 'yes' | 'no' | 'reply') => void
}

/** Yes, this is what I asked; no, with what is wrong; or an answer to the helpdesk's question. */
export const LinkAnswer = ({ token, request: { purpose, question }, onDone }: LinkAnswerProps) => {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const [asksWhy, setAsksWhy] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const confirms = purpose === 'confirm'
  const send = async (what: 'yes' | 'no' | 'reply') => {
    setBusy(true)
    setProblem(null)
    try {
      const said = text.trim() === '' ? {} : { text: text.trim() }
      await call('/request-link/answer', { method: 'POST', body: { token, ...said, ...(what !== 'reply' && { yes: what === 'yes' }) }, aboutSession: true })
      onDone(what)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={translate(`requests.link.ask.${purpose}`)}>
      <Stack spacing={2}>
        {(!confirms || asksWhy || question !== null) && (
          <TextField
            multiline
            minRows={3}
            autoFocus={asksWhy}
            label={translate(asksWhy ? 'requests.link.wrong' : 'requests.notes.yourAnswer')}
            value={text}
            onChange={event => setText(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        )}
        {problem && <Alert severity="error" role="alert">{[problem.message, ...problem.faults.map(({ message }) => message)].join(' ')}</Alert>}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          {confirms && !asksWhy && (
            <>
              <Button variant="contained" disabled={busy} onClick={() => void send('yes')}>{translate('requests.one.confirm')}</Button>
              <Button disabled={busy} onClick={() => setAsksWhy(true)}>{translate('requests.link.no')}</Button>
            </>
          )}
          {confirms && asksWhy && (
            <>
              <Button variant="contained" disabled={busy || text.trim() === ''} onClick={() => void send('no')}>{translate('requests.link.sendNo')}</Button>
              <Button disabled={busy} onClick={() => setAsksWhy(false)}>{translate('requests.link.back')}</Button>
            </>
          )}
          {!confirms && (
            <Button variant="contained" disabled={busy || text.trim() === ''} onClick={() => void send('reply')}>{translate('requests.notes.act.answer')}</Button>
          )}
        </Box>
      </Stack>
    </Section>
  )
}
