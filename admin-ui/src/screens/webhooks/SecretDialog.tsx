import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { CopyField } from '#console/CopyField.tsx'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import type { NewSecret, WebhookRow } from './answers.ts'

interface SecretDialogProps {
  readonly id: string
  readonly name: string
  /** Not there yet while a new webhook is being read. */
  readonly row: WebhookRow | undefined
  readonly onClose: () => void
}

/** Makes the secret that messages are signed with, and shows it once. */
export const SecretDialog = ({ id, name, row, onClose }: SecretDialogProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const heading = useId()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [made, setMade] = useState<NewSecret | null>(null)
  const [copied, setCopied] = useState(false)
  const isFirst = row?.hasSecret !== true
  const make = () =>
    trying(async () => {
      setMade(await whenConfirmed(() => call<NewSecret>(`/webhooks/${id}/secret`, { method: 'POST' })))
      await readAgain()
    })
  return (
    <Dialog open onClose={busy || made ? undefined : onClose} aria-labelledby={heading} maxWidth="sm" fullWidth>
      <DialogTitle id={heading} component="h2">
        {translate('webhooks.secret.title', { name })}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Refused problem={problem} faults />
          {made === null ? (
            <Typography>{translate(isFirst ? 'webhooks.secret.first' : 'webhooks.secret.again')}</Typography>
          ) : (
            <>
              <Alert severity="warning">{translate('webhooks.secret.once')}</Alert>
              <CopyField label={translate('webhooks.secret.one')} value={made.secret} wrapped onCopied={() => setCopied(true)} />
              {made.formerUntil !== null && (
                <Typography>{translate('webhooks.secret.former', { at: formatMoment(language, made.formerUntil) })}</Typography>
              )}
            </>
          )}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        {made === null ? (
          <>
            <Button onClick={onClose} disabled={busy}>
              {translate('ra.action.cancel')}
            </Button>
            <Button variant="contained" loading={busy} onClick={() => void make()}>
              {translate('webhooks.secret.make')}
            </Button>
          </>
        ) : (
          <Button variant={copied ? 'contained' : 'outlined'} onClick={onClose}>
            {translate('webhooks.secret.kept')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
