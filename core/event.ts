import { Type, type Static, type TSchema } from 'typebox'
import type { Context } from './context.ts'
import { defineEvent, type DomainEvent } from './contract.ts'

/** A change set was applied or put back. */
export const changed = defineEvent('core.changed', Type.Object({ set: Type.String(), version: Type.Integer() }))

/** Somebody who had a password has another one. */
export const passwordChanged = defineEvent('core.password-changed', Type.Object({ staff: Type.String() }))

/** What the core itself announces; any plugin may hear it. */
export const coreEvents: readonly DomainEvent[] = [changed, passwordChanged]

/** Announces the same of many at once, in one statement; each is delivered for itself. */
export async function emitAll<S extends TSchema>({ db }: Context, event: DomainEvent<S>, details: readonly Static<S>[]): Promise<void> {
  if (details.length) await db.raw('insert into event (name, detail) select ?, value from jsonb_array_elements(?::jsonb)',
    [event.name, JSON.stringify(details)])
}
