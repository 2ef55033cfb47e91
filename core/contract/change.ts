import { Type, type Static } from 'typebox'

const strict = { additionalProperties: false } as const
const Text = Type.String()
export const Nullable = <S extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>>(
  schema: S,
) => Type.Union([schema, Type.Null()])
export const Reason = Type.String({ maxLength: 2000 })

const Item = Type.Object(
  {
    kind: Type.String({ maxLength: 80 }),
    payload: Type.Unknown(),
    seen: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))),
  },
  strict,
)
export const Items = Type.Array(Item, { minItems: 1, maxItems: 10_000 })

/** All that a set would do, before it does it. */
export const Preview = Type.Object(
  {
    fingerprint: Text,
    version: Type.Integer(),
    sentences: Type.Array(Text),
    mayApply: Type.Boolean(),
    /** Another person must agree: it is sent as a request. */
    secondPerson: Type.Boolean(),
    /** It rewrites what is past: a reason goes with it. */
    asksReason: Type.Boolean(),
    /** The libraries that share what it changes, and what each has said; while one has not, it is sent as a request. */
    agreement: Type.Array(Type.Object({ unit: Text, unitName: Text, agrees: Type.Union([Type.Boolean(), Type.Null()]) })),
    /** Whoever does it proves first again who they are. */
    confirms: Type.Boolean(),
    effects: Type.Array(
      Type.Object({
        code: Text,
        text: Text,
        /** Absent where there is nothing to count, null where nobody can count it. */
        count: Type.Optional(Nullable(Type.Integer())),
        cents: Type.Optional(Type.Integer()),
        sample: Type.Optional(Type.Array(Text)),
      }),
    ),
    questions: Type.Array(
      Type.Object({ code: Text, text: Text, units: Type.Array(Type.Object({ id: Text, name: Text })) }),
    ),
    days: Type.Array(Type.Object({ unit: Text, unitName: Text, day: Text, before: Text, after: Text })),
    website: Type.Array(Type.Object({ unit: Text, unitName: Text, text: Text })),
    faults: Type.Array(Type.Object({ code: Text, pointer: Text, message: Text })),
    missing: Type.Array(Type.Object({ permission: Text, allows: Text, unit: Text, unitName: Text })),
  },
  { $id: 'Preview' },
)
export type Preview = Static<typeof Preview>

export const setStates = ['requested', 'planned', 'applied', 'put-back', 'refused', 'cancelled'] as const
export type SetState = (typeof setStates)[number]
/** A change set as people read it back: what happened, by whom, why, and whether it can be undone. */
export const ChangeSet = Type.Object(
  {
    id: Text,
    state: Type.Enum(setStates),
    sentences: Type.Array(Text),
    more: Type.Integer(),
    reason: Nullable(Text),
    by: Type.Object({ id: Nullable(Text), name: Text }),
    at: Text,
    applyOn: Nullable(Text),
    appliedAt: Nullable(Text),
    version: Nullable(Type.Integer()),
    units: Type.Array(Type.Object({ id: Text, name: Text })),
    putsBack: Nullable(Text),
    putBackBy: Nullable(Text),
    decidedBy: Nullable(Text),
    decision: Nullable(Text),
    mayPutBack: Type.Boolean(),
    /** What the libraries that share it have said, and for which of them whoever reads this may still answer. */
    agreement: Type.Array(Type.Object({
      unit: Text, unitName: Text, agrees: Type.Union([Type.Boolean(), Type.Null()]),
      by: Nullable(Text), at: Nullable(Text), reason: Nullable(Text), mayAnswer: Type.Boolean(),
    })),
  },
  { $id: 'ChangeSet' },
)
export type ChangeSet = Static<typeof ChangeSet>

