import type { Context } from '#core/context.ts'
import type { PatronView } from '../contract/privacy/answer.ts'
import { viewTitles } from '../contract/privacy/words.ts'
import { permissions } from '../contract/permission.ts'
import { demandWithMembers, mayWithMembers, readPatron } from '../patron.ts'

interface Noted { readonly at: string; readonly act: 'view' | 'reveal' | 'export'; readonly purpose: string | null; readonly name: string | null }

/** Who looked at somebody, when and what for, the latest first; the reader sees what their own libraries did. */
export async function viewsOf(ctx: Context, personId: string): Promise<PatronView[]> {
  const { person, memberships } = await readPatron(ctx, personId)
  if (!memberships.some(one => mayWithMembers(ctx, permissions.views, one)) && memberships[0])
    demandWithMembers(ctx, permissions.views, memberships[0])
  const { rows } = await ctx.db.raw(`
    select a.at, a.act, b.body ->> 'purpose' as purpose, s.name from audit a
    left join audit_body b on b.audit_id = a.id left join staff s on s.id = a.actor
    where a.act in ('view', 'reveal', 'export') and a.table_name = 'person' and a.row_id = ? order by a.id desc limit 200`, [person.id])
  return (rows as Noted[]).map(({ at, act, purpose, name }) => ({ at, act, purpose: purposeTold(ctx, purpose), by: name }))
}

const purposeTold = ({ language }: Context, purpose: string | null) => purpose === null ? '' : viewTitles[purpose]?.[language] ?? purpose

/** For the person themself: day and purpose, never which member of staff (Court of Justice, C-579/21). */
export async function viewsExported({ db }: Context, personId: string): Promise<object[]> {
  const { rows } = await db.raw(`
    select a.at, a.act, b.body ->> 'purpose' as purpose from audit a left join audit_body b on b.audit_id = a.id
    where a.act in ('view', 'reveal', 'export') and a.table_name = 'person' and a.row_id = ? order by a.id`, [personId])
  return rows
}
