import { isDeepStrictEqual } from 'node:util'
import { rightsShown } from './badge.ts'
import { followAccounts, touchesAccounts } from './belonging.ts'
import type { Item } from './change.ts'
import type { Configuration, Delta, Lay, Reading } from './configuration.ts'
import type { Actor, Context } from './context.ts'
import type { Day, Texts, UnitId } from './contract.ts'
import type { SetState } from './contract/change.ts'
import { prepared } from './database.ts'
import type { Draft } from './draft.ts'
import { changed } from './event.ts'
import { Refusal } from './refusal.ts'
import { homeLibrary, librariesUnder, unitAt } from './unit.ts'
import type { OpenContext } from './work.ts'

/**
 * One set is applied at a time: the version's row is the lock. What it locks is up to date from then
 * on, the actor's rights included: one that was withdrawn while they waited is gone.
 */
export async function lockConfiguration(ctx: OpenContext): Promise<void> {
  await bringUpToDate(ctx, await lock(ctx))
}

const lock = ({ db }: Context) =>
  prepared<{ version: number }>(db, 'lock-configuration', 'select version from configuration for update')

async function bringUpToDate(ctx: OpenContext, [{ version } = { version: 0 }]: Awaited<ReturnType<typeof lock>>) {
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
  // Nothing waits for these: what is looked for leaves behind the first, and whatever comes next behind the other. A
  // transaction that failed answers nothing any more, and is rolled back.
  const widen = (on: '' | 'on') => void prepared(ctx.db, 'widen', `select set_config('app.reach_all', $1, true)`, [on]).catch(() => {})
  widen('on')
  try {
    return await look()
  } finally {
    widen('')
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
 * Takes the lock, and tells whether this very act came before: the same id, author and content. An id that somebody
 * else used, or that stood for something else, is refused and tells nothing of what it stood for.
 */
export async function lockFor(ctx: OpenContext, act: Act): Promise<{ readonly isRepeat: boolean }> {
  // They leave together; the second is looked up once the lock is there, so a twin that held it is seen.
  const [locked, [known]] = await Promise.all([lock(ctx), beyondReach(ctx, () => prepared<Known>(
    ctx.db, 'known-set', 'select author_id, reason, puts_back from change_set where id = $1', [act.id]))])
  await bringUpToDate(ctx, locked)
  if (known) await refuseOther(ctx, act, known)
  return { isRepeat: known !== undefined }
}

type Known = Readonly<Record<'author_id' | 'reason' | 'puts_back', string | null>>

async function refuseOther(ctx: OpenContext, { id, items, reason, putsBack }: Act, known: Known) {
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
}

const sentItems = (ctx: Context, id: string): Promise<Item[]> =>
  ctx.db('change_item').where({ set_id: id }).orderBy('n').select('kind', 'payload')

/** Tells the audit which set the rows written from here on belong to. */
export const actAs = (ctx: Context, setId: string) =>
  ctx.db.raw(`select set_config('app.change_set', ?, true)`, [setId])

export type Author = Pick<Actor, 'id' | 'name'>

export interface Entry {
  readonly id: string
  /** Whose set it is; absent: whoever acts. */
  readonly author?: Author | undefined
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
  const { id, state, items, reading, units, author = ctx.actor } = entry
  const today = ctx.today()
  // Asked once for each unit: a set may have a thousand items about as many of them.
  const byUnit = new Map(units.map(unit => [unit, librariesOf(reading, [unit], today)]))
  const librariesAt = (some: readonly UnitId[]) =>
    [...new Set(some.flatMap(unit => byUnit.get(unit) ?? librariesOf(reading, [unit], today)))]
  const libraries = librariesAt(units)
  const told = items.map(({ kind, payload, seen = null }, n) => {
    const own = unitsOf(entry.lays?.[n] ?? [])
    return {
      n, kind, payload, seen, sentence: entry.sentences[n],
      library_ids: entry.librariesOfItem?.[n] ?? librariesAt(own), branch_ids: own,
    }
  })
  const touches = units.map(unit => ({ unit_id: unit, library_id: homeLibrary(reading, unit, today) ?? null }))
  await prepared(ctx.db, 'write-items', WRITE_ITEMS, [
    id, state, state === 'applied' ? nextVersion(ctx) : null, ctx.now.toString(), author.id, author.name,
    entry.reason ?? null, entry.applyOn ?? null, entry.putsBack ?? null, entry.putBackMode ?? null,
    libraries, units.filter(unit => !libraries.includes(unit)), JSON.stringify(told), JSON.stringify(touches),
  ])
}

/** The audit looks at `app.change_set` when the statement is over. */
const WRITE_ITEMS = `
  with entered as (
    insert into change_set (id, state, version, at, applied_at, author_id, author_name, reason, apply_on, puts_back,
                            put_back_mode, library_ids, branch_ids)
    values ($1, $2, $3, $4, case when $3::bigint is not null then $4::timestamptz end, $5, $6, $7, $8, $9, $10, $11, $12)),
  items as (
    insert into change_item (set_id, n, kind, payload, seen, sentence, author_id, library_ids, branch_ids)
    select $1, n, kind, payload, seen, sentence, $5, library_ids, branch_ids
    from jsonb_to_recordset($13) as i (n integer, kind text, payload jsonb, seen bigint, sentence jsonb,
                                       library_ids uuid[], branch_ids uuid[])),
  touches as (
    insert into change_touch (set_id, unit_id, at, library_id)
    select $1, unit_id, $4, library_id from jsonb_to_recordset($14) as t (unit_id uuid, library_id uuid))
  select set_config('app.change_set', $1::text, true)`

/** Whoever holds the lock makes the next. */
const nextVersion = ({ configuration }: Context) => configuration.version + 1

/** The libraries whose walls a set stands behind, of a group also those that join later; none of the whole system. */
export function librariesOf(reading: Reading, units: readonly UnitId[], today: Day): UnitId[] {
  return [...new Set(units.flatMap(unit => {
    const own = homeLibrary(reading, unit, today)
    if (own) return [own]
    return unitAt(reading, unit, today)?.type === 'group' ? librariesUnder(reading, unit, { from: today, to: null }) : []
  }))]
}

/** The units that some acts lay a hand on, each named once. */
export const unitsOf = (lays: readonly Lay[]): UnitId[] => [...new Set(lays.map(({ unit }) => unit))]

/** Writes the difference of a rehearsed set, moves the version on and announces `core.changed`, as the set's last act. */
export async function commit(ctx: OpenContext, setId: string, draft: Draft): Promise<void> {
  const before = draft.base
  const delta = draft.delta()
  const after = before.with(delta)
  const write = () => writeRows(ctx, setId, delta, after)
  await (delta.ended.length ? beyondReach(ctx, write) : write())
  ctx.configuration = after
  if (touchesAccounts(delta)) await beyondReach(ctx, () => followAccounts(ctx, before, delta))
  ctx.afterCommit.push(() => ctx.installation.snapshot.accept(after, before.version))
}

async function writeRows(ctx: OpenContext, setId: string, { version, ended, laid }: Delta, after: Configuration) {
  const today = ctx.today()
  const { facts } = ctx.installation.registry
  const rows = laid.map(said => ({
    ...said, walled: facts.get(said.fact)?.walled ?? true, library: homeLibrary(after, said.unit, today) ?? null,
  }))
  const [written] = await prepared<{ ended: number }>(ctx.db, 'write-rows', WRITE_ROWS, [
    setId, version, ctx.now.toString(), ended.map(({ id }) => id), JSON.stringify(rows), changed.name,
  ])
  const lost = ended.length - (written?.ended ?? 0)
  if (lost) throw new Error(`${lost} rows that should end were not there`)
}

/** A set that waited is applied with this; one that did not was entered so. Nobody else opens units: this is in the lock. */
const WRITE_ROWS = `
  with applied as (
    update change_set set state = 'applied', version = $2, applied_at = $3 where id = $1 and version is null),
  ended as (
    update segment set ended_in = $2 where id = any ($4) and ended_in is null returning id),
  said as (
    select * from jsonb_to_recordset($5) as s (id uuid, fact text, unit uuid, key text, "from" date, "to" date, body jsonb,
                                               walled boolean, library uuid, "saidIn" uuid)),
  opened as (
    insert into unit (id) select distinct unit from said where not exists (select from unit where id = said.unit)),
  laid as (
    insert into segment (id, fact, unit_id, key, valid, body, walled, library_id, said_in, made_in)
    select id, fact, unit, key, daterange("from", "to", '[]'), body, walled, library, "saidIn", $2 from said),
  moved as (
    update configuration set version = $2),
  announced as (
    insert into event (name, detail) values ($6, jsonb_build_object('set', $1, 'version', $2)))
  select set_config('app.change_set', $1::text, true), (select count(*) from ended) as ended`
