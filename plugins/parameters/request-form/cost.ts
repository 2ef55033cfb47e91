import { Type, type Static, type TSchema } from 'typebox'
import type { Parameter, Texts, Where } from '#core/contract.ts'
import type { AskedAt, AskedItem } from '#core/contract/request-form.ts'
import { resolve } from '#core/parameter.ts'
import {
  amountQuestion, basisOf, decisionQuestions, materialsQuestion, membershipsQuestion, placesOf, settingItem, yesOrNo,
} from './setting.ts'

/** What a hold or an interlibrary loan costs, and at which moment. */
interface Cost { readonly placingCents: number; readonly pickupCents: number; readonly notCollectedCents: number }
type CostParameter<S extends TSchema> = Static<S> extends Cost ? Parameter<S> : never

const withCost = { question: 'moment', is: ['placing', 'pickup'] } as const
const withoutPickup = { question: 'asksNotCollected', is: [true] } as const

const costNow = ({ reading, unit, from }: AskedAt, parameter: Parameter, where?: Where) =>
  resolve(reading, parameter, unit, from, where).value as Cost
const momentOf = ({ placingCents, pickupCents }: Cost) => placingCents > 0 ? 'placing' : pickupCents > 0 ? 'pickup' : 'none'

interface Words { readonly cost: Texts; readonly each: Texts; readonly free: Texts; readonly asksNotCollected: Texts; readonly notCollected: Texts }

/** When a borrower pays for it and how much; all stands filled with what holds. */
export const costQuestions = <S extends TSchema>(parameter: CostParameter<S>, { cost, each, free, asksNotCollected, notCollected }: Words) => ({
  moment: {
    title: { nl: 'Wanneer betaalt de lener?', en: 'When does the borrower pay?', fr: 'Quand l’usager paie-t-il ?' },
    help: {
      nl: 'Een kost bij het plaatsen komt nooit terug als de lener annuleert.',
      en: 'A cost on placing never comes back when the borrower cancels.',
      fr: 'Les frais à la demande ne sont jamais remboursés si l’usager annule.',
    },
    schema: Type.Enum(['none', 'placing', 'pickup']), unit: 'choice', example: 'pickup',
    now: (at: AskedAt) => momentOf(costNow(at, parameter)),
    choices: {
      none: free,
      placing: { nl: 'bij het plaatsen', en: 'on placing', fr: 'à la demande' },
      pickup: { nl: 'bij het ophalen', en: 'on pick-up', fr: 'au retrait' },
    },
  },
  cost: amountQuestion(parameter, {
    title: cost, help: each, example: 50, onlyWhen: withCost,
    now: at => costNow(at, parameter).placingCents || costNow(at, parameter).pickupCents || undefined,
  }),
  asksNotCollected: yesOrNo(asksNotCollected, { now: at => costNow(at, parameter).notCollectedCents > 0 }),
  notCollected: amountQuestion(parameter, {
    title: notCollected, help: each, example: 50, onlyWhen: withoutPickup,
    now: at => costNow(at, parameter).notCollectedCents || undefined,
  }),
  memberships: {
    ...membershipsQuestion,
    title: {
      nl: 'Kost alleen voor deze lidsoorten', en: 'Cost only for these types of membership',
      fr: 'Frais seulement pour ces types d’abonnement',
    },
  },
  materials: {
    ...materialsQuestion,
    title: {
      nl: 'Kost alleen voor deze materiaalsoorten', en: 'Cost only for these types of material',
      fr: 'Frais seulement pour ces types de document',
    },
  },
  ...decisionQuestions([withCost, withoutPickup], parameter),
} as const)

interface Filled {
  readonly moment: string
  readonly cost: number | undefined
  readonly notCollected: number | undefined
  readonly memberships?: readonly string[] | undefined
  readonly materials?: readonly string[] | undefined
  readonly decisionNumber: string | undefined
  readonly decisionDate: string | undefined
}

/** The cost in each place it is for; what may not be reserved there stays so, and costs nothing. */
export function costOf<S extends TSchema>(
  parameter: CostParameter<S>, { moment, cost = 0, notCollected = 0, ...given }: Filled, at: AskedAt,
): readonly AskedItem[] {
  return placesOf(parameter, given).flatMap(where => {
    const now: Cost & { readonly allowed?: boolean } = costNow(at, parameter, where)
    if (now.allowed === false) return []
    return settingItem(at, parameter as Parameter, {
      ...now, placingCents: moment === 'placing' ? cost : 0, pickupCents: moment === 'pickup' ? cost : 0, notCollectedCents: notCollected,
    }, where, basisOf(given))
  })
}
