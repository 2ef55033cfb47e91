import Key from '@mui/icons-material/KeyOutlined'
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState, type SubmitEvent } from 'react'
import { useReading } from '../reading.ts'
import { Refused } from '../Refused.tsx'
import { takeSession, useMe } from '../session.ts'
import { useTrying } from '../trying.ts'
import { bare, CodeField } from './CodeField.tsx'
import { answerConfirmation, useConfirmationAsked, type Purpose } from './confirm.ts'
import { knowsPasskeys, showPasskey } from './passkey.ts'
import { PasswordField } from './PasswordField.tsx'
import { proofOptions, proveAgain, type Proof } from './sign-in.ts'

/** Stands once in the frame and shows itself whenever a screen asks. */
export const ConfirmYourself = () => {
  const purpose = useConfirmationAsked()
  return purpose ? <Asking purpose={purpose} /> : null
}

/** What the person can show; the plugin that keeps second factors says it. */
interface Held {
  readonly password: boolean
  readonly totp: object | null
  readonly passkeys: readonly object[]
  /** A second step is asked of them. */
  readonly required: boolean
}

interface Providers {
  readonly data: readonly { readonly id: string; readonly name: string; readonly login: string }[]
}

/** Before rights or money change hands: the same person, shown once more. */
const Asking = ({ purpose }: { readonly purpose: Purpose }) => {
  const translate = useTranslate()
  const heading = useId()
  const { staff, session } = useMe()
  const { busy, problem, trying, forget } = useTrying()
  const { data: held = { password: true, totp: null, passkeys: [], required: false } } = useReading<Held>('/factors')
  const hasSecond = held.totp !== null || held.passkeys.length > 0
  const lacksSecond = held.required && !hasSecond && !session.secondFactor && purpose === 'weighty'
  const elsewhere = !held.password && !hasSecond && !lacksSecond
  const { data: providers } = useReading<Providers>('/providers', {}, { enabled: elsewhere })
  const [chosen, setWay] = useState<'password' | 'code'>('password')
  const way = held.password ? chosen : 'code'
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const prove = (proof: Proof) =>
    trying(async () => {
      takeSession(await proveAgain(proof))
      answerConfirmation(true)
    })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    if (way === 'code') void prove({ code: bare(code) })
    else void prove(purpose === 'second-step' ? { password, toSetUp: true } : { password })
  }
  const usePasskey = () =>
    trying(async () => {
      takeSession(await proveAgain({ passkey: await showPasskey(await proofOptions(), translate) }))
      answerConfirmation(true)
    })
  return (
    <Dialog open onClose={() => answerConfirmation(false)} aria-labelledby={heading} maxWidth="xs" fullWidth>
      <DialogTitle id={heading} component="h2">
        {translate('console.confirm.title')}
      </DialogTitle>
      <form onSubmit={submit}>
        <DialogContent sx={{ pt: 0 }}>
          <Stack spacing={2}>
            <Typography>
              {translate(lacksSecond ? 'console.confirm.setUp' : 'console.confirm.intro', { name: staff.name })}
            </Typography>
            <Refused problem={problem} />
            <input type="hidden" autoComplete="username" value={staff.email ?? ''} readOnly />
            {lacksSecond ? null : elsewhere ? (
              <Elsewhere providers={providers?.data ?? []} />
            ) : way === 'password' ? (
              <PasswordField
                label={translate('ra.auth.password')}
                autoComplete="current-password"
                value={password}
                onChange={setPassword}
                required
                autoFocus
              />
            ) : (
              <CodeField label={translate('console.second.code')} value={code} onChange={setCode} required autoFocus />
            )}
            <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
              {held.password && held.totp && (
                <Button
                  size="small"
                  onClick={() => {
                    setWay(way === 'password' ? 'code' : 'password')
                    forget()
                  }}
                >
                  {translate(way === 'password' ? 'console.confirm.byCode' : 'console.confirm.byPassword')}
                </Button>
              )}
              {held.passkeys.length > 0 && knowsPasskeys() && (
                <Button size="small" startIcon={<Key />} onClick={() => void usePasskey()}>
                  {translate('console.passkey.use')}
                </Button>
              )}
            </Stack>
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={() => answerConfirmation(false)}>{translate('ra.action.cancel')}</Button>
          {lacksSecond ? (
            <Button variant="contained" component="a" href="#/me" onClick={() => answerConfirmation(false)} autoFocus>
              {translate('console.confirm.toSetUp')}
            </Button>
          ) : elsewhere ? null : (
            <Button type="submit" variant="contained" loading={busy}>
              {translate('ra.action.confirm')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Whoever signs in elsewhere only does so once more; what was typed is kept in this window. */
const Elsewhere = ({ providers }: { readonly providers: Providers['data'] }) => {
  const translate = useTranslate()
  const [here = '/'] = location.hash.slice(1).split('?')
  return providers.map(({ id, name, login }) => (
    <Button key={id} variant="outlined" component="a" href={`${login}?afresh=true&to=${encodeURIComponent(here)}`}>
      {translate('console.confirm.byProvider', { name })}
    </Button>
  ))
}
