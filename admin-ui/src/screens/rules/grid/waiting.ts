import { useRef } from 'react'
import { useDraft } from '#console/draft.ts'

/** What else is said for a cell: in a part of the year, or from a later day. */
export interface OtherWord {
  readonly text: string
  readonly season?: { readonly from: string; readonly to: string }
  /** The days of that season in words. */
  readonly days?: string
  readonly from: string | null
  readonly to: string | null
  /** The unit says so itself for exactly this cell. */
  readonly own: boolean
}

/** One cell that was changed and is not saved yet. */
export interface Waiting {
  readonly method: string
  readonly membership: string
  readonly material: string
  /** As it was typed; null gives the cell back what it inherits. */
  readonly text: string | null
  /** What stood there, beside any season. */
  readonly before: string
  /** What else is said there: seasons stay as they are unless one is named, plans give way where they are overlaid. */
  readonly others?: readonly OtherWord[]
  /** The configuration it was typed over: whoever changed the cell since then is not overwritten unseen. */
  readonly seen: number
  /** The unit that does not let this one say anything. */
  readonly lockedBy?: string
}

export type AllWaiting = Readonly<Record<string, Waiting>>

type Cell = Pick<Waiting, 'method' | 'membership' | 'material'>
export const waitingKey = ({ method, membership, material }: Cell) => `${method}|${membership}|${material}`

/** What becomes of a cell: changed, or left as it was. */
export interface Wish { readonly cell: Cell; readonly waiting: Omit<Waiting, 'seen'> | null }

const STEPS = 50

/** Every change of a unit's rules that waits to be saved, over all methods; a reload loses nothing. */
export const useWaiting = (unit: string) => {
  const draft = useDraft<AllWaiting>(`rules ${unit}`, {})
  const before = useRef<AllWaiting[]>([])
  const put = (wishes: readonly Wish[], seen: number) => {
    if (wishes.length === 0) return
    before.current = [...before.current.slice(-STEPS), draft.value]
    const next: Record<string, Waiting> = { ...draft.value }
    for (const { cell, waiting } of wishes) {
      if (waiting) next[waitingKey(cell)] = { ...waiting, seen }
      else delete next[waitingKey(cell)]
    }
    keep(next)
  }
  const keep = (next: AllWaiting) => {
    if (Object.keys(next).length === 0) draft.forget()
    else draft.set(next)
  }
  /** Takes the last step back; answers whether there was one. */
  const undo = () => {
    const last = before.current.pop()
    if (last) keep(last)
    return last !== undefined
  }
  const forget = () => {
    before.current = []
    draft.forget()
  }
  return { all: draft.value, put, undo, forget, draft: { restored: draft.restored, forget } }
}
