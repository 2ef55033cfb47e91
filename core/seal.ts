import type { Knex } from 'knex'
import type { Installation } from './installation.ts'
import { lastSlot } from './schedule.ts'

/** No seal covers more rows than this, so that sealing never takes long. */
const ROWS_PER_SEAL = 5000

/** Once every transaction before `horizon` has ended, no row up to `upTo` can still appear. */
interface Mark { readonly upTo: number; readonly horizon: string }

const marks = new WeakMap<Installation, Mark>()

/**
 * What a seal is reckoned over, by its form; a new form never changes what an old seal stands for.
 * The first covered a row's number and digest, the second covers all that the envelope says.
 */
const envelopeIn: Readonly<Record<number, string>> = {
  1: `convert_to(e.id || ':', 'UTF8') || e.digest`,
  2: `convert_to(jsonb_build_array(e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.change_set,
        e.table_name, e.row_id, e.act, encode(e.digest, 'hex'), e.library_ids)::text || chr(10), 'UTF8')`,
}
const FORM = 2

/**
 * Seals what finished transactions wrote, in id order: each seal is the digest of the seal before it
 * and of the rows it covers. One sealer works at a time; the writers never wait for it.
 *
 * A row draws its id after its transaction has a number. So a mark remembers the highest id drawn
 * and then the next transaction number; when all older transactions are over, the mark's rows are whole.
 */
export async function sealAudit(installation: Installation): Promise<number> {
  const mark = marks.get(installation) ?? await takeMark(installation.job)
  marks.set(installation, mark)
  return installation.job.transaction(async db => {
    const { rows: [{ ready }] } = await db.raw(`
      select pg_try_advisory_xact_lock(hashtext('filiaal.seal')) and pg_snapshot_xmin(pg_current_snapshot()) >= ?::xid8 as ready`,
    [mark.horizon])
    if (!ready) return 0
    const { rows: [last] } = await db.raw('select last_id, seal from audit_seal order by last_id desc limit 1')
    const { first, upTo, rows, seal } = await sealOver(db, FORM, last ?? BEGINNING, mark.upTo)
    if (rows < ROWS_PER_SEAL) marks.delete(installation)
    if (rows) await db('audit_seal').insert({ first_id: first, last_id: upTo, seal, form: FORM })
    return rows
  })
}

async function takeMark(job: Knex): Promise<Mark> {
  const { rows: [{ upTo }] } = await job.raw('select last_value as "upTo" from audit_id_seq')
  const { rows: [{ horizon }] } = await job.raw('select pg_snapshot_xmax(pg_current_snapshot())::text as horizon')
  return { upTo, horizon }
}

interface Link { readonly last_id: number; readonly seal: Buffer }
const BEGINNING: Link = { last_id: 0, seal: Buffer.alloc(32) }

/** What the seal over the rows after another seal is, up to an id; and the first body among them that was altered. */
async function sealOver(db: Knex, form: number, before: Link, upTo: number) {
  const { rows: [row] } = await db.raw(`
    select count(*)::int as rows, min(e.id) as first, max(e.id) as "upTo",
      sha256(?::bytea || coalesce(string_agg(${envelopeIn[form]}, ''::bytea order by e.id), ''::bytea)) as seal,
      min(e.id) filter (where sha256(b.salt || convert_to(b.body::text, 'UTF8')) <> e.digest
        or b.library_ids <> e.library_ids) as altered
    from (select * from audit where id > ? and id <= ? order by id limit ?) e left join audit_body b on b.audit_id = e.id`,
  [before.seal, before.last_id, upTo, ROWS_PER_SEAL])
  return row as { rows: number; first: number; upTo: number; seal: Buffer; altered: number | null }
}

/**
 * Walks the seals from the first; answers the first id that no longer fits, or null when all is whole.
 * A body that was erased is fine, one that was altered is not; nor are seals that were all made anew
 * since the last check, which remembers where it came to.
 */
export async function brokenSeal({ job }: Installation): Promise<number | null> {
  return (await walk(job)).brokenAt
}

interface Walked extends Link { readonly brokenAt: number | null }

async function walk(job: Knex): Promise<Walked> {
  const { rows: [known] } = await job.raw(
    'select last_id, seal from audit_check where broken_at is null and last_id is not null order by id desc limit 1')
  for (let last = BEGINNING; ;) {
    const { rows: [next] } = await job.raw(
      'select first_id, last_id, seal, form from audit_seal where last_id > ? order by last_id limit 1', [last.last_id])
    const gone = known && known.last_id > last.last_id && (!next || next.last_id > known.last_id)
    if (gone) return { ...last, brokenAt: known.last_id }
    if (!next) return { ...last, brokenAt: null }
    const { seal, altered } = await sealOver(job, next.form, last, next.last_id)
    const anew = next.last_id === known?.last_id && !known.seal.equals(seal)
    const brokenAt = seal.equals(next.seal) && !anew ? altered : next.first_id
    if (brokenAt !== null) return { ...last, brokenAt }
    last = { last_id: next.last_id, seal }
  }
}

/** Checks every seal and remembers what came of it; answers the first id that no longer fits, or null. */
export async function checkSeals({ job }: Installation): Promise<number | null> {
  const { last_id: upTo, seal, brokenAt } = await walk(job)
  await job('audit_check').insert({ last_id: upTo || null, seal: upTo ? seal : null, broken_at: brokenAt })
  return brokenAt
}

const NIGHTLY = '30 3 * * *'
const NAME = 'core.check seals'

/** Once a night; whichever process comes first. Seals that are broken are an error of the log too. */
export async function checkSealsNightly(installation: Installation): Promise<void> {
  const slot = lastSlot(installation, NIGHTLY)
  if (!slot || checked.get(installation) === slot) return
  const { job } = installation
  const { rows: [{ done }] } = await job.raw(
    'select exists (select from job_slot where job = ? and slot = ?) as done', [NAME, slot])
  // Not in the transaction of the slot: one that is open for long holds the sealer back.
  const brokenAt = done ? null : await checkSeals(installation)
  await job.raw('insert into job_slot (job, slot) values (?, ?) on conflict do nothing', [NAME, slot])
  checked.set(installation, slot)
  if (brokenAt !== null) throw new Error(`The audit was altered by hand: row ${brokenAt} no longer fits its seal`)
}

/** The slots that this process knows to be done. */
const checked = new WeakMap<Installation, string>()

/** Rows that no seal covers yet, how long the oldest has waited, and what the last check found. */
export const SEALING = `
  select count(*)::int as unsealed,
    coalesce(extract(epoch from now() - min(at))::int, 0) as "lagSeconds",
    (select at from audit_check order by id desc limit 1) as "checkedAt",
    (select broken_at is null from audit_check order by id desc limit 1) as whole
  from audit where id > (select coalesce(max(last_id), 0) from audit_seal)`
