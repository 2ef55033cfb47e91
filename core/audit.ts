import { createHash } from 'node:crypto'
import type { Installation } from './installation.ts'

/** No seal covers more rows than this, so that sealing never takes long. */
const ROWS_PER_SEAL = 5000

/**
 * Seals what finished transactions wrote, in id order: each seal is the digest of the seal before it
 * and of the rows it covers. One sealer works at a time; the writers never wait for it.
 */
export async function sealAudit(installation: Installation): Promise<number> {
  return installation.knex.transaction(async db => {
    const { rows: [{ locked }] } = await db.raw(`select pg_try_advisory_xact_lock(hashtext('filiaal.seal')) as locked`)
    if (!locked) return 0
    const { rows: [last] } = await db.raw('select last_id, seal from audit_seal order by last_id desc limit 1')
    const { rows } = await db.raw(`
      select id, digest from audit
      where id > ? and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        and id < coalesce((select min(id) from audit where id > ? and transaction_id >= pg_snapshot_xmin(pg_current_snapshot())), 9223372036854775807)
      order by id limit ?`, [last?.last_id ?? 0, last?.last_id ?? 0, ROWS_PER_SEAL])
    if (!rows.length) return 0
    await db('audit_seal').insert({
      first_id: rows[0].id, last_id: rows.at(-1).id, seal: sealOver(last?.seal, rows),
    })
    return rows.length
  })
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
