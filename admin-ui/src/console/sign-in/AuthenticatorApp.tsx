import { Box, Button, Stack, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useId, useState, type SubmitEvent } from 'react'
import { Answered } from '../Answered.tsx'
import type { Problem } from '../problem.ts'
import { Refused } from '../Refused.tsx'
import type { Me } from '../session.ts'
import { useTrying } from '../trying.ts'
import { bare, CodeField } from './CodeField.tsx'
import { whenConfirmed } from './confirm.ts'
import { QrCode } from './QrCode.tsx'
import { confirmKey, drawKey } from './sign-in.ts'

interface AuthenticatorAppProps {
  /** Of a sign-in that is under way; absent for who is inside. */
  readonly ticket?: string
  readonly onSet: (me: Me, recoveryCodes: readonly string[]) => void
}

/** Ties an authenticator app to the person: scan or type over, then show that it works. */
export const AuthenticatorApp = ({ ticket, onSet }: AuthenticatorAppProps) => {
  const translate = useTranslate()
  const drawn = useId()
  // Drawn once: another key behind the same square would make the app show codes that are not right.
  const reading = useQuery<Awaited<ReturnType<typeof drawKey>>, Problem>({
    queryKey: ['authenticator key', drawn],
    queryFn: () => (ticket === undefined ? whenConfirmed(() => drawKey(ticket), 'second-step') : drawKey(ticket)),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const { busy, problem, trying } = useTrying()
  const [code, setCode] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void trying(async () => {
      const { recoveryCodes, ...me } = await confirmKey(ticket, bare(code))
      onSet(me, recoveryCodes)
    })
  }
  return (
    <Answered reading={reading}>
      {({ secret, uri }) => (
        <Stack component="form" spacing={2} onSubmit={submit}>
          <Typography>{translate('console.enrol.scan')}</Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            <QrCode text={uri} label={translate('console.enrol.qr')} />
            <Box sx={{ flex: '1 1 10rem', minWidth: 0 }}>
              <Typography variant="body2" color="textSecondary">
                {translate('console.enrol.type')}
              </Typography>
              <Box
                component="code"
                sx={{ display: 'block', mt: 0.5, fontSize: '1.05rem', letterSpacing: '0.04em', overflowWrap: 'anywhere' }}
              >
                {inFours(secret)}
              </Box>
            </Box>
          </Box>
          <Typography>{translate('console.enrol.confirm')}</Typography>
          <Refused problem={problem} />
          <CodeField label={translate('console.second.code')} value={code} onChange={setCode} required autoFocus />
          <Button type="submit" variant="contained" size="large" loading={busy} disabled={code === ''}>
            {translate('console.enrol.act')}
          </Button>
        </Stack>
      )}
    </Answered>
  )
}

/** Easier to type over, and apps take the spaces out again. */
const inFours = (secret: string) => secret.replace(/\s/g, '').match(/.{1,4}/g)?.join(' ') ?? secret
