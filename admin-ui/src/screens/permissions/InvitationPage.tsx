import { Alert } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { ChoosePassword } from '#console/sign-in/ChoosePassword.tsx'
import { enter } from '#console/sign-in/enter.ts'
import { NextQuestion } from '#console/sign-in/NextQuestion.tsx'
import { Step } from '#console/sign-in/Step.tsx'
import { useEntry } from '#console/sign-in/useEntry.ts'

/** Opened from a one-time link that a colleague passed on: a password is chosen, and one is inside. */
const InvitationPage = () => {
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
    <Step title={translate('permissions.invitation.title')} intro={translate('permissions.invitation.intro')}>
      <ChoosePassword
        token={token}
        label={translate('permissions.welcome.password')}
        act={translate('permissions.welcome.start')}
        onEntry={entry.take}
      >
        {token === '' && <Alert severity="warning">{translate('permissions.invitation.noToken')}</Alert>}
      </ChoosePassword>
    </Step>
  )
}

export default InvitationPage
