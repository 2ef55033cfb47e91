import { speaksFor, type Agreement } from './agreement.ts'
import { missingRights, needsOf } from './change.ts'
import { linesOf } from './consent.ts'
import type { Context } from './context.ts'
import type { Texts } from './contract.ts'
import type { ChangeSet, SetState } from './contract/change.ts'
import { prepared } from './database.ts'
import { namesOf, personIn, withName } from './names.ts'
import { notFound } from './refusal.ts'
import type { PutBack } from './put-back.ts'
import { unitAt } from './unit.ts'
import type { OpenContext } from './work.ts'

interface SetRow {
  id: string; state: SetState; reason: string | null; author_id: string | null; author_name: string; at: string
  apply_on: string | null; applied_at: string | null; version: number | null
  puts_back: string | null; put_back_mode: PutBack['mode'] | null; put_back_by: string | null
  decided_by: string | null; decision: string | null; stopped: Texts | null
  items: readonly { kind: string; payload: unknown; sentence: Texts }[]; total: number; touched: readonly string[]
  shared: boolean
}

export interface HistoryQuestion {
  readonly units?: readonly string[] | undefined
  readonly state?: SetState | undefined
  readonly by?: string | undefined
  readonly before?: string | undefined
  readonly limit?: number | undefined
}

const SENTENCES_SHOWN = 20

/** A set `s` with the first of its items and of the units it touched, and whether libraries were asked; within reach. */
const SET = `
  s.id, s.state, s.reason, s.author_id, s.author_name, s.at, s.apply_on, s.applied_at, s.version, s.puts_back,
  s.put_back_mode, s.put_back_by, s.decided_by, s.decision, s.stopped,
  (select coalesce(jsonb_agg(i order by i.n), '[]') from (
     select n, kind, payload, sentence from change_item where set_id = s.id order by n limit ${SENTENCES_SHOWN}) i) as items,
  (select count(*)::int from change_item where set_id = s.id) as total,
  array(select unit_id from change_touch where set_id = s.id limit ${SENTENCES_SHOWN}) as touched,
  exists (select from agreement where set_id = s.id) as shared`

/** The sets that touched these units, newest first; only what lies within reach. */
export async function historyOf(ctx: OpenContext, { units, state, by, before, limit = 25 }: HistoryQuestion) {
  const query = ctx
    .db('change_set as s')
    .orderBy([
      { column: 's.at', order: 'desc' },
      { column: 's.version', order: 'desc', nulls: 'last' },
    ])
    .limit(limit + 1)
    .select<SetRow[]>(ctx.db.raw(SET))
  if (units)
    void query.whereExists(ctx.db('change_touch as t').whereRaw('t.set_id = s.id').whereIn('t.unit_id', units))
  if (state) void query.where('s.state', state)
  if (by) void query.where('s.author_id', by)
  if (before) void query.where('s.at', '<', before)
  const rows = await query
  const shown = rows.slice(0, limit)
  return { data: await told(ctx, shown), nextBefore: rows.length > limit ? shown.at(-1)?.at ?? null : null }
}

export async function readSet(ctx: OpenContext, id: string): Promise<ChangeSet> {
  const rows = await prepared<SetRow>(ctx.db, 'read-set', `select ${SET} from change_set s where s.id = $1`, [id])
  const [set] = await told(ctx, rows)
  if (!set) throw notFound()
  return set
}

async function told(ctx: OpenContext, rows: readonly SetRow[]): Promise<ChangeSet[]> {
  const names = await namesOf(ctx, rows.flatMap(({ items }) => items.flatMap(({ payload }) => personIn(payload) ?? [])))
  const nameIn = (payload: unknown) => names.get(personIn(payload) ?? '')
  const shared = rows.filter(row => row.shared)
  const agreements = shared.length ? await linesOf(ctx, shared) : new Map<string, Agreement[]>()
  const today = ctx.today()
  return rows.map(row => ({
    id: row.id, state: row.state, reason: row.reason, by: { id: row.author_id, name: row.author_name },
    at: row.at, applyOn: row.apply_on, appliedAt: row.applied_at, version: row.version,
    putsBack: row.puts_back, putBackBy: row.put_back_by, decidedBy: row.decided_by,
    decision: row.decision ?? row.stopped?.[ctx.language] ?? null,
    sentences: row.items.map(({ sentence, payload }) => withName(sentence[ctx.language], nameIn(payload), ctx.language)),
    more: row.total - row.items.length,
    units: row.touched.map(id => ({ id, name: unitAt(ctx.configuration, id, today)?.name ?? '' }))
      .filter(({ name }) => name !== ''),
    agreement: (agreements.get(row.id) ?? []).map(said => ({
      ...said, unitName: unitAt(ctx.configuration, said.unit, today)?.name ?? '',
      mayAnswer: row.state === 'requested' && speaksFor(ctx, said.unit),
    })),
    mayPutBack: row.state === 'applied' && row.items.length > 0 && row.items.every(item => mayDo(ctx, item)),
  }))
}

function mayDo(ctx: Context, { kind, payload }: { kind: string; payload: unknown }): boolean {
  const rule = ctx.installation.registry.changes.get(kind)
  return rule !== undefined && missingRights(ctx, needsOf(rule, ctx.configuration, payload, ctx.today(), ctx.installation.registry)).length === 0
}
