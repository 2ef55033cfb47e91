import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Effect, Item } from '#core/change.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { unitAt } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import { needsHours } from '#plugins/units/index.ts'
import { calendarSource, hoursKindsOf } from '../calendar-source.ts'
import { nameOf } from '../change/unit-words.ts'
import { setHours, type SetHours } from '../contract/change.ts'
import { hoursFact, weekdays } from '../contract/hours.ts'
import { gaps } from '../hours.ts'
import { endOf, minuteOf } from '../slot.ts'
import { minutesOf } from './day-difference.ts'
import { sampleWeek } from './sample-week.ts'
import { number, period } from '../wording.ts'

/** What new hours mean week by week, and where they leave days without any. */
export async function hoursEffects(
  ctx: Context,
  before: Configuration,
  after: Configuration,
  items: readonly Item[],
): Promise<Effect[]> {
  const changes = items.filter(({ kind }) => kind === setHours.name).map(({ payload }) => payload as SetHours)
  if (!changes.length) return []
  const unusual = changes.filter(
    ({ plan }) => plan && weekdays.some(day => (plan.week[day] ?? []).some(isUnusual)),
  ).length
  return [
    ...(changes.length <= 20 ? changes.flatMap(change => weekEffect(before, after, change, ctx.today())) : []),
    ...(await gapEffects(ctx, before, after, [...new Set(changes.map(({ unit }) => unit))])),
    ...(unusual
      ? [
          {
            code: 'branches.unusual-hours',
            count: unusual,
            text: {
              nl: 'Meer dan 14 uur aan één stuk, of een einde na middernacht: klopt dat?',
              en: 'More than 14 hours on end, or an end after midnight: is that right?',
              fr: 'Plus de 14 heures d’affilée, ou une fin après minuit : est-ce exact ?',
            },
          },
        ]
      : []),
  ]
}

const isUnusual = (slot: { from: string; to: string }) =>
  endOf(slot) - minuteOf(slot.from) > 14 * 60 || endOf(slot) > 1440

const weekMinutes = (plan: SetHours['plan']) =>
  weekdays
    .flatMap(day => plan?.week[day] ?? [])
    .reduce((sum, slot) => sum + endOf(slot) - minuteOf(slot.from), 0)

/** What a week of the period comes to, whichever hours speak in it; by the hours alone where no doors are. */
function weekEffect(
  before: Configuration,
  after: Configuration,
  { unit, key, from, to, plan }: SetHours,
  today: Day,
): Effect[] {
  const day = from === null || from < today ? today : from
  if (to !== null && to < plusDays(day, 6)) return []
  const kinds = hoursKindsOf(after)
  const opens = kinds.find(({ code }) => code === key.split('/')[0])?.countsAsOpen === true
  const hasDoors = ['branch', 'bookmobile', 'stop'].includes(unitAt(after, unit, day)?.type ?? '')
  const weekOf = (reading: Configuration) =>
    sampleWeek(calendarSource(reading, unit), day, to).reduce((sum, one) => sum + minutesOf(one, kinds), 0)
  const old = before
    .of(hoursFact, unit)
    .find(said => said.key === key && (said.from === null || said.from <= day) && (said.to === null || said.to >= day))
  const [was, is] =
    opens && hasDoors ? [weekOf(before), weekOf(after)] : [weekMinutes(old?.body ?? null), weekMinutes(plan)]
  if (was === is) return []
  return [
    {
      code: 'branches.hours-per-week',
      count: Math.round((is - was) / 60),
      text: inEach(language => {
        const [a, b] = [number(language, was / 60), number(language, is / 60)]
        const who = nameOf(before, unit, day)
        return {
          nl: `${who}: ${a} → ${b} uur per week`,
          en: `${who}: ${a} → ${b} hours a week`,
          fr: `${who} : ${a} → ${b} heures par semaine`,
        }[language]
      }),
    },
  ]
}

/** So many units are looked at before others get their turn. */
const UNITS_AT_A_STRETCH = 500

/** Gaps of the coming year that were not there before. */
async function gapEffects(
  ctx: Context,
  before: Configuration,
  after: Configuration,
  units: readonly UnitId[],
): Promise<Effect[]> {
  const today = ctx.today()
  const horizon = plusDays(today, 365)
  const found: { unit: UnitId; from: Day; to: Day }[] = []
  for (const [n, unit] of units.entries()) {
    if (n % UNITS_AT_A_STRETCH === UNITS_AT_A_STRETCH - 1) await turnOfOthers()
    const place = unitAt(after, unit, today)
    if (!place || !needsHours(place)) continue
    const known = new Set(gaps(calendarSource(before, unit), today, horizon).map(({ from }) => from))
    for (const gap of gaps(calendarSource(after, unit), today, horizon)) {
      if (!known.has(gap.from)) found.push({ unit, ...gap })
    }
  }
  const [first] = found
  if (!first) return []
  return [
    {
      code: 'branches.gaps',
      count: found.length,
      text: inEach(language => {
        const [who, when] = [
          nameOf(after, first.unit, first.from),
          period(language, first.from, first.to === horizon ? null : first.to, 'short'),
        ]
        return {
          nl: `${who} heeft dan geen uren ${when}`,
          en: `${who} then has no hours ${when}`,
          fr: `${who} n’a alors pas d’heures ${when}`,
        }[language]
      }),
      sample: found
        .filter(({ unit }) => ctx.reaches(unit))
        .slice(0, 10)
        .map(({ unit, from, to }) => `${nameOf(after, unit, from)}: ${from} – ${to}`),
    },
  ]
}
