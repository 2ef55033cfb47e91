import { Type } from 'typebox'
import { defineEvent } from '#core/contract.ts'

const Loan = Type.String({ format: 'uuid' })
const Cents = Type.Integer({ minimum: 0 })

/** Something was lent: what lending it costs is booked by whoever keeps the money. */
export const lent = defineEvent('circulation.lent', Type.Object({ loan: Loan, feeCents: Cents, exceedingCents: Cents }))
/** A loan got a new term; the fine up to that day, and what renewing costs. */
export const renewed = defineEvent('circulation.renewed', Type.Object({ loan: Loan, feeCents: Cents, fineCents: Cents }))
/** A loan came back, with what is owed for it. */
export const returned = defineEvent('circulation.returned', Type.Object({ loan: Loan, fineCents: Cents }))
/** A loan was taken back in the session in which it was made: nothing of it counts. */
export const undone = defineEvent('circulation.undone', Type.Object({ loan: Loan }))
/** An item that is lost: what it cost, and the fine up to that day. */
export const lost = defineEvent('circulation.lost', Type.Object({ loan: Loan, fineCents: Cents, priceCents: Type.Union([Cents, Type.Null()]) }))

export const circulationEvents = [lent, renewed, returned, undone, lost] as const
