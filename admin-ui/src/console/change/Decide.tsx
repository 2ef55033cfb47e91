import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
} from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { call } from '../http.ts'
import { asProblem, type Problem } from '../problem.ts'
import { useReadAgain } from '../reading.ts'
import type { ChangeSet } from './change.ts'

/** The word on a request: carried out as it stands, or sent back with an answer. */
export const Decide = ({ set }: { readonly set: ChangeSet }) => {
  const translate = useTranslate()
  const [word, setWord] = useState<'yes' | 'no' | null>(null)
  return (
    <>
      {(['yes', 'no'] as const).map(one => (
        <Button
          key={one}
          size="small"
          variant={one === 'yes' ? 'contained' : 'outlined'}
          onClick={() => setWord(one)}
          sx={{ flex: 'none' }}
          aria-label={`${translate(`console.history.decide.${one}`)}: ${set.sentences[0] ?? ''}`}
        >
          {translate(`console.history.decide.${one}`)}
        </Button>
      ))}
      {word && <DecideDialog set={set} word={word} onClose={() => setWord(null)} />}
    </>
  )
}

interface DecideDialogProps {
  readonly set: ChangeSet
  readonly word: 'yes' | 'no'
  readonly onClose: () => void
}

const DecideDialog = ({ set, word, onClose }: DecideDialogProps) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const heading = useId()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const decide = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const answer = reason.trim()
      await call(`/changes/${set.id}/decide`, {
        method: 'POST',
        body: { approve: word === 'yes', ...(answer === '' ? {} : { reason: answer }) },
      })
      notify(`console.history.decide.${word}Done`, { type: 'success' })
      await readAgain()
      onClose()
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={() => {
        if (!busy) onClose()
      }}
      maxWidth="sm"
      fullWidth
      aria-labelledby={heading}
    >
      <DialogTitle id={heading} sx={{ typography: 'h2' }}>
        {translate(`console.history.decide.${word}Title`)}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {problem && (
            <Alert severity="error" role="alert">
              {problem.isOffline
                ? translate('console.offline')
                : problem.message || translate('console.failed')}
              {problem.faults.map(({ code, pointer, message }) => (
                <div key={pointer + code}>{message}</div>
              ))}
            </Alert>
          )}
          <Stack component="ul" sx={{ m: 0, pl: 2.5 }}>
            {set.sentences.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Stack>
          <TextField
            label={translate('console.history.decide.answer')}
            value={reason}
            onChange={event => setReason(event.target.value)}
            required={word === 'no'}
            multiline
            maxRows={5}
          />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} disabled={busy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          loading={busy}
          disabled={word === 'no' && reason.trim() === ''}
          onClick={() => void decide()}
        >
          {translate(`console.history.decide.${word}`)}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
