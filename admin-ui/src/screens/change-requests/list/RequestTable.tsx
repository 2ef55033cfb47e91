import { Checkbox, Link, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { ListTable } from '#console/ListTable.tsx'
import { formatDay } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import { helpdeskStates } from '#plugins/change-requests/contract/state.ts'
import type { ListedRequest } from '../answers.ts'
import { StateChip } from '../StateChip.tsx'

interface RequestTableProps {
  readonly requests: readonly ListedRequest[]
  /** For the helpdesk: which are picked, to be approved together. */
  readonly picked?: ReadonlySet<string>
  readonly onPick?: (id: string) => void
}

/** Requests, each with whose it is, where it stands and by when it wants an answer. */
export const RequestTable = ({ requests, picked, onPick }: RequestTableProps) => {
  const translate = useTranslate()
  const columns = ['subject', 'asker', 'state', 'due', ...(onPick ? ['assignee'] : [])]
  return (
    <ListTable name={translate('requests.table')} columns={columns.map(column => translate(`requests.column.${column}`))}>
      {requests.map(request => (
        <TableRow key={request.id} hover sx={{ verticalAlign: 'top' }}>
          <TableCell component="th" scope="row">
            <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
              {onPick && (
                <Checkbox
                  size="small"
                  sx={{ mt: -0.5, p: 0.5 }}
                  checked={picked?.has(request.id) ?? false}
                  onChange={() => onPick(request.id)}
                  slotProps={{ input: { 'aria-label': translate('requests.pick', { number: request.number, subject: request.subject }) } }}
                />
              )}
              <Subject request={request} within={onPick ? '/inbox' : '/requests'} />
            </Stack>
          </TableCell>
          <TableCell>
            {request.asker.name}
            <Typography variant="body2" color="textSecondary">{request.unit.name}</Typography>
          </TableCell>
          <TableCell>
            <StateChip state={request.state} />
            <Standing request={request} />
          </TableCell>
          <TableCell><Due request={request} /></TableCell>
          {onPick && <TableCell>{request.assignee?.name ?? translate('requests.nobody')}</TableCell>}
        </TableRow>
      ))}
    </ListTable>
  )
}

interface SubjectProps { readonly request: ListedRequest; readonly within: '/inbox' | '/requests' }

const Subject = ({ request: { id, number, subject, formTitle, priority }, within }: SubjectProps) => {
  const translate = useTranslate()
  const link = useUnitLink()
  return (
    <div>
      <Link component={RouterLink} to={link(`${within}/${id}`)} sx={{ fontWeight: 600 }}>{subject || formTitle}</Link>
      <Typography variant="body2" color="textSecondary">
        {[translate('requests.number', { number }), ...(subject.startsWith(formTitle) ? [] : [formTitle]),
          ...(priority === 2 ? [] : [translate(`requests.priority.${priority}`)])].join(' · ')}
      </Typography>
    </div>
  )
}

/** What else one should know at a glance. */
const Standing = ({ request: { unconfirmed, awaitsLibraries, bounced, tasksOpen, applyOn, state } }: { readonly request: ListedRequest }) => {
  const translate = useTranslate()
  const language = useLocale()
  const lines = [
    ...(unconfirmed ? [translate('requests.unconfirmed')] : []),
    ...(awaitsLibraries ? [translate('requests.awaitsLibraries')] : []),
    ...(tasksOpen > 0 && state === 'approved' ? [translate('requests.tasksOpen', { smart_count: tasksOpen })] : []),
    ...(applyOn && state === 'planned' ? [translate('requests.appliesOn', { day: formatDay(language, applyOn) })] : []),
  ]
  return (
    <>
      {bounced && <Typography variant="caption" color="error" sx={{ display: 'block', mt: 0.5, fontWeight: 600 }}>{translate('requests.bounced')}</Typography>}
      {lines.map(line => (
        <Typography key={line} variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>{line}</Typography>
      ))}
    </>
  )
}

/** By when the helpdesk answers, as long as it is its turn. */
const Due = ({ request: { dueOn, late, state, unconfirmed, awaitsLibraries } }: { readonly request: ListedRequest }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (dueOn === null || unconfirmed || awaitsLibraries || !helpdeskStates.includes(state)) return null
  return (
    <>
      {formatDay(language, dueOn)}
      {late && <Typography variant="body2" color="error" sx={{ fontWeight: 600 }}>{translate('requests.late')}</Typography>}
    </>
  )
}
