import type { Static } from 'typebox'
import type { ChangeKind, Day, UnitId } from '#core/contract.ts'

export type { ChangeSet, Preview } from '#core/contract/change.ts'

/** One thing asked of the change door, and the configuration its author had before them. */
export interface ChangeItem {
  readonly kind: string
  readonly payload: unknown
  readonly seen?: number
}

/** Builds an item whose payload is checked against its kind: `change(closeKind, { units, … }, seen)`. */
export const change = <K extends ChangeKind>(
  kind: K,
  payload: Static<K['payload']>,
  seen?: number,
): ChangeItem => ({ kind: kind.name, payload, ...(seen === undefined ? {} : { seen }) })

/** One of two versions of the same thing, when two people changed it. */
export interface Version {
  readonly fact: string
  readonly unit: UnitId
  readonly key: string
  readonly from: Day | null
  readonly to: Day | null
  readonly body: unknown
  readonly by?: string | null
  readonly at?: string | null
}

export interface Conflict {
  readonly yours: readonly Version[]
  readonly theirs: readonly Version[]
}

/** A made-up id that no other act has; also on a plain-http address, where `randomUUID` is missing. */
export const newId = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
