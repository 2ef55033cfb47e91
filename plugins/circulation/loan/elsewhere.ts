import type { Context } from '#core/context.ts'
import { Refusal } from '#core/refusal.ts'
import type { ItemRow } from '../item/item.ts'
import { openLoanOf } from '../item/out.ts'
import { openLoanOfItem, type LoanRow } from './row.ts'

const lentElsewhere = {
  nl: 'Een andere bibliotheek leende dit exemplaar uit en heeft het nog niet ingenomen. Leg het opzij voor die bibliotheek.',
  en: 'Another library lent this item and has not taken it in yet. Put it aside for that library.',
  fr: 'Une autre bibliothèque a prêté ce document et ne l’a pas encore repris. Mettez-le de côté pour elle.',
} as const

/** The open loan of an item; refuses where it stands beyond the walls of this desk, which ends no loan that it cannot read. */
export async function loanInReach(ctx: Context, { id }: ItemRow): Promise<LoanRow | undefined> {
  const known = await openLoanOfItem(ctx, id)
  if (known || !await openLoanOf(ctx, id)) return known
  // Another desk of this house may have lent it between the two questions.
  const meanwhile = await openLoanOfItem(ctx, id)
  if (!meanwhile) throw new Refusal(422, 'circulation.elsewhere', lentElsewhere)
  return meanwhile
}
