import { Box, Chip, Link as Anchor, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { Initials } from '#console/Initials.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { formatDay, formatMoment } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { StaffMember } from '../answers.ts'
import { capital } from '../roles/capital.ts'
import { AccessChip } from './AccessChip.tsx'

/** Colleagues by name, each with what they do where, and how their access stands. */
export const StaffTable = ({ staff }: { readonly staff: readonly StaffMember[] }) => {
  const translate = useTranslate()
  return (
    <ListTable
      name={translate('permissions.staff.table')}
      columns={['name', 'roles', 'home', 'access'].map(column => translate(`permissions.column.${column}`))}
    >
      {staff.map(person => (
        <TableRow key={person.id} hover sx={{ verticalAlign: 'top' }}>
          <TableCell component="th" scope="row">
            <Named person={person} />
          </TableCell>
          <TableCell>
            <RolesHeld person={person} />
          </TableCell>
          <TableCell>{person.homeUnit?.name}</TableCell>
          <TableCell>
            {person.elsewhere ? (
              <Chip size="small" variant="outlined" label={translate('permissions.staff.elsewhere')} />
            ) : (
              <Standing person={person} />
            )}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  )
}

const Named = ({ person }: { readonly person: StaffMember }) => {
  const link = useUnitLink()
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <Initials person={person} />
      <Box>
        <Anchor component={Link} to={link(`/staff/${person.id}`)} sx={{ fontWeight: 600 }}>
          {person.name}
        </Anchor>
        <Typography variant="body2" color="textSecondary">
          {person.email}
        </Typography>
      </Box>
    </Box>
  )
}

const RolesHeld = ({ person: { grants } }: { readonly person: StaffMember }) => {
  const translate = useTranslate()
  if (grants.length === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        {translate('permissions.staff.noRole')}
      </Typography>
    )
  return grants.map(({ role, unit, from, sentence }) => (
    <Typography key={`${role} ${unit} ${from}`}>{capital(sentence)}</Typography>
  ))
}

/** Whether somebody gets in, until when, and when they last did. */
const Standing = ({ person }: { readonly person: StaffMember }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        <AccessChip person={person} />
        {person.to !== null && !person.disabled && (
          <Chip
            size="small"
            variant="outlined"
            label={translate('console.period.until', { to: formatDay(language, person.to) })}
          />
        )}
      </Box>
      {person.lastSeen && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>
          {translate('permissions.staff.lastSeen', { at: formatMoment(language, person.lastSeen) })}
        </Typography>
      )}
    </>
  )
}
