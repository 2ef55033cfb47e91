import { Button, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { OneRequest } from '../answers.ts'
import type { Act } from './useAct.ts'

interface ReaddressProps {
  readonly request: OneRequest
  readonly act: Act
}

/** A mail to whoever phoned or mailed came back: their address is mended, and they are mailed again. */
export const Readdress = ({ request: { mails, asker, bounced, may }, act: { act, busy } }: ReaddressProps) => {
  const translate = useTranslate()
  const wrong = mails.find(({ state, address }) => state === 'bounced' && address !== null)?.address ?? ''
  const [address, setAddress] = useState(wrong)
  if (!bounced || wrong === '' || !may.includes('handle')) return null
  const ready = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim())
  return (
    <Stack component="form" spacing={1.5} sx={{ mb: 2 }} onSubmit={event => {
      event.preventDefault()
      if (ready) void act('asker', { email: address.trim() }, 'requests.mails.again')
    }}>
      <Typography>{translate('requests.mails.wrong', { name: asker.name })}</Typography>
      <TextField type="email" label={translate('requests.behalf.address')} value={address} onChange={event => setAddress(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 254 } }} />
      <Button type="submit" variant="outlined" disabled={!ready || busy}>{translate('requests.mails.readdress')}</Button>
    </Stack>
  )
}
