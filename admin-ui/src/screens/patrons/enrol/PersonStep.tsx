import { MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { faultText, type Problem } from '#console/problem.ts'
import { useReading } from '#console/reading.ts'
import { DayField } from '#console/time/DayField.tsx'
import type { TypesOffered } from '#plugins/patrons/contract/enrolment.ts'
import { NationalField } from '../privacy/NationalField.tsx'
import type { Wish } from './wish.ts'

export interface StepProps {
  readonly wish: Wish
  readonly set: (part: Partial<Wish>) => void
  readonly problem: Problem | null
}

/** The first screen: who it is; with the name and the day of birth they are looked for in the whole region. */
export const PersonStep = ({ wish, set, problem }: StepProps) => {
  const translate = useTranslate()
  const wrong = (name: string) => faultText(problem, `/${name}`)
  const isPerson = wish.kind === 'person'
  const types = useReading<TypesOffered>('/membership-types', { branch: wish.branch }, { enabled: wish.branch !== '' })
  const keeps = types.data?.nationalNumber === true
  return (
    <>
      <TextField select label={translate('patrons.field.kind')} value={wish.kind} onChange={event => set({ kind: event.target.value as Wish['kind'] })}>
        {(['person', 'institution'] as const).map(kind => (
          <MenuItem key={kind} value={kind}>
            {translate(`patrons.kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {isPerson && (
        <TextField label={translate('patrons.field.firstName')} value={wish.firstName} onChange={event => set({ firstName: event.target.value })}
          autoFocus slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }} />
      )}
      <TextField label={translate(isPerson ? 'patrons.field.familyName' : 'patrons.field.name')} value={wish.familyName} required
        onChange={event => set({ familyName: event.target.value })} error={wrong('familyName') !== ''} helperText={wrong('familyName')}
        slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }} />
      {isPerson && (
        <DayField label={translate('patrons.field.bornOn')} value={wish.bornOn} onChange={bornOn => set({ bornOn })} required
          near="1990-01-01" fault={wrong('bornOn') || undefined} />
      )}
      {isPerson && keeps && (
        <NationalField value={wish.nationalNumber} onChange={nationalNumber => set({ nationalNumber })} fault={wrong('nationalNumber')} />
      )}
      {isPerson && (
        <TextField select label={translate('patrons.field.sex')} value={wish.sex} onChange={event => set({ sex: event.target.value as Wish['sex'] })}
          error={wrong('sex') !== ''} helperText={wrong('sex')}>
          {(['', 'f', 'm', 'x'] as const).map(sex => (
            <MenuItem key={sex} value={sex}>
              {translate(`patrons.sex.${sex || 'unsaid'}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  )
}
