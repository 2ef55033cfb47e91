import { overlaps, type Reading } from '#core/configuration.ts'
import type { Day } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import type { Fault } from '#core/refusal.ts'
import { daySetsOf, hoursKindsOf } from '../calendar-source.ts'
import type { SetHours } from '../contract/change.ts'
import { hoursFact, weekdays, type HoursPlan, type Slot } from '../contract/hours.ts'
import { numberOf } from '../day-number.ts'
import { readRhythm, stretchesOf } from '../rhythm.ts'
import { endOf, minuteOf } from '../slot.ts'
import { common } from '../stretch.ts'
import { fault } from './fault.ts'

/** Everything that is wrong with a plan of hours, each with the place where it stands. */
export function planFaults(reading: Reading, payload: SetHours, today: Day): Fault[] {
  const { plan, key } = payload
  if (!plan) return []
  return [
    ...keyFaults(key, plan),
    ...kindFaults(reading, plan),
    ...weekFaults(plan),
    ...rhythmFaults(reading, plan),
    ...specialFaults(payload, plan),
    ...rivalFaults(reading, payload, plan, today),
  ]
}

const keyFaults = (key: string, { kind, layer }: HoursPlan) =>
  key === `${kind}/${layer}` || key.startsWith(`${kind}/${layer}/`)
    ? []
    : [
        fault(
          'wrong-key',
          '/key',
          'De sleutel past niet bij de soort uren.',
          'The key does not match the kind of hours.',
          'La clé ne correspond pas au type d’heures.',
        ),
      ]

const kindFaults = (reading: Reading, { kind }: HoursPlan) =>
  hoursKindsOf(reading).some(({ code }) => code === kind)
    ? []
    : [
        fault(
          'no-such-kind',
          '/plan/kind',
          'Deze soort uren bestaat niet.',
          'There is no such kind of hours.',
          'Ce type d’heures n’existe pas.',
        ),
      ]

function weekFaults({ week }: HoursPlan): Fault[] {
  return weekdays.flatMap((weekday, n) =>
    (week[weekday] ?? []).flatMap((slot, at, slots) => {
      const pointer = `/plan/week/${weekday}/${at}`
      if (slot.from === '24:00')
        return [
          fault(
            'no-such-start',
            `${pointer}/from`,
            'Een uur kan niet om 24:00 beginnen.',
            'Hours cannot begin at 24:00.',
            'Une plage ne peut commencer à 24:00.',
          ),
        ]
      if (slot.from === slot.to && slot.from !== '00:00')
        return [
          fault(
            'no-time',
            pointer,
            'Begin en einde zijn gelijk.',
            'Beginning and end are the same.',
            'Le début et la fin sont identiques.',
          ),
        ]
      const tomorrow = week[weekdays[(n + 1) % 7] ?? 'mo'] ?? []
      const sameDay = slots.slice(0, at).some(other => meet(slot, other, 0))
      const nextDay = tomorrow.some(other => meet(slot, other, 1440))
      return [
        ...(sameDay
          ? [
              fault(
                'overlap',
                pointer,
                'Dit overlapt met andere uren van dezelfde dag.',
                'This overlaps other hours of the same day.',
                'Ceci chevauche d’autres heures du même jour.',
              ),
            ]
          : []),
        ...(nextDay
          ? [
              fault(
                'overlap-next-day',
                pointer,
                'Dit loopt door tot in de uren van de volgende dag.',
                'This runs into the hours of the next day.',
                'Ceci empiète sur les heures du lendemain.',
              ),
            ]
          : []),
      ]
    }),
  )
}

const meet = (slot: Slot, other: Slot, later: number) =>
  minuteOf(slot.from) < endOf(other) + later && minuteOf(other.from) + later < endOf(slot)

function rhythmFaults(reading: Reading, { when }: HoursPlan): Fault[] {
  if (!when) return []
  const sets = daySetsOf(reading)
  return [
    ...(['in', 'notIn'] as const).flatMap(part =>
      when[part] === undefined || sets.some(({ code }) => code === when[part])
        ? []
        : [
            fault(
              'no-such-day-set',
              `/plan/when/${part}`,
              'Deze vakantielijst bestaat niet.',
              'There is no such list of holidays.',
              'Cette liste de congés n’existe pas.',
            ),
          ],
    ),
    ...(when.nth?.includes(0)
      ? [
          fault(
            'no-such-nth',
            '/plan/when/nth',
            'De nulde weekdag van een maand bestaat niet.',
            'There is no zeroth weekday of a month.',
            'Un mois n’a pas de jour de rang zéro.',
          ),
        ]
      : []),
  ]
}

const specialFaults = ({ to }: SetHours, { layer, when }: HoursPlan) =>
  layer === 'special' && to === null && !when
    ? [
        fault(
          'special-without-end',
          '/to',
          'Bijzondere uren hebben een einddag nodig; gebruik anders gewone uren.',
          'Special hours need a last day; use regular hours otherwise.',
          'Des heures spéciales demandent une date de fin ; sinon, utilisez les heures normales.',
        ),
      ]
    : []

/** How far ahead two rhythms are compared. */
const LOOK_DAYS = 5 * 366

/** Two plans of one layer and order that both speak for some day: nobody could tell which holds. */
function rivalFaults(
  reading: Reading,
  { unit, key, from, to }: SetHours,
  plan: HoursPlan,
  today: Day,
): Fault[] {
  const sets = daySetsOf(reading)
  const rival = reading.of(hoursFact, unit).find(said => {
    const other = said.body
    if (
      said.key === key
      || other.kind !== plan.kind
      || other.layer !== plan.layer
      || (other.order ?? 0) !== (plan.order ?? 0)
    )
      return false
    if (!overlaps(said, { from, to }) || !weekdays.some(day => plan.week[day] && other.week[day])) return false
    const starts =
      [from, said.from]
        .filter(day => day !== null)
        .sort()
        .at(-1) ?? today
    const ends = [to, said.to, plusDays(starts, LOOK_DAYS)].filter(day => day !== null).sort()[0] ?? starts
    const within = { from: numberOf(starts), to: numberOf(ends) }
    const daysOf = ({ when }: HoursPlan) => stretchesOf(when && readRhythm(when, sets), within)
    return common(daysOf(plan), daysOf(other)).length > 0
  })
  if (!rival) return []
  const name = rival.body.name ?? rival.key
  return [
    fault(
      'two-plans',
      '/plan',
      `“${name}” geldt op dezelfde dagen; geef een van beide voorrang of een andere periode.`,
      `“${name}” holds on the same days; give one of them priority or another period.`,
      `« ${name} » vaut les mêmes jours ; donnez la priorité à l’un ou une autre période.`,
    ),
  ]
}
