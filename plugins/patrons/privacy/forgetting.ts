import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import type { Forgetting, RunKind } from '#core/plugin.ts'
import { startRun } from '#core/run.ts'
import { SYSTEM } from '#core/unit.ts'
import { eraseAfterYears } from '../contract/parameter/record.ts'
import { openOf } from '../open.ts'

/** So many in one transaction, so that a night that is killed loses little and answers others meanwhile. */
const PEOPLE_AT_ONCE = 100
const ROWS_AT_ONCE = 5_000

export interface Wish { readonly id: string; readonly person: string; readonly library: UnitId; readonly staff: string | null }
interface Report { readonly after: string | null; readonly people: number; readonly kept: number; readonly rows: number }

/** What loses its person by itself, in every part of the system. */
export const forgettingsOf = ({ installation }: Context): readonly Forgetting[] =>
  installation.registry.plugins.flatMap(({ personalData }) => personalData?.forgets ?? [])

/** Each night, and at once for whoever asks it: one run, in parts, that a restart takes further where it was. */
export const forgetFormer = async (ctx: Context): Promise<void> => { await startRun(ctx, forgetting.name, {}, null) }

/** First those who asked, then those who ended long ago, then rows that lose their person. Runs as the system. */
export const forgetting: RunKind = {
  name: 'patrons.forgetting',
  async advance(ctx, { id, done, detail }) {
    const { person } = detail as { person?: string }
    const before: Report = (await ctx.db('run').where({ id }).first('report'))?.report ?? { after: null, people: 0, kept: 0, rows: 0 }
    if (person !== undefined || before.after === null) {
      const wishes = await forgetThoseWhoAsked(ctx, person)
      const report = { ...before, after: FIRST, people: before.people + wishes.gone, kept: wishes.kept }
      // Whom it was about is nobody any more.
      if (person !== undefined) await ctx.db('run').where({ id }).update({ detail: '{}' })
      return stepOf(report, done + wishes.gone, person !== undefined)
    }
    const part = before.after === LAST ? undefined : await forgetFormerPart(ctx, before.after)
    if (part) return stepOf({ ...before, after: part.last, people: before.people + part.gone, kept: before.kept + part.kept }, done + part.gone, false)
    const rows = await forgetRows(ctx)
    return stepOf({ ...before, after: LAST, rows: before.rows + rows }, done + rows, rows === 0)
  },
}

const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const stepOf = ({ after, ...told }: Report, done: number, finished: boolean) =>
  ({ done, total: done, finished, report: finished ? told : { after, ...told } })

/** Those who asked to be erased, one of them or all; whoever still has something open is looked at again the next night. */
async function forgetThoseWhoAsked(ctx: Context, person?: string): Promise<{ gone: number; kept: number }> {
  const { rows } = await ctx.db.raw(`
    select id, person_id as person, library_id as library, erase_asked_by as staff from membership
    where erase_asked_at is not null and (?::uuid is null or person_id = ?) order by id limit ?`, [person ?? null, person ?? null, PEOPLE_AT_ONCE])
  const wishes = rows as Wish[]
  const open = await openOf(ctx, wishes.map(wish => wish.person))
  const free = wishes.filter(wish => !open.get(wish.person)?.length)
  for (const wish of free) await forgetMember(ctx, wish)
  return { gone: free.length, kept: wishes.length - free.length }
}

/** The next of those who ended everywhere so long ago; nobody who is banned or came back, and nobody with something open. */
async function forgetFormerPart(ctx: Context, after: string): Promise<{ last: string; gone: number; kept: number } | undefined> {
  const { rows } = await ctx.db.raw(`
    select p.id, array(select library_id from membership m where m.person_id = p.id) as libraries from person p
    where p.merged_into is null and p.id > ? and not exists (select from membership m where m.person_id = p.id
      and (m.status = 8 or coalesce(m.ends_on, m.until_on) >= ?::date))
    order by p.id limit ?`, [after, formerBefore(ctx), PEOPLE_AT_ONCE])
  const people = rows as { id: string; libraries: UnitId[] }[]
  const open = await openOf(ctx, people.map(({ id }) => id))
  const free = people.filter(({ id }) => !open.get(id)?.length)
  for (const { id, libraries } of free) {
    await forget(ctx, id)
    await noteForgotten(ctx, { libraries, reason: 'former', count: 1 })
  }
  const last = people.at(-1)?.id
  return last === undefined ? undefined : { last, gone: free.length, kept: people.length - free.length }
}

/** Whoever ended before this day goes. */
export const formerBefore = (ctx: Context, on = ctx.today()) =>
  Temporal.PlainDate.from(on).subtract({ years: ctx.parameter(eraseAfterYears, SYSTEM) }).toString()

async function forgetRows(ctx: Context): Promise<number> {
  let rows = 0
  for (const kind of forgettingsOf(ctx)) for (const { library, count } of await kind.forget(ctx, ROWS_AT_ONCE)) {
    await noteForgotten(ctx, { libraries: [library], reason: 'history', count })
    rows += count
  }
  return rows
}

/** What one library knows of somebody goes, and the whole person where they are a member nowhere else. Runs as the system. */
async function forgetMember(ctx: Context, { id, person, library, staff }: Wish): Promise<void> {
  const others = await ctx.db('membership').where({ person_id: person }).whereNot({ id }).first('id')
  if (!others) await forget(ctx, person)
  else for (const { personalData } of ctx.installation.registry.plugins.toReversed()) await personalData?.eraseAt?.(ctx, person, id)
  await noteForgotten(ctx, { libraries: [library], reason: 'asked', count: 1, staff })
}

/** Leaves nothing of somebody: those who rest on a person first, the person last. Runs as the system. */
export async function forget(ctx: Context, personId: string): Promise<void> {
  for (const { personalData: known } of ctx.installation.registry.plugins.toReversed()) await known?.erase(ctx, personId)
}

interface Proof { readonly libraries: readonly UnitId[]; readonly reason: 'asked' | 'former' | 'history'; readonly count: number; readonly staff?: string | null }

/** That something was forgotten, where and why: a line that names nobody. */
const noteForgotten = (ctx: Context, { libraries, reason, count, staff = null }: Proof) => ctx.db('forgotten').insert({
  id: randomUUID(), library_ids: [...libraries], reason, count, staff_id: staff, at: ctx.now.toString(),
})
