import { Type, type Static } from 'typebox'
import { Day, defineChangeKind, UnitId } from '#core/contract.ts'
import { CalendarRule, Cut } from './calendar.ts'
import { ClosureParts, RemindDays } from './closure.ts'
import { DaySet, HoursKind, HoursPlan } from './hours.ts'

const strict = { additionalProperties: false } as const
const OrNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()])
const Units = Type.Array(UnitId, { minItems: 1, maxItems: 5000, uniqueItems: true })
const Listed = Type.Optional(Type.Array(UnitId, { maxItems: 5000, uniqueItems: true }))
const Year = Type.Integer({ minimum: 2000, maximum: 2099 })
/** Words for the public: at least one sign that shows. */
const Words = Type.String({ minLength: 1, maxLength: 250, pattern: '\\S' })
const Slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$', examples: ['11-july'] })

/** Hours of one kind from one day to another; null takes away what stood under the key. */
export const setHours = defineChangeKind({
  name: 'branches.set-hours',
  payload: Type.Object(
    {
      unit: UnitId,
      key: Type.String({
        pattern: '^[a-z][a-z0-9-]{1,40}/(regular|season|special)(/[a-z0-9][a-z0-9-]{0,59})?$',
      }),
      from: OrNull(Day),
      to: OrNull(Day),
      plan: OrNull(HoursPlan),
    },
    strict,
  ),
  title: { nl: 'Openingsuren wijzigen', en: 'Change opening hours', fr: 'Modifier les heures d’ouverture' },
})

/**
 * Closes units, or makes days fine-free (`B`), or with `cut` shuts part of each day.
 *
 * `also` and `leave` answer for units below whose own word would keep them open. `to` null is until
 * further notice. `closing` names the closure, to extend or shorten it later; absent: made up. With `parts` it
 * is a longer closure: all that is arranged meanwhile begins, moves and is put back with its days.
 */
export const close = defineChangeKind({
  name: 'branches.close',
  payload: Type.Object(
    {
      units: Units,
      from: Day,
      to: OrNull(Day),
      kind: Type.Enum(['G', 'V', 'B']),
      cut: Type.Optional(Cut),
      text: Words,
      publicFrom: Type.Optional(Type.String({ format: 'date-time' })),
      provisionalEnd: Type.Optional(Type.Boolean()),
      extendLoans: Type.Optional(Type.Boolean()),
      closing: Type.Optional(Type.String({ format: 'uuid' })),
      parts: Type.Optional(ClosureParts),
      remindDays: Type.Optional(RemindDays),
      also: Listed,
      leave: Listed,
    },
    strict,
  ),
  title: { nl: 'Sluiten', en: 'Close', fr: 'Fermer' },
})

/**
 * Gives a closure another last day, or makes its end certain; null is until further notice. `from` is another first day;
 * without, that stays. What is arranged for it moves along. `reopens` names the parts that work again earlier, each with its day: null is with the rest.
 */
export const extendClosing = defineChangeKind({
  name: 'branches.extend-closing',
  payload: Type.Object(
    {
      closing: Type.String({ format: 'uuid' }),
      from: Type.Optional(Day),
      to: OrNull(Day),
      provisionalEnd: Type.Optional(Type.Boolean()),
      reopens: Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][a-z-]{0,39}$' }), OrNull(Day), {
        maxProperties: 30, additionalProperties: false,
      })),
      also: Listed,
      leave: Listed,
    },
    strict,
  ),
  title: {
    nl: 'Sluiting verlengen of inkorten',
    en: 'Extend or shorten a closing',
    fr: 'Prolonger ou écourter une fermeture',
  },
})

/** Open on days that rules or units further up close. */
export const openAnyway = defineChangeKind({
  name: 'branches.open-anyway',
  payload: Type.Object({ units: Units, from: Day, to: Day, text: Words }, strict),
  title: { nl: 'Toch open', en: 'Open anyway', fr: 'Ouvrir quand même' },
})

/** Takes exceptions and half days away, so that rules and hours speak again. */
export const lift = defineChangeKind({
  name: 'branches.lift',
  payload: Type.Object({ units: Units, from: Day, to: OrNull(Day) }, strict),
  title: { nl: 'Sluiting opheffen', en: 'Lift a closing', fr: 'Lever une fermeture' },
})

/** A rule that comes back every year, from one day to another. */
export const setRule = defineChangeKind({
  name: 'branches.set-rule',
  payload: Type.Object(
    { unit: UnitId, key: Slug, from: OrNull(Day), to: OrNull(Day), rule: OrNull(CalendarRule) },
    strict,
  ),
  title: { nl: 'Jaarlijkse regel wijzigen', en: 'Change a yearly rule', fr: 'Modifier une règle annuelle' },
})

/** A library's word that it has looked at a year. */
export const confirmYear = defineChangeKind({
  name: 'branches.confirm-year',
  payload: Type.Object({ unit: UnitId, year: Year }, strict),
  title: { nl: 'Jaar bevestigen', en: 'Confirm a year', fr: 'Confirmer une année' },
})

/** Reminds libraries that a year waits for their word. */
export const remindOfYear = defineChangeKind({
  name: 'branches.remind-of-year',
  payload: Type.Object({ libraries: Units, year: Year }, strict),
  title: { nl: 'Aan de jaarronde herinneren', en: 'Remind of the yearly round', fr: 'Rappeler la campagne annuelle' },
})

export const setDaySet = defineChangeKind({
  name: 'branches.set-day-set',
  payload: Type.Object({ code: DaySet.properties.code, set: OrNull(DaySet) }, strict),
  title: { nl: 'Vakantielijst wijzigen', en: 'Change a list of holidays', fr: 'Modifier une liste de congés' },
})

export const setHoursKind = defineChangeKind({
  name: 'branches.set-hours-kind',
  payload: Type.Object({ code: HoursKind.properties.code, kind: OrNull(HoursKind) }, strict),
  title: { nl: 'Soort uren wijzigen', en: 'Change a kind of hours', fr: 'Modifier un type d’heures' },
})

/** An urgent message on the website of a unit and all below it; null takes it away. */
export const announce = defineChangeKind({
  name: 'branches.announce',
  payload: Type.Object({ unit: UnitId, from: Day, to: OrNull(Day), text: OrNull(Words) }, strict),
  title: { nl: 'Dringend bericht', en: 'Urgent message', fr: 'Message urgent' },
})

export type Close = Static<typeof close.payload>
export type ExtendClosing = Static<typeof extendClosing.payload>
export type SetHours = Static<typeof setHours.payload>
