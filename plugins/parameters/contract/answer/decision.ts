import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'

export const DECISION_BYTES_AT_MOST = 5 * 1024 * 1024

/** `POST /api/decisions`: the text of a council decision as PDF or picture, in base64. */
export const DecisionFile = Type.Object({
  /** Made before sending, so that a repeat is the same act. */
  id: Type.String({ format: 'uuid' }),
  unit: UnitId,
  name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  content: Type.String({ minLength: 4, maxLength: Math.ceil(DECISION_BYTES_AT_MOST / 3) * 4 + 4, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
}, { additionalProperties: false })
export type DecisionFile = Static<typeof DecisionFile>

/** What a basis says as its text when that is a file kept here. */
export const decisionAddress = (id: string) => `/api/decisions/${id}`
export const isDecisionAddress = (text: string) => /^\/api\/decisions\/[0-9a-f-]{36}$/.test(text)
