import { Button, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { Refused } from '../Refused.tsx'
import { useTrying } from '../trying.ts'
import { PasswordField } from './PasswordField.tsx'
import { signIn, type Entry } from './sign-in.ts'

interface SignInFormProps {
  readonly email: string
  readonly onEntry: (entry: Entry) => void
}

/** E-mail address and password; paste and password stores work, nothing must be remembered twice. */
export const SignInForm = ({ email: known, onEntry }: SignInFormProps) => {
  const translate = useTranslate()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const { busy, problem, trying } = useTrying()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void trying(async () => onEntry(await signIn(email.trim(), password)))
  }
  return (
    <Stack component="form" spacing={2} onSubmit={submit}>
      <Refused problem={problem} />
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
      <PasswordField
        label={translate('ra.auth.password')}
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
        autoFocus={known !== ''}
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        {translate('ra.auth.sign_in')}
      </Button>
    </Stack>
  )
}
