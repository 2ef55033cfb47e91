import { Type, type Static } from 'typebox'
import { Day, defineFact, Texts } from '#core/contract.ts'

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof weekdays)[number]
export const Weekday = Type.Enum(weekdays)

/** A local time `HH:MM`; `24:00` ends a day at midnight. */
export const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$', examples: ['09:30'] })

/**
 * One stretch of a day during which the branch serves people. A slot whose `to` is not after its
 * `from` runs past midnight, into the next day. Source: domain/1 §2.3.
 */
export const Slot = Type.Object(
  { from: Time, to: Time, text: Type.Optional(Type.String({ maxLength: 250 })) },
  { additionalProperties: false },
)
export type Slot = Static<typeof Slot>

/** A named list of days that rhythms and rules refer to: public holidays, school holidays, exam weeks. */
export const DaySet = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,40}$', examples: ['school-nl', 'public-be'] }),
    name: Texts,
    periods: Type.Array(
      Type.Object({ from: Day, to: Day, name: Texts }, { additionalProperties: false }),
      { maxItems: 1000 },
    ),
  },
  { additionalProperties: false },
)
export type DaySet = Static<typeof DaySet>

/**
 * On which days of its period a plan holds; every condition given must be met.
 *
 * `season` comes back every year, both ends included, and may cross New Year. `nth` counts the
 * plan's own weekdays inside a month: 1 is the first, -1 the last. `everyWeeks` counts weeks
 * (Monday to Sunday) from the week of `from`. `in` and `notIn` name day sets.
 */
export const Rhythm = Type.Object(
  {
    season: Type.Optional(Type.Object({
      from: Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
      to: Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
    }, { additionalProperties: false })),
    nth: Type.Optional(Type.Array(Type.Integer({ minimum: -5, maximum: 5 }), { minItems: 1, maxItems: 10 })),
    everyWeeks: Type.Optional(Type.Object({
      weeks: Type.Integer({ minimum: 2, maximum: 52 }), from: Day,
    }, { additionalProperties: false })),
    in: Type.Optional(DaySet.properties.code),
    notIn: Type.Optional(DaySet.properties.code),
  },
  { additionalProperties: false },
)
export type Rhythm = Static<typeof Rhythm>

/** Which plan wins on a day: special over season over regular, per kind of hours. */
export const layers = ['regular', 'season', 'special'] as const
export type PlanLayer = (typeof layers)[number]

const Slots = Type.Array(Slot, { maxItems: 12 })

/**
 * Hours of one kind, as one unit gives them during one period (the period is the segment's own).
 *
 * A weekday that is absent from `week` says nothing, so a lower layer or a higher unit answers;
 * an empty list says "no hours that day". Among plans of one layer the nearest unit wins, then the
 * higher `order`.
 */
export const HoursPlan = Type.Object(
  {
    kind: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$', examples: ['staffed'] }),
    layer: Type.Enum(layers),
    name: Type.Optional(Type.String({ maxLength: 80 })),
    order: Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
    when: Type.Optional(Rhythm),
    week: Type.Object(
      { mo: Type.Optional(Slots), tu: Type.Optional(Slots), we: Type.Optional(Slots), th: Type.Optional(Slots),
        fr: Type.Optional(Slots), sa: Type.Optional(Slots), su: Type.Optional(Slots) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type HoursPlan = Static<typeof HoursPlan>

/** A kind of hours: staffed, unstaffed, pick-up, study, by appointment, or one the region added. */
export const HoursKind = Type.Object(
  { code: HoursPlan.properties.kind, name: Texts, countsAsOpen: Type.Boolean() },
  { additionalProperties: false },
)
export type HoursKind = Static<typeof HoursKind>

/** The kinds every installation starts with; a region may add more and change which count as open. */
export const firstHoursKinds: readonly HoursKind[] = [
  { code: 'staffed', name: { nl: 'bemand', en: 'staffed', fr: 'avec personnel' }, countsAsOpen: true },
  { code: 'unstaffed', name: { nl: 'onbemand', en: 'unstaffed', fr: 'sans personnel' }, countsAsOpen: false },
  { code: 'pick-up', name: { nl: 'afhalen', en: 'pick-up', fr: 'retrait' }, countsAsOpen: false },
  { code: 'study', name: { nl: 'studeren', en: 'study', fr: 'étude' }, countsAsOpen: false },
  { code: 'appointment', name: { nl: 'op afspraak', en: 'by appointment', fr: 'sur rendez-vous' }, countsAsOpen: false },
]

/** Opening hours of a unit; key `<kind>/<layer>` or `<kind>/<layer>/<slug>`. */
export const hoursFact = defineFact('branches.hours', HoursPlan)
/** A kind of hours, at the system; key = its code. */
export const hoursKindFact = defineFact('branches.hours-kind', HoursKind)
/** A named list of days, at the system; key = its code. */
export const daySetFact = defineFact('branches.day-set', DaySet)
