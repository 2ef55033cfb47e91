import { Alert, Button, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useLocaleState, useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { languages, type Language } from '#core/contract.ts'
import { call } from '#console/http.ts'
import { languageNames } from '#console/language.ts'
import { asProblem, faultsAt, type Problem } from '#console/problem.ts'
import { queryClient } from '#console/reading.ts'
import { takeSession, useInstallation, type Me } from '#console/session.ts'
import { NewPasswordField } from '#console/sign-in/NewPasswordField.tsx'
import { Threshold } from '#console/sign-in/Threshold.tsx'

/** Opened from the one-time link printed at start: an empty installation meets its first administrator. */
const WelcomePage = () => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [locale, setLocale] = useLocaleState()
  const { data: installation } = useInstallation()
  const [person, setPerson] = useState({ name: '', email: '', password: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const token = search.get('token') ?? ''
  const field = (name: keyof typeof person) => ({
    value: person[name],
    required: true,
    size: 'medium' as const,
    onChange: (event: { target: { value: string } }) => setPerson({ ...person, [name]: event.target.value }),
    error: faultsAt(problem?.faults ?? [], `/${name}`).length > 0,
  })
  const wrong = (name: keyof typeof person) =>
    faultsAt(problem?.faults ?? [], `/${name}`)
      .map(({ message }) => message)
      .join(' ')
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      takeSession(
        await call<Me>('/first-admin', {
          method: 'POST',
          body: { token, ...person, language: locale },
          aboutSession: true,
        }),
      )
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/session' })
      await navigate('/')
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }
  return (
    <Threshold installation={installation?.name ?? ''}>
      <Stack component="form" spacing={2.5} onSubmit={submit}>
        <div>
          <Typography variant="h1">{translate('permissions.welcome.title')}</Typography>
          <Typography color="textSecondary" sx={{ mt: 0.5 }}>
            {translate('permissions.welcome.intro')}
          </Typography>
        </div>
        {token === '' && <Alert severity="warning">{translate('permissions.welcome.noToken')}</Alert>}
        {problem && (
          <Alert severity="error" role="alert">
            {problem.isOffline ? translate('console.offline') : problem.message || translate('console.failed')}
          </Alert>
        )}
        <TextField
          select
          label={translate('console.language')}
          value={locale}
          size="medium"
          onChange={event => void setLocale(event.target.value as Language)}
        >
          {languages.map(language => (
            <MenuItem key={language} value={language} lang={language}>
              {languageNames[language]}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          {...field('name')}
          label={translate('permissions.welcome.name')}
          autoComplete="name"
          helperText={wrong('name')}
        />
        <TextField
          {...field('email')}
          label={translate('ra.auth.email')}
          type="email"
          autoComplete="username"
          helperText={wrong('email')}
        />
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
    </Threshold>
  )
}

export default WelcomePage
