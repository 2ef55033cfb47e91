import { Alert, Button, Stack, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { call } from '#console/http.ts'
import { faultText } from '#console/problem.ts'
import { Refused } from '#console/Refused.tsx'
import type { Me } from '#console/session.ts'
import { enter } from '#console/sign-in/enter.ts'
import { NewPasswordField } from '#console/sign-in/NewPasswordField.tsx'
import { NextStep } from '#console/sign-in/NextStep.tsx'
import type { Entry } from '#console/sign-in/sign-in.ts'
import { Step } from '#console/sign-in/Step.tsx'
import { useEntry } from '#console/sign-in/useEntry.ts'
import { useTrying } from '#console/trying.ts'

/** Opened from the one-time link printed at start: an empty installation meets its first administrator. */
const WelcomePage = () => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const language = useLocale()
  const [person, setPerson] = useState({ name: '', email: '', password: '' })
  const { busy, problem, trying } = useTrying()
  const entry = useEntry((me: Me) => {
    enter(me)
    void navigate('/')
  })
  const token = search.get('token') ?? ''
  const field = (name: 'name' | 'email') => {
    const wrong = faultText(problem, `/${name}`)
    return {
      value: person[name],
      required: true,
      size: 'medium' as const,
      onChange: (event: { target: { value: string } }) => setPerson({ ...person, [name]: event.target.value }),
      error: wrong !== '',
      helperText: wrong,
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void trying(async () => {
      const body = { token, ...person, language }
      entry.take(await call<Entry>('/first-admin', { method: 'POST', body, aboutSession: true }))
    })
  }
  if (entry.asked) return <NextStep asked={entry.asked} entry={entry} />
  return (
    <Step title={translate('permissions.welcome.title')} intro={translate('permissions.welcome.intro')}>
      <Stack component="form" spacing={2.5} onSubmit={submit}>
        {token === '' && <Alert severity="warning">{translate('permissions.welcome.noToken')}</Alert>}
        <Refused problem={problem} />
        <TextField {...field('name')} label={translate('permissions.welcome.name')} autoComplete="name" />
        <TextField {...field('email')} label={translate('ra.auth.email')} type="email" autoComplete="username" />
        <NewPasswordField
          label={translate('permissions.welcome.password')}
          value={person.password}
          onChange={password => setPerson({ ...person, password })}
          faults={problem?.faults}
        />
        <Button type="submit" variant="contained" size="large" loading={busy} disabled={token === ''}>
          {translate('permissions.welcome.start')}
        </Button>
      </Stack>
    </Step>
  )
}

export default WelcomePage
