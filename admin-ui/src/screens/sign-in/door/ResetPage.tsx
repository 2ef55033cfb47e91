import { Alert, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as To, useNavigate, useSearchParams } from 'react-router-dom'
import { ChoosePassword } from '#console/sign-in/ChoosePassword.tsx'
import { enter } from '#console/sign-in/enter.ts'
import { NextQuestion } from '#console/sign-in/NextQuestion.tsx'
import { Step } from '#console/sign-in/Step.tsx'
import { useEntry } from '#console/sign-in/useEntry.ts'

/** Opened from the link in a mail: a new password, and one is inside. */
const ResetPage = () => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const entry = useEntry(me => {
    enter(me)
    void navigate('/', { replace: true })
  })
  const token = search.get('token') ?? ''
  if (entry.asked)
    return (
      <Step title={translate(entry.asked.enrol ? 'console.enrol.title' : 'console.second.title')}>
        <NextQuestion asked={entry.asked} entry={entry} />
      </Step>
    )
  return (
    <Step title={translate('signIn.reset.title')}>
      <ChoosePassword
        token={token}
        label={translate('signIn.reset.password')}
        act={translate('signIn.reset.act')}
        onEntry={entry.take}
      >
        <Typography>{translate('signIn.reset.intro')}</Typography>
        {token === '' && <Alert severity="warning">{translate('signIn.reset.noToken')}</Alert>}
      </ChoosePassword>
      <Link component={To} to="/forgotten" sx={{ alignSelf: 'flex-start' }}>
        {translate('signIn.reset.again')}
      </Link>
    </Step>
  )
}

export default ResetPage
