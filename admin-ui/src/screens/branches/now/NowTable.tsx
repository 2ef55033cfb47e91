import {
  Button,
  Checkbox,
  Pagination,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Day, UnitId } from '#core/contract.ts'
import type { NowRow } from '../answers.ts'
import { NowFilters } from './NowFilters.tsx'
import { BranchRow } from './BranchRow.tsx'
import { byLibrary, shownOf, views, type View } from './shown.ts'
import { useAsked } from './useAsked.ts'

const rowsPerPage = 60

interface NowTableProps {
  readonly rows: readonly NowRow[]
  readonly today: Day
  readonly onClose: (units: readonly UnitId[]) => void
}

const asView = (text: string): View => views.find(view => view === text) ?? 'all'

/** The rows of a page, cut through whole libraries where possible. */
const pageOf = (rows: readonly NowRow[], page: number) =>
  byLibrary(rows)
    .flatMap(library => library.rows)
    .slice((page - 1) * rowsPerPage, page * rowsPerPage)

/** The list of branches, with its filters in the address so that it can be kept and shared. */
export const NowTable = ({ rows, today, onClose }: NowTableProps) => {
  const translate = useTranslate()
  const [show, setShow] = useAsked('show')
  const [asked, setAsked] = useAsked('q', 400)
  const view = asView(show)
  const sought = useDeferredValue(asked)
  const [page, setPage] = useState(1)
  const [picked, setPicked] = useState<ReadonlySet<UnitId>>(new Set())
  const shown = useMemo(() => shownOf(rows, view, sought), [rows, view, sought])
  const pages = Math.max(1, Math.ceil(shown.length / rowsPerPage))
  const here = Math.min(page, pages)
  const groups = useMemo(() => byLibrary(pageOf(shown, here)), [shown, here])
  const chosen = shown.filter(row => picked.has(row.id)).map(row => row.id)

  const filter = (change: () => void) => {
    setPage(1)
    change()
  }
  const pick = (units: readonly UnitId[], on: boolean) =>
    setPicked(before => {
      const next = new Set(before)
      for (const unit of units)
        if (on) next.add(unit)
        else next.delete(unit)
      return next
    })

  return (
    <Stack spacing={2}>
      <NowFilters
        rows={rows}
        view={view}
        asked={asked}
        onView={next => filter(() => setShow(next === 'all' ? '' : next))}
        onAsk={text => filter(() => setAsked(text))}
      />
      <Typography role="status" variant="body2" color="textSecondary" sx={{ mt: '4px !important' }}>
        {translate('branches.now.shown', { smart_count: shown.length })}
      </Typography>
      {shown.length > 0 && (
        <TableContainer
          component={Paper}
          variant="outlined"
          tabIndex={0}
          role="region"
          aria-label={translate('branches.now.table')}
        >
          <Table aria-label={translate('branches.now.table')} sx={{ minWidth: 720 }}>
            <TableHead>
              <TableRow>
                <TableCell padding="checkbox">
                  <Checkbox
                    checked={chosen.length > 0 && chosen.length === shown.length}
                    indeterminate={chosen.length > 0 && chosen.length < shown.length}
                    onChange={(_, on) =>
                      pick(
                        shown.map(row => row.id),
                        on,
                      )
                    }
                    slotProps={{
                      input: {
                        'aria-label': translate('branches.now.pickAll', { smart_count: shown.length }),
                      },
                    }}
                  />
                </TableCell>
                <TableCell>{translate('branches.now.branch')}</TableCell>
                <TableCell>{translate('branches.now.state')}</TableCell>
                <TableCell>{translate('branches.now.next')}</TableCell>
                <TableCell>{translate('branches.now.attention')}</TableCell>
                <TableCell align="right">{translate('branches.now.act')}</TableCell>
              </TableRow>
            </TableHead>
            {groups.map(library => (
              <TableBody key={library.id}>
                {(groups.length > 1 || pages > 1) && (
                  <TableRow>
                    <TableCell
                      component="th"
                      scope="rowgroup"
                      colSpan={6}
                      sx={{
                        bgcolor: 'background.default',
                        fontWeight: 650,
                        py: 0.75,
                        color: 'text.secondary',
                      }}
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
                    picked={picked.has(row.id)}
                    onPick={on => pick([row.id], on)}
                    onClose={() => onClose([row.id])}
                  />
                ))}
              </TableBody>
            ))}
          </Table>
        </TableContainer>
      )}
      {pages > 1 && (
        <Pagination
          count={pages}
          page={here}
          onChange={(_, next) => setPage(next)}
          color="primary"
          sx={{ alignSelf: 'center' }}
          getItemAriaLabel={(type, at) =>
            type === 'page'
              ? translate('ra.navigation.page', { page: at })
              : translate(`ra.navigation.${type}`)
          }
        />
      )}
      {chosen.length > 0 && (
        <Paper
          variant="outlined"
          role="region"
          aria-label={translate('branches.now.picked', { smart_count: chosen.length })}
          sx={{
            position: 'sticky',
            bottom: 16,
            zIndex: 5,
            p: 1.5,
            px: 2.5,
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            boxShadow: 6,
            flexWrap: 'wrap',
          }}
        >
          <Typography sx={{ fontWeight: 600, flex: 1 }}>
            {translate('branches.now.picked', { smart_count: chosen.length })}
          </Typography>
          <Button onClick={() => setPicked(new Set())}>{translate('ra.action.unselect')}</Button>
          <Button variant="contained" onClick={() => onClose(chosen)}>
            {translate('branches.close.many', { smart_count: chosen.length })}
          </Button>
        </Paper>
      )}
    </Stack>
  )
}
