import { Dialog, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useConnection } from '../connection.ts'
import { forgetDrafts } from '../draft.ts'
import { Pieces } from '../Pieces.tsx'
import { useReadAgain } from '../reading.ts'
import { takeSession, useMe, type Me } from '../session.ts'
import { NextQuestion } from './NextQuestion.tsx'
import { SignInForm } from './SignInForm.tsx'
import { useEntry } from './useEntry.ts'

/** A session that ended is taken up again on the spot; what was typed stays where it is. */
export const SignInAgain = () => {
  const { signedOut } = useConnection()
  const translate = useTranslate()
  return (
    <Dialog open={signedOut} aria-labelledby="sign-in-again" maxWidth="xs" fullWidth>
      <DialogTitle id="sign-in-again" component="h2">
        {translate('console.signIn.again')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('console.signIn.kept')}</DialogContentText>
        <Questions />
      </DialogContent>
    </Dialog>
  )
}

const Questions = () => {
  const { staff } = useMe()
  const readAgain = useReadAgain()
  const entry = useEntry((me: Me) => {
    if (takeSession(me)) {
      forgetDrafts()
      location.reload()
    } else void readAgain()
  })
  if (entry.asked) return <NextQuestion asked={entry.asked} entry={entry} />
  return (
    <Stack spacing={2}>
      <Pieces place="doorstep" props={{ onEntry: entry.take }} />
      <SignInForm email={staff.email ?? ''} onEntry={entry.take} />
      <Pieces place="door" props={{ onEntry: entry.take }} />
    </Stack>
  )
}
