import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import Flag from '@mui/icons-material/FlagOutlined'
import EditCalendar from '@mui/icons-material/EditCalendarOutlined'
import Link from '@mui/icons-material/LinkOutlined'
import Replay from '@mui/icons-material/ReplayOutlined'
import {
  Box,
  Checkbox,
  MenuItem,
  Select,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Fragment } from 'react'
import { Nothing } from '#console/Nothing.tsx'
import { DayMark } from '#console/time/DayMark.tsx'
import { formatDay, formatMonth } from '#console/time/day.ts'
import { closedKinds, isTicked, kindOf, type ClosedKind, type RoundForm, type RoundRow } from './round.ts'

const signs = {
  holiday: Flag,
  rule: CalendarMonth,
  'last-year': Replay,
  bridge: Link,
  own: EditCalendar,
} as const

interface ProposalTableProps {
  readonly rows: readonly RoundRow[]
  readonly form: RoundForm
  readonly may: boolean
  readonly onChange: (next: (before: RoundForm) => RoundForm) => void
}

/** The proposed days of a year by month, each with where it comes from and a box to say yes or no. */
export const ProposalTable = ({ rows, form, may, onChange }: ProposalTableProps) => {
  const translate = useTranslate()
  const language = useLocale()
  if (rows.length === 0) return <Nothing>{translate('branches.round.none')}</Nothing>
  const name = translate('branches.round.proposal')
  return (
    <TableContainer tabIndex={0} role="group" aria-label={name}>
      <Table size="small" aria-label={name} sx={{ minWidth: 680 }}>
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">{translate('branches.round.tick')}</TableCell>
            {['day', 'what', 'kind', 'source'].map(column => (
              <TableCell key={column}>{translate(`branches.round.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {[...Map.groupBy(rows, ({ day }) => day.slice(0, 7))].map(([month, days]) => (
            <Fragment key={month}>
              <TableRow>
                <TableCell
                  component="th"
                  scope="rowgroup"
                  colSpan={5}
                  sx={{ bgcolor: 'background.default', fontWeight: 650, color: 'text.secondary', py: 0.5 }}
                >
                  {formatMonth(language, `${month}-01`)}
                </TableCell>
              </TableRow>
              {days.map(row => (
                <ProposedRow key={row.day} row={row} form={form} may={may} onChange={onChange} />
              ))}
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

interface ProposedRowProps extends Omit<ProposalTableProps, 'rows'> {
  readonly row: RoundRow
}

const ProposedRow = ({ row, form, may, onChange }: ProposedRowProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const { day, to, text, source, alreadySet, now } = row
  const ticked = isTicked(form, row)
  const kind = kindOf(form, row)
  const when = to
    ? translate('console.period.between', { from: formatDay(language, day), to: formatDay(language, to) })
    : formatDay(language, day)
  const Sign = signs[source]
  const state =
    now === 'open'
      ? ticked
        ? 'added'
        : alreadySet
          ? 'opens'
          : 'skipped'
      : ticked
        ? kind === now
          ? 'set'
          : 'changed'
        : 'opens'
  return (
    <TableRow hover>
      <TableCell padding="checkbox">
        <Checkbox
          checked={ticked}
          disabled={!may}
          slotProps={{ input: { 'aria-label': `${when}, ${text}` } }}
          onChange={(_, on) => onChange(before => ({ ...before, ticked: { ...before.ticked, [day]: on } }))}
        />
      </TableCell>
      <TableCell sx={{ fontWeight: 600, opacity: ticked ? 1 : 0.75 }}>{when}</TableCell>
      <TableCell>
        <Typography
          sx={{
            textDecoration: ticked ? 'none' : 'line-through',
            color: ticked ? undefined : 'text.secondary',
          }}
        >
          {text || translate('branches.round.closed')}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {translate(`branches.round.state.${state}`)}
        </Typography>
      </TableCell>
      <TableCell>
        {may && ticked ? (
          <Select
            size="small"
            value={kind}
            sx={{ minWidth: 180 }}
            inputProps={{ 'aria-label': `${translate('branches.round.kind')}: ${when}` }}
            onChange={event =>
              onChange(before => ({
                ...before,
                kinds: { ...before.kinds, [day]: event.target.value as ClosedKind },
              }))
            }
          >
            {closedKinds.map(one => (
              <MenuItem key={one} value={one}>
                <DayMark kind={one} named />
              </MenuItem>
            ))}
          </Select>
        ) : (
          <DayMark kind={ticked ? kind : 'open'} named />
        )}
      </TableCell>
      <TableCell>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <Sign fontSize="small" aria-hidden color="action" />
          <Box component="span">{translate(`branches.round.from.${source}`)}</Box>
        </Stack>
      </TableCell>
    </TableRow>
  )
}
