import type { Item } from '#core/change.ts'
import type { Day } from '#core/contract.ts'
import { setHours } from '#plugins/branches/contract/change.ts'
import type { HoursPlan, Weekday } from '#plugins/branches/contract/hours.ts'
import { weekdays } from '#plugins/branches/contract/hours.ts'
import type { Chance } from '#plugins/circulation/demo/chance.ts'
import type { DrawnUnit } from './drawn-unit.ts'

type Week = HoursPlan['week']

/** Weeks as libraries have them: small with evenings, middling, large, and a split shift. */
const weeks: readonly Week[] = [
  {
    mo: [],
    tu: [slot('16:00', '19:00')],
    we: [slot('13:30', '17:00')],
    th: [],
    fr: [slot('16:00', '19:00')],
    sa: [slot('10:00', '12:00')],
    su: [],
  },
  {
    mo: [],
    tu: [slot('10:00', '12:30'), slot('14:00', '18:00')],
    we: [slot('10:00', '12:30'), slot('14:00', '18:00')],
    th: [slot('14:00', '20:00')],
    fr: [slot('10:00', '12:30'), slot('14:00', '18:00')],
    sa: [slot('10:00', '16:00')],
    su: [],
  },
  {
    mo: [slot('10:00', '19:00')],
    tu: [slot('10:00', '19:00')],
    we: [slot('10:00', '19:00')],
    th: [slot('10:00', '20:00')],
    fr: [slot('10:00', '19:00')],
    sa: [slot('10:00', '17:00')],
    su: [slot('10:00', '12:30')],
  },
  {
    mo: [slot('10:00', '12:00'), slot('15:30', '20:00')],
    tu: [slot('18:00', '20:00')],
    we: [slot('10:00', '12:00'), slot('14:00', '16:00')],
    th: [slot('18:00', '20:00')],
    fr: [],
    sa: [slot('10:00', '12:00')],
    su: [],
  },
]

/** The hours of one branch or stop from a day on: a week, often a summer, sometimes hours without staff. */
export function drawHours(chance: Chance, { id: unit, unit: { type } }: DrawnUnit, from: Day): Item[] {
  const say = (key: string, plan: HoursPlan): Item => ({
    kind: setHours.name,
    payload: { unit, key, from, to: null, plan },
  })
  if (type === 'stop') {
    const day: Weekday = weekdays[chance.below(5)] ?? 'mo'
    return [
      say('staffed/regular', {
        kind: 'staffed',
        layer: 'regular',
        when: { everyWeeks: { weeks: 2, from } },
        week: {
          [day]: [slot('15:00', '16:30')],
        },
      }),
    ]
  }
  const week = chance.one(weeks)
  return [
    say('staffed/regular', { kind: 'staffed', layer: 'regular', week }),
    ...(chance.hits(0.4)
      ? [
          say('staffed/season/zomer', {
            kind: 'staffed',
            layer: 'season',
            name: 'Zomeruren',
            when: {
              season: { from: '07-01', to: '08-31' },
            },
            week: summer(week),
          }),
        ]
      : []),
    ...(chance.hits(0.2)
      ? [
          say('unstaffed/regular', {
            kind: 'unstaffed',
            layer: 'regular',
            week: Object.fromEntries(weekdays.map(day => [day, [slot('07:00', '22:00')]])),
          }),
        ]
      : []),
  ]
}

/** In summer the evenings go and the day ends at one. */
const summer = (week: Week): Week =>
  Object.fromEntries(weekdays.map(day => [day, (week[day] ?? []).length ? [slot('09:00', '13:00')] : []]))

function slot(from: string, to: string) {
  return { from, to }
}
