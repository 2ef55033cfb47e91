import type { Context } from '#core/context.ts'
import { note } from '#core/audit.ts'
import { notFound, refused } from '#core/refusal.ts'
import type { OpenContext } from '#core/work.ts'
import { fault } from '#core/wording.ts'
import { providersOn } from './provider.ts'

/** The providers in force at which somebody's account is known. */
export async function linkedOf(ctx: Context, staffId: string) {
  const rows: { readonly provider_id: string; readonly linked_at: string }[] = await ctx.db('federated_identity')
    .where({ staff_id: staffId }).orderBy('linked_at').select('provider_id', 'linked_at')
  const known = new Map(providersOn(ctx.configuration, ctx.today()).map(({ key, body }) => [key, body.name]))
  return rows.flatMap(({ provider_id: id, linked_at: linkedAt }) => {
    const name = known.get(id)
    return name === undefined ? [] : [{ id, name, linkedAt }]
  })
}

/** Who somebody is at a provider is known no longer, and what they opened through it ends, but for where they sit. */
export async function unlink(ctx: OpenContext, staffId: string, provider: string): Promise<void> {
  const link = { staff_id: staffId, provider_id: provider }
  if (!await ctx.db('federated_identity').where(link).first('staff_id')) throw notFound()
  await refuseLastWay(ctx, staffId, { provider })
  await ctx.db('federated_identity').where(link).delete()
  const ended = await ctx.db('session').where({ staff_id: staffId, method: 'oidc' }).whereNull('ended_at')
    .whereNotIn('id', ctx.db('federated_session').whereNot({ provider_id: provider }).select('session_id'))
    .whereNot({ id: ctx.actor.session }).update({ ended_at: ctx.now.toString() })
  if (ended) await note(ctx, 'sign-out', { table: 'staff', row: staffId }, { sessions: ended })
}

/** Refuses to take away the last of what somebody signs in with: a password, a passkey, a provider. */
export async function refuseLastWay(
  ctx: OpenContext, staffId: string, without: { readonly passkey?: string; readonly provider?: string },
): Promise<void> {
  const password = await ctx.db('staff_password').where({ staff_id: staffId }).first('staff_id')
  const passkeys = await ctx.db('second_factor').where({ staff_id: staffId, kind: 'passkey' }).pluck<string[]>('id')
  const linked = await linkedOf(ctx, staffId)
  if (password || passkeys.some(id => id !== without.passkey) || linked.some(({ id }) => id !== without.provider)) return
  throw refused([fault('sign-in.last-way', '',
    'Zo kom je er niet meer in. Kies eerst een wachtwoord of maak een passkey.',
    'You could no longer sign in. First choose a password or make a passkey.',
    'Vous ne pourriez plus vous connecter. Choisissez d’abord un mot de passe ou créez une clé d’accès.')])
}
