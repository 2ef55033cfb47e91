import Key from '@mui/icons-material/KeyOutlined'
import { Box, Button, Stack, TextField, Typography } from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { call } from '#console/http.ts'
import { Refused } from '#console/Refused.tsx'
import { useReadAgain } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { takeSession } from '#console/session.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { knowsPasskeys, makePasskey } from '#console/sign-in/passkey.ts'
import { RecoveryCodes } from '#console/sign-in/RecoveryCodes.tsx'
import type { Enrolled } from '#console/sign-in/sign-in.ts'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import type { Factors } from '../answers.ts'
import { deviceOf } from '#console/sign-in/device.ts'
import { RemoveAsked } from './RemoveAsked.tsx'

type CreationOptions = Parameters<typeof makePasskey>[0]

/** Devices that sign in by themselves, each with a name one recognises. */
export const Passkeys = ({ held }: { readonly held: Factors['passkeys'] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { problem, trying } = useTrying()
  const [adding, setAdding] = useState(false)
  const [codes, setCodes] = useState<readonly string[]>([])
  const remove = async (id: string) => {
    const done = await trying(() => whenConfirmed(() => call(`/factors/${id}`, { method: 'DELETE' })))
    if (done) notify('signIn.passkey.removed', { type: 'success' })
    await readAgain()
  }
  return (
    <Section
      title={translate('signIn.passkey.title')}
      intro={translate(knowsPasskeys() ? 'signIn.passkey.intro' : 'signIn.passkey.unknown')}
      actions={
        knowsPasskeys() &&
        !adding && (
          <Button variant="outlined" onClick={() => setAdding(true)}>
            {translate('signIn.passkey.add')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        <Refused problem={problem} />
        {held.length === 0 && !adding && (
          <Typography color="textSecondary">{translate('signIn.passkey.none')}</Typography>
        )}
        {held.length > 0 && (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {held.map(({ id, name, addedAt, lastUsedAt }) => (
              <Box
                component="li"
                key={id}
                sx={{ display: 'flex', gap: 1.5, py: 1, alignItems: 'center', borderTop: 1, borderColor: 'divider' }}
              >
                <Key aria-hidden color="primary" />
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
                  <Typography variant="body2" color="textSecondary">
                    {translate('signIn.passkey.added', { at: formatMoment(language, addedAt) })}
                    {lastUsedAt && ` · ${translate('signIn.passkey.used', { at: formatMoment(language, lastUsedAt) })}`}
                  </Typography>
                </Box>
                <RemoveAsked
                  act={translate('ra.action.remove')}
                  label={translate('signIn.passkey.remove', { name })}
                  sure={translate('signIn.passkey.sure', { name })}
                  onRemove={() => remove(id)}
                />
              </Box>
            ))}
          </Box>
        )}
        {adding && (
          <Adding
            onDone={given => {
              setAdding(false)
              setCodes(given)
            }}
          />
        )}
        {codes.length > 0 && (
          <RecoveryCodes codes={codes} act={translate('signIn.second.kept')} onKept={() => setCodes([])} />
        )}
      </Stack>
    </Section>
  )
}

const Adding = ({ onDone }: { readonly onDone: (codes: readonly string[]) => void }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [name, setName] = useState(() => deviceOf(navigator.userAgent) ?? '')
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    let codes: readonly string[] = []
    const done = await trying(async () => {
      const options = await whenConfirmed(
        () => call<CreationOptions>('/factors/passkey/options', { method: 'POST', body: {} }),
        'second-step',
      )
      const passkey = await makePasskey(options, translate)
      const body = { name: name.trim(), passkey }
      const { recoveryCodes, ...me } = await call<Enrolled>('/factors/passkey', { method: 'POST', body })
      takeSession(me)
      codes = recoveryCodes
    })
    if (!done) return
    notify('signIn.passkey.done', { type: 'success' })
    onDone(codes)
    await readAgain()
  }
  return (
    <Stack component="form" spacing={2} onSubmit={submit} sx={{ maxWidth: 440 }}>
      <Refused problem={problem} />
      <TextField
        label={translate('signIn.passkey.name')}
        helperText={translate('signIn.passkey.nameHint')}
        required
        autoFocus
        value={name}
        onChange={event => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <Stack direction="row" spacing={1}>
        <Button type="submit" variant="contained" loading={busy} disabled={name.trim() === ''}>
          {translate('signIn.passkey.make')}
        </Button>
        <Button onClick={() => onDone([])}>{translate('ra.action.cancel')}</Button>
      </Stack>
    </Stack>
  )
}
