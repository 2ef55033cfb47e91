import { Type, type Static, type TSchema } from 'typebox'
import { Texts, UnitId } from '#core/contract.ts'
import { Season } from '#plugins/parameters/contract/change.ts'
import { Code, MaterialType, MembershipType } from '#plugins/parameters/contract/list.ts'
import { HoldMethod, LoanMethod, RenewalMethod } from './line.ts'

const Text = Type.String()
const Day = Type.String({ format: 'date' })
const Cents = Type.Integer()
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const At = Type.Object({ unit: UnitId, unitName: Text })

/** A type of membership or of material as a row or a column of the rules; `*` is any. */
export const LineCode = Type.Object({
  code: Text, name: Text, unused: Type.Boolean(),
  /** A type of membership that persons have, and no institution. */
  persons: Type.Optional(Type.Boolean()),
})

/** What one unit says for a line of the rules, usually, in a part of the year, or from a later day. */
export const LineWord = Type.Object({
  text: Text,
  /** Whose word it is; null: nobody's, it is the value that everything begins with. */
  unit: orNull(At),
  /** The codes for which it was said. */
  membership: Text, material: Text,
  /** The part of the year in which it holds, every year; and so in words. */
  season: Type.Optional(Season), seasonText: Type.Optional(Text),
  from: orNull(Day), to: orNull(Day),
  state: Type.Enum(['now', 'planned']),
})
export type LineWord = Static<typeof LineWord>

/** A word as it counts in one cell. */
export const CellWord = Type.Object({
  /** Which of `words`. */
  word: Type.Integer(),
  /** The first day, from the day asked for, on which it has its say; null: it never has, or it is the usual value. */
  begins: orNull(Day),
  /** It is the value without any season: what is changed where no season is named. */
  usual: Type.Optional(Type.Boolean()),
  /** It is what holds on the day asked for. */
  holds: Type.Optional(Type.Boolean()),
  /** The unit itself says so, for exactly these codes. */
  own: Type.Optional(Type.Boolean()),
  /** So it does, and is bound by one above. */
  overruled: Type.Optional(Type.Boolean()),
})
export type CellWord = Static<typeof CellWord>

/** One cell of the rules: what holds here for these codes, and whose word it is. */
export const LineCell = Type.Object({
  membership: Text, material: Text,
  /** In the notation of staff: `28/28/0`. */
  text: Text, value: Type.Unknown(),
  /** This unit itself says something for exactly these codes, even where a unit above binds it. */
  own: Type.Boolean(),
  /** Who says what holds; null: nobody, it is the value that everything begins with. */
  from: orNull(At),
  /** The codes and the season for which it was said, where that is not just these codes all year round. */
  by: Type.Optional(Type.Object({ membership: Text, material: Text, season: Type.Optional(Season) })),
  /** A unit above binds this one, which may not say anything else. */
  locked: Type.Boolean(), lockedBy: Type.Optional(Text),
  /** Something else than what the levels above would give. */
  differs: Type.Boolean(),
  /** How many words of its own for these codes begin later. */
  planned: Type.Integer(),
  /** While a season holds: the value beside it, and whether that is this unit's own for exactly these codes. */
  usual: Type.Optional(Type.Object({ text: Text, own: Type.Boolean() })),
  /** What holds when, the usual value first; left out where nothing else ever holds. */
  when: Type.Optional(Type.Array(CellWord)),
})
export type LineCell = Static<typeof LineCell>

export const Lines = Type.Object({
  version: Type.Integer(), unit: UnitId, day: Day, method: Text,
  memberships: Type.Array(LineCode), materials: Type.Array(LineCode), cells: Type.Array(LineCell),
  /** What is said in seasons and plans: cells point at it. */
  words: Type.Array(LineWord),
})
export type Lines = Static<typeof Lines>

/** One rule that had a say, and whose it is. */
export const TriedRule = Type.Object({
  parameter: Text, title: Text, text: Text,
  /** For which codes it was said: `60 Volwassene, DVD`; empty for all. */
  whereText: Text,
  unit: orNull(UnitId), unitName: orNull(Text),
  /** From when it holds; null: always, or the value that everything begins with. */
  since: orNull(Day),
  /** Who said so, as the reader may know them; null: nobody did. */
  by: orNull(Text),
  /** The days of this loan on which it has a say, where another rule holds on others. */
  from: Type.Optional(Day), to: Type.Optional(Day),
  /** It is one of the rules that were tried out and are not saved yet. */
  notSaved: Type.Optional(Type.Boolean()),
})

export const Reminder = Type.Object({
  what: Type.Enum(['pre-notice', 'reminder-1', 'reminder-2', 'bill']), day: Day,
  /** What the fine amounts to on that day. */
  fineCents: Cents,
})

/** One loan tried out: this membership, this material, this branch, this day. */
export const Tried = Type.Object({
  version: Type.Integer(), unit: UnitId, unitName: Text, day: Day,
  membership: LineCode, material: LineCode,
  /** Of a member of another library: their type there, and the group whose link says which type that is here. */
  visitor: Type.Optional(Type.Object({ home: At, membership: LineCode, link: orNull(At) })),
  lendable: Type.Boolean(), minimumAge: Type.Integer(),
  loan: LoanMethod, renewal: RenewalMethod,
  /** Null when no day to bring it back is left in the calendar: the loan is refused. */
  due: orNull(Type.Object({
    raw: Day, day: Day,
    shifts: Type.Array(Type.Object({ from: Day, to: Day, because: Type.Enum(['G', 'V']) })),
  })),
  /** Each day on which the fine becomes more, up to the maximum or a hundred of them. */
  fine: Type.Array(Type.Object({ daysLate: Type.Integer(), day: Day, cents: Cents })),
  /** The day on which the fine reaches its maximum; null: it has none, or not within the days that were looked at. */
  maximumOn: orNull(Day),
  /** What it costs when brought back on the day asked for. */
  fineAt: Type.Optional(Type.Object({
    day: Day, daysLate: Type.Integer(), days: Type.Integer(), periods: Type.Integer(), cents: Cents,
  })),
  fineLine: Type.Enum(['loan-date', 'per-day', 'return-date']),
  reminders: Type.Array(Reminder),
  hold: HoldMethod,
  why: Type.Array(TriedRule),
})
export type Tried = Static<typeof Tried>

/** A code of a list as it stands at a unit, and what the levels above say of it. */
const listed = <S extends TSchema>(body: S) => Type.Object({
  code: Code, body,
  /** The unit itself says so. */
  own: Type.Boolean(),
  from: Type.Object({ ...At.properties, since: orNull(Day) }),
  /** What would hold without its own words; null: the code would not be there. */
  above: orNull(body),
  /** Whether any rule, of whichever unit, is laid for this code. */
  used: Type.Boolean(),
})

export const Lists = Type.Object({
  version: Type.Integer(), unit: UnitId, day: Day,
  memberships: Type.Array(listed(MembershipType)), materials: Type.Array(listed(MaterialType)),
  /** Of the groups above: which types stand for one another. */
  links: Type.Array(Type.Object({
    ...At.properties, code: Code, types: Type.Array(Type.Object({ ...At.properties, code: Code, name: Texts })),
  })),
})
export type Lists = Static<typeof Lists>
