import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { defineRequestForm, type AskedAt } from '#core/contract/request-form.ts'
import { resolve } from '#core/parameter.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { costOf, costQuestions, settingItems, settingQuestion } from '#plugins/parameters/index.ts'
import { holdRule } from '#plugins/rules/contract/method.ts'
import { holdKind, holdNetwork, pickupPlace } from '../contract/parameter/holds.ts'

const inNetwork = { question: 'kind', is: ['network'] } as const

/** Source: domain/1 §3.4, §3.3, [RESOPT]. */
export const holdsForm = defineRequestForm({
  name: 'circulation.holds',
  topic: 'lending',
  title: { nl: 'Reserveren anders regelen', en: 'Arrange holds differently', fr: 'Régler autrement les réservations' },
  help: {
    nl: 'Uit welke vestigingen een reservering komt, waar leners ze ophalen en wat dat kost. Alles staat ingevuld zoals het nu is: '
      + 'pas aan wat anders moet.',
    en: 'From which branches a hold comes, where borrowers collect it and what that costs. All is filled in as it is now: '
      + 'change what is to be different.',
    fr: 'D’où viennent les réservations, où les usagers les retirent et ce que cela coûte. Tout est rempli comme aujourd’hui : '
      + 'modifiez ce qui doit changer.',
  },
  synonyms: {
    nl: 'reservering, reservatie, netwerkreservering, afhaallocatie, afhaalpunt, reserveringskost, niet opgehaald, leveren',
    en: 'hold, reservation, network hold, pickup location, hold fee, not collected, supply',
    fr: 'réservation, réservation en réseau, lieu de retrait, frais de réservation, non retiré, fournir',
  },
  levels: ['group', 'library'],
  questions: {
    kind: settingQuestion(holdKind, { example: 'network' }),
    network: {
      title: {
        nl: 'Vestigingen die voor reserveringen leveren', en: 'Branches that supply holds',
        fr: 'Implantations qui fournissent pour les réservations',
      },
      help: {
        nl: 'Laat een depot of een vestiging zonder transport weg.', en: 'Leave out a depot or a branch without transport.',
        fr: 'Laissez de côté un dépôt ou une implantation sans transport.',
      },
      ...branchesOf(holdNetwork), onlyWhen: inNetwork,
    },
    pickup: {
      title: { nl: 'Afhaallocaties', en: 'Pickup locations', fr: 'Lieux de retrait' },
      help: {
        nl: 'Vestigingen waar een lener een reservering kan ophalen.', en: 'Branches where a borrower can collect a hold.',
        fr: 'Implantations où un usager peut retirer une réservation.',
      },
      ...branchesOf(pickupPlace),
    },
    ...costQuestions(holdRule, {
      cost: { nl: 'Kost van een reservering', en: 'Cost of a hold', fr: 'Frais d’une réservation' },
      each: { nl: 'Per gereserveerd exemplaar.', en: 'For each item held.', fr: 'Par document réservé.' },
      free: { nl: 'nooit: reserveren is gratis', en: 'never: holds are free', fr: 'jamais : réserver est gratuit' },
      asksNotCollected: {
        nl: 'Betaalt wie een reservering niet ophaalt?', en: 'Does whoever does not collect a hold pay?',
        fr: 'L’usager qui ne retire pas sa réservation paie-t-il ?',
      },
      notCollected: {
        nl: 'Kost van een reservering die niet is opgehaald', en: 'Cost of a hold not collected',
        fr: 'Frais d’une réservation non retirée',
      },
    }),
  },
  items: ({ kind, network, pickup, ...cost }, at) => [
    ...settingItems(at, holdKind, kind),
    ...(kind === 'network' ? inEachBranch(at, holdNetwork, network) : []),
    ...inEachBranch(at, pickupPlace, pickup),
    ...costOf(holdRule, cost, at),
  ],
})

/** Branches by choice: those stand chosen where a setting says yes. */
function branchesOf(parameter: typeof holdNetwork) {
  return {
    schema: Type.Array(UnitId, { maxItems: 500, uniqueItems: true }), unit: 'codes', as: 'branches',
    example: ['00000000-0000-4000-8000-000000000009'],
    now: (at: AskedAt) => placesBelow(at).filter(id => resolve(at.reading, parameter, id, at.from).value),
  } as const
}

const inEachBranch = (at: AskedAt, parameter: typeof holdNetwork, chosen: readonly string[] = []) =>
  placesBelow(at).flatMap(unit => settingItems({ ...at, unit }, parameter, chosen.includes(unit)))

const placesBelow = ({ reading, unit, from }: AskedAt) => {
  const tree = treeOn(reading, from)
  return unitsBelow(tree, unit).filter(id => ['branch', 'bookmobile'].includes(tree.units.get(id)?.type ?? ''))
}
