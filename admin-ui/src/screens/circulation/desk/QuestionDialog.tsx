import { Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
import { useScannedOn } from './keys.ts'
import type { Question } from './session.ts'

interface QuestionDialogProps {
  readonly question: Question
  /** Somebody scanned on: that is no answer, and waits for its turn. */
  readonly onScan: (code: string) => void
}

/** What stands in the way and may be passed; an exception to the rules asks why. */
export const QuestionDialog = ({ question: { faults, asksReason, answer }, onScan }: QuestionDialogProps) => {
  const translate = useTranslate()
  const [reason, write] = useState('')
  useScannedOn(code => {
    write(before => before.endsWith(code) ? before.slice(0, -code.length) : before)
    onScan(code)
  })
  const ready = !asksReason || reason.trim().length >= 3
  return (
    <FormDialog
      title={translate('circulation.ask.title')} act={translate('circulation.ask.goOn')} ready={ready} busy={false}
      onSend={() => answer(reason.trim())} onClose={() => answer(null)}
    >
      <Stack component="ul" spacing={1} sx={{ m: 0, pl: 2.5 }}>
        {faults.map(({ code, message }) => <Typography component="li" key={code}>{message}</Typography>)}
      </Stack>
      {asksReason && (
        <TextField
          label={translate('circulation.ask.reason')} value={reason} onChange={event => write(event.target.value)} autoFocus required
          helperText={translate('circulation.ask.reasonHint')} slotProps={{ htmlInput: { maxLength: 300 } }}
        />
      )}
    </FormDialog>
  )
}
