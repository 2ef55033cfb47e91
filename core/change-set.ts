import { isDeepStrictEqual } from 'node:util'
import { rightsShown } from './badge.ts'
import { followAccounts, touchesAccounts } from './belonging.ts'
import type { Item } from './change.ts'
import type { Configuration, Delta, Lay, Reading, Segment } from './configuration.ts'
import type { Context } from './context.ts'
import type { Day, Texts, UnitId } from './contract.ts'
import type { SetState } from './contract/change.ts'
import type { Draft } from './draft.ts'
import { Refusal } from './refusal.ts'
import { homeLibrary, treeOn, unitAt, unitsBelow } from './unit.ts'
import type { OpenContext } from './work.ts'

/**
 * One set is applied at a time: the version's row is the lock. What it locks is up to date from then
 * on, the actor's rights included: one that was withdrawn while they waited is gone.
 */
export async function lockConfiguration(ctx: OpenContext): Promise<void> {
  const { rows: [{ version }] } = await ctx.db.raw('select version from configuration for update')
  const { snapshot } = ctx.installation
  ctx.configuration = snapshot.current.version >= version ? snapshot.current
    : await beyondReach(ctx, () => snapshot.catchUpWithin(ctx.db, version))
  if (ctx.actor.id) ctx.rights = rightsShown(ctx, ctx.installation.rightsOf(ctx.configuration, ctx.actor.id, ctx.now))
}

/**
 * What the door itself must find and write whole, also where a part stands behind another library's
 * wall: a unit that moved there, a role at a group. Nothing of it reaches the caller.
 */
export async function beyondReach<T>(ctx: Context, look: () => Promise<T>): Promise<T> {
  if (ctx.reach.all) return look()
  const widen = (on: '' | 'on') => ctx.db.raw(`select set_config('app.reach_all', ?, true)`, [on])
  await widen('on')
  try {
    return await look()
  } finally {
    // A transaction that failed answers nothing any more, and is rolled back.
    await widen('').catch(() => {})
  }
}

/** What makes a repeat the same act. */
interface Act {
  readonly id: string
  readonly items?: readonly Item[]
  readonly reason?: string | undefined
  readonly putsBack?: string
}

/**
 * Whether this very act came before: the same id, author and content. An id that somebody else used,
 * or that stood for something else, is refused and tells nothing of what it stood for.
 */
export async function isRepeat(ctx: OpenContext, { id, items, reason, putsBack }: Act): Promise<boolean> {
  const known = await beyondReach(ctx, () =>
    ctx.db('change_set').where({ id }).first('author_id', 'reason', 'puts_back'),
  )
  if (!known) return false
  const same =
    known.author_id === ctx.actor.id &&
    known.reason === (reason ?? null) &&
    known.puts_back === (putsBack ?? null) &&
    (items === undefined ||
      isDeepStrictEqual(
        await sentItems(ctx, id),
        items.map(({ kind, payload }) => ({ kind, payload })),
      ))
  if (!same)
    throw new Refusal(409, 'core.id-used', {
      nl: 'Onder dit nummer is al iets anders verstuurd. Verstuur het opnieuw onder een nieuw nummer.',
      en: 'Something else was sent under this id. Send it again under a new one.',
      fr: 'Autre chose a déjà été envoyé sous ce numéro. Renvoyez-le sous un nouveau numéro.',
    })
  return true
}

const sentItems = (ctx: Context, id: string): Promise<Item[]> =>
  ctx.db('change_item').where({ set_id: id }).orderBy('n').select('kind', 'payload')

/** Tells the audit which set the rows written from here on belong to. */
export const actAs = (ctx: Context, setId: string) =>
  ctx.db.raw(`select set_config('app.change_set', ?, true)`, [setId])

export interface Entry {
  readonly id: string
  readonly state: SetState
  readonly items: readonly Item[]
  readonly sentences: readonly Texts[]
  readonly units: readonly UnitId[]
  readonly reason?: string | undefined
  readonly applyOn?: Day | null | undefined
  readonly putsBack?: string
  /** How a put back that waits is to be done. */
  readonly putBackMode?: string
  /** Per item what it lays: each library reads its own items of a set that many share. */
  readonly lays?: readonly (readonly Lay[])[]
  /** Per item the libraries that read it, where an older set tells. */
  readonly librariesOfItem?: readonly (readonly UnitId[])[]
  /** The configuration the units are found in: with the set already laid over it. */
  readonly reading: Reading
}

