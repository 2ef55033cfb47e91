import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { resolve } from '#core/parameter.ts'
import { calendarOf, daysOfKind } from '#plugins/branches/index.ts'
import { ageOf } from '#plugins/patrons/index.ts'
import { fineRule } from '#plugins/rules/contract/method.ts'
import { fineClosedDays } from '#plugins/rules/contract/parameter.ts'
import { fineLineOf, fineOf } from '#plugins/rules/index.ts'
import { fineFreeAge } from '../contract/parameter/fines.ts'
import type { FinePart } from '../contract/loan.ts'
import { asDue, type LoanRow } from './row.ts'
import { ruleOf } from './term.ts'

export interface LoanFine { readonly cents: number; readonly parts: readonly FinePart[] }

/** What a loan costs when it comes back on a day: what earlier terms of it cost, and this one. Source: domain/1 §2.6. */
export async function fineNow(ctx: Context, loan: LoanRow, returned: Day): Promise<LoanFine> {
  const earlier = loan.fine?.parts ?? []
  const part = returned > loan.dueOn ? await finePart(ctx, loan, returned) : undefined
  const parts = part ? [...earlier, part] : earlier
  return { cents: parts.reduce((sum, { cents }) => sum + cents, 0), parts }
}

/** What the last term of a loan that is over would cost by what holds today; nothing where it was back in time. */
export const lastPartNow = async (ctx: Context, loan: LoanRow): Promise<FinePart | undefined> => {
  const last = loan.fine?.parts.at(-1)
  return last?.due === loan.dueOn ? finePart(ctx, loan, last.returned) : undefined
}

async function finePart(ctx: Context, loan: LoanRow, returned: Day): Promise<FinePart> {
  const { configuration } = ctx
  const due = asDue(loan)
  const fine = fineOf(configuration, due, returned)
  const day = fineLineOf(configuration, due) === 'loan-date' ? loan.lentOn : returned
  const { value, row } = resolve(configuration, fineRule, loan.branchId, day, due.line)
  const kinds = daysOfKind(calendarOf(configuration, loan.branchId), loan.dueOn, returned)
  const free = ctx.parameter(fineFreeAge, loan.branchId, returned)
  const isFree = await isUnder(ctx, loan, free)
  return {
    version: configuration.version, unit: loan.branchId, due: loan.dueOn, returned, cents: isFree ? 0 : fine.cents, days: fine.days,
    closed: kinds.G, vacation: kinds.V, fineFree: kinds.B, grace: value.graceDays,
    closedDaysCount: resolve(configuration, fineClosedDays, loan.branchId, day).value,
    rule: ruleOf(row, fineRule.notation?.print(value) ?? ''), maximumCents: value.maximumCents,
    amountCents: value.amountCents, periodDays: value.periodDays,
    ...(isFree ? { freeUnder: free } : {}),
    ...stillIn(loan, returned, fineOf(configuration, { ...due, still: [] }, returned).days - fine.days),
  }
}

/** The periods before a day over which it stood still, where that left days out. */
function stillIn({ frozen, dueOn }: LoanRow, returned: Day, stillDays: number): Pick<FinePart, 'still' | 'stillDays'> {
  const still = Object.values(frozen).flat().filter(({ from, to }) => from <= returned && (to === null || to > dueOn))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1)).map(({ from, to }) => ({ from, to }))
  return still.length && stillDays > 0 ? { still, stillDays } : {}
}

/** By the age on the first day that something is late. */
async function isUnder(ctx: Context, { personId, dueOn }: LoanRow, free: number): Promise<boolean> {
  if (free === 0 || personId === null) return false
  const age = await ageOf(ctx, personId, plusDays(dueOn, 1))
  return age !== null && age < free
}
