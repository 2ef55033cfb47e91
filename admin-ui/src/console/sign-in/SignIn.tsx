import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { asProblem, type Problem } from '../problem.ts'
import { queryClient } from '../reading.ts'
import { signIn, takeSession, useInstallation, type Installation, type Me } from '../session.ts'
import { SignInForm } from './SignInForm.tsx'
import { Threshold } from './Threshold.tsx'

const enter = (me: Me) => {
  takeSession(me)
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/session' })
}

/** The door of the console. A demo shows whom one may be. */
export const SignIn = () => {
  const translate = useTranslate()
  const { data: installation } = useInstallation()
  useEffect(() => {
    document.title = `${translate('ra.auth.sign_in')} · Filiaal`
  }, [translate])
  return (
    <Threshold installation={installation?.name ?? ''}>
      <Stack spacing={3}>
        <Box>
          <Typography variant="h1">{translate('console.signIn.title')}</Typography>
          <Typography color="textSecondary" sx={{ mt: 0.5 }}>
            {translate('console.signIn.intro')}
          </Typography>
        </Box>
        {installation?.needsFirstAdmin && (
          <Alert severity="info">{translate('console.signIn.firstAdmin')}</Alert>
        )}
        <SignInForm email="" onSignedIn={enter} />
        {installation?.signIns && installation.signIns.length > 0 && (
          <DemoSignIns people={installation.signIns} />
        )}
        <Box>
          <LanguageSwitch />
        </Box>
      </Stack>
    </Threshold>
  )
}

const DemoSignIns = ({ people }: { readonly people: NonNullable<Installation['signIns']> }) => {
  const translate = useTranslate()
  const [problem, setProblem] = useState<Problem | null>(null)
  const be = (email: string, password: string) =>
    signIn(email, password)
      .then(enter)
      .catch((error: unknown) => setProblem(asProblem(error)))
  return (
    <Box
      component="section"
      aria-labelledby="demo-people"
      sx={{ borderTop: 1, borderColor: 'divider', pt: 2.5 }}
    >
      <Typography id="demo-people" variant="h3" component="h2">
        {translate('console.signIn.demo')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {translate('console.signIn.demoIntro')}
      </Typography>
      {problem && (
        <Alert severity="error" role="alert" sx={{ mb: 1 }}>
          {problem.message}
        </Alert>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {people.map(({ email, name, role, password = 'demo' }) => (
          <li key={email}>
            <Button
              fullWidth
              variant="outlined"
              onClick={() => void be(email, password)}
              sx={{
                justifyContent: 'space-between',
                textAlign: 'left',
                borderColor: 'divider',
                color: 'text.primary',
                px: 2,
                py: 1,
              }}
            >
              <span>{name}</span>
              <Typography component="span" variant="body2" color="textSecondary">
                {role}
              </Typography>
            </Button>
          </li>
        ))}
      </Box>
    </Box>
  )
}
