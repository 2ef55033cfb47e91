import { Alert, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useReadAgain } from '#console/reading.ts'
import { useMe } from '#console/session.ts'
import { confirmYourself } from '#console/sign-in/confirm.ts'

/** Whoever took over with a badge gives no rights until they confirm who they are; here they do. */
export const ByBadge = () => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const { session } = useMe()
  if (!session.byBadge) return null
  const confirm = async () => {
    if (await confirmYourself()) await readAgain()
  }
  return (
    <Alert
      severity="info"
      sx={{ mb: 3, maxWidth: 860, alignItems: 'center' }}
      action={
        <Button variant="outlined" onClick={() => void confirm()}>
          {translate('signIn.byBadge.confirm')}
        </Button>
      }
    >
      {translate('signIn.byBadge.what')}
    </Alert>
  )
}
