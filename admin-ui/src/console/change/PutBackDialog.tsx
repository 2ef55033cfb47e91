import { useQuery } from '@tanstack/react-query'
import {
  Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, Radio, RadioGroup,
  Stack, TextField, Typography,
} from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useId, useRef, useState } from 'react'
import { Waiting } from '../frame/Waiting.tsx'
import { call } from '../http.ts'
import { asProblem, type Problem } from '../problem.ts'
import { useReadAgain } from '../reading.ts'
import { whenConfirmed } from '../sign-in/confirm.ts'
import { newId, type ChangeSet, type Preview } from './change.ts'
import { keepFocus } from './put-back.ts'
import { Told, Wants } from './ChangePreview.tsx'

type Mode = 'from-today' | 'as-if-never'

/** What putting back would do, in the chosen way; nothing is kept of it. */
const usePutBackPreview = (set: ChangeSet, mode: Mode) => {
  const language = useLocale()
  return useQuery<Preview, Problem>({
    queryKey: ['put-back', set.id, mode, language],
    queryFn: ({ signal }) =>
      call<Preview>(`/changes/${set.id}/put-back`, {
        method: 'POST', body: { id: newId(), mode, preview: true }, signal,
      }),
    staleTime: 0,
    gcTime: 0,
  })
}

/** Undoes a set that was applied, by default only from today on, after showing what that does. */
const PutBackDialog = ({ set, onClose }: { readonly set: ChangeSet; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const title = useId()
  const id = useRef(newId())
  const [mode, setMode] = useState<Mode>('from-today')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const { data: preview, error, isFetching } = usePutBackPreview(set, mode)
  const may = preview !== undefined && preview.mayApply && preview.faults.length === 0
  const forSecond = preview?.secondPerson === true
  const forLibraries = !forSecond && (preview?.agreement.some(({ agrees }) => agrees !== true) ?? false)
  const asRequest = forSecond || forLibraries
  const putBack = async () => {
    setBusy(true)
    setRefused(null)
    try {
      await whenConfirmed(() => call(`/changes/${set.id}/put-back`, {
        method: 'POST',
        body: {
          id: id.current, mode, ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          ...(asRequest && { asRequest }),
        },
      }))
      notify(asRequest ? 'console.change.asked' : 'console.history.putBackDone', { type: 'success' })
      onClose()
      await readAgain()
      // The act that was put back may have taken its own button along.
      keepFocus()
    } catch (failure) {
      setRefused(asProblem(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={() => { if (!busy) onClose() }} maxWidth="sm" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{translate('console.history.putBackTitle')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Refusal problem={refused ?? error} />
          <RadioGroup
            aria-label={translate('console.history.putBackTitle')}
            value={mode}
            onChange={(_, chosen) => setMode(chosen as Mode)}
          >
            <Choice value="from-today" label="console.history.fromToday" help="console.history.fromTodayHelp" />
            <Choice value="as-if-never" label="console.history.never" help="console.history.neverHelp" />
          </RadioGroup>
          <Box component="section" aria-label={translate('console.change.preview')} aria-busy={isFetching}>
            <Typography variant="h3" sx={{ mb: 1 }}>{translate('console.change.preview')}</Typography>
            {isFetching && !preview && <Waiting />}
            {preview && (
              <Stack spacing={2}>
                <Faults faults={preview.faults} />
                <Told preview={preview} />
                <Wants preview={preview} />
              </Stack>
            )}
          </Box>
          <TextField
            label={translate('console.change.reason')}
            value={reason}
            required={mode === 'as-if-never'}
            onChange={event => setReason(event.target.value)}
            multiline
            maxRows={4}
          />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} disabled={busy}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          loading={busy}
          onClick={() => void putBack()}
          disabled={!may || isFetching || (mode === 'as-if-never' && reason.trim() === '')}
        >
          {translate(`console.change.${forSecond ? 'askSecond' : forLibraries ? 'askLibraries' : 'putBack'}`)}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const Refusal = ({ problem }: { readonly problem: Problem | null }) => {
  const translate = useTranslate()
  if (!problem) return null
  return (
    <Alert severity="error" role="alert">
      {problem.isOffline ? translate('console.offline') : problem.message || translate('console.failed')}
      {problem.faults.filter(({ message }) => message !== problem.message).map(({ code, pointer, message }) => (
        <div key={pointer + code}>{message}</div>
      ))}
    </Alert>
  )
}

const Faults = ({ faults }: { readonly faults: Preview['faults'] }) => {
  if (faults.length === 0) return null
  return (
    <Alert severity="error" role="alert">
      {faults.map(({ code, pointer, message }) => <div key={pointer + code}>{message}</div>)}
    </Alert>
  )
}

interface ChoiceProps {
  readonly value: Mode
  readonly label: string
  readonly help: string
}

const Choice = ({ value, label, help }: ChoiceProps) => {
  const translate = useTranslate()
  return (
    <FormControlLabel
      value={value}
      control={<Radio />}
      sx={{ alignItems: 'flex-start', mb: 1 }}
      label={
        <>
          <Typography sx={{ fontWeight: 600, pt: 1 }}>{translate(label)}</Typography>
          <Typography variant="body2" color="textSecondary">{translate(help)}</Typography>
        </>
      }
    />
  )
}

export default PutBackDialog
