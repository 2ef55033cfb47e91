import { Alert, Button, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { asProblem, type Problem } from '../problem.ts'
import { signIn, type Me } from '../session.ts'

interface SignInFormProps {
  readonly email: string
  readonly password?: string
  readonly onSignedIn: (me: Me) => void
}

/** E-mail address and password; paste and password stores work, nothing must be remembered twice. */
export const SignInForm = ({ email: known, password: given = '', onSignedIn }: SignInFormProps) => {
  const translate = useTranslate()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState(given)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      onSignedIn(await signIn(email.trim(), password))
    } catch (error) {
      setProblem(asProblem(error))
    }
    setBusy(false)
  }
  return (
    <Stack component="form" spacing={2} onSubmit={submit}>
      {problem && (
        <Alert severity="error" role="alert">
          {problem.isOffline
            ? translate('console.offline')
            : problem.message || translate('ra.auth.sign_in_error')}
        </Alert>
      )}
      <TextField
        label={translate('ra.auth.email')}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={event => setEmail(event.target.value)}
        size="medium"
        autoFocus={known === ''}
      />
      <TextField
        label={translate('ra.auth.password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={event => setPassword(event.target.value)}
        size="medium"
        autoFocus={known !== ''}
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        {translate('ra.auth.sign_in')}
      </Button>
    </Stack>
  )
}
