import { Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { PasswordField } from '#console/sign-in/PasswordField.tsx'
import { useTrying } from '#console/trying.ts'
import type { ProviderRow } from '../answers.ts'

interface SecretDialogProps {
  readonly row: ProviderRow
  readonly onClose: () => void
}

/** The secret that the provider gave; it is kept sealed and never shown again. */
export const SecretDialog = ({ row: { id, provider }, onClose }: SecretDialogProps) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [secret, setSecret] = useState('')
  const send = async () => {
    const body = { secret: secret.trim() }
    const done = await trying(() => whenConfirmed(() => call(`/providers/${id}/secret`, { method: 'PUT', body })))
    if (!done) return
    notify('signIn.provider.secretKept', { type: 'success' })
    onClose()
    await readAgain()
  }
  return (
    <FormDialog
      title={translate('signIn.provider.secretTitle', { name: provider.name })}
      act={translate('ra.action.save')}
      ready={secret.trim() !== ''}
      busy={busy}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Typography>{translate('signIn.provider.secretWhat')}</Typography>
      <Refused problem={problem} faults />
      <PasswordField
        label={translate('signIn.provider.secret')}
        autoComplete="new-password"
        value={secret}
        onChange={setSecret}
        required
        autoFocus
      />
    </FormDialog>
  )
}
