import { memo } from 'react'

interface CellProps {
  readonly row: number
  readonly column: number
  readonly text: string
  /** What does not show in the text itself, for whoever does not see the signs. */
  readonly words: string
  /** `own`, `here` by a wider rule of this unit, or `above`. */
  readonly whose: 'own' | 'here' | 'above'
  readonly locked: boolean
  readonly differs: boolean
  readonly planned: boolean
  /** Something else holds in a part of the year, every year. */
  readonly seasonal: boolean
  readonly waiting: boolean
  readonly wrong: boolean
  readonly selected: boolean
  readonly current: boolean
  readonly fixed: boolean
}

const LOCK = 'M18 8h-1V6a5 5 0 0 0-10 0v2H6a2 2 0 0 0-2 2v10c0 1.1.9 2 2 2h12a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2zM9 6a3 3 0 0 1 6 0v2H9V6z'

const ROUND = 'M12 4V1L8 5l4 4V6a6 6 0 0 1 5.6 8.2l1.5 1.5A8 8 0 0 0 12 4zm0 14a6 6 0 0 1-5.6-8.2L4.9 8.3A8 8 0 0 0 12 20v3l4-4-4-4v3z'

/** It comes back every year. */
export const SeasonSign = () => <svg viewBox="0 0 24 24" width="12" height="12"><path d={ROUND} fill="currentColor" /></svg>

/** One rule in the grid. Only what it shows goes in, so that of eight hundred cells few are drawn again. */
export const Cell = memo((props: CellProps) => {
  const { row, column, text, words, whose, locked, differs, planned, seasonal, waiting, wrong, selected, current, fixed } = props
  const kinds = [whose, locked && 'locked', waiting && 'waiting', wrong && 'wrong', current && 'current']
  return (
    <td
      role="gridcell"
      id={`rule-${row}-${column}`}
      data-row={row}
      data-column={column}
      tabIndex={current ? 0 : -1}
      aria-selected={selected}
      aria-readonly={fixed || locked || undefined}
      aria-invalid={wrong || undefined}
      className={kinds.filter(Boolean).join(' ')}
    >
      <span className="text">{text}</span>
      <span className="signs" aria-hidden>
        {wrong && <b>!</b>}
        {differs && !waiting && <i>≠</i>}
        {seasonal && <SeasonSign />}
        {planned && <i>›</i>}
        {locked && <svg viewBox="0 0 24 24" width="11" height="11"><path d={LOCK} fill="currentColor" /></svg>}
      </span>
      <span className="words">{words}</span>
    </td>
  )
})
Cell.displayName = 'Cell'
