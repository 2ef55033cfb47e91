import { defineChange, type Declared, type Need } from '#core/change.ts'
import { overlaps, type Reading } from '#core/configuration.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { grantFact, type Wish } from '#core/grant.ts'
import { roleFact } from '#core/role.ts'
import { SYSTEM } from '#core/unit.ts'
import { fault, inEach, listed, sinceDay } from '#core/wording.ts'
import { endRole, setRole } from './contract/change.ts'
import { permissions } from './contract/permission.ts'
import { nameAt, thereFaults } from './there.ts'

/** A role is made or changed at a unit; nobody makes one that allows more than they hold there themselves. */
export const settingRole = defineChange(setRole, {
  confirms: true,
  needs: (reading, { code, unit, role }, today, declared) => {
    const held = heldBy(reading, code, unit, today)
    const names = [...role.permissions.filter(name => unit !== SYSTEM || !isNew(reading, name)), ...held]
    return needsOf(unit, names, declared, { wide: role.reach !== 'branch' })
  },
  refusals: (reading, { code, unit, from, role }, _today, declared) => [
    ...thereFaults(reading, unit, from),
    ...(elsewhere(reading, code, unit) ? [fault('permissions.role-elsewhere', '/code',
      'Deze code is al van een rol op een andere plaats.', 'This code belongs to a role made elsewhere.',
      'Ce code appartient à un rôle créé ailleurs.')] : []),
    ...(Object.values(role.name).every(text => text.trim()) ? [] : [fault('permissions.role-nameless', '/role/name',
      'Geef de rol een naam in elke taal.', 'Give the role a name in every language.',
      'Donnez au rôle un nom dans chaque langue.')]),
    ...role.permissions.flatMap((name, n) => declared.permissions.has(name) ? [] : [fault('permissions.no-permission',
      `/role/permissions/${n}`, 'Dit recht bestaat niet.', 'This permission does not exist.', 'Ce droit n’existe pas.')]),
  ],
  lays: (_reading, { code, unit, from, role }) => [{ fact: roleFact, unit, key: code, from, to: null, body: role }],
  sentence: (reading, { code, unit, from, role }, today, declared) => inEach(language => {
    const starts = !reading.of(roleFact, unit).some(said => said.key === code)
    const [name, at, day] = [role.name[language], nameAt(reading, unit, from), sinceDay(language, from)]
    const count = role.permissions.length
    return starts ? {
      nl: `${at} krijgt de rol “${name}” ${day}, met ${count} rechten`,
      en: `${at} gets the role “${name}” ${day}, with ${count} rights`,
      fr: `${at} reçoit le rôle « ${name} » ${day}, avec ${count} droits`,
    }[language] : changedWords(language, heldBy(reading, code, unit, today), role.permissions, declared)(name, day)
  }),
})

/** A role that nobody holds goes; its history stays. */
export const endingRole = defineChange(endRole, {
  needs: (reading, { code, unit }, today, declared) => needsOf(unit, heldBy(reading, code, unit, today), declared),
  refusals: (reading, { code, unit, from }) => [
    ...(reading.of(roleFact, unit).some(said => said.key === code && (said.to === null || said.to >= from)) ? []
      : [fault('permissions.no-role', '/code', 'Deze rol bestaat hier niet op die dag.',
        'This role does not exist here on that day.', 'Ce rôle n’existe pas ici ce jour-là.')]),
    ...heldFaults(reading, code, from),
  ],
  lays: (_reading, { code, unit, from }) => [{ fact: roleFact, unit, key: code, from, to: null, body: null }],
  sentence: (reading, { code, unit, from }) => inEach(language => {
    const name = reading.of(roleFact, unit).findLast(said => said.key === code)?.body.name[language] ?? code
    const [at, day] = [nameAt(reading, unit, from), sinceDay(language, from)]
    return {
      nl: `De rol “${name}” van ${at} verdwijnt ${day}`, en: `The role “${name}” of ${at} goes ${day}`,
      fr: `Le rôle « ${name} » de ${at} disparaît ${day}`,
    }[language]
  }),
})

/** What a role allows at present and later, by the names of the permissions. */
const heldBy = (reading: Reading, code: string, unit: UnitId, today: Day): readonly string[] => [...new Set(
  reading.of(roleFact, unit).filter(said => said.key === code && (said.to === null || said.to >= today))
    .flatMap(({ body }) => body.permissions),
)]

/**
 * A permission that no role has: a plugin brought it along, and since no role is widened by itself nobody
 * holds it. Whoever makes roles for the whole system brings it in, else nobody ever could.
 */
const isNew = (reading: Reading, name: string) =>
  ![...reading.all(roleFact)].some(rows => rows.some(({ body }) => body.permissions.includes(name)))

const needsOf = (unit: UnitId, names: readonly string[], declared: Declared, wish: Pick<Wish, 'wide'> = {}): Need[] => [
  ...new Set([permissions.roles, ...names.flatMap(name => declared.permissions.get(name) ?? [])]),
].map(permission => ({ permission, unit, below: true, ...wish }))

const elsewhere = (reading: Reading, code: string, unit: UnitId) =>
  [...reading.all(roleFact)].some(rows => rows.some(said => said.key === code && said.unit !== unit))

/** Nobody loses a role unnoticed: it is first taken from those who hold it. */
function heldFaults(reading: Reading, code: string, from: Day) {
  const holders = new Set([...reading.all(grantFact)].flat()
    .filter(said => said.body.role === code && overlaps(said, { from, to: null })).map(({ body }) => body.staff))
  const count = holders.size
  return count === 0 ? [] : [fault('permissions.role-held', '/code',
    count === 1 ? 'Iemand heeft deze rol nog. Neem ze eerst af.' : `${count} medewerkers hebben deze rol nog. Neem ze eerst af.`,
    count === 1 ? 'Somebody still holds this role. Take it away first.'
      : `${count} members of staff still hold this role. Take it away first.`,
    count === 1 ? 'Quelqu’un a encore ce rôle. Retirez-le d’abord.'
      : `${count} collaborateurs ont encore ce rôle. Retirez-le d’abord.`)]
}

/** What a role gains and loses, in the sentences of the permissions. */
function changedWords(language: Language, before: readonly string[], after: readonly string[], declared: Declared) {
  const allows = (names: readonly string[]) =>
    listed(language, names.map(name => declared.permissions.get(name)?.allows[language] ?? name), 3)
  const [gained, lost] = [after.filter(name => !before.includes(name)), before.filter(name => !after.includes(name))]
  const words = {
    nl: { changes: 'verandert', gains: 'mag ook', loses: 'mag niet meer' },
    en: { changes: 'changes', gains: 'may also', loses: 'may no longer' },
    fr: { changes: 'change', gains: 'peut aussi', loses: 'ne peut plus' },
  }[language]
  const parts = [
    ...(gained.length ? [`${words.gains} ${allows(gained)}`] : []), ...(lost.length ? [`${words.loses} ${allows(lost)}`] : []),
  ]
  return (name: string, day: string) => {
    const role = { nl: `De rol “${name}”`, en: `The role “${name}”`, fr: `Le rôle « ${name} »` }[language]
    return `${role} ${parts.length ? parts.join('; ') : words.changes} ${day}`
  }
}
