import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Item } from '#core/change.ts'
import { holdsOn, type Configuration } from '#core/configuration.ts'
import type { Day, Fact, Language, UnitId } from '#core/contract.ts'
import { differingBelow } from '../change/below.ts'
import { cutFact, exceptionFact, ruleFact, type CutException, type DayException } from '../contract/calendar.ts'
import { close, openAnyway, setHours, setRule } from '../contract/change.ts'
import { hoursFact } from '../contract/hours.ts'
import { closedWord } from '../format/ical.ts'
import type { Reason } from '../format/reason.ts'
import type { Remark, Schedule } from '../format/schedule.ts'
import { Places, type Target } from './places.ts'

/** What a file asks of the door: the items, and from which row each of them came. */
export interface Asked {
  readonly items: Item[]
  readonly rows: (number | string)[]
  readonly faults: Remark[]
}

export interface About {
  readonly importId: string
  readonly under: UnitId
  readonly today: Day
  readonly language: Language
  /** A calendar file says nothing of places: all of it is about the unit it is brought to. */
  readonly itself: boolean
}

const noPlace: Reason = {
  code: 'branches.import.no-place',
  texts: {
    nl: 'Hier is geen plaats voor: er is geen vrije code meer, of dit hoort hogerop.',
    en: 'There is no place for this here: no code is left, or it belongs further up.',
    fr: 'Il n’y a pas de place ici : plus de code libre, ou ceci relève d’un niveau supérieur.',
  },
}

/** A row with the place it is about; absent where there is none. */
export interface Placed {
  readonly schedule: Schedule
  readonly target: Target | undefined
}

/** So many rows are looked at before others get their turn. */
export const ROWS_AT_A_STRETCH = 100

/** Rows with their places. Those that speak for units below stand first, so that each row below has the last word. */
export async function placed(
  configuration: Configuration,
  schedules: readonly Schedule[],
  about: About,
): Promise<Placed[]> {
  const places = new Places(configuration, about.importId, about.under, about.today, schedules)
  const rows: Placed[] = []
  const isHigher = ({ unit }: Schedule) => unit.type !== undefined
  const higherFirst = schedules.toSorted((a, b) => Number(isHigher(b)) - Number(isHigher(a)))
  for (const [n, schedule] of higherFirst.entries()) {
    if (n % ROWS_AT_A_STRETCH === ROWS_AT_A_STRETCH - 1) await turnOfOthers()
    rows.push({ schedule, target: places.of(schedule, about) })
  }
  return rows
}

/** Rows as items; what stands under a known place is replaced from today on, its past stays. */
export async function itemsOf(
  configuration: Configuration,
  rows: readonly Placed[],
  about: About,
): Promise<Asked> {
  const asked: Asked = { items: [], rows: [], faults: [] }
  const closings = closingsElsewhere(configuration)
  for (const [n, { schedule, target }] of rows.entries()) {
    if (n % ROWS_AT_A_STRETCH === ROWS_AT_A_STRETCH - 1) await turnOfOthers()
    if (!target) {
      asked.faults.push({ row: schedule.row, field: 'code', value: schedule.unit.name, reason: noPlace })
      continue
    }
    const own = { ...about, isElsewhere: (closing: string) => closings(closing, target.unit) }
    for (const item of [...target.opens, ...timesOf(configuration, schedule, target, own), ...target.closes]) {
      asked.items.push(item)
      asked.rows.push(schedule.row)
    }
  }
  return asked
}

interface Own extends About {
  /** Whether a closure of this name closes another unit already. */
  readonly isElsewhere: (closing: string) => boolean
}

/** A copied closure is another closure: moving the end of one must not move the other's. */
function closingsElsewhere(configuration: Configuration) {
  const units = new Map<string, Set<UnitId>>()
  for (const fact of [exceptionFact, cutFact]) {
    for (const rows of configuration.all<typeof exceptionFact.body | typeof cutFact.body>(fact)) {
      for (const { unit, body } of rows) {
        if (body.closing === undefined) continue
        const closed = units.get(body.closing) ?? new Set()
        units.set(body.closing, closed.add(unit))
      }
    }
  }
  return (closing: string, unit: UnitId) => {
    const closed = units.get(closing)
    return closed !== undefined && !closed.has(unit)
  }
}

