import { Type, type Static } from 'typebox'

const strict = { additionalProperties: false } as const
const Days = Type.Integer({ minimum: 0, maximum: 366 })
const Cents = Type.Integer({ minimum: 0, maximum: 100_000 })

/** Lent for so many days; nobody under the minimum age, and with 99 nobody at all. */
export const LoanMethod = Type.Object({
  loanDays: Days, renewalDays: Days, feeCents: Cents, minimumAge: Type.Integer({ minimum: 0, maximum: 99 }),
}, strict)
export type LoanMethod = Static<typeof LoanMethod>
/** The minimum age that says: not lendable; the desk may pass it. */
export const NOT_LENDABLE = 99

export const FineMethod = Type.Object({
  amountCents: Cents, periodDays: Type.Integer({ minimum: 1, maximum: 366 }), graceDays: Days,
  /** For each item; null is without limit. */
  maximumCents: Type.Union([Cents, Type.Null()]),
}, strict)
export type FineMethod = Static<typeof FineMethod>

/** Zero is not used. Reminder 2 counts from the sending of reminder 1, the bill from the due date. */
export const DunningMethod = Type.Object({
  reminder1Days: Days, reminder2Days: Days, billDays: Days, preNoticeDays: Days,
}, strict)
export type DunningMethod = Static<typeof DunningMethod>

export const RenewalMethod = Type.Object({
  times: Type.Integer({ minimum: 0, maximum: 99 }), start: Type.Enum(['renewal-day', 'due-date']),
  /** Not online and not at self-service; at the desk as often as one likes. */
  blockOnline: Type.Boolean(),
}, strict)
export type RenewalMethod = Static<typeof RenewalMethod>

export const HoldMethod = Type.Object({
  allowed: Type.Boolean(), placingCents: Cents, pickupCents: Cents, notCollectedCents: Cents,
}, strict)
export type HoldMethod = Static<typeof HoldMethod>
