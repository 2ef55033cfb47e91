import { Alert, Button, Stack, Typography } from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { Refused } from '#console/Refused.tsx'
import { useReadAgain } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { takeSession } from '#console/session.ts'
import { AuthenticatorApp } from '#console/sign-in/AuthenticatorApp.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { RecoveryCodes } from '#console/sign-in/RecoveryCodes.tsx'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import type { Factors } from '../answers.ts'
import { RemoveAsked } from './RemoveAsked.tsx'

/** The authenticator app, and the codes for when the phone is gone. */
export const SecondStep = ({ factors }: { readonly factors: Factors }) => {
  const translate = useTranslate()
  const language = useLocale()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [setting, setSetting] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { totp, required, recoveryCodesLeft: left } = factors
  const renew = () =>
    trying(async () => {
      const answer = await whenConfirmed(() =>
        call<{ readonly recoveryCodes: readonly string[] }>('/factors/recovery', { method: 'POST', body: {} }),
      )
      setCodes(answer.recoveryCodes)
      await readAgain()
    })
  const remove = async () => {
    const id = totp?.id ?? ''
    const done = await trying(() => whenConfirmed(() => call(`/factors/${id}`, { method: 'DELETE' })))
    if (done) notify('signIn.second.removed', { type: 'success' })
    await readAgain()
  }
  if (codes)
    return (
      <Section title={translate('console.recovery.codes')}>
        <RecoveryCodes codes={codes} act={translate('signIn.second.kept')} onKept={() => setCodes(null)} />
      </Section>
    )
  return (
    <Section
      title={translate('signIn.second.title')}
      intro={translate(required ? 'signIn.second.required' : 'signIn.second.intro')}
      actions={
        !setting && (
          <Button variant="outlined" loading={busy} onClick={() => setSetting(true)}>
            {translate(totp ? 'signIn.second.replace' : 'signIn.second.add')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        <Refused problem={problem} />
        {setting ? (
          <Stack spacing={1} sx={{ maxWidth: 480 }}>
            <AuthenticatorApp
              onSet={(me, given) => {
                takeSession(me)
                setSetting(false)
                setCodes(given)
                void readAgain()
              }}
            />
            <Button onClick={() => setSetting(false)} sx={{ alignSelf: 'flex-start' }}>
              {translate('ra.action.cancel')}
            </Button>
          </Stack>
        ) : (
          <Typography>
            {totp
              ? translate('signIn.second.since', { at: formatMoment(language, totp.addedAt) })
              : translate('signIn.second.none')}
          </Typography>
        )}
        {!setting && totp && (
          <>
            {left <= 2 && <Alert severity="warning">{translate('signIn.second.few', { smart_count: left })}</Alert>}
            <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
              <Typography sx={{ flex: '1 1 14rem' }}>
                {translate('signIn.second.left', { smart_count: left })}
              </Typography>
              <Button loading={busy} onClick={() => void renew()}>
                {translate('signIn.second.renew')}
              </Button>
              {!required && (
                <RemoveAsked
                  act={translate('signIn.second.remove')}
                  sure={translate('signIn.second.sure')}
                  onRemove={remove}
                />
              )}
            </Stack>
          </>
        )}
      </Stack>
    </Section>
  )
}
