import Download from '@mui/icons-material/DownloadOutlined'
import { Button, Chip, Link as TextLink, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import type { ChangeSet } from '#console/change/change.ts'
import { address } from '#console/http.ts'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Pages } from '#console/Pages.tsx'
import { useReading, useSteadyReading } from '#console/reading.ts'
import { formatDay } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { MovedLoan, MovedLoans } from '#plugins/circulation/contract/moved.ts'

const perPage = 25

/** Whose due day one change moved, from which to which, to write them a message. */
const MovedPage = () => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const set = asked('set')
  const page = Number(asked('page')) || 1
  const { data: change } = useReading<ChangeSet>(`/changes/${set}`, {}, { retry: false })
  const reading = useSteadyReading<MovedLoans>('/moved-loans', { set, limit: perPage, offset: (page - 1) * perPage })
  const some = (reading.data?.total ?? 0) > 0
  return (
    <Page
      title={translate('circulation.moved.title')} intro={change?.sentences[0] ?? translate('circulation.moved.intro')}
      actions={some && (
        <Button component="a" href={address('/moved-loans/file', { set })} download variant="outlined" startIcon={<Download aria-hidden />}>
          {translate('circulation.moved.file')}
        </Button>
      )}
    >
      <Answered reading={reading}>
        {({ data, total }) => total === 0 ? <Nothing>{translate('circulation.moved.none')}</Nothing> : (
          <Stack spacing={2}>
            <Typography role="status" color="textSecondary">
              {translate('circulation.moved.shown', { smart_count: total })} {translate('circulation.moved.fileSays')}
            </Typography>
            <MovedTable loans={data} />
            <Pages count={Math.ceil(total / perPage)} page={page} onPage={next => ask({ page: next === 1 ? null : String(next) })} />
          </Stack>
        )}
      </Answered>
    </Page>
  )
}

const MovedTable = ({ loans }: { readonly loans: readonly MovedLoan[] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  return (
    <ListTable
      dense name={translate('circulation.moved.title')}
      columns={['name', 'reach', 'title', 'day'].map(column => translate(`circulation.moved.column.${column}`))}
    >
      {loans.map(loan => (
        <TableRow key={loan.loan} hover>
          <TableCell component="th" scope="row">
            <TextLink component={Link} to={link(`/patrons/${loan.person}`)} sx={{ fontWeight: 600 }}>{loan.name}</TextLink>
            <Typography variant="body2" color="textSecondary">{loan.card}</Typography>
          </TableCell>
          <TableCell>
            {loan.unwritten ? translate('circulation.moved.unwritten') : loan.email ?? translate('circulation.moved.noEmail')}
            <Typography variant="body2" color="textSecondary">{translate(`circulation.moved.language.${loan.language}`)}</Typography>
          </TableCell>
          <TableCell>
            {loan.title}
            <Typography variant="body2" color="textSecondary">{loan.branch}</Typography>
          </TableCell>
          <TableCell>
            {loan.before === loan.after ? loan.actName : `${formatDay(language, loan.before)} → ${formatDay(language, loan.after)}`}
            {!loan.stands && <Chip size="small" variant="outlined" sx={{ ml: 1 }} label={translate('circulation.moved.since')} />}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  )
}

export default MovedPage
