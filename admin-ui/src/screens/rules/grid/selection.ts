/** Where the cursor stands, and from where it was drawn out. */
export interface Spot {
  readonly row: number
  readonly column: number
}

export interface Selection {
  readonly at: Spot
  readonly from: Spot
}

/** The block between two corners, both included. */
export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const atFirst: Selection = { at: { row: 0, column: 0 }, from: { row: 0, column: 0 } }

export const blockOf = ({ at, from }: Selection): Block => ({
  top: Math.min(at.row, from.row), bottom: Math.max(at.row, from.row),
  left: Math.min(at.column, from.column), right: Math.max(at.column, from.column),
})

export const isIn = ({ top, bottom, left, right }: Block, row: number, column: number) =>
  top <= row && row <= bottom && left <= column && column <= right

export const spotsOf = ({ top, bottom, left, right }: Block): readonly Spot[] =>
  Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, n) => ({
    row: top + Math.floor(n / (right - left + 1)), column: left + n % (right - left + 1),
  }))

/** How many rows a page is, for Page Up and Page Down. */
const PAGE = 10

/** Where a key leads from here; nothing for a key that moves nowhere. */
export const stepOf = (key: string, ctrl: boolean, { row, column }: Spot, last: Spot): Spot | undefined => {
  const far = ctrl ? Infinity : 1
  const moved = {
    ArrowUp: { row: row - far, column }, ArrowDown: { row: row + far, column },
    ArrowLeft: { row, column: column - far }, ArrowRight: { row, column: column + far },
    Home: { row: ctrl ? 0 : row, column: 0 }, End: { row: ctrl ? last.row : row, column: last.column },
    PageUp: { row: row - PAGE, column }, PageDown: { row: row + PAGE, column },
  }[key]
  return moved && within(moved, last)
}

export const within = ({ row, column }: Spot, last: Spot): Spot => ({
  row: Math.max(0, Math.min(row, last.row)), column: Math.max(0, Math.min(column, last.column)),
})
