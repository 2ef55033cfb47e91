import Key from '@mui/icons-material/KeyOutlined'
import { Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { Refused } from '../Refused.tsx'
import type { Me } from '../session.ts'
import { useTrying } from '../trying.ts'
import { bare, CodeField } from './CodeField.tsx'
import { knowsPasskeys, showPasskey } from './passkey.ts'
import { secondFactorOptions, showSecondFactor, type Asked } from './sign-in.ts'

interface SecondFactorProps {
  readonly asked: Asked
  readonly onSignedIn: (me: Me) => void
  readonly onBack: () => void
}

/** The password was right; now something only this person has: a code, a passkey, or a recovery code. */
export const SecondFactor = ({ asked: { ticket, factors }, onSignedIn, onBack }: SecondFactorProps) => {
  const translate = useTranslate()
  const { busy, problem, trying, forget } = useTrying()
  const [recovering, setRecovering] = useState(!factors.includes('totp') && !factors.includes('passkey'))
  const [code, setCode] = useState('')
  const byCode = recovering || factors.includes('totp')
  const byPasskey = !recovering && factors.includes('passkey') && knowsPasskeys()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void trying(async () => onSignedIn(await showSecondFactor(ticket, { code: bare(code) })))
  }
  const usePasskey = () =>
    trying(async () => {
      const passkey = await showPasskey(await secondFactorOptions(ticket), translate)
      onSignedIn(await showSecondFactor(ticket, { passkey }))
    })
  const turn = (to: boolean) => {
    setRecovering(to)
    setCode('')
    forget()
  }
  return (
    <Stack component="form" spacing={2} onSubmit={submit}>
      <Typography>
        {translate(`console.second.${recovering ? 'recoveryIntro' : byCode ? 'codeIntro' : 'passkeyIntro'}`)}
      </Typography>
      <Refused problem={problem} />
      {byCode && (
        <CodeField
          key={String(recovering)}
          label={translate(recovering ? 'console.second.recovery' : 'console.second.code')}
          value={code}
          onChange={setCode}
          digits={!recovering}
          required
          autoFocus
        />
      )}
      {byCode && (
        <Button type="submit" variant="contained" size="large" loading={busy} disabled={code === ''}>
          {translate('ra.auth.sign_in')}
        </Button>
      )}
      {byPasskey && (
        <Button
          variant={byCode ? 'outlined' : 'contained'}
          size="large"
          startIcon={<Key />}
          loading={busy && code === ''}
          autoFocus={!byCode}
          onClick={() => void usePasskey()}
        >
          {translate('console.passkey.use')}
        </Button>
      )}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
        <Button onClick={onBack}>{translate('console.second.back')}</Button>
        {factors.includes('recovery') && (
          <Button onClick={() => turn(!recovering)}>
            {translate(recovering ? 'console.second.notLost' : 'console.second.lost')}
          </Button>
        )}
      </Stack>
    </Stack>
  )
}
