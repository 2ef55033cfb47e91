import { TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { LanguageField } from '#console/LanguageField.tsx'
import { faultText } from '#console/problem.ts'
import { todayHere } from '#console/time/day.ts'
import { AddressFields } from '../AddressFields.tsx'
import type { StepProps } from './PersonStep.tsx'
import { isMinor } from './wish.ts'

/** The second screen: where they live and how they are reached; of a minor also who answers for them. */
export const ContactStep = ({ wish, set, problem }: StepProps) => {
  const translate = useTranslate()
  const wrong = (name: string) => faultText(problem, `/${name}`)
  const minor = wish.kind === 'person' && isMinor(wish.bornOn, todayHere())
  return (
    <>
      <AddressFields value={wish.address} onChange={part => set({ address: { ...wish.address, ...part } })} fault={wrong('addresses')} />
      <TextField label={translate('patrons.field.phone')} value={wish.phone} onChange={event => set({ phone: event.target.value })}
        error={wrong('phones') !== ''} helperText={wrong('phones')} slotProps={{ htmlInput: { maxLength: 26, autoComplete: 'off' } }} />
      <TextField label={translate('patrons.field.email')} type="email" value={wish.email} onChange={event => set({ email: event.target.value })}
        error={wrong('email') !== ''} helperText={wrong('email')} slotProps={{ htmlInput: { maxLength: 254, autoComplete: 'off' } }} />
      <LanguageField value={wish.language} onChange={language => set({ language })} />
      {(minor || wish.kind === 'institution') && (
        <TextField label={translate(minor ? 'patrons.field.parent' : 'patrons.field.contact')} value={wish.contact}
          onChange={event => set({ contact: event.target.value })} helperText={minor ? translate('patrons.enrol.parentHint') : ''}
          slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }} />
      )}
    </>
  )
}
