import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useId, useRef, useState } from 'react'
import { call } from '../http.ts'
import { asProblem, type Problem } from '../problem.ts'
import { useReadAgain } from '../reading.ts'
import { newId, type ChangeSet } from './change.ts'

type Mode = 'from-today' | 'as-if-never'

/** Undoes a set that was applied; by default only from today on. */
const PutBackDialog = ({ set, onClose }: { readonly set: ChangeSet; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const title = useId()
  const id = useRef(newId())
  const [mode, setMode] = useState<Mode>('from-today')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const putBack = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await call(`/changes/${set.id}/put-back`, {
        method: 'POST',
        body: { id: id.current, mode, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      })
      notify('console.history.putBackDone', { type: 'success' })
      await readAgain()
      onClose()
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{translate('console.history.putBackTitle')}</DialogTitle>
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
            {set.sentences.slice(0, 5).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Stack>
          <RadioGroup
            aria-label={translate('console.history.putBackTitle')}
            value={mode}
            onChange={(_, chosen) => setMode(chosen as Mode)}
          >
            <Choice
              value="from-today"
              label="console.history.fromToday"
              help="console.history.fromTodayHelp"
            />
            <Choice value="as-if-never" label="console.history.never" help="console.history.neverHelp" />
          </RadioGroup>
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
        <Button onClick={onClose} disabled={busy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          loading={busy}
          onClick={() => void putBack()}
          disabled={mode === 'as-if-never' && reason.trim() === ''}
        >
          {translate('console.change.putBack')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const Choice = ({
  value,
  label,
  help,
}: {
  readonly value: Mode
  readonly label: string
  readonly help: string
}) => {
  const translate = useTranslate()
  return (
    <FormControlLabel
      value={value}
      control={<Radio />}
      sx={{ alignItems: 'flex-start', mb: 1 }}
      label={
        <>
          <Typography sx={{ fontWeight: 600, pt: 1 }}>{translate(label)}</Typography>
          <Typography variant="body2" color="textSecondary">
            {translate(help)}
          </Typography>
        </>
      }
    />
  )
}

export default PutBackDialog
