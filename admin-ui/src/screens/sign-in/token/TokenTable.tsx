import { Chip, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { ListTable } from '#console/ListTable.tsx'
import { formatDay, formatMoment, todayHere } from '#console/time/day.ts'
import type { Machine } from '../answers.ts'
import { RemoveAsked } from '../me/RemoveAsked.tsx'

interface TokenTableProps {
  readonly machines: readonly Machine[]
  readonly onEnd: (id: string) => Promise<unknown>
}

/** Machines by name, each with what it may do and when it was last here. */
export const TokenTable = ({ machines, onEnd }: TokenTableProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <ListTable
      name={translate('signIn.token.table')}
      columns={['name', 'roles', 'used', 'expires'].map(column => translate(`signIn.token.${column}`))}
      acts={translate('signIn.token.act')}
    >
      {machines.map(machine => (
        <TableRow key={machine.id} hover sx={{ verticalAlign: 'top' }}>
          <TableCell component="th" scope="row">
            <Typography sx={{ fontWeight: 600 }}>{machine.name}</Typography>
            <Typography variant="body2" color="textSecondary">
              {translate('signIn.token.made', { at: formatMoment(language, machine.madeAt) })}
            </Typography>
          </TableCell>
          <TableCell>
            {machine.grants.map(({ role, roleName, unit, unitName }) => (
              <div key={role + unit}>{translate('signIn.token.grant', { role: roleName, unit: unitName })}</div>
            ))}
          </TableCell>
          <TableCell>
            {machine.lastUsed
              ? formatMoment(language, machine.lastUsed)
              : translate('signIn.token.never')}
            {machine.network && (
              <Typography variant="body2" color="textSecondary">
                {machine.network}
              </Typography>
            )}
          </TableCell>
          <TableCell>
            <Expiry machine={machine} />
          </TableCell>
          <TableCell align="right">
            {machine.mayEnd && !machine.ended && (
              <RemoveAsked
                act={translate('signIn.token.withdraw')}
                label={translate('signIn.token.withdrawOne', { name: machine.name })}
                sure={translate('signIn.token.sure', { name: machine.name })}
                onRemove={() => onEnd(machine.id)}
              />
            )}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  )
}

const warnDays = 30

const Expiry = ({ machine: { expires, ended } }: { readonly machine: Machine }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (ended) return <Chip size="small" label={translate('signIn.token.ended')} />
  const day = expires.slice(0, 10)
  const soon = Temporal.PlainDate.from(todayHere()).until(day).total('days') <= warnDays
  return (
    <>
      {formatDay(language, day)}
      {soon && (
        <Chip
          size="small"
          sx={{ ml: 1, bgcolor: 'var(--day-B)', color: 'var(--day-B-ink)' }}
          label={translate('signIn.token.soon')}
        />
      )}
    </>
  )
}
