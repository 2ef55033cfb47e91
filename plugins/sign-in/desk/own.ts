import { demandConfirmed } from '#core/confirm.ts'
import type { Context } from '#core/context.ts'
import { hashPassword } from '#core/password.ts'
import { notSignedIn, refused } from '#core/refusal.ts'
import type { OpenContext } from '#core/work.ts'
import { fault } from '#core/wording.ts'
import { badgeDigest } from './switch.ts'

/** One's own PIN for desks, or none; chosen by whoever has just proved who they are. */
export async function setPin(ctx: OpenContext, pin: string | null): Promise<void> {
  const staff = ownId(ctx)
  demandConfirmed(ctx)
  if (pin !== null && isEasy(pin)) throw refused([fault('sign-in.pin-easy', '/pin',
    'Deze pincode is te makkelijk te raden. Kies een andere.', 'This PIN is too easy to guess. Choose another one.',
    'Ce code est trop facile à deviner. Choisissez-en un autre.')])
  const hash = pin === null ? null : await hashPassword(pin)
  await ctx.db('desk_pin').insert({ staff_id: staff, hash, set_at: ctx.now.toString() }).onConflict('staff_id').merge()
}

/** One's own badge, or none; a badge belongs to one person. */
export async function setBadge(ctx: OpenContext, badge: string | null): Promise<void> {
  const staff = ownId(ctx)
  demandConfirmed(ctx)
  const digest = badge === null ? null : badgeDigest(ctx.installation, badge)
  await ctx.db('desk_badge').insert({ staff_id: staff, digest, set_at: ctx.now.toString() }).onConflict('staff_id').merge()
}

export const ownSwitch = (ctx: Context) => switchOf(ctx, ownId(ctx))

/** Whether somebody has a PIN and a badge. */
export async function switchOf(ctx: Context, staff: string) {
  const pin = await ctx.db('desk_pin').where({ staff_id: staff }).whereNotNull('hash').first('staff_id')
  const badge = await ctx.db('desk_badge').where({ staff_id: staff }).whereNotNull('digest').first('staff_id')
  return { pin: pin !== undefined, badge: badge !== undefined }
}

/** A machine sits at no desk. */
function ownId({ actor, session }: Context): string {
  if (!actor.id || session?.method === 'token') throw notSignedIn()
  return actor.id
}

/** All the same, or one step up or down throughout: 1111, 1234, 8765. */
function isEasy(pin: string): boolean {
  const steps = pin.slice(1).split('').map((digit, n) => Number(digit) - Number(pin[n]))
  return new Set(steps).size === 1 && Math.abs(steps[0] ?? 0) <= 1
}
