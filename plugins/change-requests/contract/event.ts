import { Type } from 'typebox'
import { defineEvent } from '#core/contract.ts'
import { RequestState } from './state.ts'

/** A request came in or moved on, whichever way: through its own acts, the door, the schedule or a put back. */
export const moved = defineEvent('change-requests.moved', Type.Object({
  request: Type.String(),
  /** None: it is new. */
  from: Type.Union([RequestState, Type.Null()]),
  to: RequestState,
}))
