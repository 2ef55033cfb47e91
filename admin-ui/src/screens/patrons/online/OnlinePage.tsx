import Back from '@mui/icons-material/ArrowBack'
import { Alert, Button, Chip, Link as Anchor, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { holds, useMe } from '#console/session.ts'
import { useUnit, useUnitLink } from '#console/unit.ts'
import type { Waiting, WaitingList } from '#plugins/patrons/contract/online.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'
import { money } from '../money.ts'
import { EndDialog } from '../page/EndDialog.tsx'
import { plainDay } from '../plain-day.ts'
import { ConfirmDialog, type Confirmed } from './ConfirmDialog.tsx'

interface Open {
  readonly what: 'confirm' | 'refuse'
  readonly waiting: Waiting
}

/** Who enrolled online and is still to be seen at the desk, the longest waiting first. */
const OnlinePage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { unit } = useUnit()
  const reading = useReading<WaitingList>('/online-enrolments', { unit: unit?.id }, { enabled: unit !== undefined, staleTime: 0 })
  const [open, setOpen] = useState<Open | null>(null)
  const [done, setDone] = useState<Confirmed | null>(null)
  const close = () => setOpen(null)
  return (
    <Page title={translate('patrons.online.title')} intro={translate('patrons.online.intro')}>
      <Anchor component={Link} to={link('/patrons')} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}>
        <Back fontSize="small" aria-hidden />
        {translate('patrons.online.back')}
      </Anchor>
      {done && <Done key={done.person} confirmed={done} />}
      <Answered reading={reading}>{known => <Rows list={known} onOpen={setOpen} />}</Answered>
      {open?.what === 'confirm' && (
        <ConfirmDialog
          membership={open.waiting.membership} name={open.waiting.name} onClose={close}
          onDone={confirmed => {
            close()
            setDone(confirmed)
          }}
        />
      )}
      {open?.what === 'refuse' && (
        <EndDialog membership={{ id: open.waiting.membership, version: open.waiting.version }} name={open.waiting.name} onClose={close} />
      )}
    </Page>
  )
}

/** What was done, where whoever works by keyboard goes on: the row they were at is gone. */
const Done = ({ confirmed: { name, person } }: { readonly confirmed: Confirmed }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const here = useRef<HTMLAnchorElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <Alert severity="success" role="status">
      {translate('patrons.online.done', { name })}{' '}
      <Anchor ref={here} component={Link} to={link(`/patrons/${person}`)} color="inherit">
        {translate('patrons.online.open')}
      </Anchor>
    </Alert>
  )
}

interface RowsProps {
  readonly list: WaitingList
  readonly onOpen: (open: Open) => void
}

const columns = ['name', 'born', 'membership', 'since', 'fee', 'doubles'] as const

const Rows = ({ list: { data, more }, onOpen }: RowsProps) => {
  const translate = useTranslate()
  const me = useMe()
  const mayConfirm = holds(me, permissions.change)
  if (data.length === 0) return <Nothing>{translate('patrons.online.none')}</Nothing>
  return (
    <Stack spacing={1.5}>
      {more && <Typography variant="body2" color="textSecondary">{translate('patrons.online.more', { count: data.length })}</Typography>}
      <ListTable name={translate('patrons.online.title')} columns={columns.map(column => translate(`patrons.online.column.${column}`))}
        {...(mayConfirm && { acts: translate('patrons.online.column.acts') })}>
        {data.map(waiting => (
          <TableRow key={waiting.membership} hover>
            <Cells waiting={waiting} />
            {mayConfirm && <Acts waiting={waiting} onOpen={onOpen} />}
          </TableRow>
        ))}
      </ListTable>
    </Stack>
  )
}

const Cells = ({ waiting }: { readonly waiting: Waiting }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  const { person, name, bornOn, branch, typeName, what, since, days, remindedOn, feeCents, owes, doubles } = waiting
  return (
    <>
      <TableCell component="th" scope="row">
        <Anchor component={Link} to={link(`/patrons/${person}`)} sx={{ fontWeight: 600 }}>
          {name}
        </Anchor>
      </TableCell>
      <TableCell>{bornOn && plainDay(language, bornOn)}</TableCell>
      <TableCell>
        {typeName}, {branch.name}
        {what === 'renewed' && <Aside>{translate('patrons.online.renewed')}</Aside>}
      </TableCell>
      <TableCell>
        {plainDay(language, since)}
        <Aside>{days === 0 ? translate('patrons.online.today') : translate('patrons.online.days', { smart_count: days })}</Aside>
        {remindedOn && <Aside>{translate('patrons.online.reminded', { day: plainDay(language, remindedOn) })}</Aside>}
      </TableCell>
      <TableCell>{owes ? translate('patrons.online.owed', { fee: money(language, feeCents) }) : translate('patrons.online.paid')}</TableCell>
      <TableCell>
        {doubles > 0 ? <Chip size="small" color="warning" variant="outlined" label={translate('patrons.online.alike', { smart_count: doubles })} />
          : translate('patrons.online.nobody')}
      </TableCell>
    </>
  )
}

const Aside = ({ children }: { readonly children: string }) => (
  <Typography variant="body2" color="textSecondary">
    {children}
  </Typography>
)

const Acts = ({ waiting, onOpen }: { readonly waiting: Waiting; readonly onOpen: (open: Open) => void }) => {
  const translate = useTranslate()
  const { name } = waiting
  return (
    <TableCell align="right">
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: { xs: 'wrap', lg: 'nowrap' }, justifyContent: 'flex-end' }}>
        <Button size="small" variant="contained" aria-label={translate('patrons.online.confirmOne', { name })}
          onClick={() => onOpen({ what: 'confirm', waiting })}>
          {translate('patrons.online.confirm')}
        </Button>
        <Button size="small" color="error" aria-label={translate('patrons.online.refuseOne', { name })} onClick={() => onOpen({ what: 'refuse', waiting })}>
          {translate('patrons.online.refuse')}
        </Button>
      </Stack>
    </TableCell>
  )
}

export default OnlinePage
