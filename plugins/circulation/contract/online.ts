import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { Nullable } from '#core/contract/change.ts'
import { CardNumber } from '#plugins/patrons/contract/person.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const Said = Type.Object({ code: Text, message: Text })

/** Whoever signed in on a website, by their card. */
export const OnlineAsked = Type.Object({ card: CardNumber }, strict)

/** A loan as its borrower reads it. */
export const OnlineLoan = Type.Object({
  id: UnitId, title: Text, author: Nullable(Text), materialName: Text, library: Text, branch: Text, lentOn: Text, dueOn: Text,
  late: Type.Boolean(), fineCents: Type.Integer(), renewals: Type.Integer(),
  renewal: Type.Object({
    /** Everything that keeps them from renewing now; nothing where they may. */
    stops: Type.Array(Said),
    /** The day it would get. */
    dueOn: Nullable(Text), costCents: Type.Integer(),
  }),
})
export type OnlineLoan = Static<typeof OnlineLoan>
export const OnlineLoans = Type.Object({ data: Type.Array(OnlineLoan) })

/** One or all of them, each under an id of its own: sent twice it is one renewal. */
export const OnlineRenewals = Type.Object({
  card: CardNumber, loans: Type.Array(Type.Object({ id: UnitId, loan: UnitId }, strict), { minItems: 1, maxItems: 100 }),
}, strict)
export type OnlineRenewals = Static<typeof OnlineRenewals>

export const OnlineRenewed = Type.Object({
  data: Type.Array(Type.Object({ loan: UnitId, renewed: Type.Boolean(), dueOn: Text, costCents: Type.Integer(), stops: Type.Array(Said) })),
})
export type OnlineRenewed = Static<typeof OnlineRenewed>
