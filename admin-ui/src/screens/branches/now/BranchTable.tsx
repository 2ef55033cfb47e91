import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Day, UnitId } from '#core/contract.ts'
import { BranchRow } from './BranchRow.tsx'
import { PickAll } from './PickAll.tsx'
import type { LibraryGroup } from './shown.ts'

export interface BranchesProps {
  readonly groups: readonly LibraryGroup[]
  /** With the name of the library above its branches. */
  readonly named: boolean
  readonly today: Day
  /** The branches shown that the person may close; also those on other pages. */
  readonly pickable: readonly UnitId[]
  readonly chosen: readonly UnitId[]
  readonly onPick: (units: readonly UnitId[], on: boolean) => void
  readonly onClose: (units: readonly UnitId[]) => void
}

/** Columns share the width there is, so that none is ever cut off. */
const widths = { pick: 48, branch: '22%', state: '19%', next: '16%', attention: 'auto', act: 102 } as const

/** The branches as a table, under the library they belong to. */
export const BranchTable = ({ groups, named, today, pickable, chosen, onPick, onClose }: BranchesProps) => {
  const translate = useTranslate()
  const acts = pickable.length > 0
  const may = new Set(pickable)
  const picked = new Set(chosen)
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table
        aria-label={translate('branches.now.table')}
        sx={{ tableLayout: 'fixed', '& td, & th': { px: 1.25, overflowWrap: 'break-word' } }}
      >
        <TableHead>
          <TableRow>
            {acts && (
              <TableCell padding="checkbox" sx={{ width: widths.pick }}>
                <PickAll pickable={pickable} chosen={chosen} onPick={onPick} />
              </TableCell>
            )}
            <TableCell sx={{ width: widths.branch }}>{translate('branches.now.branch')}</TableCell>
            <TableCell sx={{ width: widths.state }}>{translate('branches.now.state')}</TableCell>
            <TableCell sx={{ width: widths.next }}>{translate('branches.now.next')}</TableCell>
            <TableCell sx={{ width: widths.attention }}>{translate('branches.now.attention')}</TableCell>
            {acts && (
              <TableCell align="right" sx={{ width: widths.act }}>{translate('branches.now.act')}</TableCell>
            )}
          </TableRow>
        </TableHead>
        {groups.map(library => (
          <TableBody key={library.id}>
            {named && (
              <TableRow>
                <TableCell
                  component="th"
                  scope="rowgroup"
                  colSpan={acts ? 6 : 4}
                  sx={{ bgcolor: 'background.default', fontWeight: 650, py: 0.75, color: 'text.secondary' }}
                >
                  {library.name}
                </TableCell>
              </TableRow>
            )}
            {library.rows.map(row => (
              <BranchRow
                key={row.id}
                row={row}
                today={today}
                acts={acts}
                closable={may.has(row.id)}
                picked={picked.has(row.id)}
                onPick={on => onPick([row.id], on)}
                onClose={() => onClose([row.id])}
              />
            ))}
          </TableBody>
        ))}
      </Table>
    </TableContainer>
  )
}
