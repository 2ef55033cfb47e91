import { Alert, Button, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { call } from '#console/http.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { queryClient } from '#console/reading.ts'
import { takeSession, useInstallation, type Me } from '#console/session.ts'
import { Threshold } from '#console/sign-in/Threshold.tsx'

/** Opened from a one-time link that a colleague passed on: a password is chosen, and one is inside. */
const InvitationPage = () => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { data: installation } = useInstallation()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const token = search.get('token') ?? ''
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      const answer = await call<Me | { readonly asked: unknown }>('/invitation', {
        method: 'POST', body: { token, password }, aboutSession: true,
      })
      // The password is set; who has a second factor signs in with both.
      if (!('asked' in answer)) takeSession(answer)
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
          <Typography variant="h1">{translate('permissions.invitation.title')}</Typography>
          <Typography color="textSecondary" sx={{ mt: 0.5 }}>
            {translate('permissions.invitation.intro')}
          </Typography>
        </div>
        {token === '' && <Alert severity="warning">{translate('permissions.invitation.noToken')}</Alert>}
        {problem && (
          <Alert severity="error" role="alert">
            {problem.isOffline ? translate('console.offline') : problem.message || translate('console.failed')}
          </Alert>
        )}
        <TextField
          label={translate('permissions.welcome.password')}
          type="password"
          autoComplete="new-password"
          size="medium"
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
          helperText={translate('permissions.welcome.passwordHint')}
          error={(problem?.faults.length ?? 0) > 0}
        />
        <Button
          type="submit"
          variant="contained"
          size="large"
          loading={busy}
          disabled={token === '' || password === ''}
        >
          {translate('permissions.welcome.start')}
        </Button>
      </Stack>
    </Threshold>
  )
}

export default InvitationPage
