import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { Page } from '../Page.tsx'

export const NotFound = () => {
  const translate = useTranslate()
  return (
    <Page title={translate('ra.page.not_found')} intro={translate('ra.message.not_found')}>
      <div>
        <Button component={Link} to="/" variant="contained">
          {translate('console.toStart')}
        </Button>
      </div>
    </Page>
  )
}
