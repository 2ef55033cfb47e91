import { defineChange, type Need } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import type { Fault } from '#core/refusal.ts'
import { unitAt, unitFact } from '#core/unit.ts'
import { dayIn, fault, inEach, sinceDay } from '#core/wording.ts'
import { grantRole, permissions, withdrawRole, type RoleCode } from './contract.ts'
import { roleByCode } from './roles.ts'

const keyOf = (staff: string, role: RoleCode) => `${staff}/${role}`

/** Whoever gives or takes a role must hold all that it allows, at that very unit. */
export const needsOfRole = (role: string, unit: UnitId): Need[] =>
  [
    ...new Set([permissions.manage, ...roleByCode.get(role)?.permissions ?? []])
  ].map(permission => ({ permission, unit }))

/** Somebody gets a role at a unit and everything below it, from one day to another. */
export const granting = defineChange(grantRole, {
  needs: (_reading, { role, unit }) => needsOfRole(role, unit),
  refusals: (reading, { unit, from, to }) => [
    ...thereFaults(reading, unit, from),
    ...(to === null || to >= from ? [] : [fault('permissions.backwards', '/to',
      'De laatste dag ligt voor de eerste.', 'The last day lies before the first.',
      'Le dernier jour précède le premier.')]),
  ],
  lays: (_reading, { staff, role, unit, from, to }) => [{
    fact: grantFact, unit, key: keyOf(staff, role), from, to, body: { staff, role },
  }],
  sentence: (reading, { role, unit, from, to }) => inEach(language => {
    const [name, at] = [roleByCode.get(role)?.name[language] ?? role, nameAt(reading, unit, from)]
    const day = sinceDay(language, from)
    const end = to === null ? '' : {
      nl: ' tot en met ', en: ' up to and including ', fr: ' jusqu’au ',
    }[language] + dayIn(language, to)
    return {
      nl: `Een medewerker wordt ${name} van ${at} ${day}${end}`,
      en: `A member of staff becomes ${name} of ${at} ${day}${end}`,
      fr: `Un collaborateur devient ${name} de ${at} ${day}${end}`,
    }[language]
  }),
})

/** Somebody's role at a unit ends; what was planned of it goes too. */
export const withdrawing = defineChange(withdrawRole, {
  needs: (_reading, { role, unit }) => needsOfRole(role, unit),
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
      roleByCode.get(role)?.name[language] ?? role, nameAt(reading, unit, from), sinceDay(language, from),
    ]
    return {
      nl: `Een medewerker is geen ${name} van ${at} meer ${day}`,
      en: `A member of staff is no longer ${name} of ${at} ${day}`,
      fr: `Un collaborateur n’est plus ${name} de ${at} ${day}`,
    }[language]
  }),
})

const nameAt = (reading: Reading, unit: UnitId, day: Day) =>
  (unitAt(reading, unit, day) ?? reading.of(unitFact, unit).at(-1)?.body)?.name ?? ''

function thereFaults(reading: Reading, unit: UnitId, day: Day): Fault[] {
  return unitAt(reading, unit, day) ? [] : [fault('permissions.no-unit', '/unit',
    'Deze eenheid bestaat niet op die dag.', 'This unit does not exist on that day.',
    'Cette unité n’existe pas ce jour-là.')]
}
