import { Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { call } from '../http.ts'
import { Refused } from '../Refused.tsx'
import { useTrying } from '../trying.ts'
import { NewPasswordField } from './NewPasswordField.tsx'
import type { Entry } from './sign-in.ts'

interface ChoosePasswordProps {
  /** The key of the one-time link. */
  readonly token: string
  readonly label: string
  readonly act: string
  readonly onEntry: (entry: Entry) => void
  /** Above the field. */
  readonly children?: ReactNode
}

/** Whoever opened a one-time link chooses a password, and is inside or one question away from it. */
export const ChoosePassword = ({ token, label, act, onEntry, children }: ChoosePasswordProps) => {
  const translate = useTranslate()
  const { busy, problem, trying } = useTrying()
  const [password, setPassword] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void trying(async () =>
      onEntry(await call<Entry>('/invitation', { method: 'POST', body: { token, password }, aboutSession: true })),
    )
  }
  return (
    <Stack component="form" spacing={2.5} onSubmit={submit} aria-label={translate('console.password.form')}>
      {children}
      <Refused problem={problem} />
      <NewPasswordField label={label} value={password} onChange={setPassword} faults={problem?.faults} autoFocus />
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={busy}
        disabled={token === '' || password === ''}
      >
        {act}
      </Button>
    </Stack>
  )
}
