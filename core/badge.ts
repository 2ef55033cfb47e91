import { mustConfirm } from './confirm.ts'
import type { Context } from './context.ts'
import type { Permission, Texts } from './contract.ts'
import type { Rights } from './grant.ts'
import { notAllowed, Refusal } from './refusal.ts'

/**
 * What of somebody's rights counts in the session at hand. Whoever showed no more than a badge or a PIN at a shared
 * desk gives no rights, and moves money only where that desk stands: a registered PC and a badge are worth that much.
 * All of it counts again once they have confirmed who they are, for as long as that confirming does.
 */
export function rightsShown(ctx: Context, whole: Rights): Rights {
  if (!isBadgeAlone(ctx)) return whole
  const { configuration, installation: { registry }, session } = ctx
  return whole.byBadge(configuration, registry.permissions.values(), session?.desk ?? null, ctx.today())
}

/** What somebody hears who lacks a right: that a badge is not enough for it, where that is all that is missing. */
export const lacks = (ctx: Context, permission: Permission): Refusal =>
  isHeldBack(ctx, permission) ? notByBadge(permission.allows) : notAllowed(permission.allows)

/** Whether the right is theirs, and only the badge holds it back. */
export const isHeldBack = (ctx: Context, permission: Permission): boolean =>
  permission.touches !== undefined && isBadgeAlone(ctx)
  && ctx.installation.rightsOf(ctx.configuration, ctx.actor.id ?? '', ctx.now).unitsOf(permission).length > 0

/** Whether a badge or a PIN is all that is shown in this session, or all that was shown of late. */
export const isBadgeAlone = (ctx: Context) => ctx.session?.method === 'badge' && mustConfirm(ctx)

export const notByBadge = (allows: Texts) => new Refusal(403, 'core.not-by-badge', {
  nl: `Met alleen je badge of pincode kan dit hier niet: ${allows.nl}. Bevestig eerst wie je bent, bij “Mijn aanmelding”.`,
  en: `A badge or PIN alone is not enough for this here: ${allows.en}. First confirm who you are, under “My sign-in”.`,
  fr: `Un badge ou un code seul ne suffit pas ici : ${allows.fr}. Confirmez d’abord votre identité, sous « Ma connexion ».`,
})
