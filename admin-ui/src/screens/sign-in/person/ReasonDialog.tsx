import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState, type SubmitEvent } from 'react'
import type { Problem } from '#console/problem.ts'
import { Refused } from '#console/Refused.tsx'

interface ReasonDialogProps {
  readonly title: string
  /** What it does, said before it is done. */
  readonly what: string
  readonly busy: boolean
  readonly problem: Problem | null
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
}

/** An act on somebody else's sign-in always says why; it stays in the log. */
export const ReasonDialog = ({ title, what, busy, problem, onSend, onClose }: ReasonDialogProps) => {
  const translate = useTranslate()
  const heading = useId()
  const [reason, setReason] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    onSend(reason.trim())
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} maxWidth="xs" fullWidth>
      <DialogTitle id={heading} component="h2">
        {title}
      </DialogTitle>
      <form onSubmit={submit}>
        <DialogContent sx={{ pt: 0 }}>
          <Stack spacing={2}>
            <Typography>{what}</Typography>
            <Refused problem={problem} faults />
            <TextField
              label={translate('signIn.wayIn.reason')}
              helperText={translate('signIn.wayIn.reasonHint')}
              value={reason}
              onChange={event => setReason(event.target.value)}
              required
              autoFocus
              multiline
              maxRows={4}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} disabled={busy}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy} disabled={reason.trim() === ''}>
            {title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
