import { Chip, Link as Anchor, TableCell, TableRow } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { ListTable } from '#console/ListTable.tsx'
import { useUnitLink } from '#console/unit.ts'
import type { ListedPatron } from '#plugins/patrons/contract/page.ts'
import { plainDay } from './plain-day.ts'

/** People as they are told apart at the desk: name, date of birth, address, and whether they may borrow. */
export const PatronTable = ({ patrons }: { readonly patrons: readonly ListedPatron[] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  return (
    <ListTable
      name={translate('patrons.table')}
      columns={['name', 'born', 'address', 'membership', 'status'].map(column => translate(`patrons.column.${column}`))}
    >
      {patrons.map(({ id, name, bornOn, deceasedOn, address, branch, typeName, status, isValid }) => (
        <TableRow key={id} hover>
          <TableCell component="th" scope="row">
            <Anchor component={Link} to={link(`/patrons/${id}`)} sx={{ fontWeight: 600 }}>
              {name}
            </Anchor>
          </TableCell>
          <TableCell>{bornOn && plainDay(language, bornOn)}</TableCell>
          <TableCell>{address}</TableCell>
          <TableCell>{[typeName, branch?.name].filter(Boolean).join(', ')}</TableCell>
          <TableCell>
            {deceasedOn ? <Chip size="small" label={translate('patrons.deceased')} />
              : <Chip size="small" color={isValid ? 'success' : 'warning'} variant="outlined" label={status} sx={{ maxWidth: '100%', height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal' } }} />}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  )
}
