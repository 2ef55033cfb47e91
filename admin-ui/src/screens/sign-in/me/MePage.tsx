import { Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { LanguageSwitch } from '#console/frame/LanguageSwitch.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import type { Factors } from '../answers.ts'
import { AtTheDesk } from './AtTheDesk.tsx'
import { ByBadge } from './ByBadge.tsx'
import { OwnPassword } from './OwnPassword.tsx'
import { OwnProviders } from './OwnProviders.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { Passkeys } from './Passkeys.tsx'
import { SecondStep } from './SecondStep.tsx'

/** How I sign in, and where I am signed in. */
const MePage = () => {
  const translate = useTranslate()
  const { staff } = useMe()
  const reading = useReading<Factors>('/factors')
  return (
    <Page
      title={translate('signIn.me.title')}
      intro={[staff.name, staff.email].filter(Boolean).join(' · ')}
      help="me"
    >
      <ByBadge />
      <Answered reading={reading}>
        {factors => (
          <Stack spacing={3} sx={{ maxWidth: 860 }}>
            <OwnPassword set={factors.password} />
            <SecondStep factors={factors} />
            <Passkeys held={factors.passkeys} />
            <OwnProviders linked={factors.providers} />
            <AtTheDesk badge={factors.badge} pin={factors.pin} />
          </Stack>
        )}
      </Answered>
      <Stack spacing={3} sx={{ maxWidth: 860 }}>
        <OwnSessions />
        <Section title={translate('console.language')} intro={translate('signIn.me.language')}>
          <LanguageSwitch />
        </Section>
      </Stack>
    </Page>
  )
}

export default MePage
