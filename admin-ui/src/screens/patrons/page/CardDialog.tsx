import { TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { faultText } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'

interface CardDialogProps {
  readonly name: string
  readonly membership: string
  readonly replaces: { readonly id: string; readonly number: string } | null
  readonly onClose: () => void
}

/** Another card: scanned, or with a number of our own where none is at hand. */
export const CardDialog = ({ name, membership, replaces, onClose }: CardDialogProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const [number, setNumber] = useState('')
  const { busy, problem, trying } = useTrying()
  const send = () =>
    trying(async () => {
      const card = number.trim().toUpperCase() || 'generated'
      await call('/cards', { method: 'POST', body: { membership, card, ...(replaces && { replaces: replaces.id }) } })
      await readAgain()
      onClose()
    })
  return (
    <FormDialog title={translate('patrons.card.giveTo', { name })} act={translate('patrons.card.give')} ready busy={busy}
      onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} />
      {replaces && <Typography>{translate('patrons.card.replaces', { number: replaces.number })}</Typography>}
      <TextField label={translate('patrons.field.card')} value={number} onChange={event => setNumber(event.target.value)} autoFocus
        error={faultText(problem, '/card') !== ''} helperText={faultText(problem, '/card') || translate('patrons.card.hint')}
        slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off', inputMode: 'numeric' } }} />
    </FormDialog>
  )
}
