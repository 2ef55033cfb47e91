import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { setParameter } from '../change.ts'
import { orNull, RowPlace, Text } from './part.ts'

/** An item of the door, made here for the console to preview and send. */
export const SettingItem = Type.Object({
  kind: Type.Literal(setParameter.name), payload: setParameter.payload, seen: Type.Integer(),
})
export type SettingItem = Static<typeof SettingItem>

const Place = { unit: UnitId, unitName: Text, parameter: Text, title: Text, ...RowPlace }

/** What one item would make another, to be looked at before it is sent. */
export const ProposedChange = Type.Object({
  ...Place, from: Text, to: orNull(Text),
  /** What the unit itself says on that day for exactly these codes; null: nothing of its own. */
  before: orNull(Text),
  /** Null: it follows what holds above again. */
  after: orNull(Text),
})
export type ProposedChange = Static<typeof ProposedChange>

/** What could not be proposed, and why: locked above, not set at this level. */
export const Skipped = Type.Object({ ...Place, code: Text, message: Text })
export type Skipped = Static<typeof Skipped>

/** Items as somebody asked for them: change `n` tells what item `n` does. */
export const Proposed = Type.Object({
  version: Type.Integer(),
  items: Type.Array(SettingItem), changes: Type.Array(ProposedChange), skipped: Type.Array(Skipped),
  /** How many of the values asked for hold there already. */
  unchanged: Type.Integer(),
  /** The settings among the items that rest on a council decision which was not given along. */
  asksBasis: Type.Array(Type.Object({ parameter: Text, title: Text })),
})
export type Proposed = Static<typeof Proposed>

/** At most so many items are proposed at once: what the door takes in one set. */
export const ITEMS_AT_MOST = 5000
