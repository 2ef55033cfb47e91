import { Checkbox, TableCell, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { memo } from 'react'
import type { Day } from '#core/contract.ts'
import type { NowRow } from '../answers.ts'
import { Attention } from './Attention.tsx'
import { BranchName } from './BranchName.tsx'
import { CloseButton } from './CloseButton.tsx'
import { NextChange } from './NextChange.tsx'
import { StateNow } from './StateNow.tsx'

interface BranchRowProps {
  readonly row: NowRow
  readonly today: Day
  /** The table has columns to pick and to act. */
  readonly acts: boolean
  /** The person may close this one. */
  readonly closable: boolean
  readonly picked: boolean
  readonly onPick: (on: boolean) => void
  readonly onClose: () => void
}

const Row = ({ row, today, acts, closable, picked, onPick, onClose }: BranchRowProps) => {
  const translate = useTranslate()
  return (
    <TableRow hover selected={picked}>
      {acts && (
        <TableCell padding="checkbox">
          {closable && (
            <Checkbox
              checked={picked}
              onChange={(_, on) => onPick(on)}
              slotProps={{ input: { 'aria-label': translate('branches.now.pick', { name: row.name }) } }}
            />
          )}
        </TableCell>
      )}
      <TableCell component="th" scope="row"><BranchName row={row} /></TableCell>
      <TableCell><StateNow row={row} today={today} /></TableCell>
      <TableCell><NextChange next={row.nextChange} /></TableCell>
      <TableCell><Attention row={row} /></TableCell>
      {acts && <TableCell align="right">{closable && <CloseButton name={row.name} onClose={onClose} />}</TableCell>}
    </TableRow>
  )
}

/** Drawn again only when its own branch or its own box changed. */
export const BranchRow = memo(Row, (a, b) =>
  a.row === b.row && a.picked === b.picked && a.today === b.today && a.acts === b.acts && a.closable === b.closable)
