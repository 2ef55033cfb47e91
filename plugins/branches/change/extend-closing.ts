import { defineChange } from '#core/change.ts'
import { overlaps, type Lay, type Reading, type Segment } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { common, outside, plusDays, type Period } from '#core/draft.ts'
import { inEach } from '#core/wording.ts'
import { cutFact, exceptionFact, type CutException, type DayException } from '../contract/calendar.ts'
import { extendClosing, type ExtendClosing } from '../contract/change.ts'
import type { Reopens } from '../contract/closure.ts'
import { because, dayIn } from '../wording.ts'
import { belowQuestions, dayAfter } from './below.ts'
import { closingNeeds } from './closing-needs.ts'
import { againWords, partFaults, partNeeds, reopenFaults } from './closure-faults.ts'
import { closuresAt, moveClosure, type ClosureRow } from './closure.ts'
import { fault } from './fault.ts'
import { namesIn } from './unit-words.ts'

type Part = Segment<DayException | CutException>
interface Closure {
  readonly parts: readonly Part[]
  readonly units: readonly UnitId[]
  readonly first: Day
  readonly last: Day | null
}

/** All days that one act closed, wherever; undefined when no such closure stands. */
function closureOf(reading: Reading, closing: string): Closure | undefined {
  const parts: Part[] = []
  for (const fact of [exceptionFact, cutFact]) {
    for (const rows of reading.all<typeof exceptionFact.body | typeof cutFact.body>(fact)) {
      for (const said of rows) if (said.body.closing === closing) parts.push(said)
    }
  }
  const [one] = parts
  if (!one) return undefined
  const first = parts.reduce((day, { from }) => (from !== null && from < day ? from : day), one.from ?? '')
  const last = parts.some(({ to }) => to === null)
    ? null
    : parts.reduce((day, { to }) => (to !== null && to > day ? to : day), '')
  return { parts, units: [...new Set(parts.map(({ unit }) => unit))], first, last }
}

const beyond = (last: Day | null, to: Day | null) => last !== null && (to === null || to > last)

export const extending = defineChange(extendClosing, {
  // Reckoned from its first day, else a long closing would be a short one and a few extensions.
  needs: (reading, payload, today, declared) => {
    const { closing, to, also = [] } = payload
    const closure = closureOf(reading, closing)
    if (!closure) return []
    const { units, first } = closure
    const begins = payload.from !== undefined && payload.from < first ? payload.from : first
    return [
      ...closingNeeds([...units, ...also], begins, to),
      ...longer(reading, units, closing).flatMap(row => partNeeds(
        reading, row.body.parts, [{ unit: row.unit, from: payload.from ?? row.from ?? first, to }], firstMoved(row, payload), today, declared)),
    ]
  },
  asksReason: (reading, payload, today) =>
    longer(reading, closureOf(reading, payload.closing)?.units ?? [], payload.closing)
      .some(row => firstMoved(row, payload) < today),
  refusals: (reading, { closing, from, to, reopens }, _today, declared) => {
    const closure = closureOf(reading, closing)
    if (!closure)
      return [
        fault(
          'no-such-closing',
          '/closing',
          'Deze sluiting bestaat niet meer.',
          'This closing does not exist any more.',
          'Cette fermeture n’existe plus.',
        ),
      ]
    const rows = longer(reading, closure.units, closing)
    const begins = from ?? closure.first
    return to !== null && to < begins
      ? [
          fault(
            'closed-before-it-began',
            '/to',
            'De sluiting zou eindigen voor ze begint. Hef ze liever op.',
            'The closing would end before it began. Lift it instead.',
            'La fermeture se terminerait avant de commencer. Levez-la plutôt.',
          ),
        ]
      : [
          ...reopenFaults(rows, reopens, { from: begins, to }),
          ...rows.flatMap(({ unit, body }) => partFaults(reading, body.parts, [{ unit, from: begins, to }], declared)),
        ]
  },
  questions: (reading, { closing, from, to, also, leave }) => {
    const closure = closureOf(reading, closing)
    const body = closure?.parts[0]?.body
    if (!closure || !body) return []
    const more = daysMore(closure, from, to)
    return more ? belowQuestions(reading, {
      units: closure.units, ...more, kind: 'kind' in body ? body.kind : 'G', ...(also && { also }), ...(leave && { leave }),
    }) : []
  },
  lays: (reading, payload, _today, declared) => {
    const closure = closureOf(reading, payload.closing)
    if (!closure) return []
    const rows = longer(reading, closure.units, payload.closing)
    return [
      ...laysOf(closure, payload),
      ...rows.flatMap(row => moveClosure(reading, declared, row, {
        pieces: piecesOf(row, rows, payload), reopens: reopensOf(row, payload),
      })),
    ]
  },
  sentence: (reading, { closing, from, to, provisionalEnd, reopens }, _today, declared) =>
    inEach(language => {
      const again = againWords(reopens, declared, language)
      const closure = closureOf(reading, closing)
      const who = closure ? namesIn(reading, closure.units, closure.first, language) : ''
      const text = because(closure?.parts[0]?.body.text ?? '', language)
      const begun = from === undefined ? { nl: '', en: '', fr: '' } : beginsOn(dayIn(language, from))
      if (to === null)
        return {
          nl: `De sluiting van ${who}${begun.nl} duurt tot nader order${text}${again}`,
          en: `The closing of ${who}${begun.en} lasts until further notice${text}${again}`,
          fr: `La fermeture de ${who}${begun.fr} dure jusqu’à nouvel ordre${text}${again}`,
        }[language]
      const day = dayIn(language, to)
      return {
        nl: `De sluiting van ${who}${begun.nl} duurt ${provisionalEnd ? 'vermoedelijk ' : ''}tot en met ${day}${text}${again}`,
        en: `The closing of ${who}${begun.en} lasts ${provisionalEnd ? 'probably ' : ''}up to and including ${day}${text}${again}`,
        fr: `La fermeture de ${who}${begun.fr} dure ${provisionalEnd ? 'probablement ' : ''}jusqu’au ${day} inclus${text}${again}`,
      }[language]
    }),
})

