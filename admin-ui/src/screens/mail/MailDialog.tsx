import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useId, type ReactNode } from 'react'
import { Answered } from '#console/Answered.tsx'
import { call } from '#console/http.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import type { OneMail } from './answers.ts'
import { StateChip } from './StateChip.tsx'

interface MailDialogProps {
  readonly id: string
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** One mail to be read, what became of it, and the way to send it again. */
export const MailDialog = ({ id, onOpen, onClose }: MailDialogProps) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const heading = useId()
  const reading = useReading<OneMail>(`/mail/${id}`)
  const { busy, problem, trying } = useTrying()
  const mail = reading.data
  const sendAgain = () =>
    trying(async () => {
      const again = await call<OneMail>(`/mail/${id}/again`, { method: 'POST' })
      notify('mail.queuedAgain', { type: 'success' })
      await readAgain()
      onOpen(again.id)
    })
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading} sx={{ typography: 'h2' }}>
        {mail?.subject ?? '…'}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Answered reading={reading}>{read => <Letter mail={read} />}</Answered>
          <Refused problem={problem} faults />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap', gap: 1 }}>
        {mail?.againAs != null && (
          <Button onClick={() => onOpen(mail.againAs ?? '')}>{translate('mail.seeAgain')}</Button>
        )}
        {mail?.maySendAgain === true && (
          <Button variant="contained" loading={busy} onClick={() => void sendAgain()}>
            {translate('mail.sendAgain')}
          </Button>
        )}
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

const Letter = ({ mail }: { readonly mail: OneMail }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Stack spacing={2}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'auto 1fr' }, columnGap: 2, rowGap: 0.5 }}
      >
        <Told name="to">{`${mail.name} · ${mail.address}`}</Told>
        <Told name="unit">{mail.unit.name}</Told>
        <Told name="at">
          {mail.by === null
            ? formatMoment(language, mail.at)
            : translate('console.history.by', { name: mail.by, at: formatMoment(language, mail.at) })}
        </Told>
        <Told name="where">
          <StateChip state={mail.state} />
        </Told>
        {mail.sentAt && <Told name="sentAt">{formatMoment(language, mail.sentAt)}</Told>}
        {mail.replyTo && <Told name="replyTo">{mail.replyTo}</Told>}
        {mail.failure && <Told name="failure">{translate(`mail.failure.${mail.failure}`)}</Told>}
        {mail.failureSaid && <Told name="said">{mail.failureSaid}</Told>}
        {mail.tryAt && mail.tries > 0 && <Told name="next">{formatMoment(language, mail.tryAt)}</Told>}
      </Box>
      {mail.linkGone && mail.state !== 'sent' && <Alert severity="info">{translate('mail.linkGone')}</Alert>}
      <Typography
        component="div"
        lang={mail.language}
        sx={{
          p: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.default',
          whiteSpace: 'pre-wrap', overflowWrap: 'anywhere',
        }}
      >
        {mail.text}
      </Typography>
      {mail.text.includes('••••') && (
        <Typography variant="body2" color="textSecondary">
          {translate('mail.masked')}
        </Typography>
      )}
    </Stack>
  )
}

const Told = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const translate = useTranslate()
  return (
    <>
      <Typography component="dt" color="textSecondary" variant="body2">
        {translate(`mail.told.${name}`)}
      </Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </>
  )
}