function timesOf(configuration: Configuration, schedule: Schedule, target: Target, about: Own): Item[] {
  const { unit, isNew } = target
  const { today } = about
  /** Days gone by keep what was said about them; where nothing was said, the file may tell. */
  const hasPast = (fact: Fact, key: string) =>
    !isNew && configuration.of(fact, unit).some(said => said.key === key && (said.from === null || said.from < today))
  const within = <T extends { key: string; from: Day | null; to: Day | null }>(fact: Fact, rows: readonly T[]) =>
    rows.flatMap(row => {
      const begins = hasPast(fact, row.key) ? today : (target.from ?? null)
      if (begins !== null && row.to !== null && row.to < begins) return []
      return [hasPast(fact, row.key) && (row.from === null || row.from < today) ? { ...row, from: today } : row]
    })
  return [
    ...(isNew ? [] : replaced(configuration, schedule, unit, today)),
    ...within(hoursFact, schedule.hours).map(({ key, from, to, body }) => ({
      kind: setHours.name,
      payload: { unit, key, from, to, plan: body },
    })),
    ...within(ruleFact, schedule.rules).map(({ key, from, to, body }) => ({
      kind: setRule.name,
      payload: { unit, key, from, to, rule: body },
    })),
    ...schedule.exceptions
      .filter(({ to }) => to === null || to >= (target.from ?? to))
      .map(({ from, to, body }) => exceptionItem(configuration, unit, from ?? today, to, body, about)),
    ...schedule.cuts
      .filter(({ to }) => to === null || to >= (target.from ?? to))
      .map(({ from, to, body }) => ({
        kind: close.name,
        payload: {
          units: [unit],
          from: from ?? today,
          to,
          kind: 'G',
          ...said(body, about),
          ...left(configuration, unit, from ?? today, to, 'G'),
          cut: body.cut,
        },
      })),
  ]
}

/** Hours of the kinds that the file gives anew, where it no longer names them. */
function replaced(configuration: Configuration, { hours }: Schedule, unit: UnitId, today: Day): Item[] {
  const kinds = new Set(hours.map(({ body }) => body.kind))
  const keys = new Set(hours.map(({ key }) => key))
  return configuration
    .of(hoursFact, unit)
    .filter(
      one =>
        kinds.has(one.body.kind) && !keys.has(one.key) && (holdsOn(one, today) || (one.from ?? '') > today),
    )
    .map(({ key }) => ({ kind: setHours.name, payload: { unit, key, from: today, to: null, plan: null } }))
}

function exceptionItem(
  configuration: Configuration,
  unit: UnitId,
  from: Day,
  to: Day | null,
  body: DayException,
  about: Own,
): Item {
  const { kind } = body
  if (kind === 'open') {
    const text = body.text.trim() || openWord[about.language]
    return { kind: openAnyway.name, payload: { units: [unit], from, to: to ?? from, text } }
  }
  const below = left(configuration, unit, from, to, kind)
  return { kind: close.name, payload: { units: [unit], from, to, kind, ...said(body, about), ...below } }
}

/** Units below with a word of their own keep it: whoever confirmed the row was told which. */
function left(configuration: Configuration, unit: UnitId, from: Day, to: Day | null, kind: DayException['kind']) {
  const leave = differingBelow(configuration, { units: [unit], from, to, kind })
  return leave.length > 0 ? { leave } : {}
}

const openWord = { nl: 'Toch open', en: 'Open anyway', fr: 'Ouvert quand même' } as const

const said = (
  { text, publicFrom, provisionalEnd, extendLoans, closing }: DayException | CutException,
  { language, isElsewhere }: Own,
) => ({
  text: text.trim() || closedWord[language],
  ...(publicFrom !== undefined && { publicFrom }),
  ...(provisionalEnd && { provisionalEnd }),
  ...(closing !== undefined && !isElsewhere(closing) && { closing }),
  extendLoans: extendLoans === true,
})
