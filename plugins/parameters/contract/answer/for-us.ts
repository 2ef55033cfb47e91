import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { Level, orNull, Text } from './part.ts'

/** A setting that is or becomes another here because of what was set elsewhere. */
export const ChangeForUs = Type.Object({
  set: Text, state: Type.Enum(['applied', 'planned', 'put-back']),
  /** What the set says of this setting. */
  sentence: Text,
  /** The unit where it was said. */
  at: Type.Object({ unit: UnitId, unitName: Text, type: Level }),
  /** When it was applied; of one that waits: null. */
  appliedAt: orNull(Text),
  parameter: Text, title: Text, whereText: Text,
  /** The first day on which it is another here, and what it was and becomes. */
  day: Text, before: Text, after: Text,
})
export type ChangeForUs = Static<typeof ChangeForUs>

/** `GET /api/parameters/for-us?unit`: of the last 60 days and still to come, the latest day first. */
export const ChangesForUs = Type.Object({ unit: UnitId, data: Type.Array(ChangeForUs), more: Type.Boolean() })
export type ChangesForUs = Static<typeof ChangesForUs>
