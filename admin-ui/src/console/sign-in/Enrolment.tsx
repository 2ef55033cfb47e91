import { Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Me } from '../session.ts'
import { AuthenticatorApp } from './AuthenticatorApp.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

interface EnrolmentProps {
  readonly ticket: string
  readonly onSignedIn: (me: Me) => void
  readonly onBack: () => void
}

/** Whoever must show a second factor and has none yet sets one up on the way in. */
export const Enrolment = ({ ticket, onSignedIn, onBack }: EnrolmentProps) => {
  const translate = useTranslate()
  const [entered, setEntered] = useState<{ readonly me: Me; readonly codes: readonly string[] } | null>(null)
  if (entered)
    return (
      <RecoveryCodes
        codes={entered.codes}
        act={translate('console.recovery.kept')}
        onKept={() => onSignedIn(entered.me)}
      />
    )
  return (
    <Stack spacing={2}>
      <Typography>{translate('console.enrol.intro')}</Typography>
      <AuthenticatorApp ticket={ticket} onSet={(me, codes) => setEntered({ me, codes })} />
      <Button onClick={onBack} sx={{ alignSelf: 'flex-start' }}>
        {translate('console.second.back')}
      </Button>
    </Stack>
  )
}
