import { Alert, Button, Link, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { Link as To } from 'react-router-dom'
import { call } from '#console/http.ts'
import { Refused } from '#console/Refused.tsx'
import { Step } from '#console/sign-in/Step.tsx'
import { useTrying } from '#console/trying.ts'

/** Whoever forgot their password gets a link by mail; the page says the same whoever asks. */
const ForgottenPage = () => {
  const translate = useTranslate()
  const { busy, problem, trying } = useTrying()
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState(false)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = { email: email.trim() }
    setSent(await trying(() => call('/password-reset', { method: 'POST', body, aboutSession: true })))
  }
  return (
    <Step title={translate('signIn.forgotten.title')}>
      {sent ? (
        <Alert severity="info" role="status">
          {translate('signIn.forgotten.sent', { email: email.trim() })}
        </Alert>
      ) : (
        <Stack component="form" spacing={2} onSubmit={submit}>
          <Typography>{translate('signIn.forgotten.intro')}</Typography>
          <Refused problem={problem} />
          <TextField
            label={translate('ra.auth.email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            size="medium"
            value={email}
            onChange={event => setEmail(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 254 } }}
          />
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {translate('signIn.forgotten.act')}
          </Button>
        </Stack>
      )}
      <Link component={To} to="/" sx={{ alignSelf: 'flex-start' }}>
        {translate('signIn.forgotten.back')}
      </Link>
    </Step>
  )
}

export default ForgottenPage
