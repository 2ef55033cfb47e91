import {
  Avatar,
  Box,
  Button,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatMoment } from '#console/time/day.ts'
import type { StaffMember } from '../answers.ts'
import { AccessChip } from './AccessChip.tsx'
import { GrantWords } from './GrantWords.tsx'

interface StaffTableProps {
  readonly staff: readonly StaffMember[]
  readonly onOpen: (id: string) => void
}

/** Colleagues by name, each with what they do where. */
export const StaffTable = ({ staff, onOpen }: StaffTableProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const name = translate('permissions.staff.table')
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={name}>
      <Table aria-label={name} sx={{ minWidth: 720 }}>
        <TableHead>
          <TableRow>
            {['name', 'roles', 'access'].map(column => (
              <TableCell key={column}>{translate(`permissions.staff.${column}`)}</TableCell>
            ))}
            <TableCell align="right">{translate('permissions.staff.act')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {staff.map(person => (
            <TableRow key={person.id} hover sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row">
                <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
                  <Avatar
                    aria-hidden
                    sx={{
                      width: 34,
                      height: 34,
                      fontSize: '0.85rem',
                      fontWeight: 700,
                      bgcolor: 'secondary.main',
                      color: 'secondary.contrastText',
                    }}
                  >
                    {person.initials ?? person.name.slice(0, 1)}
                  </Avatar>
                  <Box>
                    <Typography sx={{ fontWeight: 600 }}>{person.name}</Typography>
                    <Typography variant="body2" color="textSecondary">
                      {person.email}
                    </Typography>
                  </Box>
                </Box>
              </TableCell>
              <TableCell>
                {person.grants.length === 0 ? (
                  <Typography variant="body2" color="textSecondary">
                    {translate('permissions.staff.noRole')}
                  </Typography>
                ) : (
                  person.grants.map(grant => <GrantWords key={grant.role + grant.unit} grant={grant} />)
                )}
              </TableCell>
              <TableCell>
                <AccessChip person={person} />
                {person.lastSeen && (
                  <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>
                    {translate('permissions.staff.lastSeen', { at: formatMoment(language, person.lastSeen) })}
                  </Typography>
                )}
              </TableCell>
              <TableCell align="right">
                {person.mayManage && (
                  <Button
                    size="small"
                    variant="outlined"
                    onClick={() => onOpen(person.id)}
                    aria-label={translate('permissions.staff.manageOne', { name: person.name })}
                  >
                    {translate('permissions.staff.manage')}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
