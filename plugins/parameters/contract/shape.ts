import { Type } from 'typebox'
import type { ParameterUnit, Texts } from '#core/contract.ts'

/** Yes or no, and which of them holds where nobody chose. */
export const yesNo = (standard: boolean) => ({ schema: Type.Boolean(), default: standard, unit: 'yes-no' } as const)

interface Bounds { readonly from: number; readonly to: number }

/** A whole number of something, between two bounds. */
export const whole = <U extends ParameterUnit>(unit: U, { from, to, standard }: Bounds & { readonly standard: number }) =>
  ({ schema: Type.Integer({ minimum: from, maximum: to }), default: standard, unit })

/** Likewise, or none at all, which holds where nobody chose and goes by a name of its own. */
export const wholeOrNone = <U extends ParameterUnit>(unit: U, { from, to }: Bounds, none: Texts) => ({
  schema: Type.Union([Type.Integer({ minimum: from, maximum: to }), Type.Null()]), default: null, unit, choices: { null: none },
})

/** What having none is called. */
export const noMaximum: Texts = { nl: 'geen maximum', en: 'no maximum', fr: 'pas de maximum' }
export const noMaximumOfItsOwn: Texts = {
  nl: 'geen eigen maximum', en: 'no maximum of its own', fr: 'pas de maximum particulier',
}
export const noBlock: Texts = { nl: 'geen blokkering', en: 'no block', fr: 'pas de blocage' }
export const never: Texts = { nl: 'nooit', en: 'never', fr: 'jamais' }
