import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { atFirst, blockOf, stepOf, within, type Selection, type Spot } from './selection.ts'

/** What a cell is opened with: nothing of it, or the letter that was typed. */
export interface Typing {
  readonly at: Spot
  readonly letter: string | null
  readonly cell: HTMLElement
}

interface GridActs {
  readonly last: Spot
  /** Where the cursor begins; the grid then takes the focus. */
  readonly start: Spot | undefined
  /** Whether this cell may be typed in; says why not where it may not. */
  readonly mayType: (at: Spot) => boolean
  readonly onGiveBack: (selection: Selection) => void
  readonly onUndo: () => void
  readonly onPaste: (selection: Selection, text: string) => Selection
  readonly onCopy: (selection: Selection) => string
}

const spotOf = (target: EventTarget): Spot | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined
}

const cellOf = (table: HTMLTableElement | null, { row, column }: Spot) =>
  table?.querySelector<HTMLElement>(`td[data-row="${row}"][data-column="${column}"]`)

/** The grid by keyboard, mouse and clipboard, as spreadsheets do it. */
export const useGridKeys = (table: RefObject<HTMLTableElement | null>, { last, start, mayType, onGiveBack, onUndo, onPaste, onCopy }: GridActs) => {
  const [asked, setSelection] = useState<Selection>(start ? { at: start, from: start } : atFirst)
  const [typing, setTyping] = useState<Typing | null>(null)
  const refocus = useRef(start !== undefined)
  const selection = { at: within(asked.at, last), from: within(asked.from, last) }
  const { at } = selection
  useEffect(() => {
    if (!refocus.current) return
    refocus.current = false
    cellOf(table.current, at)?.focus()
  })
  const select = (next: Selection) => {
    refocus.current = true
    setSelection(next)
  }
  const go = (spot: Spot, drawn = false) => select({ at: spot, from: drawn ? selection.from : spot })
  const open = (letter: string | null, spot = at) => {
    const cell = cellOf(table.current, spot)
    if (cell && mayType(spot)) setTyping({ at: spot, letter, cell })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event
    const ctrl = event.ctrlKey || event.metaKey
    const step = altKey ? undefined : stepOf(key, ctrl, at, last)
    if (step) go(step, shiftKey)
    else if (ctrl && key.toLowerCase() === 'a') select({ from: { row: 0, column: 0 }, at: last })
    else if (ctrl && key.toLowerCase() === 'z') onUndo()
    else if (ctrl || altKey) return
    else if (key === 'Enter' || key === 'F2') open(null)
    else if (key === 'Delete' || key === 'Backspace') onGiveBack(selection)
    else if (key === 'Escape') go(at)
    else if (key.length === 1 && key !== ' ') open(key)
    else return
    event.preventDefault()
  }
  const done = (key: 'Enter' | 'Tab' | 'blur' | 'Escape', back: boolean) => {
    setTyping(null)
    const way = back ? -1 : 1
    if (key === 'Enter') go(within({ row: at.row + way, column: at.column }, last))
    else if (key === 'Tab') go(within({ row: at.row, column: at.column + way }, last))
    else if (key === 'Escape') go(at)
  }
  const events = {
    onKeyDown,
    onMouseDown: (event: MouseEvent) => {
      const spot = spotOf(event.target)
      if (!spot || event.button !== 0) return
      event.preventDefault()
      go(spot, event.shiftKey)
    },
    onMouseOver: (event: MouseEvent) => {
      const spot = event.buttons === 1 ? spotOf(event.target) : undefined
      if (spot) go(spot, true)
    },
    onDoubleClick: (event: MouseEvent) => {
      const spot = spotOf(event.target)
      if (spot) open(null, spot)
    },
    onCopy: (event: ClipboardEvent) => {
      event.clipboardData.setData('text/plain', onCopy(selection))
      event.preventDefault()
    },
    onCut: (event: ClipboardEvent) => {
      event.clipboardData.setData('text/plain', onCopy(selection))
      event.preventDefault()
      onGiveBack(selection)
    },
    onPaste: (event: ClipboardEvent) => {
      event.preventDefault()
      select(onPaste(selection, event.clipboardData.getData('text/plain')))
    },
  }
  return { selection, block: blockOf(selection), typing, done, events }
}
