import type { Item } from '#core/change.ts'
import { holdsOn, type Configuration } from '#core/configuration.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import type { CutException, DayException } from '../contract/calendar.ts'
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

interface About {
  readonly importId: string
  readonly under: UnitId
  readonly today: Day
  readonly language: Language
  /** A calendar file says nothing of places: all of it is about the unit it is brought to. */
  readonly itself: boolean
}

const noCodeLeft: Reason = {
  code: 'branches.import.no-code-left',
  texts: {
    nl: 'Er is geen vrije code meer voor een nieuwe vestiging.',
    en: 'No code is left for a new branch.',
    fr: 'Il ne reste plus de code pour une nouvelle implantation.',
  },
}

/** Rows as items; what stands under a known place is replaced from today on, its past stays. */
export function itemsOf(configuration: Configuration, schedules: readonly Schedule[], about: About): Asked {
  const places = new Places(configuration, about.importId, about.under, about.today, schedules)
  const asked: Asked = { items: [], rows: [], faults: [] }
  for (const schedule of schedules) {
    const target = places.of(schedule, about)
    if (!target) {
      asked.faults.push({ row: schedule.row, field: 'code', value: schedule.unit.name, reason: noCodeLeft })
      continue
    }
    for (const item of [
      ...target.opens,
      ...timesOf(configuration, schedule, target, about),
      ...target.closes,
    ]) {
      asked.items.push(item)
      asked.rows.push(schedule.row)
    }
  }
  return asked
}

function timesOf(
  configuration: Configuration,
  schedule: Schedule,
  { unit, isNew }: Target,
  { today, language }: About,
): Item[] {
  const from = (day: Day | null) => (isNew ? day : day === null || day < today ? today : day)
  const over = (to: Day | null) => !isNew && to !== null && to < today
  return [
    ...(isNew ? [] : replaced(configuration, schedule, unit, today)),
    ...schedule.hours
      .filter(({ to }) => !over(to))
      .map(({ key, from: first, to, body }) => ({
        kind: setHours.name,
        payload: { unit, key, from: from(first), to, plan: body },
      })),
    ...schedule.rules
      .filter(({ to }) => !over(to))
      .map(({ key, from: first, to, body }) => ({
        kind: setRule.name,
        payload: { unit, key, from: from(first), to, rule: body },
      })),
    ...schedule.exceptions.map(({ from: first, to, body }) =>
      exceptionItem(unit, first ?? today, to, body, language),
    ),
    ...schedule.cuts.map(({ from: first, to, body }) => ({
      kind: close.name,
      payload: { units: [unit], from: first ?? today, to, kind: 'G', ...said(body, language), cut: body.cut },
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

function exceptionItem(unit: UnitId, from: Day, to: Day | null, body: DayException, language: Language): Item {
  if (body.kind === 'open') {
    return {
      kind: openAnyway.name,
      payload: { units: [unit], from, to: to ?? from, text: body.text.trim() || openWord[language] },
    }
  }
  return { kind: close.name, payload: { units: [unit], from, to, kind: body.kind, ...said(body, language) } }
}

const openWord = { nl: 'Toch open', en: 'Open anyway', fr: 'Ouvert quand même' } as const

const said = (
  { text, publicFrom, provisionalEnd, extendLoans, closing }: DayException | CutException,
  language: Language,
) => ({
  text: text.trim() || closedWord[language],
  ...(publicFrom !== undefined && { publicFrom }),
  ...(provisionalEnd && { provisionalEnd }),
  ...(closing !== undefined && { closing }),
  extendLoans: extendLoans === true,
})
