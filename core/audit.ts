import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { Installation } from './installation.ts'

/** No seal covers more rows than this, so that sealing never takes long. */
const ROWS_PER_SEAL = 5000

/** Once every transaction before `horizon` has ended, no row up to `upTo` can still appear. */
interface Mark { readonly upTo: number; readonly horizon: string }

const marks = new WeakMap<Installation, Mark>()

/**
 * Seals what finished transactions wrote, in id order: each seal is the digest of the seal before it
 * and of the rows it covers. One sealer works at a time; the writers never wait for it.
 *
 * A row draws its id after its transaction has a number. So a mark remembers the highest id drawn
 * and then the next transaction number; when all older transactions are over, the mark's rows are whole.
 */
export async function sealAudit(installation: Installation): Promise<number> {
  const mark = marks.get(installation) ?? await takeMark(installation.knex)
  marks.set(installation, mark)
  return installation.knex.transaction(async db => {
    const { rows: [{ ready }] } = await db.raw(`
      select pg_try_advisory_xact_lock(hashtext('filiaal.seal')) and pg_snapshot_xmin(pg_current_snapshot()) >= ?::xid8 as ready`,
    [mark.horizon])
    if (!ready) return 0
    const { rows: [last] } = await db.raw('select last_id, seal from audit_seal order by last_id desc limit 1')
    const { rows } = await db.raw('select id, digest from audit where id > ? and id <= ? order by id limit ?',
      [last?.last_id ?? 0, mark.upTo, ROWS_PER_SEAL])
    if (rows.length < ROWS_PER_SEAL) marks.delete(installation)
    if (!rows.length) return 0
    await db('audit_seal').insert({ first_id: rows[0].id, last_id: rows.at(-1).id, seal: sealOver(last?.seal, rows) })
    return rows.length
  })
}

async function takeMark(knex: Knex): Promise<Mark> {
  const { rows: [{ upTo }] } = await knex.raw('select last_value as "upTo" from audit_id_seq')
  const { rows: [{ horizon }] } = await knex.raw('select pg_snapshot_xmax(pg_current_snapshot())::text as horizon')
  return { upTo, horizon }
}

interface Envelope { id: number; digest: Buffer }

function sealOver(previous: Buffer | undefined, rows: readonly Envelope[]): Buffer {
  const hash = createHash('sha256').update(previous ?? Buffer.alloc(32))
  for (const { id, digest } of rows) hash.update(`${id}:`).update(digest)
  return hash.digest()
}

/** Walks the seals from the first; answers the first id that no longer fits, or null when all is whole. */
export async function brokenSeal(installation: Installation): Promise<number | null> {
  let previous: Buffer | undefined
  for (let after = 0; ;) {
    const { rows: [seal] } = await installation.knex.raw(
      'select first_id, last_id, seal from audit_seal where last_id > ? order by last_id limit 1', [after])
    if (!seal) return null
    const { rows } = await installation.knex.raw(
      'select id, digest from audit where id > ? and id <= ? order by id', [after, seal.last_id])
    if (!sealOver(previous, rows).equals(seal.seal)) return seal.first_id
    previous = seal.seal
    after = seal.last_id
  }
}
