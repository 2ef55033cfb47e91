import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  Stack,
  TextField,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { languages, type Language } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { newId } from '#console/change/change.ts'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { call } from '#console/http.ts'
import { languageNames } from '#console/language.ts'
import { asProblem, faultsAt, type Problem } from '#console/problem.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { todayHere } from '#console/time/day.ts'
import type { UnitRow, Units } from '#console/unit.ts'
import type { Invited, Roles } from '../answers.ts'
import { LinkShown } from './LinkShown.tsx'
import { isWhole, RoleFields, type RoleWish } from './RoleFields.tsx'

interface InviteDialogProps {
  readonly unit: UnitRow
  readonly units: Units
  readonly onClose: () => void
}

interface Guest extends RoleWish {
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** A new colleague with a first role; ends with the link to pass on. */
export const InviteDialog = ({ unit, units, onClose }: InviteDialogProps) => {
  const translate = useTranslate()
  const heading = useId()
  const readAgain = useReadAgain()
  const roles = useReading<Roles>('/roles')
  const today = todayHere()
  const locale = languages.find(one => one === useLocale()) ?? 'nl'
  const [id] = useState(newId)
  const [first] = useState<Guest>({
    name: '',
    email: '',
    language: locale,
    role: '',
    unit: unit.id,
    from: today,
    to: '',
  })
  const draft = useDraft(`permissions.invite ${unit.id}`, first)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [invited, setInvited] = useState<Invited | null>(null)
  const guest = draft.value
  const set = (typed: Partial<Guest>) => draft.set(before => ({ ...before, ...typed }))
  const wrong = (name: string) =>
    faultsAt(problem?.faults ?? [], `/${name}`)
      .map(({ message }) => message)
      .join(' ')
  const ready = isWhole(guest) && guest.name.trim() !== '' && /^\S+@\S+\.\S+$/.test(guest.email.trim())
  const send = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const body = {
        ...guest,
        id,
        name: guest.name.trim(),
        email: guest.email.trim(),
        to: guest.to === '' ? null : guest.to,
      }
      setInvited(await whenConfirmed(() => call<Invited>('/staff', { method: 'POST', body })))
      draft.forget()
      await readAgain()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={() => {
        if (!busy) onClose()
      }}
      maxWidth="sm"
      fullWidth
      aria-labelledby={heading}
    >
      <DialogTitle id={heading} sx={{ typography: 'h2' }}>
        {translate(invited ? 'permissions.invite.done' : 'permissions.invite.title', { unit: unit.name })}
      </DialogTitle>
      <DialogContent>
        {invited ? (
          <LinkShown token={invited.token} name={invited.staff.name} mailed={invited.mailed} />
        ) : (
          <Stack spacing={2.5} sx={{ pt: 1 }}>
            <DraftKept draft={draft} />
            {problem && (
              <Alert severity="error" role="alert">
                {problem.isOffline
                  ? translate('console.offline')
                  : problem.message || translate('console.failed')}
              </Alert>
            )}
            <TextField
              label={translate('permissions.invite.name')}
              value={guest.name}
              onChange={event => set({ name: event.target.value })}
              required
              autoFocus
              autoComplete="off"
              error={wrong('name') !== ''}
              helperText={wrong('name')}
              slotProps={{ htmlInput: { maxLength: 120 } }}
            />
            <TextField
              label={translate('ra.auth.email')}
              type="email"
              value={guest.email}
              onChange={event => set({ email: event.target.value })}
              required
              autoComplete="off"
              error={wrong('email') !== ''}
              helperText={wrong('email')}
              slotProps={{ htmlInput: { maxLength: 254 } }}
            />
            <TextField
              select
              label={translate('console.language')}
              value={guest.language}
              onChange={event => set({ language: event.target.value as Language })}
            >
              {languages.map(language => (
                <MenuItem key={language} value={language} lang={language}>
                  {languageNames[language]}
                </MenuItem>
              ))}
            </TextField>
            <Answered reading={roles}>
              {({ data }) => (
                <RoleFields roles={data} units={units} wish={guest} today={today} onChange={set} />
              )}
            </Answered>
          </Stack>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} disabled={busy}>
          {translate(invited ? 'ra.action.close' : 'ra.action.cancel')}
        </Button>
        {!invited && (
          <Button variant="contained" disabled={!ready} loading={busy} onClick={() => void send()}>
            {translate('permissions.invite.act')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
