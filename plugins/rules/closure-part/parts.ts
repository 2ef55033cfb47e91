import { Type } from 'typebox'
import { isDeepStrictEqual } from 'node:util'
import { defineClosurePart } from '#core/closure-part.ts'
import { overlaps, type Lay, type Reading } from '#core/configuration.ts'
import type { Basis } from '#core/contract/basis.ts'
import { ANY, Day, type UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterFact, parameterKey, readParameterKey, resolve, rowsOf } from '#core/parameter.ts'
import { pathToday } from '#core/unit.ts'
import { dayIn, fault, inEach } from '#core/wording.ts'
import { faultsOfSetting, settingNeeds } from '#plugins/parameters/index.ts'
import { NOT_LENDABLE, type LoanMethod } from '../contract/line.ts'
import { loanRule } from '../contract/method.ts'
import type { Line } from '../line.ts'

/** So many days instead of those of the rules, from a day until the closure; who lends longer already keeps that. */
const LongerLoans = Type.Object({ from: Day, days: Type.Integer({ minimum: 1, maximum: 366 }) }, { additionalProperties: false })

/** Source: domain/1 §2.10 (6), [T-ZWIJN]. */
const longerLoans = defineClosurePart({
  name: 'longer-loans',
  title: { nl: 'vooraf langer lenen', en: 'longer loans beforehand', fr: 'prêts plus longs au préalable' },
  schema: LongerLoans,
  needs: (_reading, _wish, span) => settingNeeds([loanRule], span),
  faults: (reading, { from, days }, { unit, from: closes }, declared) => {
    if (from >= closes) return [fault(
      'rules.longer-loans-late', '/from', 'Kies een dag voor de sluiting begint.', 'Choose a day before the closing begins.',
      'Choisissez un jour avant le début de la fermeture.')]
    const to = plusDays(closes, -1)
    const wrong = longerLines(reading, unit, from, days).flatMap(({ where, value, basis }) =>
      faultsOfSetting(reading, loanRule, { unit, parameter: loanRule.name, where, from, to, value, ...(basis && { basis }) }, declared))
    return wrong.slice(0, 1).map(one => ({ ...one, pointer: '' }))
  },
  lays: (reading, { from, days }, { unit, from: closes }) => longerLines(reading, unit, from, days)
    .map(({ where, value, basis }): Lay => ({
      fact: parameterFact, unit, key: parameterKey(loanRule, where), from, to: plusDays(closes, -1),
      body: { value, ...(basis && { basis }) },
    })),
  says: (_reading, { from, days }, span) => inEach(language => {
    const [first, last] = [dayIn(language, from), dayIn(language, plusDays(span.from, -1))]
    return {
      nl: `Wie van ${first} tot en met ${last} leent, krijgt minstens ${days} dagen`,
      en: `Whoever borrows from ${first} up to and including ${last} gets at least ${days} days`,
      fr: `Les prêts du ${first} au ${last} durent au moins ${days} jours`,
    }[language]
  }),
})

interface LongerLine { readonly where: Line; readonly value: LoanMethod; readonly basis: Basis | undefined }

/**
 * The lines by which a branch lends longer. What it says itself hides all that holds above it, so it says a line
 * wherever the rules above differ, and one for a pair of codes where its wider lines would give another answer.
 */
function longerLines(reading: Reading, unit: UnitId, from: Day, days: number): LongerLine[] {
  const at = (where: Line): LongerLine => {
    const { value, row } = resolve(reading, loanRule, unit, from, where)
    const lent = value.minimumAge !== NOT_LENDABLE
    return { where, value: lent ? { ...value, loanDays: Math.max(value.loanDays, days) } : value, basis: row?.body.basis }
  }
  const places = pathToday(reading, unit, from)
    .flatMap(id => rowsOf(reading, loanRule, id)).filter(row => overlaps(row, { from, to: from }))
    .map(({ key }): Line => {
      const { membership = ANY, material = ANY } = readParameterKey(key, loanRule).where
      return { membership, material }
    })
  const named = (one: keyof Line) => [...new Set([ANY, ...places.map(place => place[one])])]
  const lines = new Map<string, LongerLine>()
  const nearest = ({ membership, material }: Line) =>
    [`${membership}|${material}`, `${membership}|${ANY}`, `${ANY}|${material}`, `${ANY}|${ANY}`].map(key => lines.get(key)).find(Boolean)
  for (const membership of named('membership')) {
    for (const material of named('material')) {
      const line = at({ membership, material })
      if (!isDeepStrictEqual(nearest(line.where)?.value, line.value)) lines.set(`${membership}|${material}`, line)
    }
  }
  return [...lines.values()]
}

export const rulesParts = [longerLoans] as const
