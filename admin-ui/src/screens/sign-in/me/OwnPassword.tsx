import { Button, Stack } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { call } from '#console/http.ts'
import { faultText } from '#console/problem.ts'
import { Refused } from '#console/Refused.tsx'
import { useReadAgain } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { takeSession, useMe, type Me } from '#console/session.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { NewPasswordField } from '#console/sign-in/NewPasswordField.tsx'
import { PasswordField } from '#console/sign-in/PasswordField.tsx'
import { useTrying } from '#console/trying.ts'

/** The password: changed by whoever still knows the old one. */
export const OwnPassword = ({ set }: { readonly set: boolean }) => {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={translate('ra.auth.password')}
      intro={translate(set ? 'signIn.password.set' : 'signIn.password.none')}
      actions={
        set &&
        !open && (
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {translate('signIn.password.change')}
          </Button>
        )
      }
    >
      {open && <Changing onDone={() => setOpen(false)} />}
    </Section>
  )
}

const Changing = ({ onDone }: { readonly onDone: () => void }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { staff } = useMe()
  const { busy, problem, trying } = useTrying()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const wrong = faultText(problem, '/old')
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const done = await trying(async () => {
      takeSession(await whenConfirmed(() => call<Me>('/password', { method: 'PUT', body: { old, password } })))
    })
    if (!done) return
    notify('signIn.password.changed', { type: 'success' })
    onDone()
    await readAgain()
  }
  return (
    <Stack component="form" spacing={2} onSubmit={submit} sx={{ maxWidth: 440 }}>
      <Refused problem={problem} />
      <input type="hidden" autoComplete="username" value={staff.email ?? ''} readOnly />
      <PasswordField
        label={translate('signIn.password.old')}
        autoComplete="current-password"
        required
        autoFocus
        value={old}
        onChange={setOld}
        error={wrong !== ''}
        helperText={wrong}
      />
      <NewPasswordField
        label={translate('signIn.password.new')}
        value={password}
        onChange={setPassword}
        faults={problem?.faults}
      />
      <Stack direction="row" spacing={1}>
        <Button type="submit" variant="contained" loading={busy}>
          {translate('signIn.password.act')}
        </Button>
        <Button onClick={onDone}>{translate('ra.action.cancel')}</Button>
      </Stack>
    </Stack>
  )
}
