import { Alert, Button, TextField } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '../FormDialog.tsx'
import { call } from '../http.ts'
import type { Problem } from '../problem.ts'
import { useReadAgain } from '../reading.ts'
import { Refused } from '../Refused.tsx'
import { useMe } from '../session.ts'
import { whenConfirmed } from '../sign-in/confirm.ts'
import { todayHere } from '../time/day.ts'
import { useTrying } from '../trying.ts'
import { Waiting } from '../frame/Waiting.tsx'
import type { ChangeSet, Preview } from './change.ts'
import { Told } from './ChangePreview.tsx'

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

/** What the request would do as things stand now, which may differ from when it was asked. */
const useWaitingPreview = (set: ChangeSet) => {
  const language = useLocale()
  return useQuery<Preview, Problem>({
    queryKey: ['waiting', set.id, language],
    queryFn: ({ signal }) => call<Preview>(`/changes/${set.id}/preview`, { method: 'POST', body: {}, signal }),
    staleTime: 0,
    gcTime: 0,
  })
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
  const [reason, setReason] = useState('')
  const { busy, problem, trying } = useTrying()
  const { data: preview, error } = useWaitingPreview(set)
  const { staff } = useMe()
  const own = word === 'yes' && preview?.secondPerson === true && set.by.id === staff.id
  const decide = () =>
    trying(async () => {
      const answer = reason.trim()
      await whenConfirmed(() => call(`/changes/${set.id}/decide`, {
        method: 'POST',
        body: {
          approve: word === 'yes',
          ...(answer === '' ? {} : { reason: answer }),
          ...(preview && word === 'yes' ? { seen: preview.version } : {}),
        },
      }))
      const waits = word === 'yes' && set.applyOn !== null && set.applyOn > todayHere()
      notify(waits ? 'console.history.decide.yesPlanned' : `console.history.decide.${word}Done`, { type: 'success' })
      await readAgain()
      onClose()
    })
  return (
    <FormDialog
      title={translate(`console.history.decide.${word}Title`)}
      act={translate(`console.history.decide.${word}`)}
      ready={!own && (word === 'yes' || reason.trim() !== '')}
      busy={busy}
      width="sm"
      onSend={() => void decide()}
      onClose={onClose}
    >
      <Refused problem={problem ?? error} faults />
      {preview ? (
        <>
          {preview.faults.map(({ code, pointer, message }) => (
            <Alert key={pointer + code} severity="warning">{message}</Alert>
          ))}
          <Told preview={preview} />
          {own && <Alert severity="info">{translate('console.history.decide.own')}</Alert>}
        </>
      ) : (
        !error && <Waiting />
      )}
      <TextField
        label={translate('console.history.decide.answer')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        required={word === 'no'}
        multiline
        maxRows={5}
      />
    </FormDialog>
  )
}
