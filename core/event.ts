import { Type } from 'typebox'
import { defineEvent } from './contract.ts'

/** A change set was applied or put back. */
export const changed = defineEvent('core.changed', Type.Object({ set: Type.String(), version: Type.Integer() }))
