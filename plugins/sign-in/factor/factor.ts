import { homeOf } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import { notFound, refused } from '#core/refusal.ts'
import { makeLink } from '#core/session.ts'
import type { StaffRow } from '#core/staff.ts'
import { SYSTEM } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { fault } from '#core/wording.ts'
import type { Asked, Factors } from '../contract/answer.ts'
import { secondFactor } from '../contract/parameter.ts'
import { switchOf } from '../desk/own.ts'
import { linkedOf, refuseLastWay } from '../oidc/linked.ts'
import { recoveryCodesLeft } from './recovery-code.ts'

interface FactorRow {
  readonly id: string; readonly kind: 'totp' | 'passkey'; readonly name: string
  readonly added_at: string; readonly last_used_at: string | null
}

/**
 * Whether somebody has to show a second factor: by what they may do, and by what is said where they work and wherever
 * they hold a role. The strictest counts, so that no library makes it easier to become somebody who may more than it.
 */
export function mustShowSecond(ctx: Context, staffId: string): boolean {
  const { configuration, installation: { registry } } = ctx
  const home = ctx.parameter(secondFactor, homeOf(configuration, staffId, ctx.today()) ?? SYSTEM)
  if (home === 'everyone') return true
  const { grants, roles } = ctx.installation.rightsOf(configuration, staffId, ctx.now)
  return grants.some(({ role, unit }) => {
    const said = [home, ctx.parameter(secondFactor, unit)]
    if (said.includes('everyone')) return true
    const weighed = said.includes('rights-and-money') ? ['rights', 'money'] : said.includes('rights') ? ['rights'] : []
    return weighed.length > 0 && [...roles.get(role)?.permissions ?? []]
      .some(name => weighed.includes(registry.permissions.get(name)?.touches ?? ''))
  })
}

/** Whether a second factor is asked of whoever acts, and their session has not seen one. */
export const owesSecond = (ctx: Context) =>
  ctx.session !== null && ctx.session.method !== 'token' && !ctx.session.secondFactor && mustShowSecond(ctx, ctx.actor.id ?? '')

/** What is asked after a right password: a second factor of theirs, or to set one up where it is required. */
export async function askSecond(ctx: OpenContext, { id }: StaffRow): Promise<Asked | null> {
  const rows = await factorRows(ctx, id)
  if (!rows.length && !mustShowSecond(ctx, id)) return null
  const kinds = new Set(rows.map(({ kind }) => kind))
  const hasCodes = rows.length > 0 && await recoveryCodesLeft(ctx, id) > 0
  return {
    ticket: await makeLink(ctx, 'second-factor', id),
    factors: [...kinds, ...(hasCodes ? ['recovery' as const] : [])], enrol: !rows.length,
  }
}

/** What somebody signs in with. */
export async function factorsOf(ctx: OpenContext, staffId: string): Promise<Factors> {
  const rows = await factorRows(ctx, staffId)
  const told = ({ id, added_at: addedAt, last_used_at: lastUsedAt }: FactorRow) => ({ id, addedAt, lastUsedAt })
  const totp = rows.find(({ kind }) => kind === 'totp')
  const password = await ctx.db('staff_password').where({ staff_id: staffId }).first('staff_id')
  return {
    password: password !== undefined, required: mustShowSecond(ctx, staffId), totp: totp ? told(totp) : null,
    passkeys: rows.filter(({ kind }) => kind === 'passkey').map(row => ({ ...told(row), name: row.name })),
    recoveryCodesLeft: await recoveryCodesLeft(ctx, staffId), ...await switchOf(ctx, staffId),
    providers: await linkedOf(ctx, staffId),
  }
}

/** Takes away one of one's own; the last one stays where a second factor is required. */
export async function removeFactor(ctx: OpenContext, staffId: string, id: string): Promise<void> {
  const rows = await factorRows(ctx, staffId)
  if (!rows.some(row => row.id === id)) throw notFound()
  if (rows.find(row => row.id === id)?.kind === 'passkey') await refuseLastWay(ctx, staffId, { passkey: id })
  if (rows.length === 1 && mustShowSecond(ctx, staffId)) throw refused([fault('sign-in.last-factor', '',
    'Voor wat je mag doen is een tweede stap nodig. Voeg eerst een andere toe.',
    'What you may do asks for a second step. Add another one first.',
    'Vos droits exigent une deuxième étape. Ajoutez-en d’abord une autre.')])
  await ctx.db('second_factor').where({ id }).delete()
  if (rows.length === 1) await ctx.db('recovery_code').where({ staff_id: staffId }).delete()
}

/** Takes every second factor of somebody away, so that they set one up anew. */
export async function removeFactors(ctx: OpenContext, staffId: string): Promise<void> {
  for (const table of ['second_factor', 'totp_draft', 'recovery_code'])
    await ctx.db(table).where({ staff_id: staffId }).delete()
}

/** Whether somebody has any second factor to show. */
export const hasSecond = async (ctx: OpenContext, staffId: string) => (await factorRows(ctx, staffId)).length > 0

const factorRows = async (ctx: OpenContext, staffId: string): Promise<FactorRow[]> =>
  ctx.db('second_factor').join('second_factor_use', 'factor_id', 'id').where({ staff_id: staffId })
    .orderBy('added_at').select('id', 'kind', 'name', 'added_at', 'last_used_at')
