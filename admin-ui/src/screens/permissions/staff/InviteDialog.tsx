import { TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { languages, type Language } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { newId } from '#console/change/change.ts'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { LanguageField } from '#console/LanguageField.tsx'
import { faultText } from '#console/problem.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { todayHere } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
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
  const { busy, problem, trying } = useTrying()
  const [invited, setInvited] = useState<Invited | null>(null)
  const guest = draft.value
  const set = (typed: Partial<Guest>) => draft.set(before => ({ ...before, ...typed }))
  const wrong = (name: string) => faultText(problem, `/${name}`)
  const ready = isWhole(guest) && guest.name.trim() !== '' && /^\S+@\S+\.\S+$/.test(guest.email.trim())
  const send = () =>
    trying(async () => {
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
    })
  return (
    <FormDialog
      title={translate(invited ? 'permissions.invite.done' : 'permissions.invite.title', { unit: unit.name })}
      act={translate('permissions.invite.act')}
      ready={ready}
      busy={busy}
      done={invited !== null}
      width="sm"
      onSend={() => void send()}
      keeps
      onClose={onClose}
    >
      {invited ? (
        <LinkShown token={invited.token} name={invited.staff.name} mailed={invited.mailed} />
      ) : (
        <>
          <DraftKept draft={draft} />
          <Refused problem={problem} />
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
          <LanguageField value={guest.language} onChange={language => set({ language })} />
          <Answered reading={roles}>
            {({ data }) => (
              <RoleFields roles={data} units={units} wish={guest} today={today} onChange={set} />
            )}
          </Answered>
        </>
      )}
    </FormDialog>
  )
}
