import { defineChange, type Declared } from '#core/change.ts'
import { overlaps, type Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Limits } from '#core/contract/rights.ts'
import { grantFact } from '#core/grant.ts'
import { somebody } from '#core/names.ts'
import type { Fault } from '#core/refusal.ts'
import { roleAt } from '#core/role.ts'
import { pathOf } from '#core/unit.ts'
import { dayIn, fault, inEach, sinceDay } from '#core/wording.ts'
import { untilDay } from './account.ts'
import { grantRole, withdrawRole } from './contract/change.ts'
import { keyOf, needsOfRole, withdrawalNeeds } from './handing-on.ts'
import { nameAt, periodFaults, thereFaults } from './there.ts'

/** Somebody gets a role at a unit and everything below it, from one day to another. */
export const granting = defineChange(grantRole, {
  confirms: true,
  needs: (reading, payload, today, declared) => [
    ...needsOfRole(reading, payload, later(payload.from, today), declared), ...needsOfReplaced(reading, payload, today, declared),
  ],
  refusals: (reading, { unit, role, from, to, limits }, _today, declared) => [
    ...thereFaults(reading, unit, from),
    ...roleFaults(reading, role, unit, from),
    ...limitFaults(reading, role, from, limits, declared),
    ...periodFaults({ from, to }),
  ],
  lays: (_reading, { staff, role, unit, from, to, only, limits }) => [{
    fact: grantFact, unit, key: keyOf(staff, role), from, to,
    body: { staff, role, ...(only && { only }), ...(limits && Object.keys(limits).length > 0 && { limits }) },
  }],
  sentence: (reading, { role, unit, from, to, only }) => inEach(language => {
    const [name, at] = [roleAt(reading, role, from)?.name[language] ?? role, nameAt(reading, unit, from)]
    const day = sinceDay(language, from)
    const end = to === null ? '' : untilDay[language] + dayIn(language, to)
    const narrow = only ? { nl: ', alleen daar', en: ', there only', fr: ', là seulement' }[language] : ''
    return {
      nl: `${somebody.nl} wordt ${name} van ${at} ${day}${end}${narrow}`,
      en: `${somebody.en} becomes ${name} of ${at} ${day}${end}${narrow}`,
      fr: `${somebody.fr} devient ${name} de ${at} ${day}${end}${narrow}`,
    }[language]
  }),
})

/** Somebody's role at a unit ends; what was planned of it goes too. */
export const withdrawing = defineChange(withdrawRole, {
  needs: withdrawalNeeds,
  refusals: (reading, { staff, role, unit, from }) => reading.of(grantFact, unit)
    .some(
      said => said.key === keyOf(staff, role) && (said.to === null || said.to >= from)
    ) ? [] : [fault('permissions.no-grant', '/role',
      'Deze medewerker heeft die rol daar niet.', 'This member of staff does not hold that role there.',
      'Ce collaborateur n’a pas ce rôle à cet endroit.')],
  lays: (_reading, { staff, role, unit, from }) => [{
    fact: grantFact, unit, key: keyOf(staff, role), from, to: null, body: null,
  }],
  sentence: (reading, { role, unit, from }) => inEach(language => {
    const [name, at, day] = [
      roleAt(reading, role, from)?.name[language] ?? role, nameAt(reading, unit, from), sinceDay(language, from),
    ]
    return {
      nl: `${somebody.nl} is geen ${name} van ${at} meer ${day}`,
      en: `${somebody.en} is no longer ${name} of ${at} ${day}`,
      fr: `${somebody.fr} n’est plus ${name} de ${at} ${day}`,
    }[language]
  }),
})

/** The same role as it was given before, perhaps further or without a limit: that is taken away. */
const needsOfReplaced = (reading: Reading, { staff, role, unit, from, to }: Replacing, today: Day, declared: Declared) =>
  reading.of(grantFact, unit).filter(said => said.key === keyOf(staff, role) && overlaps(said, { from, to }))
    .flatMap(({ body: { only, limits } }) => needsOfRole(reading, { role, unit, only, limits }, today, declared))

interface Replacing { readonly staff: string; readonly role: string; readonly unit: UnitId; readonly from: Day; readonly to: Day | null }

const later = (a: Day, b: Day) => (a > b ? a : b)

/** A role is used where it was made, and below. */
function roleFaults(reading: Reading, code: string, unit: UnitId, day: Day): Fault[] {
  const role = roleAt(reading, code, day)
  return role && pathOf(reading, unit, day).includes(role.unit) ? [] : [fault('permissions.no-role', '/role',
    'Deze rol bestaat hier niet op die dag.', 'This role does not exist here on that day.',
    'Ce rôle n’existe pas ici ce jour-là.')]
}

/** A limit must be one that a permission of the role knows, and of its kind. */
function limitFaults(reading: Reading, code: string, day: Day, limits: Limits | undefined, declared: Declared): Fault[] {
  const known = new Map([...roleAt(reading, code, day)?.permissions ?? []]
    .flatMap(name => declared.permissions.get(name)?.limitedBy ?? []).map(limit => [limit.name, limit]))
  return Object.entries(limits ?? {}).flatMap(([name, value]) => {
    const limit = known.get(name)
    if (limit && (limit.kind === 'codes') === Array.isArray(value)) return []
    return [fault('permissions.no-limit', `/limits/${name}`,
      'Deze grens past niet bij de rol.', 'This limit does not fit the role.', 'Cette limite ne convient pas au rôle.')]
  })
}
