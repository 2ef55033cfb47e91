import { accountFact } from '#core/account.ts'
import { defineChange } from '#core/change.ts'
import { holdsOn, type Lay, type Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { fault, inEach } from '#core/wording.ts'
import { signInPermissions } from '../contract/permission.ts'
import { closeProvisioned, openProvisioned } from '../contract/provision.ts'
import { nameAt, thereFaults } from '../there.ts'

const { provision } = signInPermissions

/** Somebody works at a unit from today on; wherever they worked before must be in the hands of the same system. */
export const openingProvisioned = defineChange(openProvisioned, {
  needs: (reading, { staff, unit }) => [...new Set([unit, ...accountsIn(reading, staff).map(said => said.unit)])]
    .map(at => ({ permission: provision, unit: at })),
  refusals: (reading, { staff, unit }, today) => [
    ...thereFaults(reading, unit, today),
    ...(accountsIn(reading, staff).some(({ to }) => to === null || to >= today) ? [fault('sign-in.has-account', '/staff',
      'Deze medewerker heeft al toegang.', 'This member of staff has access already.',
      'Ce collaborateur a déjà un accès.')] : []),
  ],
  lays: (_reading, { staff, unit }, today) => [{ fact: accountFact, unit, key: staff, from: today, to: null, body: { staff } }],
  sentence: (reading, { unit }, today) => inEach(language => {
    const at = nameAt(reading, unit, today)
    return {
      nl: `Het personeelssysteem geeft een medewerker toegang bij ${at}`,
      en: `The personnel system gives a member of staff access at ${at}`,
      fr: `Le système du personnel donne à un collaborateur un accès à ${at}`,
    }[language]
  }),
})

export const closingProvisioned = defineChange(closeProvisioned, {
  needs: (_reading, { unit }) => [{ permission: provision, unit }],
  refusals: (reading, { staff, unit }, today) =>
    reading.of(accountFact, unit).some(said => said.key === staff && (said.to === null || said.to >= today)) ? []
      : [fault('sign-in.no-account', '/staff', 'Deze medewerker heeft daar al geen toegang meer.',
        'This member of staff has no access there any more already.', 'Ce collaborateur n’y a déjà plus d’accès.')],
  lays: (reading, { staff, unit, leaves }, today) => [
    { fact: accountFact, unit, key: staff, from: today, to: null, body: null },
    ...(leaves ? grantsBelow(reading, staff, unit, today) : []).map((said): Lay =>
      ({ fact: grantFact, unit: said.unit, key: said.key, from: today, to: null, body: null })),
  ],
  sentence: (reading, { unit }, today) => inEach(language => {
    const at = nameAt(reading, unit, today)
    return {
      nl: `Het personeelssysteem neemt een medewerker van ${at} de toegang af`,
      en: `The personnel system takes access away from a member of staff of ${at}`,
      fr: `Le système du personnel retire l’accès d’un collaborateur de ${at}`,
    }[language]
  }),
})

const accountsIn = (reading: Reading, staff: string) =>
  [...reading.all(accountFact)].flat().filter(({ key }) => key === staff)

function grantsBelow(reading: Reading, staff: string, unit: UnitId, today: Day) {
  const below = new Set(unitsBelow(treeOn(reading, today), unit))
  return [...reading.all(grantFact)].flat()
    .filter(said => said.body.staff === staff && below.has(said.unit) && (holdsOn(said, today) || (said.from ?? '') > today))
}
