import { Type, type Static } from 'typebox'
import { Texts } from '#core/contract.ts'

/** Why somebody may not simply borrow, as far as it lies in who they are and what they are to the library. */
export const blockCodes = [
  'deceased', 'no-membership', 'no-type', 'ended', 'banned', 'card-blocked', 'internet-block', 'not-verified',
  'expired', 'not-yet', 'unpaid-fee', 'too-young', 'too-old',
] as const
export type BlockCode = (typeof blockCodes)[number]

/**
 * A block and how far it goes (domain/1 §8). At the desk staff must stop, or are asked and may go on with a reason;
 * self-service lets somebody borrow and renew or not; online both may be shut, or one of renewing and placing holds.
 */
export const Block = Type.Object({
  code: Type.Enum(blockCodes),
  message: Texts,
  desk: Type.Enum(['stop', 'ask', 'none']),
  selfService: Type.Enum(['stop', 'none']),
  online: Type.Enum(['stop', 'no-renewal', 'no-hold', 'none']),
})
export type Block = Static<typeof Block>
