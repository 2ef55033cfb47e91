import { Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { faultsAt, faultText, type Problem } from '#console/problem.ts'
import { DayField } from '#console/time/DayField.tsx'
import { todayHere } from '#console/time/day.ts'
import type { Contact } from '#plugins/patrons/contract/person.ts'

interface ContactFieldsProps {
  readonly kind: 'person' | 'institution'
  readonly contacts: readonly Contact[]
  readonly onChange: (contacts: Contact[]) => void
  readonly problem: Problem | null
}

/** Whoever was given no name is not sent. */
export const namedContacts = (contacts: readonly Contact[]): Contact[] =>
  contacts.map(one => ({ ...one, name: one.name.trim() })).filter(({ name }) => name !== '')

const rolesOf = { person: ['parent', 'guardian', 'contact'], institution: ['teacher', 'contact'] } as const

/** Who answers for somebody under age or for an institution, each with the days on which they do. */
export const ContactFields = ({ kind, contacts, onChange, problem }: ContactFieldsProps) => {
  const translate = useTranslate()
  const change = (at: number, part: Partial<Contact>) => onChange(contacts.map((one, n) => n === at ? { ...one, ...part } : one))
  const lastDayFault = (at: number) => faultText(problem, `/contacts/${namedContacts(contacts.slice(0, at)).length}/to`)
  const others = faultsAt(problem?.faults ?? [], '/contacts').filter(({ pointer }) => !pointer.endsWith('/to'))
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
            fault={lastDayFault(n) || undefined}
            emptyHint={translate(kind === 'person' ? 'patrons.contact.untilAdult' : 'patrons.contact.open')} />
          <Button color="error" sx={{ justifySelf: 'flex-start' }} onClick={() => onChange(contacts.filter((_, at) => at !== n))}
            aria-label={translate('patrons.contact.dropOne', { name: contact.name || String(n + 1) })}>
            {translate('patrons.note.drop')}
          </Button>
        </Box>
      ))}
      {others.length > 0 && <Typography color="error">{others.map(({ message }) => message).join(' ')}</Typography>}
      {contacts.length < 6 && (
        <Button variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={add}>
          {translate(kind === 'person' ? 'patrons.contact.addParent' : 'patrons.contact.add')}
        </Button>
      )}
    </>
  )
}
