import { Alert, FormControlLabel, Switch, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Language } from '#core/contract.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { LanguageField } from '#console/LanguageField.tsx'
import { faultText } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { useTrying } from '#console/trying.ts'
import type { PatronPage } from '#plugins/patrons/contract/page.ts'
import type { Contact } from '#plugins/patrons/contract/person.ts'
import { readAddress, typedAddress } from '../address.ts'
import { AddressFields } from '../AddressFields.tsx'
import { NationalField } from '../privacy/NationalField.tsx'
import { ContactFields, namedContacts } from './ContactFields.tsx'

interface EditDialogProps {
  readonly patron: PatronPage
  readonly onClose: () => void
}

interface Typed {
  readonly familyName: string
  readonly firstName: string
  readonly bornOn: string
  readonly email: string
  readonly phone: string
  readonly tag: string
  readonly language: Language
  readonly keepsHistory: boolean
  readonly nationalNumber: string
  readonly dropsNumber: boolean
}

const orNull = (text: string) => text.trim() || null

/** Corrects who somebody is; who corrected over an older version is told by whom it was changed, and looks again. */
export const EditDialog = ({ patron, onClose }: EditDialogProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [typed, setTyped] = useState<Typed>({
    familyName: patron.familyName, firstName: patron.firstName ?? '', bornOn: patron.bornOn ?? '', email: patron.email ?? '',
    phone: patron.phones[0] ?? '', tag: patron.tag ?? '', language: patron.language, keepsHistory: patron.keepsHistory, nationalNumber: '', dropsNumber: false,
  })
  const [contacts, setContacts] = useState<Contact[]>(patron.contacts)
  const [address, setAddress] = useState(typedAddress(patron.addresses[0]))
  const set = (part: Partial<Typed>) => setTyped(before => ({ ...before, ...part }))
  const send = () =>
    trying(async () => {
      const { phone, nationalNumber, dropsNumber, ...fields } = typed
      const body = {
        version: patron.version, ...fields, familyName: typed.familyName.trim(), firstName: orNull(typed.firstName),
        bornOn: orNull(typed.bornOn), email: orNull(typed.email), tag: orNull(typed.tag),
        phones: [...(phone.trim() ? [phone.trim()] : []), ...patron.phones.slice(1)],
        contacts: namedContacts(contacts),
        ...(nationalNumber.trim() ? { nationalNumber: nationalNumber.trim() } : dropsNumber ? { nationalNumber: null } : {}),
        addresses: [...readAddress(address), ...patron.addresses.slice(1)],
      }
      await call(`/patrons/${patron.id}`, { method: 'PATCH', body })
      await readAgain()
      onClose()
    })
  const field = (name: 'familyName' | 'firstName' | 'email' | 'phone' | 'tag', maxLength: number, pointer = `/${name}`) => (
    <TextField
      label={translate(`patrons.field.${name}`)}
      value={typed[name]}
      onChange={event => set({ [name]: event.target.value })}
      required={name === 'familyName'}
      error={faultText(problem, pointer) !== ''}
      helperText={faultText(problem, pointer)}
      slotProps={{ htmlInput: { maxLength, autoComplete: 'off' } }}
    />
  )
  return (
    <FormDialog title={translate('patrons.edit.title', { name: patron.name })} act={translate('ra.action.save')} width="md"
      ready={typed.familyName.trim() !== ''} busy={busy} onSend={() => void send()} onClose={onClose}>
      {problem?.code === 'patrons.changed-meanwhile' ? <Alert severity="error" role="alert">{problem.message}</Alert> : <Refused problem={problem} />}
      {field('firstName', 100)}
      {field('familyName', 100)}
      <DayField label={translate('patrons.field.bornOn')} value={typed.bornOn} onChange={bornOn => set({ bornOn })}
        fault={faultText(problem, '/bornOn') || undefined} emptyHint=" " />
      <AddressFields value={address} onChange={part => setAddress(before => ({ ...before, ...part }))} fault={faultText(problem, '/addresses')} />
      {field('phone', 26, '/phones')}
      {field('email', 254)}
      <LanguageField value={typed.language} onChange={language => set({ language })} />
      {field('tag', 60)}
      <ContactFields kind={patron.kind} contacts={contacts} onChange={setContacts} problem={problem} />
      {patron.mayKeepNational && (
        <NationalField value={typed.nationalNumber} onChange={nationalNumber => set({ nationalNumber })} fault={faultText(problem, '/nationalNumber')}
          {...(patron.nationalMasked && { hint: translate('patrons.national.stays') })} />
      )}
      {patron.mayKeepNational && patron.nationalMasked && typed.nationalNumber === '' && (
        <FormControlLabel label={translate('patrons.national.drop')}
          control={<Switch checked={typed.dropsNumber} onChange={event => set({ dropsNumber: event.target.checked })} />} />
      )}
      <FormControlLabel
        control={<Switch checked={typed.keepsHistory} onChange={event => set({ keepsHistory: event.target.checked })} />}
        label={translate('patrons.history.keep')}
      />
    </FormDialog>
  )
}
