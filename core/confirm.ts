import type { Context } from './context.ts'
import { confirmMinutes } from './contract/session.ts'
import { Refusal } from './refusal.ts'
import { SYSTEM } from './unit.ts'

/**
 * Whether the person must prove again who they are before an act that weighs much: it was too long ago, or less than
 * what is asked of them, a password where a second step is owed. Jobs have no session to prove.
 */
export function mustConfirm(ctx: Context): boolean {
  return mustProve(ctx) || (ctx.actor.session !== null && ctx.installation.registry.plugins.some(({ owesMore }) => owesMore?.(ctx)))
}

/** The same, whatever they showed: enough to set up what they owe, and for nothing else. */
function mustProve(ctx: Context): boolean {
  const { session, actor, now } = ctx
  if (actor.session === null) return false
  const since = now.subtract({ minutes: ctx.parameter(confirmMinutes, SYSTEM) })
  return !session?.confirmedAt || Temporal.Instant.compare(session.confirmedAt, since) < 0
}

/** Refuses until the person has proved again who they are, with as much as they have. */
export function demandProved(ctx: Context): void {
  if (mustProve(ctx)) throw confirmYourself()
}

/** Refuses until the person has proved again who they are; a machine cannot. */
export function demandConfirmed(ctx: Context): void {
  if (mustConfirm(ctx)) throw confirmYourself()
}

const confirmYourself = () => new Refusal(403, 'core.confirm-yourself', {
  nl: 'Bevestig eerst opnieuw wie je bent.',
  en: 'First confirm again who you are.',
  fr: 'Confirmez d’abord à nouveau votre identité.',
})
