import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { shareGroup3 } from '#core/cooperation.ts'
import { unpaidFeeBlock } from './contract/parameter/fee-term.ts'

interface Asked { readonly library: UnitId; readonly branch: UnitId; readonly day: Day; readonly alsoPersons?: readonly string[] }

/**
 * The numbers of all cards at which a desk without a server should look twice: blocked ones, and those of members who may not
 * simply borrow. Of the library itself and of the partners that lend to one another's members. Source: domain/1 §8.
 */
export async function blockedCards(ctx: Context, { library, branch, day, alsoPersons = [] }: Asked): Promise<string[]> {
  const partners = [...ctx.reach.shared].filter(one => one !== library && shareGroup3(ctx.configuration, one, library, day))
  const owing = await owingTypes(ctx, library, branch, day)
  const rows: { number: string }[] = await ctx.db('card as c').join('membership as m', 'm.id', 'c.membership_id').join('person as p', 'p.id', 'c.person_id')
    .whereIn('c.library_id', [library, ...partners]).whereNull('c.until_on')
    .where(either => either.whereNotNull('c.blocked_on').orWhereNotNull('p.deceased_on').orWhereIn('m.status', [6, 7, 8, 9])
      .orWhere('m.until_on', '<', day).orWhere('m.ends_on', '<', day).orWhere('m.from_on', '>', day)
      .orWhere(online => online.whereNotNull('m.online_since').whereNull('m.confirmed_at'))
      .orWhere(fee => fee.whereIn('m.status', [2, 3, 4]).whereIn('m.type', owing))
      .orWhereIn('c.person_id', [...alsoPersons]))
    .distinct('c.number')
  return rows.map(({ number }) => number)
}

/** The types whose members do not simply borrow before they paid. */
async function owingTypes(ctx: Context, library: UnitId, branch: UnitId, day: Day): Promise<string[]> {
  const types: string[] = await ctx.db('membership').where({ library_id: library }).whereIn('status', [2, 3, 4]).distinct('type').pluck('type')
  return types.filter(type => ctx.parameter(unpaidFeeBlock, branch, day, { membership: type }))
}

/** How the numbers of cards look here: the commonest beginnings, so that a scanner's card is told from an item. */
export async function cardShapes({ db }: Context, library: UnitId): Promise<string[]> {
  const { rows } = await db.raw(`select length(number) || ':' || left(number, 2) as shape from card
    where library_id = ? and until_on is null group by 1 order by count(*) desc limit 50`, [library])
  return rows.map(({ shape }: { shape: string }) => shape)
}
