import { Alert, Box, Button, Checkbox, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState, type Ref } from 'react'
import { Link } from 'react-router-dom'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { formatDay } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { Loan } from '#plugins/circulation/contract/loan.ts'
import { euros } from '../euros.ts'
import { LoanStanding } from '../LoanStanding.tsx'
import { NoteDialog, saids, type Said } from './NoteDialog.tsx'
import type { Patron } from './session.ts'

interface PatronPanelProps {
  readonly ref: Ref<HTMLDivElement>
  readonly patron: Patron
  readonly onRenew: (loans: readonly string[]) => void
  readonly onNote: (act: Said, loans: readonly Loan[], reason: string) => void
  readonly onWhy: (loan: string) => void
}

/** Whoever stands at the desk: what stands in the way, and what they have on loan. */
export const PatronPanel = ({ ref, patron, onRenew, onNote, onWhy }: PatronPanelProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [said, say] = useState<Said | null>(null)
  const loans = patron.loans.filter(({ id }) => chosen.has(id))
  const toggle = (id: string) => choose(before => before.has(id) ? new Set([...before].filter(one => one !== id)) : new Set([...before, id]))
  const about = [
    patron.type, patron.until && translate('circulation.desk.until', { day: formatDay(language, patron.until) }),
    patron.age === null ? null : translate('circulation.desk.age', { smart_count: patron.age }),
    patron.visits ? translate('circulation.desk.visits') : null,
  ].filter(one => typeof one === 'string' && one !== '')
  return (
    <Stack component="section" spacing={2} aria-labelledby="desk-patron" ref={ref} tabIndex={-1} sx={{ minWidth: 0, '&:focus': { outline: 'none' } }}>
      <Box>
        <Typography id="desk-patron" variant="h2">{patron.name}</Typography>
        <Typography color="textSecondary">{about.join(' · ')}</Typography>
        {patron.counts.map(({ text, count, most }) => (
          <Typography key={text} color="textSecondary">{translate('circulation.desk.count', { text, count, most })}</Typography>
        ))}
        {patron.fineCents > 0 && <Typography>{translate('circulation.desk.fine', { amount: euros(language, patron.fineCents) })}</Typography>}
      </Box>
      {patron.notes.map(text => <Alert key={text} severity="info">{text}</Alert>)}
      {patron.representatives.length > 0 && (
        <Alert severity="info">{translate('circulation.desk.minor', { names: patron.representatives.join(', ') })}</Alert>
      )}
      {patron.blocks.map(({ code, message, stops }) => (
        <Alert key={code} severity={stops ? 'error' : 'warning'} action={code === 'internet-block' && <ToConfirm person={patron.id} />}>
          {message}
        </Alert>
      ))}
      {patron.loans.length === 0 ? <Nothing>{translate('circulation.desk.noLoans')}</Nothing> : (
        <>
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
            <Button variant="outlined" onClick={() => onRenew((loans.length ? loans : patron.loans).map(({ id }) => id))}>
              {translate(loans.length ? 'circulation.desk.renewChosen' : 'circulation.desk.renewAll', { smart_count: loans.length })}
            </Button>
            {loans.length > 0 && saids.map(act => <Button key={act} onClick={() => say(act)}>{translate(`circulation.desk.note.${act}`)}</Button>)}
          </Stack>
          <ListTable
            dense name={translate('circulation.desk.loans')}
            columns={['title', 'due', 'renewals'].map(column => translate(`circulation.desk.column.${column}`))}
            acts={translate('circulation.desk.column.why')}
          >
            {patron.loans.map(loan => <LoanLine key={loan.id} loan={loan} chosen={chosen.has(loan.id)} onToggle={toggle} onWhy={onWhy} />)}
          </ListTable>
        </>
      )}
      {said !== null && (
        <NoteDialog act={said} loans={loans} onClose={() => say(null)} onSend={reason => { onNote(said, loans, reason); say(null); choose(new Set()) }} />
      )}
    </Stack>
  )
}

/** Where the desk compares with the identity card and confirms. */
const ToConfirm = ({ person }: { readonly person: string }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  return (
    <Button component={Link} to={link(`/patrons/${person}`)} color="inherit" size="small">
      {translate('circulation.desk.toConfirm')}
    </Button>
  )
}

interface LoanLineProps {
  readonly loan: Loan
  readonly chosen: boolean
  readonly onToggle: (id: string) => void
  readonly onWhy: (id: string) => void
}

const LoanLine = ({ loan, chosen, onToggle, onWhy }: LoanLineProps) => {
  const translate = useTranslate()
  const { id, item, renewals } = loan
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
          <Checkbox
            size="small" checked={chosen} onChange={() => onToggle(id)}
            slotProps={{ input: { 'aria-label': translate('circulation.desk.choose', { title: item.title }) } }}
          />
          <Box sx={{ minWidth: 0 }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{item.title}</Typography>
            <Typography variant="body2" color="textSecondary">{`${item.materialName} · ${item.barcode}`}</Typography>
          </Box>
        </Stack>
      </TableCell>
      <TableCell>
        <LoanStanding loan={loan} />
      </TableCell>
      <TableCell>{renewals}</TableCell>
      <TableCell align="right">
        <Button size="small" onClick={() => onWhy(id)} aria-label={translate('circulation.why.of', { title: item.title })}>
          {translate('circulation.why.ask')}
        </Button>
      </TableCell>
    </TableRow>
  )
}
