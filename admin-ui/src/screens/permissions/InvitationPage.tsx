import { Alert, Box, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { LanguageSwitch } from '#console/frame/LanguageSwitch.tsx'
import { useInstallation } from '#console/session.ts'
import { ChoosePassword } from '#console/sign-in/ChoosePassword.tsx'
import { enter } from '#console/sign-in/enter.ts'
import { NextQuestion } from '#console/sign-in/NextQuestion.tsx'
import { Threshold } from '#console/sign-in/Threshold.tsx'
import { useEntry } from '#console/sign-in/useEntry.ts'

/** Opened from a one-time link that a colleague passed on: a password is chosen, and one is inside. */
const InvitationPage = () => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { data: installation } = useInstallation()
  const entry = useEntry(me => {
    enter(me)
    void navigate('/', { replace: true })
  })
  const token = search.get('token') ?? ''
  const { asked, take } = entry
  return (
    <Threshold installation={installation?.name ?? ''}>
      <Stack spacing={3}>
        <Box>
          <Typography variant="h1">
            {translate(asked ? (asked.enrol ? 'console.enrol.title' : 'console.second.title') : 'permissions.invitation.title')}
          </Typography>
          {!asked && (
            <Typography color="textSecondary" sx={{ mt: 0.5 }}>
              {translate('permissions.invitation.intro')}
            </Typography>
          )}
        </Box>
        {asked ? (
          <NextQuestion asked={asked} entry={entry} />
        ) : (
          <ChoosePassword
            token={token}
            label={translate('permissions.welcome.password')}
            act={translate('permissions.welcome.start')}
            onEntry={take}
          >
            {token === '' && <Alert severity="warning">{translate('permissions.invitation.noToken')}</Alert>}
          </ChoosePassword>
        )}
        <Box>
          <LanguageSwitch />
        </Box>
      </Stack>
    </Threshold>
  )
}

export default InvitationPage
