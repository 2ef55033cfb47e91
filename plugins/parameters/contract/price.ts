import { Type } from 'typebox'
import type { Texts } from '#core/contract.ts'
import { setTariffs } from './permission.ts'

/** At most 1,000 euros: what is typed with too many noughts is no price of a library. */
export const Cents = Type.Integer({ minimum: 0, maximum: 100_000 })

/** What patrons pay: set by whoever sets tariffs, and anything above nothing rests on a council decision. */
export const price = {
  schema: Cents, default: 0, unit: 'cents', setBy: setTariffs, needsBasis: (cents: number) => cents > 0,
} as const

/** An amount, or none at all, which goes by a name of its own. */
export const centsOrNone = (none: Texts) =>
  ({ schema: Type.Union([Cents, Type.Null()]), default: null, unit: 'cents', choices: { null: none } } as const)

/** Likewise a price of several parts. */
export const prices = {
  unit: 'fields', setBy: setTariffs,
  needsBasis: (parts: Readonly<Record<string, unknown>>) =>
    Object.entries(parts).some(([name, cents]) => name.endsWith('Cents') && typeof cents === 'number' && cents > 0),
} as const
