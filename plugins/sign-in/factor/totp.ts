import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { lockSecret, openSecret } from '#core/secret.ts'
import type { StaffRow } from '#core/staff.ts'
import type { OpenContext } from '#core/work.ts'

const ISSUER = 'Filiaal'
const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
/** A phone's clock may be so many steps off. */
const WINDOW_STEPS = 1
/** A key that was drawn and not confirmed within so long is drawn anew. */
const DRAFT_MINUTES = 30

export interface DrawnKey { readonly secret: string; readonly uri: string }

const keyOf = ({ installation }: OpenContext) => installation.keyFor('sign-in.totp')

const totpOf = (secret: Uint8Array, label = '') => new TOTP({
  issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS,
  secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
})

/** Draws a key for an authenticator app; it counts once a code of it was shown. */
export async function drawKey(ctx: OpenContext, { id, email, name }: StaffRow): Promise<DrawnKey> {
  const secret = new Secret({ size: SECRET_BYTES })
  const locked = lockSecret(keyOf(ctx), secret.bytes, id)
  await ctx.db('totp_draft').insert({ staff_id: id, totp_secret: locked, drawn_at: ctx.now.toString() })
    .onConflict('staff_id').merge()
  return { secret: secret.base32, uri: totpOf(secret.bytes, email ?? name).toString() }
}

/** Keeps the drawn key when the code is one of it, in the place of an earlier key; false when it is not. */
export async function keepKey(ctx: OpenContext, staffId: string, code: string): Promise<boolean> {
  const draft = await ctx.db('totp_draft').where({ staff_id: staffId })
    .where('drawn_at', '>', ctx.now.subtract({ minutes: DRAFT_MINUTES }).toString()).forUpdate().first('totp_secret')
  const step = draft && stepOf(ctx, staffId, draft.totp_secret, code)
  if (!step) return false
  const id = randomUUID()
  await ctx.db('second_factor').where({ staff_id: staffId, kind: 'totp' }).delete()
  await ctx.db('second_factor').insert({ id, staff_id: staffId, kind: 'totp', name: 'totp', added_at: ctx.now.toString() })
  await ctx.db('second_factor_use').insert({
    factor_id: id, totp_secret: draft.totp_secret, totp_step: step, last_used_at: ctx.now.toString(),
  })
  await ctx.db('totp_draft').where({ staff_id: staffId }).delete()
  return true
}

/** Whether this is a code of now, and not one that was shown before: whoever looked over a shoulder comes too late. */
export async function useCode(ctx: OpenContext, staffId: string, code: string): Promise<boolean> {
  const factor = await ctx.db('second_factor').join('second_factor_use', 'factor_id', 'id')
    .where({ staff_id: staffId, kind: 'totp' }).first('id', 'totp_secret')
  const step = factor && stepOf(ctx, staffId, factor.totp_secret, code)
  if (!step) return false
  const used = await ctx.db('second_factor_use').where({ factor_id: factor.id }).where('totp_step', '<', step)
    .update({ totp_step: step, last_used_at: ctx.now.toString() })
  return used === 1
}

/** The step of time a code belongs to, if it is a right one. */
function stepOf(ctx: OpenContext, staffId: string, locked: Buffer, code: string): number | undefined {
  const secret = openSecret(keyOf(ctx), locked, staffId)
  const timestamp = ctx.now.epochMilliseconds
  const delta = secret && totpOf(secret).validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: WINDOW_STEPS })
  return delta == null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}
