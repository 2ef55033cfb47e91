import { accountFact } from '#core/account.ts'
import { defineChange } from '#core/change.ts'
import { holdsOn, type Configuration, type Delta, type Lay, type Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { defineFact, UnitId, type Day } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { grantFact } from '#core/grant.ts'
import type { Invariant } from '#core/plugin.ts'
import type { Fault } from '#core/refusal.ts'
import { StaffRow } from '#core/staff.ts'
import { dayIn, fault, inEach } from '#core/wording.ts'
import { Type } from 'typebox'
import { endToken, makeToken } from '../contract/machine.ts'
import { signInPermissions } from '../contract/permission.ts'
import { givenFaults } from '../given-role.ts'
import { nameAt, thereFaults } from '../there.ts'

/** A machine, not a person, works at this unit. Key: its row in staff. */
export const machineFact = defineFact('sign-in.machine', Type.Object({
  staff: UnitId, name: Type.String({ maxLength: 120 }),
}, { additionalProperties: false }), { walled: true })

/** Two years at most, so that a forgotten token ends by itself. */
const DAYS_MAX = 730
const { tokens } = signInPermissions

/** A machine, its home unit and its roles begin and end together. */
export const makingToken = defineChange(makeToken, {
  confirms: true,
  needs: (_reading, { unit, grants }) =>
    [unit, ...grants.map(given => given.unit)].map(at => ({ permission: tokens, unit: at })),
  refusals: (reading, { staff, unit, expires, grants }, today, declared) => [
    ...thereFaults(reading, unit, today),
    ...expiryFaults(expires, today),
    ...grants.flatMap((given, n) => givenFaults(reading, given, `/grants/${n}`, today, declared)),
    ...grants.flatMap(({ role, unit: at }, n) => grants.findIndex(one => one.role === role && one.unit === at) === n ? []
      : [fault('sign-in.role-twice', `/grants/${n}`, 'Deze rol staat er al.', 'This role is there already.',
        'Ce rôle y figure déjà.')]),
    ...isKnown(reading, staff) ? [fault('sign-in.known', '/staff', 'Onder dit nummer werkt al iemand.',
      'Somebody works under this id already.', 'Quelqu’un travaille déjà sous ce numéro.')] : [],
  ],
  lays: (_reading, { staff, name, unit, expires, grants }, today) => [
    { fact: accountFact, unit, key: staff, from: today, to: expires, body: { staff } },
    { fact: machineFact, unit, key: staff, from: today, to: expires, body: { staff, name: name.trim() } },
    ...grants.map(({ unit: at, ...given }): Lay => ({
      fact: grantFact, unit: at, key: `${staff}/${given.role}`, from: today, to: expires, body: { staff, ...given },
    })),
  ],
  sentence: (reading, { name, unit, expires }, today) => inEach(language => {
    const [at, day] = [nameAt(reading, unit, today), dayIn(language, expires)]
    return {
      nl: `Machine “${name.trim()}” krijgt toegang bij ${at} tot en met ${day}`,
      en: `Machine “${name.trim()}” gets access at ${at} up to and including ${day}`,
      fr: `La machine « ${name.trim()} » reçoit un accès à ${at} jusqu’au ${day}`,
    }[language]
  }),
})

/** A machine's access ends at once; whoever may make tokens there may end them, whatever they allow. */
export const endingToken = defineChange(endToken, {
  needs: (_reading, { unit }) => [{ permission: tokens, unit }],
  refusals: (reading, { staff, unit }, today) => reading.at(machineFact, unit, staff, today) ? [] : [fault(
    'sign-in.no-token', '/staff', 'Deze toegangssleutel is al ingetrokken of verlopen.',
    'This access token has been withdrawn or has expired already.', 'Ce jeton d’accès est déjà retiré ou expiré.')],
  lays: (reading, { staff, unit }, today) => [
    { fact: accountFact, unit, key: staff, from: today, to: null, body: null },
    { fact: machineFact, unit, key: staff, from: today, to: null, body: null },
    ...grantsIn(reading, staff).map((said): Lay =>
      ({ fact: grantFact, unit: said.unit, key: said.key, from: today, to: null, body: null })),
  ],
  sentence: (reading, { staff, unit }, today) => inEach(language => {
    const [name, at] = [reading.at(machineFact, unit, staff, today)?.body.name ?? '', nameAt(reading, unit, today)]
    return {
      nl: `Machine “${name}” van ${at} heeft geen toegang meer`, en: `Machine “${name}” of ${at} has no access any more`,
      fr: `La machine « ${name} » de ${at} n’a plus accès`,
    }[language]
  }),
})

/** Only a row of the kind machine is one: nobody lays a person's account down as a machine's. */
export const soundMachines: Invariant = {
  facts: [machineFact],
  async faults(ctx: Context, _after: Configuration, { laid }: Delta) {
    const ids = [...new Set(laid.filter(({ fact }) => fact === machineFact.name).map(({ key }) => key))]
    if (!ids.length) return []
    const machines = await StaffRow.query(ctx.db).whereIn('id', ids).where({ kind: 'machine' }).resultSize()
    return machines === ids.length ? [] : [fault('sign-in.no-machine', '/items/0/payload/staff',
      'Dit is geen machine.', 'This is no machine.', 'Ceci n’est pas une machine.')]
  },
}

/** The unit where a machine works on a day. */
export const machineAt = (reading: Reading, staff: string, day: Day) =>
  [...reading.all(machineFact)].flat().find(said => said.key === staff && holdsOn(said, day))

const grantsIn = (reading: Reading, staff: string) =>
  [...reading.all(grantFact)].flat().filter(({ body }) => body.staff === staff)

const isKnown = (reading: Reading, staff: string) =>
  [...reading.all(accountFact)].some(rows => rows.some(({ key }) => key === staff)) || grantsIn(reading, staff).length > 0

function expiryFaults(expires: Day, today: Day): Fault[] {
  if (expires < today) return [fault('sign-in.expired', '/expires', 'Deze dag is al voorbij.', 'This day has gone by already.',
    'Ce jour est déjà passé.')]
  return expires <= plusDays(today, DAYS_MAX) ? [] : [fault('sign-in.too-long', '/expires',
    'Een toegangssleutel geldt hoogstens twee jaar.', 'An access token holds for two years at most.',
    'Un jeton d’accès est valable deux ans au plus.')]
}
