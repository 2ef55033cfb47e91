import { Type } from 'typebox'
import { defineEvent } from '#core/contract.ts'
import { RequestState } from './state.ts'

/** A request came in or moved on, whichever way: through its own acts, the door, the schedule or a put back. */
export const moved = defineEvent('change-requests.moved', Type.Object({
  request: Type.String(),
  /** None: it is new. */
  from: Type.Union([RequestState, Type.Null()]),
  to: RequestState,
  /** Who moved it; none where the system did. */
  by: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  /** The act that approved several at once, of which people hear in one mail. */
  together: Type.Optional(Type.Union([Type.String(), Type.Null()])),
}))

/** Several requests were approved in one act. */
export const movedTogether = defineEvent('change-requests.moved-together', Type.Object({
  act: Type.String(), by: Type.Union([Type.String(), Type.Null()]),
}))

/** Somebody said something about a request: asked, answered, or let the other side know. */
export const said = defineEvent('change-requests.said', Type.Object({ request: Type.String(), note: Type.String() }))

/** The helpdesk gave it to a colleague, or to another team. */
export const given = defineEvent('change-requests.given', Type.Object({
  request: Type.String(), by: Type.Union([Type.String(), Type.Null()]),
}))

/** Whoever it was entered for says that it is what they asked. */
export const confirmed = defineEvent('change-requests.confirmed', Type.Object({ request: Type.String() }))

/** Libraries that a change binds were asked for their word, gave it, or are no longer asked. */
export const agreed = defineEvent('change-requests.agreed', Type.Object({ set: Type.String() }))

/** The address of whoever phoned or mailed was mended: they are mailed there what they missed. */
export const readdressed = defineEvent('change-requests.readdressed', Type.Object({ request: Type.String() }))
