import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import { Refusal } from '#core/refusal.ts'
import { StaffRow, staffCalled } from '#core/staff.ts'
import { fault } from '#core/wording.ts'

/**
 * Whether somebody out of reach signs in with this address. Of somebody in reach it is refused, naming the field;
 * what lies beyond is told by nothing: not by an answer, a list, a mail or the audit.
 */
export async function isKnownElsewhere(ctx: Context, email: string, besides: string): Promise<boolean> {
  if (await StaffRow.query(ctx.db).where({ email }).whereNot({ id: besides }).first()) throw emailTaken()
  return signsInAnother(ctx, email, besides)
}

export async function signsInAnother(ctx: Context, email: string, besides: string): Promise<boolean> {
  const other = await beyondReach(ctx, () => staffCalled(ctx, email))
  return other !== undefined && other.id !== besides
}

export const taken = (failure: { nativeError?: { code?: string } }) =>
  failure.nativeError?.code === '23505' ? emailTaken() : failure

export const emailTaken = () => {
  const said = fault('permissions.email-taken', '/email', 'Met dit adres meldt zich al iemand aan.',
    'Somebody already signs in with this address.', 'Quelqu’un se connecte déjà avec cette adresse.')
  return new Refusal(409, said.code, said.message, { faults: [said] })
}
