import { agreementsOn, speaksFor } from './agreement.ts'
import { missingRights, needsOf } from './change.ts'
import type { Context } from './context.ts'
import type { Texts } from './contract.ts'
import type { ChangeSet, SetState } from './contract/change.ts'
import { namesOf, personIn, withName } from './names.ts'
import { notFound } from './refusal.ts'
import { unitAt } from './unit.ts'

interface SetRow {
  id: string; state: SetState; reason: string | null; author_id: string | null; author_name: string; at: string
  apply_on: string | null; applied_at: string | null; version: number | null
  puts_back: string | null; put_back_by: string | null; decided_by: string | null; decision: string | null
}

export interface HistoryQuestion {
  readonly units?: readonly string[] | undefined
  readonly state?: SetState | undefined
  readonly by?: string | undefined
  readonly before?: string | undefined
  readonly limit?: number | undefined
}

const SENTENCES_SHOWN = 20

/** The sets that touched these units, newest first; only what lies within reach. */
export async function historyOf(ctx: Context, { units, state, by, before, limit = 25 }: HistoryQuestion) {
  const query = ctx
    .db('change_set as s')
    .orderBy([
      { column: 's.at', order: 'desc' },
      { column: 's.version', order: 'desc', nulls: 'last' },
    ])
    .limit(limit + 1)
    .select<SetRow[]>('s.*')
  if (units)
    void query.whereExists(ctx.db('change_touch as t').whereRaw('t.set_id = s.id').whereIn('t.unit_id', units))
  if (state) void query.where('s.state', state)
  if (by) void query.where('s.author_id', by)
  if (before) void query.where('s.at', '<', before)
  const rows = await query
  const shown = rows.slice(0, limit)
  return { data: await told(ctx, shown), nextBefore: rows.length > limit ? shown.at(-1)?.at ?? null : null }
}

export async function readSet(ctx: Context, id: string): Promise<ChangeSet> {
  const row: SetRow | undefined = await ctx.db('change_set').where({ id }).first()
  const [set] = row ? await told(ctx, [row]) : []
  if (!set) throw notFound()
  return set
}

async function told(ctx: Context, rows: readonly SetRow[]): Promise<ChangeSet[]> {
  const ids = rows.map(({ id }) => id)
  const items: { set_id: string; kind: string; payload: unknown; sentence: Texts; total: number }[] = (
    await ctx.db.raw(
      `select s.id as set_id, i.kind, i.payload, i.sentence, c.total
       from unnest(?::uuid[]) as s (id)
       cross join lateral (select * from change_item where set_id = s.id order by n limit ?) i
       cross join lateral (select count(*)::int as total from change_item where set_id = s.id) c`,
      [ids, SENTENCES_SHOWN],
    )
  ).rows
  const touches: { set_id: string; unit_id: string }[] = (
    await ctx.db.raw(
      `select s.id as set_id, t.unit_id from unnest(?::uuid[]) as s (id)
       cross join lateral (select unit_id from change_touch where set_id = s.id limit ?) t`,
      [ids, SENTENCES_SHOWN],
    )
  ).rows
  const names = await namesOf(ctx, items.flatMap(({ payload }) => personIn(payload) ?? []))
  const nameIn = (payload: unknown) => names.get(personIn(payload) ?? '')
  const agreements = await agreementsOn(ctx, ids)
  const today = ctx.today()
  return rows.map(row => {
    const own = items.filter(item => item.set_id === row.id)
    return {
      id: row.id, state: row.state, reason: row.reason, by: { id: row.author_id, name: row.author_name },
      at: row.at, applyOn: row.apply_on, appliedAt: row.applied_at, version: row.version,
      putsBack: row.puts_back, putBackBy: row.put_back_by, decidedBy: row.decided_by, decision: row.decision,
      sentences: own.map(({ sentence, payload }) => withName(sentence[ctx.language], nameIn(payload), ctx.language)),
      more: (own[0]?.total ?? 0) - own.length,
      units: touches.filter(touch => touch.set_id === row.id)
        .map(({ unit_id: id }) => ({ id, name: unitAt(ctx.configuration, id, today)?.name ?? '' }))
        .filter(({ name }) => name !== ''),
      agreement: (agreements.get(row.id) ?? []).map(said => ({
        ...said, unitName: unitAt(ctx.configuration, said.unit, today)?.name ?? '',
        mayAnswer: row.state === 'requested' && speaksFor(ctx, said.unit),
      })),
      mayPutBack: row.state === 'applied' && own.length > 0 && own.every(item => mayDo(ctx, item)),
    }
  })
}

function mayDo(ctx: Context, { kind, payload }: { kind: string; payload: unknown }): boolean {
  const rule = ctx.installation.registry.changes.get(kind)
  return rule !== undefined && missingRights(ctx, needsOf(rule, ctx.configuration, payload, ctx.today(), ctx.installation.registry)).length === 0
}
