import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useId, useState, type SubmitEvent } from 'react'
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
  const heading = useId()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [secret, setSecret] = useState('')
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = { secret: secret.trim() }
    const done = await trying(() => whenConfirmed(() => call(`/providers/${id}/secret`, { method: 'PUT', body })))
    if (!done) return
    notify('signIn.provider.secretKept', { type: 'success' })
    onClose()
    await readAgain()
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} maxWidth="xs" fullWidth>
      <DialogTitle id={heading} component="h2">
        {translate('signIn.provider.secretTitle', { name: provider.name })}
      </DialogTitle>
      <form onSubmit={submit}>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
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
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={busy} disabled={secret.trim() === ''}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