const beginsOn = (day: string) => ({ nl: ` begint op ${day} en`, en: ` begins on ${day} and`, fr: ` commence le ${day} et` })

/** What is left of one piece of a closure that gets another first and last day. */
function piecesOf(row: ClosureRow, all: readonly ClosureRow[], { from, to }: ExtendClosing): Period[] {
  const beside = all.filter(({ unit, key }) => unit === row.unit && key === row.key)
  const isFirst = beside.every(other => (row.from ?? '') <= (other.from ?? ''))
  const isLast = row.to === null || beside.every(other => other.to !== null && (row.to ?? '') >= other.to)
  const asked = { from: from ?? null, to }
  const piece = { from: isFirst && from !== undefined ? from : row.from, to: isLast ? to : row.to }
  return overlaps(piece, asked) && (piece.to === null || (piece.from ?? '') <= piece.to) ? [common(piece, asked)] : []
}

/** The days that are closed besides those that were, from the first to the last. */
function daysMore({ first, last }: Closure, from: Day | undefined, to: Day | null): { from: Day; to: Day | null } | undefined {
  const earlier = from !== undefined && from < first
  if (last === null || !beyond(last, to)) return earlier ? { from, to: plusDays(first, -1) } : undefined
  return { from: earlier ? from : dayAfter(last), to }
}

/** The closure as one thing at each of its units, where more was arranged than days. */
const longer = (reading: Reading, units: readonly UnitId[], closing: string): ClosureRow[] =>
  units.flatMap(unit => closuresAt(reading, unit, closing))

/** Parts that were to work again earlier still do, unless this says otherwise. */
function reopensOf({ body: { parts, reopens } }: ClosureRow, { reopens: asked, to }: ExtendClosing): Reopens {
  const all = Object.entries({ ...reopens, ...asked })
  return Object.fromEntries(all.filter((one): one is [string, Day] =>
    one[1] !== null && Object.hasOwn(parts, one[0]) && (to === null || one[1] <= to)))
}

/** The first day on which anything becomes another than it was. */
function firstMoved(row: ClosureRow, payload: ExtendClosing): Day {
  const ends = row.to === payload.to ? [] : [row.to, payload.to].flatMap(day => day === null ? [] : dayAfter(day))
  const begins = payload.from === undefined || row.from === null || row.from === payload.from ? [] : [row.from, payload.from]
  const [was, is] = [row.body.reopens ?? {}, reopensOf(row, payload)]
  const again = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(name => was[name] !== is[name])
    .flatMap(name => [was[name], is[name]].filter(day => day !== undefined))
  return [...begins, ...ends, ...again].sort()[0] ?? '9999-12-31'
}

function laysOf(closure: Closure, { from: begins, to, provisionalEnd: provisional, also = [] }: ExtendClosing): Lay[] {
  const { parts, first, last } = closure
  const lays: Lay[] = []
  for (const { fact, unit, key, from, to: ends, body: { provisionalEnd: was, ...said } } of parts) {
    const guess = provisional ?? (to === null || was === true)
    const body = { ...said, ...(guess && { provisionalEnd: true }) }
    const place = { fact: fact === cutFact.name ? cutFact : exceptionFact, unit, key }
    const start = from === first && begins !== undefined ? begins : from
    const end = ends === last ? to : ends
    const asked = { from: begins ?? null, to }
    const stays = overlaps({ from: start, to: end }, asked) && (end === null || (start ?? '') <= end)
      ? common({ from: start, to: end }, asked) : undefined
    lays.push(...(stays ? outside({ from, to: ends }, stays) : [{ from, to: ends }]).map(gone => ({ ...place, ...gone, body: null })))
    if (stays) lays.push({ ...place, ...stays, body })
  }
  const more = daysMore(closure, begins, to)
  return more ? [...lays, ...also.map((unit): Lay => ({ fact: exceptionFact, unit, key: 'day', ...more, body: null }))] : lays
}
