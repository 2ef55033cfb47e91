import { Dialog, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useConnection } from '../connection.ts'
import { useReadAgain } from '../reading.ts'
import { takeSession, useMe } from '../session.ts'
import { SignInForm } from './SignInForm.tsx'

/** A session that ended is taken up again on the spot; what was typed stays where it is. */
export const SignInAgain = () => {
  const translate = useTranslate()
  const { signedOut } = useConnection()
  const { staff } = useMe()
  const readAgain = useReadAgain()
  return (
    <Dialog open={signedOut} aria-labelledby="sign-in-again" maxWidth="xs" fullWidth>
      <DialogTitle id="sign-in-again" component="h2">
        {translate('console.signIn.again')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('console.signIn.kept')}</DialogContentText>
        <SignInForm
          email={staff.email ?? ''}
          onSignedIn={me => {
            if (takeSession(me)) location.reload()
            else void readAgain()
          }}
        />
      </DialogContent>
    </Dialog>
  )
}
