import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import { successorOf } from '#core/unit.ts'
import { MembershipRow } from '../membership.ts'
import { joinedStandings, standingOf, type Standing } from '../merge/memberships.ts'
import { branchesGoing, type TakeOver } from './stands.ts'
import { standingColumns, standingShape, tablesHanging } from './write.ts'

const AT_ONCE = 1000

interface Taken {
  readonly id: string
  readonly old: string
  readonly membership: string
  readonly person: string
  readonly made: boolean
  readonly enrolled: string
  readonly before: Standing
  readonly newBefore: Standing | null
  readonly after: Standing
}

/**
 * The next members of the branches that go along get their membership at the library that goes on: the one they have there takes over what lasts longest, a
 * ban included; else a new one says what the old one said. Cards, loans and history follow. Answers how many there were.
 */
export async function takeOver(ctx: Context, { library, into }: Pick<TakeOver, 'library' | 'into'>): Promise<{ moved: number; joined: number }> {
  const olds = await MembershipRow.query(ctx.db).where({ library_id: library }).whereNot({ status: 9 })
    .whereIn('branch_id', await branchesGoing(ctx, { library, into })).orderBy('id').limit(AT_ONCE).forUpdate()
  const twins = new Map((await MembershipRow.query(ctx.db).where({ library_id: into }).whereIn('person_id', olds.map(({ personId }) => personId))
    .orderBy('id').forUpdate()).map(one => [one.personId, one]))
  const taken = olds.map(old => takenBy(ctx, old, twins.get(old.personId)))
  if (taken.length) await write(ctx, { library, into }, taken)
  const joined = taken.filter(({ made }) => !made).length
  return { moved: taken.length - joined, joined }
}

function takenBy(ctx: Context, old: MembershipRow, twin: MembershipRow | undefined): Taken {
  const before = standingOf(old)
  const of = { id: randomUUID(), old: old.id, person: old.personId, enrolled: old.enrolledOn, before }
  if (!twin) return { ...of, membership: randomUUID(), made: true, newBefore: null, after: atHome(ctx, before) }
  const { kept } = joinedStandings(twin, old, ctx.today(twin.branchId))
  return { ...of, membership: twin.id, made: false, newBefore: standingOf(twin), after: atHome(ctx, kept) }
}

/** Whose branch became part of another is at home there. */
const atHome = ({ configuration, today }: Context, standing: Standing): Standing =>
  ({ ...standing, branchId: successorOf(configuration, standing.branchId, today()) })

async function write(ctx: Context, { library, into }: Pick<TakeOver, 'library' | 'into'>, taken: readonly Taken[]) {
  const { db, now } = ctx
  const bound = { taken: JSON.stringify(taken.map(one => ({ ...one, ...one.after }))), library, into, at: now.toString(), day: ctx.today() }
  const read = `jsonb_to_recordset(:taken::jsonb) as r (id uuid, old uuid, membership uuid, person uuid, made boolean, enrolled date, before jsonb,
    "newBefore" jsonb, after jsonb, ${standingShape})`
  await db.raw(`
    insert into membership (id, person_id, library_id, branch_id, type, status, enrolled_on, from_on, until_on, fee_cents, copied_from, ends_on, end_reason,
      online_since, confirmed_at, discreet, at)
    select membership, person, :into, "branchId", type, status, enrolled, "fromOn", "untilOn", "feeCents", "copiedFrom", "endsOn", "endReason",
      "onlineSince", "confirmedAt", discreet, :at from ${read} where made`, bound)
  await db.raw(`update membership m set ${standingColumns}, version = m.version + 1 from ${read} where m.id = r.membership and not r.made`, bound)
  await db.raw(`update membership m set status = 9, ends_on = :day, end_reason = 'merged', version = m.version + 1 from ${read} where m.id = r.old`, bound)
  await db.raw(`
    insert into membership_takeover (id, library_id, into_id, person_id, old_id, new_id, made, old_before, new_before, new_after, at)
    select id, :library, :into, person, old, membership, made, before, "newBefore", after, :at from ${read}`, bound)
  for (const { table, column } of tablesHanging(ctx)) await db.raw(`
    with moved as (update ${table} t set ${column} = r.membership from ${read} where t.${column} = r.old returning t.id as row_id, r.id)
    insert into membership_takeover_row (takeover_id, library_id, table_name, row_id) select id, :library, '${table}', row_id from moved`, bound)
  await db.raw(`
    insert into membership_period (id, membership_id, person_id, library_id, branch_id, type, act, from_on, until_on, fee_cents, channel, at)
    select gen_random_uuid(), membership, person, :into, "branchId", type, case when made then 'taken-over' else 'merged' end, "fromOn", "untilOn", 0, 'system', :at
    from ${read}`, bound)
}
