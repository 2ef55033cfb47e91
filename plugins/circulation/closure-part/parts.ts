import { Type } from 'typebox'
import type { Declared } from '#core/change.ts'
import { defineClosurePart, type ClosureSpan } from '#core/closure-part.ts'
import type { Lay, Reading } from '#core/configuration.ts'
import { UnitId, type Parameter } from '#core/contract.ts'
import { parameterFact, parameterKey } from '#core/parameter.ts'
import type { Fault } from '#core/refusal.ts'
import { pathOf, SYSTEM, unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { interlibrarySupplies } from '#plugins/parameters/contract/area/interlibrary.ts'
import { faultsOfSetting, settingNeeds } from '#plugins/parameters/index.ts'
import { holdNetwork, pickupPlace } from '../contract/parameter/holds.ts'

const faultsIn = (reading: Reading, setting: Parameter, value: unknown, span: ClosureSpan, declared: Declared): Fault[] =>
  faultsOfSetting(reading, setting, { ...span, parameter: setting.name, value }, declared)
    .map(one => ({ ...one, pointer: '' }))

/** Settings that are off for as long as the branch is closed. */
const off = (settings: readonly Parameter[], { unit, from, to }: ClosureSpan): Lay[] => settings.map((setting): Lay =>
  ({ fact: parameterFact, unit, key: parameterKey(setting), from, to, body: { value: false } }))

/** Source: domain/1 §2.10 (3). */
const pickup = defineClosurePart({
  name: 'pickup',
  title: { nl: 'reserveringen ophalen', en: 'collecting holds', fr: 'retrait des réservations' },
  schema: Type.Object({ at: Type.Enum(['here', 'elsewhere', 'nowhere']), branch: Type.Optional(UnitId) }, { additionalProperties: false }),
  needs: (_reading, { at }, span) => at === 'here' ? [] : settingNeeds([pickupPlace], span),
  faults: (reading, { at, branch }, span, declared) => [
    ...(at === 'here' ? [] : faultsIn(reading, pickupPlace, false, span, declared)),
    ...(at === 'elsewhere' && !isNear(reading, span, branch) ? [fault(
      'circulation.no-other-branch', '/branch', 'Kies een andere vestiging van je bibliotheek of groep.',
      'Choose another branch of your library or group.', 'Choisissez une autre implantation de votre bibliothèque ou groupement.')] : []),
  ],
  lays: (_reading, { at }, span) => at === 'here' ? [] : off([pickupPlace], span),
  says: (reading, { at, branch }, { from }) => {
    if (at === 'here') return {
      nl: 'Reserveringen blijven hier op te halen', en: 'Holds can still be collected here', fr: 'Les réservations restent à retirer ici',
    }
    const name = branch ? unitAt(reading, branch, from)?.name ?? '' : ''
    return at === 'nowhere' ? {
      nl: 'Deze vestiging is zolang geen afhaallocatie', en: 'This branch is no pickup location meanwhile',
      fr: 'Cette implantation n’est pas un lieu de retrait pendant ce temps',
    } : {
      nl: `Reserveringen worden in ${name} opgehaald; deze vestiging is zolang geen afhaallocatie`,
      en: `Holds are collected at ${name}; this branch is no pickup location meanwhile`,
      fr: `Les réservations se retirent à ${name} ; cette implantation n’est pas un lieu de retrait pendant ce temps`,
    }
  },
})

/** A branch that shares a library or a group with the one that is closed. */
function isNear(reading: Reading, { unit, from }: ClosureSpan, branch: string | undefined): boolean {
  if (branch === undefined || branch === unit) return false
  const ours = new Set(pathOf(reading, unit, from).filter(id => id !== SYSTEM && id !== unit))
  return pathOf(reading, branch, from).some(id => ours.has(id))
}

const supplied = [holdNetwork, interlibrarySupplies] as const

const supply = defineClosurePart({
  name: 'supply',
  title: { nl: 'leveren aan andere vestigingen', en: 'supplying other branches', fr: 'fourniture aux autres implantations' },
  schema: Type.Object({ supplies: Type.Boolean() }, { additionalProperties: false }),
  needs: (_reading, { supplies }, span) => supplies ? [] : settingNeeds(supplied, span),
  faults: (reading, { supplies }, span, declared) =>
    supplies ? [] : supplied.flatMap(setting => faultsIn(reading, setting, false, span, declared)),
  lays: (_reading, { supplies }, span) => supplies ? [] : off(supplied, span),
  says: (_reading, { supplies }) => supplies ? {
    nl: 'De vestiging blijft leveren voor reserveringen en IBL', en: 'The branch goes on supplying holds and interlibrary loans',
    fr: 'L’implantation continue à fournir pour les réservations et le PEB',
  } : {
    nl: 'De vestiging levert zolang niet voor reserveringen en IBL', en: 'The branch supplies no holds and interlibrary loans meanwhile',
    fr: 'L’implantation ne fournit pas pour les réservations et le PEB pendant ce temps',
  },
})

export const circulationParts = [pickup, supply] as const
