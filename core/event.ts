import { Type } from 'typebox'
import { defineEvent, type DomainEvent } from './contract.ts'

/** A change set was applied or put back. */
export const changed = defineEvent('core.changed', Type.Object({ set: Type.String(), version: Type.Integer() }))

/** Somebody who had a password has another one. */
export const passwordChanged = defineEvent('core.password-changed', Type.Object({ staff: Type.String() }))

/** What the core itself announces; any plugin may hear it. */
export const coreEvents: readonly DomainEvent[] = [changed, passwordChanged]
