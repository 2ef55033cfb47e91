import { defineChange } from '#core/change.ts'
import type { Fault } from '#core/refusal.ts'
import { inEach } from '#core/wording.ts'
import { ruleFact, type YearlyDay } from '../contract/calendar.ts'
import { setRule } from '../contract/change.ts'
import { branchesPermissions } from '../contract/permission.ts'
import { daysInMonth } from '../day-number.ts'
import { period } from '../wording.ts'
import { ruleIn } from '../yearly-day-words.ts'
import { cutFaults, fault, periodFaults, unitFaults } from './fault.ts'
import { nameOf } from './unit-words.ts'

export const settingRule = defineChange(setRule, {
  needs: (_reading, { unit }) => [{ permission: branchesPermissions.rules, unit }],
  refusals: (reading, payload) => [
    ...periodFaults(payload),
    ...unitFaults(reading, [payload.unit], payload, () => '/unit'),
    ...(payload.rule ? yearlyFaults(payload.rule.on) : []),
    ...(payload.rule && 'cut' in payload.rule ? cutFaults(payload.rule.cut, '/rule/cut') : []),
    ...(payload.rule === null && !reading.of(ruleFact, payload.unit).some(({ key }) => key === payload.key)
      ? [
          fault(
            'no-such-rule',
            '/key',
            'Deze regel bestaat hier niet.',
            'This rule does not exist here.',
            'Cette règle n’existe pas ici.',
          ),
        ]
      : []),
  ],
  lays: (_reading, { unit, key, from, to, rule }) => [{ fact: ruleFact, unit, key, from, to, body: rule }],
  sentence: (reading, { unit, key, from, to, rule }, today) =>
    inEach(language => {
      const who = nameOf(reading, unit, from ?? today)
      const when = from === null && to === null ? '' : `, ${period(language, from, to)}`
      if (rule) return `${who}${language === 'fr' ? ' :' : ':'} ${ruleIn(language, rule)}${when}`
      const old = reading.of(ruleFact, unit).find(said => said.key === key)?.body
      const what = old ? ruleIn(language, old) : key
      return {
        nl: `${who}: vervalt${when}: ${what}`,
        en: `${who}: withdrawn${when}: ${what}`,
        fr: `${who} : supprimé${when} : ${what}`,
      }[language]
    }),
})

/** The pattern of a month and day lets 30 February through; 29 February comes back in leap years. */
function yearlyFaults(on: YearlyDay): Fault[] {
  const written =
    'date' in on
      ? ([['date', on.date]] as const)
      : 'workingDay' in on
        ? ([['after', on.after]] as const)
        : 'from' in on
          ? ([
              ['from', on.from],
              ['to', on.to],
            ] as const)
          : []
  return [
    ...written.flatMap(([part, day]) =>
      existsEveryFourYears(day)
        ? []
        : [
            fault(
              'no-such-day',
              `/rule/on/${part}`,
              'Deze dag bestaat niet.',
              'This day does not exist.',
              'Ce jour n’existe pas.',
            ),
          ],
    ),
    ...('nth' in on && on.nth === 0
      ? [
          fault(
            'no-such-nth',
            '/rule/on/nth',
            'De nulde weekdag van een maand bestaat niet.',
            'There is no zeroth weekday of a month.',
            'Un mois n’a pas de jour de rang zéro.',
          ),
        ]
      : []),
  ]
}

function existsEveryFourYears(monthDay: string): boolean {
  const [month, day] = monthDay.split('-').map(Number) as [number, number]
  return day <= daysInMonth(2024, month)
}
