import { isDeepStrictEqual } from 'node:util'
import { Type, type Static, type TSchema } from 'typebox'
import { Day, type Parameter, type Texts, type Where } from '#core/contract.ts'
import { Basis } from '#core/contract/basis.ts'
import { asked, type AskedAt, type AskedItem, type Condition, type FormQuestion } from '#core/contract/request-form.ts'
import { resolve } from '#core/parameter.ts'
import { setParameter } from '../contract/change.ts'
import { Code, material, membership } from '../contract/list.ts'

type More<S extends TSchema> = Partial<FormQuestion<S>> & { readonly example: Static<S> }

/** Asks a value of a setting as the setting itself is declared; it stands filled with what holds. */
export function settingQuestion<S extends TSchema, const M extends More<S>>(parameter: Parameter<S>, more: M): FormQuestion<S> & M {
  const { title, help, schema, unit, choices, default: standard } = parameter
  return {
    title, help, schema, unit, default: standard, ...(choices && { choices }),
    now: at => resolve(at.reading, parameter, at.unit, at.from).value, ...more,
  }
}

/** Asks an amount above nothing: whether there is one at all was asked before. */
const Amount = Type.Integer({ minimum: 1, maximum: 100_000 })
type MorePrice = Partial<FormQuestion<typeof Amount>> & { readonly example: number }
export function amountQuestion<const M extends MorePrice>({ title, help }: Parameter, more: M): FormQuestion<typeof Amount> & M {
  return { title, help, schema: Amount, unit: 'cents', ...more }
}

/** Yes or no, to be answered: nothing stands filled in. */
export const yesOrNo = <const M extends Partial<FormQuestion<ReturnType<typeof Type.Boolean>>>>(title: Texts, more: M) =>
  ({ title, schema: Type.Boolean(), unit: 'yes-no', example: true, ...more } as const)

/** The decision that what patrons pay rests on; it stands filled with the one that a setting rests on now. */
export const decision = (parameter?: Parameter) => ({
  decisionNumber: {
    title: { nl: 'Nummer van het raadsbesluit', en: 'Number of the council decision', fr: 'Numéro de la décision du conseil' },
    help: {
      nl: 'Zonder raadsbesluit mag een bibliotheek leners geen bedrag aanrekenen. Voeg het besluit toe als bijlage als '
        + 'je het hebt.',
      en: 'Without a council decision a library may not charge borrowers. Attach the decision if you have it.',
      fr: 'Sans décision du conseil, une bibliothèque ne peut rien réclamer aux usagers. Joignez la décision si vous l’avez.',
    },
    schema: Basis.properties.number, unit: 'text', example: '2026/118',
    now: (at: AskedAt) => basisNow(at, parameter)?.number,
  },
  decisionDate: {
    title: { nl: 'Datum van het raadsbesluit', en: 'Date of the council decision', fr: 'Date de la décision du conseil' },
    schema: Day, unit: 'text', as: 'day', example: '2026-10-20',
    now: (at: AskedAt) => basisNow(at, parameter)?.date,
  },
} as const)

/** Likewise, only when an amount is asked. */
export function decisionQuestions<const C extends Condition | readonly Condition[]>(onlyWhen: C, parameter?: Parameter) {
  const { decisionNumber, decisionDate } = decision(parameter)
  return { decisionNumber: { ...decisionNumber, onlyWhen }, decisionDate: { ...decisionDate, onlyWhen } }
}

const basisNow = ({ reading, unit, from }: AskedAt, parameter: Parameter | undefined) =>
  parameter && resolve(reading, parameter, unit, from).row?.body.basis

interface Decided { readonly decisionNumber?: string | undefined; readonly decisionDate?: string | undefined }
export const basisOf = ({ decisionNumber: number, decisionDate: date }: Decided): { basis?: Basis } =>
  number && date ? { basis: { number, date } } : {}

const Codes = Type.Array(Code, { maxItems: 40, uniqueItems: true })
const codes = { schema: Codes, unit: 'codes', default: [], optional: true } as const

/** For which types of membership it holds. */
export const membershipsQuestion = {
  ...codes, codes: membership, example: ['60'],
  title: {
    nl: 'Alleen voor deze lidsoorten', en: 'Only for these types of membership',
    fr: 'Seulement pour ces types d’abonnement',
  },
} as const

/** For which types of material it holds. */
export const materialsQuestion = {
  ...codes, codes: material, example: ['BOEK'],
  title: {
    nl: 'Alleen voor deze materiaalsoorten', en: 'Only for these types of material',
    fr: 'Seulement pour ces types de document',
  },
} as const

interface Given extends Decided {
  readonly memberships?: readonly string[] | undefined
  readonly materials?: readonly string[] | undefined
}

/** What the settings screen would save for an answer: for each code that it is for, and only where something else holds. */
export function settingItems<S extends TSchema>(
  at: AskedAt, parameter: Parameter<S>, value: Static<S> | undefined, given: Given = {},
): readonly AskedItem[] {
  if (value === undefined) return []
  return placesOf(parameter, given).flatMap(where => settingItem(at, parameter, value, where, basisOf(given)))
}

/** Likewise in one place. */
export function settingItem<S extends TSchema>(
  { reading, unit, from }: AskedAt, parameter: Parameter<S>, value: Static<S>, where: Where, { basis }: { readonly basis?: Basis } = {},
): readonly AskedItem[] {
  if (isDeepStrictEqual(resolve(reading, parameter, unit, from, where).value, value)) return []
  const { name, needsBasis = false } = parameter
  const rests = typeof needsBasis === 'boolean' ? needsBasis : needsBasis(value)
  return [asked(setParameter, {
    unit, parameter: name, from, to: null, value, ...(Object.keys(where).length > 0 ? { where } : {}), ...(rests && basis ? { basis } : {}),
  })]
}

/** One for each code, or one for all of them; a setting that does not differ by a type has one for all. */
export function placesOf({ dimensions = [] }: Parameter, { memberships = [], materials = [] }: Given): Where[] {
  const along = (dimension: typeof membership, chosen: readonly string[]): Where[] =>
    dimensions.includes(dimension) && chosen.length ? chosen.map(code => ({ [dimension.name]: code })) : [{}]
  return along(membership, memberships).flatMap(one => along(material, materials).map(other => ({ ...one, ...other })))
}
