import { Alert, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router-dom'
import { enter } from '#console/sign-in/enter.ts'
import { NextStep } from '#console/sign-in/NextStep.tsx'
import type { Asked } from '#console/sign-in/sign-in.ts'
import { Step } from '#console/sign-in/Step.tsx'
import { useEntry } from '#console/sign-in/useEntry.ts'

/** Said of the commonest reasons; the others are told in the log of the server. */
const known = ['not-linked', 'second-factor-missing', 'provider-unreachable']

const readAsked = (text: string): Asked | null => {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))) as Asked
  } catch {
    return null
  }
}

/** Where one comes back to from one's own organisation when the sign-in is not over yet, or was refused. */
const LoginPage = () => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const entry = useEntry(me => {
    enter(me)
    void navigate('/', { replace: true })
  })
  const asked = entry.asked ?? readAsked(search.get('asked') ?? '')
  const refused = search.get('refused')
  const nothing = asked === null && refused === null
  useEffect(() => {
    if (nothing) void navigate('/', { replace: true })
  }, [nothing, navigate])
  const back = () => void navigate('/', { replace: true })
  if (asked) return <NextStep asked={asked} entry={{ ...entry, back }} />
  return (
    <Step title={translate('signIn.refused.title')}>
      <Alert severity="error" role="alert">
        {translate(`signIn.refused.${known.find(code => refused === `sign-in.${code}`) ?? 'other'}`)}
      </Alert>
      <Button component={Link} to="/" replace variant="contained" size="large">
        {translate('signIn.forgotten.back')}
      </Button>
    </Step>
  )
}

export default LoginPage
