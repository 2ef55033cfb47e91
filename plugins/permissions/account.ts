import { accountFact } from '#core/account.ts'
import { defineChange } from '#core/change.ts'
import { overlaps, type Lay, type Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { somebody } from '#core/names.ts'
import { SYSTEM } from '#core/unit.ts'
import { dayIn, fault, inEach, sinceDay } from '#core/wording.ts'
import { closeAccount, openAccount } from './contract/change.ts'
import { permissions } from './contract/permission.ts'
import { needsOfGrants } from './handing-on.ts'
import { nameAt, periodFaults, thereFaults } from './there.ts'

/** Somebody works at a unit from one day to another; what they had elsewhere in that time ends. */
export const openingAccount = defineChange(openAccount, {
  confirms: true,
  needs: (reading, { staff, unit, from }, today, declared) => [
    ...[...new Set([unit, ...homesOf(reading, staff, from)])].map(at => ({ permission: permissions.manage, unit: at })),
    ...needsOfGrants(reading, staff, today, declared),
  ],
  refusals: (reading, { staff, unit, from, to, substitute }) => [
    ...thereFaults(reading, unit, from),
    ...periodFaults({ from, to }),
    ...(substitute === staff ? [fault('permissions.own-substitute', '/substitute',
      'Niemand vervangt zichzelf.', 'Nobody stands in for themselves.', 'Personne ne se remplace soi-même.')] : []),
  ],
  lays: (reading, { staff, unit, from, to, substitute }) => [
    ...elsewhere(reading, staff, unit, from),
    { fact: accountFact, unit, key: staff, from, to: null, body: null },
    { fact: accountFact, unit, key: staff, from, to, body: { staff, ...(substitute && { substitute }) } },
  ],
  sentence: (reading, { unit, from, to }) => inEach(language => {
    const [at, day] = [nameAt(reading, unit, from), sinceDay(language, from)]
    const end = to === null ? '' : untilDay[language] + dayIn(language, to)
    return {
      nl: `${somebody.nl} werkt in ${at} ${day}${end}`, en: `${somebody.en} works at ${at} ${day}${end}`,
      fr: `${somebody.fr} travaille à ${at} ${day}${end}`,
    }[language]
  }),
})

/** Somebody's access ends; nothing of theirs is thrown away. */
export const closingAccount = defineChange(closeAccount, {
  needs: (reading, { staff, from }, today, declared) => {
    const homes = homesOf(reading, staff, from)
    const known = homes.length ? homes : everHomesOf(reading, staff)
    return [
      ...(known.length ? known : [SYSTEM]).map(unit => ({ permission: permissions.manage, unit })),
      ...needsOfGrants(reading, staff, today, declared),
    ]
  },
  refusals: (reading, { staff, from }) => homesOf(reading, staff, from).length ? [] : [fault('permissions.no-account', '/staff',
    'Deze medewerker heeft al geen toegang meer.', 'This member of staff has no access any more already.',
    'Ce collaborateur n’a déjà plus d’accès.')],
  lays: (reading, { staff, from }) =>
    homesOf(reading, staff, from).map(unit => ({ fact: accountFact, unit, key: staff, from, to: null, body: null })),
  sentence: (reading, { staff, from }) => inEach(language => {
    const at = nameAt(reading, homesOf(reading, staff, from)[0] ?? SYSTEM, from)
    const day = sinceDay(language, from)
    return {
      nl: `${somebody.nl} van ${at} heeft geen toegang meer ${day}`,
      en: `${somebody.en} of ${at} has no access any more ${day}`,
      fr: `${somebody.fr} de ${at} n’a plus accès ${day}`,
    }[language]
  }),
})

export const untilDay = { nl: ' tot en met ', en: ' up to and including ', fr: ' jusqu’au ' }

/** The units where somebody has or will have an account on a day or after it. */
export const homesOf = (reading: Reading, staff: string, from: Day): UnitId[] => [...new Set(
  [...reading.all(accountFact)].flat().filter(said => said.key === staff && overlaps(said, { from, to: null }))
    .map(({ unit }) => unit),
)]

/** Where somebody ever had one, so that whoever closed it may also put that back. */
const everHomesOf = (reading: Reading, staff: string): UnitId[] => [...new Set(
  [...reading.all(accountFact)].flat().filter(({ key }) => key === staff).map(({ unit }) => unit),
)]

const elsewhere = (reading: Reading, staff: string, unit: UnitId, from: Day): Lay[] =>
  homesOf(reading, staff, from).filter(home => home !== unit)
    .map(home => ({ fact: accountFact, unit: home, key: staff, from, to: null, body: null }))
