import { Type, type Static, type TSchema } from 'typebox'
import { Day } from '#core/contract.ts'
import type { CalendarSource } from '../contract/arithmetic.ts'
import { CalendarRule, CutException, DayException } from '../contract/calendar.ts'
import { firstHoursKinds, HoursPlan, type DaySet } from '../contract/hours.ts'
import type { Reason } from './reason.ts'

const strict = { additionalProperties: false } as const
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const bound = Type.Union([Day, Type.Null()])
const dated = <S extends TSchema>(body: S) =>
  Type.Object({ key: text(120), from: bound, to: bound, body }, strict)

/** What a file says about the library itself; only the name is sure to be there. */
export const ScheduleUnit = Type.Object({
  name: text(200),
  /** Absent: a place with doors. A unit above such places speaks for all below it. */
  type: Type.Optional(Type.Enum(['system', 'group', 'library'])),
  code: Type.Optional(text(40)),
  isil: Type.Optional(text(40)),
  city: Type.Optional(text(120)),
  postalCode: Type.Optional(text(20)),
  country: Type.Optional(text(2)),
  lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  authority: Type.Optional(text(200)),
  public: Type.Optional(Type.Boolean()),
  /** Years in which the library opened and closed for good. */
  opened: Type.Optional(Type.Integer({ minimum: 1600, maximum: 2100 })),
  closed: Type.Optional(Type.Integer({ minimum: 1600, maximum: 2100 })),
}, strict)
export type ScheduleUnit = Static<typeof ScheduleUnit>

/** One library's times as a file gives them: what every reader makes and every writer starts from. */
export const Schedule = Type.Object({
  /** Where the library stands in the file: a spreadsheet's row number, or the file's own key. */
  row: Type.Union([Type.Integer({ minimum: 0 }), text(120)]),
  source: Type.Optional(text(1000)),
  unit: ScheduleUnit,
  hours: Type.Array(dated(HoursPlan), { maxItems: 2000 }),
  rules: Type.Array(dated(CalendarRule), { maxItems: 2000 }),
  exceptions: Type.Array(dated(DayException), { maxItems: 2000 }),
  cuts: Type.Array(dated(CutException), { maxItems: 2000 }),
}, strict)
export type Schedule = Static<typeof Schedule>

/** One thing about one row that a person must see: where, what stood there, and why it matters. */
export interface Remark {
  readonly row: number | string
  readonly field: string
  readonly value: string
  readonly reason: Reason
}

/**
 * What came out of a file. A row with a fault is left out whole and its neighbours go on; a doubtful
 * row is among the schedules and waits for a yes.
 */
export interface Reading {
  readonly schedules: readonly Schedule[]
  readonly faults: readonly Remark[]
  readonly doubts: readonly Remark[]
}

export const join = (readings: readonly Reading[]): Reading => ({
  schedules: readings.flatMap(reading => reading.schedules),
  faults: readings.flatMap(reading => reading.faults),
  doubts: readings.flatMap(reading => reading.doubts),
})

export const refused = (row: number | string, field: string, value: unknown, reason: Reason): Reading => ({
  schedules: [],
  faults: [{ row, field, value: (typeof value === 'string' ? value : JSON.stringify(value ?? '')).slice(0, 500), reason }],
  doubts: [],
})

/** The schedule as calendar arithmetic wants it: one layer, and the day sets it refers to. */
export const sourceOf = (schedule: Schedule, daySets: readonly DaySet[] = [], timeZone = 'Europe/Brussels'):
CalendarSource => ({
  layers: [{
    unit: String(schedule.row), from: null, to: null,
    hours: schedule.hours, rules: schedule.rules, exceptions: schedule.exceptions, cuts: schedule.cuts, years: [],
  }],
  hoursKinds: firstHoursKinds,
  daySets,
  timeZone,
})
