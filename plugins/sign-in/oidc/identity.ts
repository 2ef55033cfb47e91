import { homeOf } from '#core/account.ts'
import type { Segment } from '#core/configuration.ts'
import type { UnitId } from '#core/contract.ts'
import { grantsToCome } from '#core/grant.ts'
import { Refusal } from '#core/refusal.ts'
import { withAccount } from '#core/session.ts'
import { staffCalled, StaffRow } from '#core/staff.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import type { Provider } from '../contract/provider.ts'

export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string }

/**
 * Who comes with these claims. A provider vouches only for people whose home and every role, now or later, lie at its
 * unit or below: a library's own provider never opens the account of somebody who may more than that library.
 */
export async function whoIs(
  ctx: OpenContext, provider: Segment<Provider>, claims: Claims, linking: string | null,
): Promise<StaffRow> {
  const row = await ctx.db('federated_identity').where({ issuer: claims.iss, subject: claims.sub }).first('staff_id')
  const id = (row?.staff_id as string | undefined) ?? linking ?? await firstTime(ctx, provider, claims)
  if (linking && id !== linking) throw notLinked()
  const staff = id ? withAccount(ctx, await StaffRow.query(ctx.db).findById(id)) : undefined
  if (!staff || !isVouchedFor(ctx, provider.unit, staff)) throw notLinked()
  if (!row) await link(ctx, provider, claims, staff.id)
  return staff
}

/** Somebody has one name at a provider; a second is somebody else who got their address. */
async function link(ctx: OpenContext, { key }: Segment<Provider>, { iss, sub }: Claims, staff: string) {
  const known = await ctx.db('federated_identity').where({ issuer: iss, staff_id: staff }).first('subject')
  if (known) throw notLinked()
  await ctx.db('federated_identity').insert({
    issuer: iss, subject: sub, staff_id: staff, provider_id: key, linked_at: ctx.now.toString(),
  })
}

/** At the first visit, by what the provider's setting trusts: an address it verified, or the personnel system's number. */
async function firstTime(ctx: OpenContext, { unit, body: { linkBy } }: Segment<Provider>, claims: Claims) {
  if (linkBy === undefined) return undefined
  if (linkBy === 'email') {
    const email = claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'] : undefined
    return email && (await staffCalled(ctx, email.trim().toLowerCase()))?.id
  }
  const number = Object.hasOwn(claims, linkBy.claim) ? claims[linkBy.claim] : undefined
  if (typeof number !== 'string') return undefined
  const known = await ctx.db('provisioned_person').where({ external_id: number }).whereIn('unit_id', [...below(ctx, unit)])
    .limit(2).pluck<string[]>('id')
  return known.length === 1 ? known[0] : undefined
}

const below = (ctx: OpenContext, unit: UnitId) => new Set(unitsBelow(treeOn(ctx.configuration, ctx.today()), unit))

function isVouchedFor(ctx: OpenContext, unit: UnitId, { id }: StaffRow): boolean {
  const units = below(ctx, unit)
  const home = homeOf(ctx.configuration, id, ctx.today())
  return home !== undefined && units.has(home)
    && grantsToCome(ctx.configuration, id, ctx.today()).every(grant => units.has(grant.unit))
}

export const notLinked = () => new Refusal(403, 'sign-in.not-linked', {
  nl: 'Deze aanmelding hoort nog bij geen account hier. Vraag je beheerder, of meld je aan en koppel ze zelf.',
  en: 'This sign-in belongs to no account here yet. Ask your admin, or sign in and link it yourself.',
  fr: 'Cette connexion n’appartient encore à aucun compte ici. Demandez à votre administrateur, ou reliez-la vous-même.',
})
