import { defineChange } from '#core/change.ts'
import type { Lay, Reading, Segment } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
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
const within = (day: Day | null, to: Day | null) => to === null || (day !== null && day <= to)

export const extending = defineChange(extendClosing, {
  // Reckoned from its first day, else a long closing would be a short one and a few extensions.
  needs: (reading, payload, today, declared) => {
    const { closing, to, also = [] } = payload
    const { units = [], first = '2000-01-01' } = closureOf(reading, closing) ?? {}
    return [
      ...closingNeeds([...units, ...also], first, to),
      ...longer(reading, units, closing).flatMap(row => partNeeds(
        reading, row.body.parts, [{ unit: row.unit, from: row.from ?? first, to }], firstMoved(row, payload), today, declared)),
    ]
  },
  asksReason: (reading, payload, today) =>
    longer(reading, closureOf(reading, payload.closing)?.units ?? [], payload.closing)
      .some(row => firstMoved(row, payload) < today),
  refusals: (reading, { closing, to, reopens }, _today, declared) => {
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
    return to !== null && to < closure.first
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
          ...reopenFaults(rows, reopens, to),
          ...rows.flatMap(({ unit, from, body }) =>
            partFaults(reading, body.parts, [{ unit, from: from ?? closure.first, to }], declared)),
        ]
  },
  questions: (reading, { closing, to, also, leave }) => {
    const closure = closureOf(reading, closing)
    const body = closure?.parts[0]?.body
    if (!closure || !body || closure.last === null || !beyond(closure.last, to)) return []
    return belowQuestions(reading, {
      units: closure.units,
      from: dayAfter(closure.last),
      to,
      kind: 'kind' in body ? body.kind : 'G',
      ...(also && { also }),
      ...(leave && { leave }),
    })
  },
  lays: (reading, payload, _today, declared) => {
    const { closing, to, provisionalEnd, also = [] } = payload
    const closure = closureOf(reading, closing)
    if (!closure) return []
    return [
      ...laysOf(closure, to, provisionalEnd, also),
      ...longer(reading, closure.units, closing).flatMap(row =>
        moveClosure(reading, declared, row, { to, reopens: reopensOf(row, payload) })),
    ]
  },
  sentence: (reading, { closing, to, provisionalEnd, reopens }, _today, declared) =>
    inEach(language => {
      const again = againWords(reopens, declared, language)
      const closure = closureOf(reading, closing)
      const who = closure ? namesIn(reading, closure.units, closure.first, language) : ''
      const text = because(closure?.parts[0]?.body.text ?? '', language)
      if (to === null)
        return {
          nl: `De sluiting van ${who} duurt tot nader order${text}${again}`,
          en: `The closing of ${who} lasts until further notice${text}${again}`,
          fr: `La fermeture de ${who} dure jusqu’à nouvel ordre${text}${again}`,
        }[language]
      const day = dayIn(language, to)
      return {
        nl: `De sluiting van ${who} duurt ${provisionalEnd ? 'vermoedelijk ' : ''}tot en met ${day}${text}${again}`,
        en: `The closing of ${who} lasts ${provisionalEnd ? 'probably ' : ''}up to and including ${day}${text}${again}`,
        fr: `La fermeture de ${who} dure ${provisionalEnd ? 'probablement ' : ''}jusqu’au ${day} inclus${text}${again}`,
      }[language]
    }),
})

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
  const [was, is] = [row.body.reopens ?? {}, reopensOf(row, payload)]
  const again = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(name => was[name] !== is[name])
    .flatMap(name => [was[name], is[name]].filter(day => day !== undefined))
  return [...ends, ...again].sort()[0] ?? '9999-12-31'
}

function laysOf(
  { parts, last }: Closure,
  to: Day | null,
  provisional: boolean | undefined,
  also: readonly UnitId[],
): Lay[] {
  const lays: Lay[] = []
  for (const {
    fact,
    unit,
    key,
    from,
    to: ends,
    body: { provisionalEnd: was, ...said },
  } of parts) {
    const guess = provisional ?? (to === null || was === true)
    const body = { ...said, ...(guess && { provisionalEnd: true }) }
    const place = { fact: fact === cutFact.name ? cutFact : exceptionFact, unit, key }
    if (within(from, to)) lays.push({ ...place, from, to: within(ends, to) ? ends : to, body })
    if (to !== null && !within(ends, to))
      lays.push({ ...place, from: within(from, to) ? dayAfter(to) : from, to: ends, body: null })
    if (last !== null && ends === last && beyond(last, to)) lays.push({ ...place, from, to, body })
  }
  if (last === null || !beyond(last, to)) return lays
  return [
    ...lays,
    ...also.map((unit): Lay => ({
      fact: exceptionFact,
      unit,
      key: 'day',
      from: dayAfter(last),
      to,
      body: null,
    })),
  ]
}
