import { Button, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { ListTable } from '#console/ListTable.tsx'
import { formatMoment } from '#console/time/day.ts'
import type { ListedMail } from './answers.ts'
import { StateChip } from './StateChip.tsx'

interface MailTableProps {
  readonly mails: readonly ListedMail[]
  readonly onOpen: (id: string) => void
}

/** Mail, newest first: to whom, about what, and where it stands. */
export const MailTable = ({ mails, onOpen }: MailTableProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <ListTable
      name={translate('mail.table')}
      columns={['subject', 'to', 'at', 'where'].map(column => translate(`mail.column.${column}`))}
      acts={translate('mail.column.act')}
    >
      {mails.map(mail => (
        <TableRow key={mail.id} hover sx={{ verticalAlign: 'top' }}>
          <TableCell component="th" scope="row">
            <Typography sx={{ fontWeight: 600 }}>{mail.subject}</Typography>
            <Typography variant="body2" color="textSecondary">
              {mail.unit.name}
            </Typography>
          </TableCell>
          <TableCell sx={{ overflowWrap: 'anywhere' }}>
            {mail.name}
            <Typography variant="body2" color="textSecondary">
              {mail.address}
            </Typography>
          </TableCell>
          <TableCell>{formatMoment(language, mail.at)}</TableCell>
          <TableCell>
            <StateChip state={mail.state} />
            <Standing mail={mail} />
          </TableCell>
          <TableCell align="right">
            <Button
              size="small"
              variant="outlined"
              onClick={() => onOpen(mail.id)}
              aria-label={translate('mail.readOne', { subject: mail.subject, name: mail.name })}
            >
              {translate('mail.read')}
            </Button>
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  )
}

/** What went wrong last, when it is tried next, or that another went in its stead. */
const Standing = ({ mail: { failure, tryAt, tries, againAs } }: { readonly mail: ListedMail }) => {
  const translate = useTranslate()
  const language = useLocale()
  const lines = [
    failure && translate(`mail.failure.${failure}`),
    tryAt && tries > 0 && translate('mail.tryAt', { at: formatMoment(language, tryAt) }),
    againAs && translate('mail.wasSentAgain'),
  ].filter(line => typeof line === 'string')
  return lines.map(line => (
    <Typography key={line} variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5, maxWidth: '36ch' }}>
      {line}
    </Typography>
  ))
}
