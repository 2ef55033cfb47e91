import { TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
import type { Loan } from '#plugins/circulation/contract/loan.ts'

/** What a borrower says of something that they have on loan. */
export const saids = ['claimed', 'lost'] as const
export type Said = (typeof saids)[number]

interface NoteDialogProps {
  readonly act: Said
  readonly loans: readonly Loan[]
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
}

/** Says what comes of it before it is noted, with a word if one likes. */
export const NoteDialog = ({ act, loans, onSend, onClose }: NoteDialogProps) => {
  const translate = useTranslate()
  const [reason, write] = useState('')
  const said = reason.trim()
  const wrong = said.length > 0 && said.length < 3
  return (
    <FormDialog
      title={translate(`circulation.desk.note.title.${act}`)} act={translate(`circulation.desk.note.do.${act}`)} removes={act === 'lost'}
      ready={!wrong} busy={false} onSend={() => onSend(said)} onClose={onClose}
    >
      <Typography sx={{ fontWeight: 600 }}>{loans.map(({ item }) => item.title).join(', ')}</Typography>
      <Typography>{translate(`circulation.desk.note.means.${act}`)}</Typography>
      <TextField
        label={translate('circulation.desk.note.word')} value={reason} onChange={event => write(event.target.value)} autoFocus error={wrong}
        helperText={wrong ? translate('circulation.desk.note.short') : undefined} slotProps={{ htmlInput: { maxLength: 300 } }}
      />
    </FormDialog>
  )
}
