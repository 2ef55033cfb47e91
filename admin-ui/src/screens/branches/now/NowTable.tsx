import { Stack, Typography, useMediaQuery, type Theme } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Day, UnitId } from '#core/contract.ts'
import { useAsked } from '#console/asked.ts'
import { Pages } from '#console/Pages.tsx'
import { useTyped } from '#console/typed.ts'
import type { NowRow } from '../answers.ts'
import { BranchCards } from './BranchCards.tsx'
import { BranchTable } from './BranchTable.tsx'
import { NowFilters } from './NowFilters.tsx'
import { PickedBar } from './PickedBar.tsx'
import { byLibrary, shownOf, views, type View } from './shown.ts'

const rowsPerPage = 60

interface NowTableProps {
  readonly rows: readonly NowRow[]
  readonly today: Day
  /** Whether the person may close a branch. */
  readonly closable: (unit: UnitId) => boolean
  readonly onClose: (units: readonly UnitId[]) => void
}

const asView = (text: string): View => views.find(view => view === text) ?? 'all'

/** The rows of a page, cut through whole libraries where possible. */
const pageOf = (rows: readonly NowRow[], page: number) =>
  byLibrary(rows)
    .flatMap(library => library.rows)
    .slice((page - 1) * rowsPerPage, page * rowsPerPage)

/** The list of branches, with its filters in the address so that it can be kept and shared. */
export const NowTable = ({ rows, today, closable, onClose }: NowTableProps) => {
  const translate = useTranslate()
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'), { noSsr: true })
  const { asked: inAddress, ask } = useAsked()
  const [asked, setAsked] = useTyped(inAddress('q'), q => ask({ q }, { replace: true }), 400)
  const view = asView(inAddress('show'))
  const sought = useDeferredValue(asked)
  const [page, setPage] = useState(1)
  const [picked, setPicked] = useState<ReadonlySet<UnitId>>(new Set())
  const shown = useMemo(() => shownOf(rows, view, sought), [rows, view, sought])
  const pages = Math.max(1, Math.ceil(shown.length / rowsPerPage))
  const here = Math.min(page, pages)
  const groups = useMemo(() => byLibrary(pageOf(shown, here)), [shown, here])
  const pickable = useMemo(() => shown.map(row => row.id).filter(closable), [shown, closable])
  const chosen = pickable.filter(id => picked.has(id))

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

  const Branches = narrow ? BranchCards : BranchTable
  return (
    <Stack spacing={2}>
      <NowFilters
        rows={rows}
        view={view}
        asked={asked}
        onView={next => filter(() => ask({ show: next === 'all' ? '' : next }, { replace: true }))}
        onAsk={text => filter(() => setAsked(text))}
      />
      <Typography role="status" variant="body2" color="textSecondary" sx={{ mt: '4px !important' }}>
        {translate('branches.now.shown', { smart_count: shown.length })}
      </Typography>
      {shown.length > 0 && (
        <Branches
          groups={groups}
          named={groups.length > 1 || pages > 1}
          today={today}
          pickable={pickable}
          chosen={chosen}
          onPick={pick}
          onClose={onClose}
        />
      )}
      <Pages count={pages} page={here} onPage={setPage} />
      {chosen.length > 0 && (
        <PickedBar count={chosen.length} onForget={() => setPicked(new Set())} onClose={() => onClose(chosen)} />
      )}
    </Stack>
  )
}
