import { Button, Checkbox, Link as Anchor, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { memo } from 'react'
import { Link } from 'react-router-dom'
import type { Day } from '#core/contract.ts'
import { formatDayOfYear } from '#console/time/day.ts'
import type { NowRow } from '../answers.ts'
import { Attention } from './Attention.tsx'
import { StateNow } from './StateNow.tsx'

interface BranchRowProps {
  readonly row: NowRow
  readonly today: Day
  readonly picked: boolean
  readonly onPick: (on: boolean) => void
  readonly onClose: () => void
}

const Row = ({ row, today, picked, onPick, onClose }: BranchRowProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <TableRow hover selected={picked}>
      <TableCell padding="checkbox">
        <Checkbox
          checked={picked}
          onChange={(_, on) => onPick(on)}
          slotProps={{ input: { 'aria-label': translate('branches.now.pick', { name: row.name }) } }}
        />
      </TableCell>
      <TableCell component="th" scope="row">
        <Anchor
          component={Link}
          to={`/calendar?unit=${row.id}`}
          color="textPrimary"
          underline="hover"
          sx={{ fontWeight: 600 }}
        >
          {row.name}
        </Anchor>
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {row.code}
        </Typography>
      </TableCell>
      <TableCell>
        <StateNow row={row} today={today} />
      </TableCell>
      <TableCell>
        {row.nextChange && (
          <>
            <Typography variant="body2" sx={{ whiteSpace: 'nowrap' }}>
              {formatDayOfYear(language, row.nextChange.day)}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {row.nextChange.text}
            </Typography>
          </>
        )}
      </TableCell>
      <TableCell>
        <Attention row={row} />
      </TableCell>
      <TableCell align="right">
        <Button
          size="small"
          variant="outlined"
          onClick={onClose}
          aria-label={translate('branches.close.one', { name: row.name })}
          sx={{ minHeight: 34 }}
        >
          {translate('branches.close.act')}
        </Button>
      </TableCell>
    </TableRow>
  )
}

/** Drawn again only when its own branch or its own box changed. */
export const BranchRow = memo(Row, (a, b) => a.row === b.row && a.picked === b.picked && a.today === b.today)
