import { Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { DayField } from '#console/time/DayField.tsx'
import { todayHere } from '#console/time/day.ts'
import type { Contact } from '#plugins/patrons/contract/person.ts'

interface ContactFieldsProps {
  readonly kind: 'person' | 'institution'
  readonly contacts: readonly Contact[]
  readonly onChange: (contacts: Contact[]) => void
  readonly fault: string
}

const rolesOf = { person: ['parent', 'guardian', 'contact'], institution: ['teacher', 'contact'] } as const

/** Who answers for somebody under age or for an institution, each with the days on which they do. */
export const ContactFields = ({ kind, contacts, onChange, fault }: ContactFieldsProps) => {
  const translate = useTranslate()
  const change = (at: number, part: Partial<Contact>) => onChange(contacts.map((one, n) => n === at ? { ...one, ...part } : one))
  const add = () => onChange([...contacts, { name: '', role: rolesOf[kind][0], from: todayHere() }])
  return (
    <>
      {contacts.map((contact, n) => (
        <Box key={n} component="fieldset" sx={{ m: 0, p: 2, border: 1, borderColor: 'divider', borderRadius: 1, display: 'grid', gap: 2 }}>
          <Typography component="legend" variant="body2" color="textSecondary">
            {translate('patrons.contact.one', { number: n + 1 })}
          </Typography>
          <TextField required label={translate('patrons.field.name')} value={contact.name} onChange={event => change(n, { name: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }} />
          <TextField select label={translate('patrons.contact.role')} value={contact.role}
            onChange={event => change(n, { role: event.target.value as Contact['role'] })}>
            {[...new Set([...rolesOf[kind], contact.role])].map(role => (
              <MenuItem key={role} value={role}>
                {translate(`patrons.contact.${role}`)}
              </MenuItem>
            ))}
          </TextField>
          <DayField label={translate('patrons.contact.from')} value={contact.from} onChange={from => change(n, { from })} required />
          <DayField label={translate('patrons.contact.to')} value={contact.to ?? ''} onChange={to => change(n, { to: to || null })}
            emptyHint={translate(kind === 'person' ? 'patrons.contact.untilAdult' : 'patrons.contact.open')} />
          <Button color="error" sx={{ justifySelf: 'flex-start' }} onClick={() => onChange(contacts.filter((_, at) => at !== n))}
            aria-label={translate('patrons.contact.dropOne', { name: contact.name || String(n + 1) })}>
            {translate('patrons.note.drop')}
          </Button>
        </Box>
      ))}
      {fault && <Typography color="error">{fault}</Typography>}
      {contacts.length < 6 && (
        <Button variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={add}>
          {translate(kind === 'person' ? 'patrons.contact.addParent' : 'patrons.contact.add')}
        </Button>
      )}
    </>
  )
}
