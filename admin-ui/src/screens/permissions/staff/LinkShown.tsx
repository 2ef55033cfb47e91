import { Alert, Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { CopyField } from '#console/CopyField.tsx'
import { addressOf } from './link.ts'

interface LinkShownProps {
  readonly token: string
  readonly name: string
  /** It is on its way by mail as well. */
  readonly mailed: boolean
}

/** A one-time link, to copy and pass on; it is shown now and never again. */
export const LinkShown = ({ token, name, mailed }: LinkShownProps) => {
  const translate = useTranslate()
  return (
    <Box>
      <Alert severity="success" sx={{ mb: 2 }}>
        {translate(mailed ? 'permissions.link.mailed' : 'permissions.link.intro', { name })}
      </Alert>
      <CopyField
        label={translate('permissions.link.label')}
        value={addressOf(token)}
        hint={translate('permissions.link.once')}
      />
    </Box>
  )
}
