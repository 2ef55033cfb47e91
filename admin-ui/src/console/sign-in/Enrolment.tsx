import Key from '@mui/icons-material/KeyOutlined'
import { Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Refused } from '../Refused.tsx'
import type { Me } from '../session.ts'
import { useTrying } from '../trying.ts'
import { AuthenticatorApp } from './AuthenticatorApp.tsx'
import { deviceOf } from './device.ts'
import { knowsPasskeys, makePasskey } from './passkey.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { keepPasskey, newPasskeyOptions } from './sign-in.ts'

interface EnrolmentProps {
  readonly ticket: string
  readonly onSignedIn: (me: Me) => void
  readonly onBack: () => void
}

/** Whoever must show a second factor and has none yet sets one up on the way in. */
export const Enrolment = ({ ticket, onSignedIn, onBack }: EnrolmentProps) => {
  const translate = useTranslate()
  const { busy, problem, trying } = useTrying()
  const [entered, setEntered] = useState<{ readonly me: Me; readonly codes: readonly string[] } | null>(null)
  const set = (me: Me, codes: readonly string[]) => {
    if (codes.length === 0) onSignedIn(me)
    else setEntered({ me, codes })
  }
  const byPasskey = () =>
    trying(async () => {
      const made = await makePasskey(await newPasskeyOptions(ticket), translate)
      const { recoveryCodes, ...me } = await keepPasskey(ticket, deviceOf(navigator.userAgent) ?? 'Passkey', made)
      set(me, recoveryCodes)
    })
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
      <AuthenticatorApp ticket={ticket} onSet={set} />
      <Refused problem={problem} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
        <Button onClick={onBack}>{translate('console.second.back')}</Button>
        {knowsPasskeys() && (
          <Button startIcon={<Key />} loading={busy} onClick={() => void byPasskey()}>
            {translate('console.enrol.passkey')}
          </Button>
        )}
      </Stack>
    </Stack>
  )
}
