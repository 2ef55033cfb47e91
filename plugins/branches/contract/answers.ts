import { Type, type Static } from 'typebox'
import { UnitId, unitTypes } from '#core/contract.ts'
import { Preview } from '#core/contract/change.ts'
import { CalendarRule, Cut, CutException, DayException, DayKind } from './calendar.ts'
import { DaySet, HoursKind, HoursPlan, Slot } from './hours.ts'

const Text = Type.String()
/** Days that are told may lie beyond those that may be asked. */
const Day = Type.String({ format: 'date' })
const OrNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()])
const DayTime = Type.Object({ day: Day, time: Text })
const Period = { from: OrNull(Day), to: OrNull(Day) }

/** One branch, bookmobile or stop on the landing page, at this moment. */
export const NowRow = Type.Object({
  id: UnitId,
  code: Text,
  name: Text,
  type: Type.Enum(unitTypes),
  public: Type.Boolean(),
  library: OrNull(UnitId),
  libraryName: Text,
  /** `none`: it needs no hours, or nobody has given it any. */
  state: Type.Enum(['open', 'closed', 'none']),
  until: Type.Optional(DayTime),
  opensAt: Type.Optional(DayTime),
  reason: Type.Optional(Text),
  kind: DayKind,
  hoursKinds: Type.Array(Text),
  nextChange: Type.Optional(Type.Object({ day: Day, text: Text })),
  daysOfHoursLeft: OrNull(Type.Integer()),
  /** The known hours end sooner than the house wants (parameter `branches.hours-warning`). */
  hoursEndSoon: Type.Boolean(),
  gap: Type.Optional(Type.Object({ from: Day, to: Day })),
  provisional: Type.Boolean(),
  needsConfirming: Type.Boolean(),
  /** The year, or the closure with a provisional end, that waits for somebody's word. */
  confirms: Type.Optional(
    Type.Object({
      year: Type.Optional(Type.Integer()),
      remindedOn: Type.Optional(Day),
      closing: Type.Optional(Text),
      to: Type.Optional(Day),
    }),
  ),
  urgent: Type.Optional(Text),
})
export type NowRow = Static<typeof NowRow>
export const Now = Type.Object({ day: Day, time: Text, version: Type.Integer(), data: Type.Array(NowRow) })

export const Branch = Type.Object({
  id: UnitId,
  code: Text,
  name: Text,
  type: Type.Enum(unitTypes),
  library: OrNull(UnitId),
  libraryName: Text,
  public: Type.Boolean(),
  needsHours: Type.Boolean(),
  city: Type.Optional(Text),
  isil: Type.Optional(Text),
})
export type Branch = Static<typeof Branch>

const DayHours = Type.Object({ kind: Text, unit: Text, key: Text, slots: Type.Array(Slot) })
const CalendarDay = {
  day: Day,
  kind: DayKind,
  provisional: Type.Boolean(),
  why: Type.Object({
    by: Type.Enum(['exception', 'rule', 'hours']),
    unit: OrNull(Text),
    key: OrNull(Text),
    said: Type.Optional(Type.Unknown()),
  }),
  hours: Type.Array(DayHours),
  otherwise: Type.Array(DayHours),
  cuts: Type.Array(
    Type.Object({ unit: Text, key: Text, cut: Cut, text: Text, publicFrom: Type.Optional(Text) }),
  ),
}
/** A day of a unit, with why it is so in the reader's language. */
export const ExplainedDay = Type.Object({ ...CalendarDay, whyText: Text })
export type ExplainedDay = Static<typeof ExplainedDay>

const said = {
  id: Text,
  fact: Text,
  unit: UnitId,
  key: Text,
  ...Period,
  version: Type.Integer(),
  by: Type.Optional(Text),
  at: Type.Optional(Text),
}
const Plan = Type.Object({ segment: Type.Object(said), plan: HoursPlan, own: Type.Boolean(), unitName: Text })
export type Plan = Static<typeof Plan>

export const UnitHours = Type.Object({
  unit: UnitId,
  version: Type.Integer(),
  plans: Type.Array(Plan),
  past: Type.Array(Plan),
  planned: Type.Array(Plan),
  week: Type.Array(ExplainedDay),
  kinds: Type.Array(HoursKind),
  daySets: Type.Array(DaySet),
  gaps: Type.Array(Type.Object({ from: Day, to: Day })),
  needsHours: Type.Boolean(),
})
export type UnitHours = Static<typeof UnitHours>

const origin = { ...said, own: Type.Boolean(), unitName: Text }
export const UnitCalendar = Type.Object({
  unit: UnitId,
  version: Type.Integer(),
  days: Type.Array(ExplainedDay),
  rules: Type.Array(Type.Object({ ...origin, body: CalendarRule, text: Text })),
  exceptions: Type.Array(Type.Object({
    ...origin, body: DayException,
    /** Of a longer closing: what is arranged besides, and from which day each works again, if earlier. */
    arranged: Type.Optional(Type.Array(Type.Object({ name: Text, title: Text, again: OrNull(Day) }))),
    /** Of a closing with open days in between: all of it, from its first day to its last. */
    whole: Type.Optional(Type.Object({ from: Day, to: OrNull(Day) })),
  })),
  cuts: Type.Array(Type.Object({ ...origin, body: CutException })),
  unitNames: Type.Record(Type.String(), Text),
})
export type UnitCalendar = Static<typeof UnitCalendar>

const Proposed = Type.Object({
  day: Day,
  to: Type.Optional(Day),
  kind: DayKind,
  text: Text,
  source: Type.Enum(['holiday', 'rule', 'last-year', 'bridge']),
  alreadySet: Type.Boolean(),
  suggested: Type.Boolean(),
})
export type Proposed = Static<typeof Proposed>
export const UnitYear = Type.Object({
  unit: UnitId,
  year: Type.Integer(),
  version: Type.Integer(),
  confirmed: OrNull(Type.Object({ by: Text, at: Text })),
  remindedOn: OrNull(Day),
  proposal: Type.Array(Proposed),
})
export type UnitYear = Static<typeof UnitYear>

export const Round = Type.Object({
  year: Type.Integer(),
  data: Type.Array(
    Type.Object({
      library: UnitId,
      name: Text,
      confirmedOn: OrNull(Text),
      confirmedBy: OrNull(Text),
      remindedOn: OrNull(Day),
      mayRemind: Type.Boolean(),
    }),
  ),
})
export type Round = Static<typeof Round>

const remark = { row: Type.Union([Type.Integer(), Text]), field: Text, code: Text, reason: Text, value: Text }
/** What a file would do, and every row of it that cannot or may not be taken over without a yes. */
export const ImportPreview = Type.Object({
  import: Text,
  rows: Type.Integer(),
  valid: Type.Integer(),
  held: Type.Integer(),
  faults: Type.Array(Type.Object(remark)),
  doubts: Type.Array(Type.Object({ ...remark, confirmed: Type.Boolean() })),
  leavesOut: Type.Array(Text),
  preview: OrNull(Preview),
})

export const importFormats = ['csv', 'osm', 'low-countries', 'ical', 'json'] as const
export const exportFormats = ['csv', 'osm', 'ical', 'json'] as const

export const RunAnswer = Type.Object({
  id: Text,
  kind: Text,
  state: Type.Enum(['waiting', 'running', 'done', 'failed']),
  done: Type.Integer(),
  total: OrNull(Type.Integer()),
  report: Type.Unknown(),
})
