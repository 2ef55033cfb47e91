import { Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as To } from 'react-router-dom'
import { LinkPage } from '#console/sign-in/LinkPage.tsx'

/** Opened from the link in a mail: a new password. */
const ResetPage = () => {
  const translate = useTranslate()
  return (
    <LinkPage
      title={translate('signIn.reset.title')}
      intro={translate('signIn.reset.intro')}
      label={translate('signIn.reset.password')}
      act={translate('signIn.reset.act')}
      noToken={translate('signIn.reset.noToken')}
    >
      <Link component={To} to="/forgotten" sx={{ alignSelf: 'flex-start' }}>
        {translate('signIn.reset.again')}
      </Link>
    </LinkPage>
  )
}

export default ResetPage
