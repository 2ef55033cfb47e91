import { Button, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { useReading } from '#console/reading.ts'
import type { PieceProps } from '#console/screens.ts'
import { Section } from '#console/Section.tsx'
import { holds, useMe } from '#console/session.ts'
import { formatDay } from '#console/time/day.ts'
import type { Loan, PatronLoans as Loans } from '#plugins/circulation/contract/loan.ts'
import { permissions } from '#plugins/circulation/contract/permission.ts'
import { WhyDrawer } from '../desk/WhyDrawer.tsx'
import { euros } from '../euros.ts'
import { LoanStanding } from '../LoanStanding.tsx'

/** What a patron has on loan, until when, what is late costs so far, and why. */
const PatronLoans = (props: PieceProps['patron']) => holds(useMe(), permissions.lend) ? <Known {...props} /> : null

const Known = ({ patron: { id, name } }: PieceProps['patron']) => {
  const translate = useTranslate()
  const language = useLocale()
  const reading = useReading<Loans>(`/patrons/${id}/loans`)
  const [asked, ask] = useState<string | null>(null)
  const owed = reading.data?.fineCents ?? 0
  return (
    <Section bare title={translate('circulation.desk.loans')}>
      <Answered reading={reading}>
        {({ data }) => data.length === 0 ? <Nothing>{translate('circulation.desk.noLoans')}</Nothing> : (
          <Stack spacing={1}>
            {owed > 0 && <Typography>{translate('circulation.desk.fine', { amount: euros(language, owed) })}</Typography>}
            <ListTable
              dense name={translate('circulation.desk.loansOf', { name })}
              columns={['title', 'lent', 'due', 'renewals'].map(column => translate(`circulation.desk.column.${column}`))}
              acts={translate('circulation.desk.column.why')}
            >
              {data.map(loan => <LoanLine key={loan.id} loan={loan} onWhy={() => ask(loan.id)} />)}
            </ListTable>
          </Stack>
        )}
      </Answered>
      {asked !== null && <WhyDrawer loan={asked} onClose={() => ask(null)} />}
    </Section>
  )
}

const LoanLine = ({ loan, onWhy }: { readonly loan: Loan; readonly onWhy: () => void }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { item, lentOn, branch, renewals } = loan
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{item.title}</Typography>
        <Typography variant="body2" color="textSecondary">{`${item.materialName} · ${item.barcode}`}</Typography>
      </TableCell>
      <TableCell>
        {formatDay(language, lentOn)}
        <Typography variant="body2" color="textSecondary">{branch.name}</Typography>
      </TableCell>
      <TableCell><LoanStanding loan={loan} /></TableCell>
      <TableCell>{renewals}</TableCell>
      <TableCell align="right">
        <Button size="small" onClick={onWhy} aria-label={translate('circulation.why.of', { title: item.title })}>{translate('circulation.why.ask')}</Button>
      </TableCell>
    </TableRow>
  )
}

export default PatronLoans
