import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect } from 'react'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { Pieces } from '../Pieces.tsx'
import { Refused } from '../Refused.tsx'
import { useInstallation, type Installation } from '../session.ts'
import { useTrying } from '../trying.ts'
import { enter } from './enter.ts'
import { NextQuestion } from './NextQuestion.tsx'
import { signIn, type Entry } from './sign-in.ts'
import { SignInForm } from './SignInForm.tsx'
import { Threshold } from './Threshold.tsx'
import { useEntry } from './useEntry.ts'

/** The door of the console. A demo shows whom one may be. */
export const SignIn = () => {
  const translate = useTranslate()
  const { data: installation } = useInstallation()
  const entry = useEntry(enter)
  const { asked, take } = entry
  useEffect(() => {
    document.title = `${translate('ra.auth.sign_in')} · Filiaal`
  }, [translate])
  const said = asked?.enrol ? 'enrol' : asked ? 'second' : 'signIn'
  return (
    <Threshold installation={installation?.name ?? ''}>
      <Stack spacing={3}>
        <Box>
          <Typography variant="h1">{translate(`console.${said}.title`)}</Typography>
          {!asked && (
            <Typography color="textSecondary" sx={{ mt: 0.5 }}>
              {translate('console.signIn.intro')}
            </Typography>
          )}
        </Box>
        {asked ? <NextQuestion asked={asked} entry={entry} /> : <FirstQuestion installation={installation} onEntry={take} />}
        <Box>
          <LanguageSwitch />
        </Box>
      </Stack>
    </Threshold>
  )
}

interface FirstQuestionProps {
  readonly installation: Installation | undefined
  readonly onEntry: (entry: Entry) => void
}

const FirstQuestion = ({ installation, onEntry }: FirstQuestionProps) => {
  const translate = useTranslate()
  const people = installation?.signIns ?? []
  return (
    <>
      {installation?.needsFirstAdmin && <Alert severity="info">{translate('console.signIn.firstAdmin')}</Alert>}
      <Pieces place="doorstep" props={{ onEntry }} />
      <SignInForm email="" onEntry={onEntry} />
      <Pieces place="door" props={{ onEntry }} />
      {people.length > 0 && <DemoSignIns people={people} onEntry={onEntry} />}
    </>
  )
}

interface DemoSignInsProps {
  readonly people: NonNullable<Installation['signIns']>
  readonly onEntry: (entry: Entry) => void
}

const DemoSignIns = ({ people, onEntry }: DemoSignInsProps) => {
  const translate = useTranslate()
  const { problem, trying } = useTrying()
  const be = (email: string, password: string) => trying(async () => onEntry(await signIn(email, password)))
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
      <Refused problem={problem} />
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
