import { useTranslate } from 'ra-core'
import { LinkPage } from '#console/sign-in/LinkPage.tsx'

/** Opened from a one-time link that a colleague passed on: a first password. */
const InvitationPage = () => {
  const translate = useTranslate()
  return (
    <LinkPage
      title={translate('permissions.invitation.title')}
      intro={translate('permissions.invitation.intro')}
      label={translate('permissions.welcome.password')}
      act={translate('permissions.welcome.start')}
      noToken={translate('permissions.invitation.noToken')}
    />
  )
}

export default InvitationPage
