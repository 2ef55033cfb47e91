import { Type, type Static } from 'typebox'
import { Day, UnitId } from '#core/contract.ts'
import { Nullable } from '#core/contract/change.ts'
import { Barcode } from './item.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time', maxLength: 40, examples: ['2026-11-24T09:00:00Z'] })
const Named = Type.Object({ code: Text, name: Text })

/** For how many days, the first included, a desk without a server knows when something is due. */
export const KIT_DAYS = 10
/** How many acts one batch holds at most; a desk with more sends several. */
export const BATCH_MOST = 500

export const KitAsked = Type.Object({ branch: UnitId }, strict)

/** What a desk takes along for when it has no server: days and blocked cards, and nobody's name. */
export const Kit = Type.Object({
  branch: Type.Object({ id: Text, name: Text }),
  /** The stops of a bookmobile, each with dates of its own. */
  stops: Type.Array(Type.Object({ id: Text, name: Text })),
  preparedAt: Text, until: Text,
  salt: Text, blocked: Type.Array(Text),
  cardShapes: Type.Array(Text), itemShapes: Type.Array(Text),
  memberships: Type.Array(Named), materials: Type.Array(Named),
  days: Type.Array(Type.Object({
    day: Text, open: Type.Boolean(), hours: Type.Array(Text),
    /** By kind of item until when it may be kept by any type of membership, the earliest; and by whom otherwise. Null is not lent. */
    terms: Type.Array(Type.Object({
      material: Text, due: Nullable(Text), others: Type.Array(Type.Object({ membership: Text, due: Nullable(Text) })),
    })),
  })),
})
export type Kit = Static<typeof Kit>

export const OfflineAct = Type.Object({
  /** Made by the desk when it happened: of the loan that comes of it, or of the return. */
  id: Id, act: Type.Enum(['lend', 'return']), at: Moment, item: Barcode, card: Type.Optional(Barcode),
  /** The day that was said aloud. */
  told: Type.Optional(Day),
}, strict)
export type OfflineAct = Static<typeof OfflineAct>

export const NewBatch = Type.Object({
  id: Id, branch: UnitId, device: Type.String({ minLength: 1, maxLength: 60 }), preparedAt: Type.Optional(Moment),
  acts: Type.Array(OfflineAct, { minItems: 1, maxItems: BATCH_MOST }),
}, strict)
export type NewBatch = Static<typeof NewBatch>

export const offlineStates = ['waiting', 'done', 'asks', 'refused', 'overtaken', 'left'] as const
export type OfflineState = (typeof offlineStates)[number]

export const ReplayedAct = Type.Object({
  id: Text, act: Type.Enum(['lend', 'return']), at: Text, item: Text, title: Nullable(Text),
  /** As long as it is not settled. */
  card: Nullable(Text), personName: Nullable(Text),
  state: Type.Enum(offlineStates), told: Nullable(Text), dueOn: Nullable(Text), note: Nullable(Text),
  faults: Type.Array(Type.Object({ code: Text, message: Text, asksReason: Type.Boolean() })),
})
export type ReplayedAct = Static<typeof ReplayedAct>

const Counts = Type.Object({ waiting: Type.Integer(), done: Type.Integer(), open: Type.Integer(), settled: Type.Integer() })
export const BatchLine = Type.Object({ id: Text, device: Text, at: Text, preparedAt: Nullable(Text), counts: Counts })
export type BatchLine = Static<typeof BatchLine>

export const BatchesAsked = Type.Object({ branch: UnitId }, strict)
export const BatchList = Type.Object({ data: Type.Array(BatchLine) })

export const Batch = Type.Object({
  ...BatchLine.properties, branch: Type.Object({ id: Text, name: Text }), acts: Type.Array(ReplayedAct),
})
export type Batch = Static<typeof Batch>

/** How many acts of this branch still wait for their turn. */
export const Replayed = Type.Object({ left: Type.Integer() })

export const Settling = Type.Object({
  /** Once more, with what was asked answered or a number put right; or left as it is. */
  as: Type.Enum(['again', 'leave']),
  pass: Type.Optional(Type.Boolean()),
  reason: Type.Optional(Type.String({ minLength: 3, maxLength: 300 })),
  card: Type.Optional(Barcode), item: Type.Optional(Barcode),
}, strict)
export type Settling = Static<typeof Settling>
