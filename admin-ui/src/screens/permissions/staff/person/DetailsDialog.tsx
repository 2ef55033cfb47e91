import { TextField } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { LanguageField } from '#console/LanguageField.tsx'
import { faultText } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import type { StaffDetail } from '../../answers.ts'

interface DetailsDialogProps {
  readonly person: StaffDetail
  readonly onClose: () => void
}

const fields = ['name', 'email', 'initials'] as const
type Field = (typeof fields)[number]
const longest: Readonly<Record<Field, number>> = { name: 120, email: 254, initials: 8 }

/** Corrects how somebody is called, written to and spoken to; a new address is how they sign in from then on. */
export const DetailsDialog = ({ person, onClose }: DetailsDialogProps) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const before = {
    name: person.name, email: person.email ?? '', initials: person.initials ?? '', language: person.language,
  }
  const [typed, setTyped] = useState(before)
  const changed = Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([name, value]) => value !== '' && value !== before[name as keyof typeof before]),
  )
  const wrong = (name: Field) => faultText(problem, `/${name}`)
  const send = async () => {
    const done = await trying(() =>
      whenConfirmed(() => call(`/staff/${person.id}`, { method: 'PATCH', body: changed })),
    )
    if (!done) return
    notify('permissions.details.done', { type: 'success' })
    onClose()
    await readAgain()
  }
  return (
    <FormDialog
      title={translate('permissions.details.title', { name: person.name })}
      act={translate('ra.action.save')}
      ready={Object.keys(changed).length > 0}
      busy={busy}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Refused problem={problem} />
      {fields.map(name => (
        <TextField
          key={name}
          label={translate(name === 'name' ? 'permissions.invite.name' : `permissions.person.fact.${name}`)}
          type={name === 'email' ? 'email' : 'text'}
          value={typed[name]}
          onChange={event => setTyped({ ...typed, [name]: event.target.value })}
          required={name !== 'initials'}
          autoFocus={name === 'name'}
          autoComplete="off"
          error={wrong(name) !== ''}
          helperText={wrong(name) || (name === 'email' ? translate('permissions.details.email') : '')}
          slotProps={{ htmlInput: { maxLength: longest[name] } }}
        />
      ))}
      <LanguageField value={typed.language} onChange={language => setTyped({ ...typed, language })} />
    </FormDialog>
  )
}
