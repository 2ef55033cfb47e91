import { TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
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
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={title}
      act={title}
      ready={reason.trim() !== ''}
      busy={busy}
      onSend={() => onSend(reason.trim())}
      onClose={onClose}
    >
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
    </FormDialog>
  )
}
