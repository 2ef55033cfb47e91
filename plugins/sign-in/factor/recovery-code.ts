import { createHash, randomInt } from 'node:crypto'
import type { OpenContext } from '#core/work.ts'

/** Without signs that are taken for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const COUNT = 10
const GROUPS = 4
const GROUP_SIGNS = 4

const group = () => Array.from({ length: GROUP_SIGNS }, () => SIGNS[randomInt(SIGNS.length)]).join('')
const newCode = () => Array.from({ length: GROUPS }, group).join('-')

/** Nearly eighty bits of chance: one round of a hash keeps them safe. */
const digestOf = (staffId: string, code: string) =>
  createHash('sha256').update(`${staffId} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`).digest()

/** Ten new codes, each for one use; the ones before them are worth nothing any more. */
export async function newRecoveryCodes(ctx: OpenContext, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode)
  await ctx.db('recovery_code').where({ staff_id: staffId }).delete()
  await ctx.db('recovery_code').insert(codes.map(code => ({ staff_id: staffId, digest: digestOf(staffId, code) })))
  return codes
}

/** Uses a code up, however it was typed over; false when it is no code of theirs or was used before. */
export async function useRecoveryCode(ctx: OpenContext, staffId: string, code: string): Promise<boolean> {
  const used = await ctx.db('recovery_code').where({ staff_id: staffId, digest: digestOf(staffId, code) })
    .whereNull('used_at').update({ used_at: ctx.now.toString() })
  return used === 1
}

export async function recoveryCodesLeft(ctx: OpenContext, staffId: string): Promise<number> {
  const { rows: [{ left }] } = await ctx.db.raw(
    'select count(*)::int as left from recovery_code where staff_id = ? and used_at is null', [staffId])
  return left
}
