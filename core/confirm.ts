import type { Context } from './context.ts'
import { confirmMinutes } from './contract/session.ts'
import { Refusal } from './refusal.ts'
import { SYSTEM } from './unit.ts'

/** Whether the person must prove again who they are before an act that weighs much. Jobs have no session to prove. */
export function mustConfirm(ctx: Context): boolean {
  const { session, actor, now } = ctx
  if (actor.session === null) return false
  const since = now.subtract({ minutes: ctx.parameter(confirmMinutes, SYSTEM) })
  return !session?.confirmedAt || Temporal.Instant.compare(session.confirmedAt, since) < 0
}

/** Refuses until the person has proved again who they are; a machine cannot. */
export function demandConfirmed(ctx: Context): void {
  if (!mustConfirm(ctx)) return
  throw new Refusal(403, 'core.confirm-yourself', {
    nl: 'Bevestig eerst opnieuw wie je bent.',
    en: 'First confirm again who you are.',
    fr: 'Confirmez d’abord à nouveau votre identité.',
  })
}