/** Writes who asks what, and which units it touches, so that each of them finds it in its history. */
export async function writeItems(ctx: OpenContext, entry: Entry): Promise<void> {
  const libraries = librariesOf(entry.reading, entry.units, ctx.today())
  await actAs(ctx, entry.id)
  const waiting = entry.state === 'applied' ? 'planned' : entry.state
  await ctx.db('change_set').insert({
    id: entry.id, state: waiting, reason: entry.reason ?? null, author_id: ctx.actor.id, author_name: ctx.actor.name,
    at: ctx.now.toString(), apply_on: entry.applyOn ?? null, puts_back: entry.putsBack ?? null,
    put_back_mode: entry.putBackMode ?? null, library_ids: libraries,
    branch_ids: entry.units.filter(unit => !libraries.includes(unit)),
  })
  await ctx.db.raw(`
    insert into change_item (set_id, n, kind, payload, seen, sentence, author_id, library_ids, branch_ids)
    select ?::uuid, n, kind, payload, seen, sentence, ?::uuid, library_ids, branch_ids
    from jsonb_to_recordset(?) as i (n integer, kind text, payload jsonb, seen bigint, sentence jsonb,
                                     library_ids uuid[], branch_ids uuid[])`,
  [entry.id, ctx.actor.id, JSON.stringify(entry.items.map((item, n) => ({
    n, kind: item.kind, payload: item.payload, seen: item.seen ?? null, sentence: entry.sentences[n],
    library_ids: entry.librariesOfItem?.[n] ?? librariesOf(entry.reading, unitsOf(entry.lays?.[n] ?? []), ctx.today()),
    branch_ids: unitsOf(entry.lays?.[n] ?? []),
  })))])
  const today = ctx.today()
  await ctx.db.raw(`
    insert into change_touch (set_id, unit_id, at, library_id)
    select ?::uuid, unit_id, ?::timestamptz, library_id from jsonb_to_recordset(?) as t (unit_id uuid, library_id uuid)`,
  [entry.id, ctx.now.toString(), JSON.stringify(entry.units.map(unit => ({
    unit_id: unit, library_id: homeLibrary(entry.reading, unit, today) ?? null,
  })))])
}

/** The libraries whose walls a set stands behind; none where it touches the whole system. */
export function librariesOf(reading: Reading, units: readonly UnitId[], today: Day): UnitId[] {
  const tree = treeOn(reading, today)
  return [...new Set(units.flatMap(unit => {
    const own = homeLibrary(reading, unit, today)
    if (own) return [own]
    if (unitAt(reading, unit, today)?.type !== 'group') return []
    return unitsBelow(tree, unit).filter(id => tree.units.get(id)?.type === 'library')
  }))]
}

/** The units that some acts lay a hand on, each named once. */
export const unitsOf = (lays: readonly Lay[]): UnitId[] => [...new Set(lays.map(({ unit }) => unit))]

/** Writes the difference of a rehearsed set and moves the version on, as its last act. */
export async function commit(ctx: OpenContext, setId: string, draft: Draft): Promise<void> {
  const before = draft.base
  const delta = draft.delta()
  const after = before.with(delta)
  await actAs(ctx, setId)
  await ctx.db.raw(`update change_set set state = 'applied', version = ?, applied_at = ? where id = ?`,
    [delta.version, ctx.now.toString(), setId])
  if (delta.ended.length) await beyondReach(ctx, () => endSegments(ctx, delta))
  await insertSegments(ctx, delta.laid, after)
  await ctx.db.raw('update configuration set version = ?', [delta.version])
  ctx.configuration = after
  if (touchesAccounts(delta)) await beyondReach(ctx, () => followAccounts(ctx, before, delta))
  ctx.afterCommit.push(() => ctx.installation.snapshot.accept(after, before.version))
}

async function endSegments(ctx: OpenContext, { version, ended }: Delta) {
  const { rowCount } = await ctx.db.raw(
    'update segment set ended_in = ? where id = any (?) and ended_in is null', [version, ended.map(({ id }) => id)])
  if (rowCount !== ended.length) throw new Error(`${ended.length - rowCount} rows that should end were not there`)
}

const ROWS_AT_ONCE = 2000

async function insertSegments(ctx: OpenContext, laid: readonly Segment[], after: Configuration) {
  const today = ctx.today()
  const { facts } = ctx.installation.registry
  for (let start = 0; start < laid.length; start += ROWS_AT_ONCE) {
    const rows = laid.slice(start, start + ROWS_AT_ONCE).map(said => ({
      ...said, walled: facts.get(said.fact)?.walled ?? true, library: homeLibrary(after, said.unit, today) ?? null,
    }))
    const json = JSON.stringify(rows)
    await ctx.db.raw(`
      with said as (
        select * from jsonb_to_recordset(?) as s (id uuid, fact text, unit uuid, key text, "from" date, "to" date, body jsonb,
                                                  walled boolean, library uuid, "saidIn" uuid)),
      opened as (insert into unit (id) select distinct unit from said on conflict do nothing)
      insert into segment (id, fact, unit_id, key, valid, body, walled, library_id, said_in, made_in)
      select id, fact, unit, key, daterange("from", "to", '[]'), body, walled, library, "saidIn", ?::bigint
      from said`, [json, after.version])
  }
}
