import {
  Checkbox,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Pages } from '#console/Pages.tsx'
import type { Remark, Row } from './file.ts'

interface RemarksProps {
  readonly remarks: readonly Remark[]
  /** With these two, every row wants a yes. */
  readonly confirmed?: ReadonlySet<Row>
  readonly onConfirm?: (row: Row, on: boolean) => void
}

const perPage = 50
const columns = ['row', 'field', 'value', 'reason'] as const

/** What is said of one row stands together, and is confirmed together. */
const byRow = (remarks: readonly Remark[]) =>
  remarks.reduce<Remark[][]>((rows, remark) => {
    const last = rows.at(-1)
    if (last?.[0]?.row === remark.row) last.push(remark)
    else rows.push([remark])
    return rows
  }, [])

/** Rows of a file of which something is to be said: which, where in it, what stood there, and why. */
export const Remarks = ({ remarks, confirmed, onConfirm }: RemarksProps) => {
  const translate = useTranslate()
  const [page, setPage] = useState(1)
  const name = translate(onConfirm ? 'branches.exchange.doubts' : 'branches.exchange.faults')
  const shown = remarks.slice((page - 1) * perPage, page * perPage)
  return (
    <Stack spacing={2}>
      <TableContainer tabIndex={0} role="group" aria-label={name} sx={{ maxHeight: 520 }}>
        <Table size="small" stickyHeader aria-label={name} sx={{ minWidth: 640 }}>
          <TableHead>
            <TableRow>
              {onConfirm && <TableCell padding="checkbox">{translate('branches.exchange.right')}</TableCell>}
              {columns.map(column => (
                <TableCell key={column}>{translate(`branches.exchange.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {byRow(shown).map(lines =>
              lines.map(({ row, field, value, reason }, at) => (
                <TableRow key={`${row} ${field} ${at}`} hover>
                  {onConfirm && at === 0 && (
                    <TableCell padding="checkbox" rowSpan={lines.length} sx={{ verticalAlign: 'top' }}>
                      <Checkbox
                        checked={confirmed?.has(row) ?? false}
                        onChange={(_, on) => onConfirm(row, on)}
                        slotProps={{
                          input: { 'aria-label': translate('branches.exchange.confirmRow', { row, reason }) },
                        }}
                      />
                    </TableCell>
                  )}
                  {at === 0 && (
                    <TableCell
                      component="th"
                      scope="rowgroup"
                      rowSpan={lines.length}
                      sx={{ verticalAlign: 'top', ...(onConfirm ? { pt: 1.5 } : {}) }}
                    >
                      {row === 0 ? '' : row}
                    </TableCell>
                  )}
                  <TableCell>{field}</TableCell>
                  <TableCell sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere', maxWidth: 320 }}>
                    {value}
                  </TableCell>
                  <TableCell>{reason}</TableCell>
                </TableRow>
              )),
            )}
          </TableBody>
        </Table>
      </TableContainer>
      <Pages count={Math.ceil(remarks.length / perPage)} page={page} onPage={setPage} />
    </Stack>
  )
}
