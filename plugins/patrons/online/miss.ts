import type { Context } from '#core/context.ts'
import type { Installation } from '#core/installation.ts'

/** A website names cards of people who signed in, so it hardly ever names one that is nobody's: more is somebody who tries numbers. */
const FORGIVEN = 30
const MINUTES = 60

const tallies = new WeakMap<Installation, Map<string, Temporal.Instant[]>>()

function recentOf({ installation, actor, now }: Context): Temporal.Instant[] {
  const known = tallies.get(installation) ?? new Map<string, Temporal.Instant[]>()
  tallies.set(installation, known)
  const since = now.subtract({ minutes: MINUTES })
  const recent = (known.get(actor.id ?? '') ?? []).filter(at => Temporal.Instant.compare(at, since) > 0)
  known.set(actor.id ?? '', recent)
  return recent
}

/** Whether this website named so many cards that are nobody's that it waits. */
export const isWaiting = (ctx: Context): boolean => recentOf(ctx).length >= FORGIVEN

/** Counts one; true for the one after which it waits. */
export const noteMiss = (ctx: Context): boolean => recentOf(ctx).push(ctx.now) === FORGIVEN
