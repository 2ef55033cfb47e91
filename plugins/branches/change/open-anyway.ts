import { defineChange } from '#core/change.ts'
import { overlaps, type Lay, type Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { inEach } from '#core/wording.ts'
import { cutFact, exceptionFact } from '../contract/calendar.ts'
import { lift, openAnyway } from '../contract/change.ts'
import { because, period } from '../wording.ts'
import { openingNeeds } from './closing-needs.ts'
import { outside } from '#core/draft.ts'
import { closuresAt, moveClosure, type ClosureRow, type Moved } from './closure.ts'
import { partNeeds } from './closure-faults.ts'
import { fault, periodFaults, unitFaults } from './fault.ts'
import { namesIn } from './unit-words.ts'

export const opening = defineChange(openAnyway, {
  needs: (_reading, { units }) => openingNeeds(units),
  refusals: (reading, payload) => [
    ...periodFaults(payload),
    ...unitFaults(reading, payload.units, payload, n => `/units/${n}`),
  ],
  lays: (_reading, { units, from, to, text }) =>
    units.map((unit): Lay => ({
      fact: exceptionFact,
      unit,
      key: 'day',
      from,
      to,
      body: { kind: 'open', text: text.trim() },
    })),
  sentence: (reading, { units, from, to, text }) =>
    inEach(language => {
      const [who, when] = [
        namesIn(reading, units, from, language),
        `${period(language, from, to)}${because(text, language)}`,
      ]
      const many = units.length > 1
      return {
        nl: `${who} ${many ? 'zijn' : 'is'} toch open ${when}`,
        en: `${who} ${many ? 'are' : 'is'} open anyway ${when}`,
        fr: `${who} ${many ? 'ouvrent' : 'ouvre'} quand même ${when}`,
      }[language]
    }),
})

const saysSomething = (reading: Reading, unit: UnitId, period: { from: Day; to: Day | null }) =>
  [...reading.of(exceptionFact, unit), ...reading.of(cutFact, unit)].some(said => overlaps(said, period))

interface Lifted { readonly units: readonly UnitId[]; readonly from: Day; readonly to: Day | null }

/** The longer closures of which days are lifted. */
const touchedBy = (reading: Reading, { units, from, to }: Lifted): ClosureRow[] =>
  units.flatMap(unit => closuresAt(reading, unit).filter(row => overlaps(row, { from, to })))

/** What is left of it: its last days, its first, both, or nothing. */
function leftOf(row: ClosureRow, { from, to }: Lifted, today: Day): Moved {
  const pieces = outside(row, { from, to })
  const { from: first, body: { reopens = {} } } = row
  return pieces.length ? { pieces, reopens } : { pieces, reopens: {}, since: first !== null && first < today ? first : today }
}

export const lifting = defineChange(lift, {
  needs: (reading, payload, today, declared) => [
    ...openingNeeds(payload.units),
    ...touchedBy(reading, payload).flatMap(({ unit, from, to, body }) => partNeeds(
      reading, body.parts, [{ unit, from: from ?? payload.from, to }], payload.from, today, declared)),
  ],
  asksReason: (reading, payload, today) => payload.from < today && touchedBy(reading, payload).length > 0,
  refusals: (reading, payload) => [
    ...periodFaults(payload),
    ...unitFaults(reading, payload.units, payload, n => `/units/${n}`),
    ...(payload.units.some(unit => saysSomething(reading, unit, payload))
      ? []
      : [
          fault(
            'nothing-to-lift',
            '/units',
            'Op deze dagen is hier niets ingesteld om op te heffen.',
            'Nothing is set here on these days that could be lifted.',
            'Aucune exception d’ici ne peut être levée ces jours-là.',
          ),
        ]),
  ],
  lays: (reading, { units, from, to }, today, declared) => [
    ...units.flatMap((unit): Lay[] => [
      { fact: exceptionFact, unit, key: 'day', from, to, body: null },
      { fact: cutFact, unit, key: 'cut', from, to, body: null },
    ]),
    ...touchedBy(reading, { units, from, to }).flatMap(row =>
      moveClosure(reading, declared, row, leftOf(row, { units, from, to }, today))),
  ],
  sentence: (reading, { units, from, to }) =>
    inEach(language => {
      const [who, when] = [namesIn(reading, units, from, language), period(language, from, to)]
      return {
        nl: `Voor ${who} gelden ${when} weer de gewone uren en regels`,
        en: `The usual hours and rules hold again for ${who} ${when}`,
        fr: `Les heures et règles habituelles valent à nouveau pour ${who} ${when}`,
      }[language]
    }),
})
