import { Type, type Static } from 'typebox'
import { RequestState } from './state.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

/** `confirm`: say whether what was entered is what one asked. `reply`: answer what the helpdesk asks. */
const linkPurposes = ['confirm', 'reply'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

const Token = Type.String({ minLength: 1, maxLength: 100 })
/** `POST /api/request-link`: a link is a key, so it stands in no address that is logged. */
export const LinkAsked = Type.Object({ token: Token }, strict)

/** What somebody reads who follows their link: what was entered for them and what is asked, and no more. */
export const LinkedRequest = Type.Object({
  number: Type.Integer(), subject: Text, unitName: Text, region: Text,
  asker: Text, enteredBy: Text, sentAt: orNull(Text), applyOn: orNull(Text), reason: orNull(Text),
  answers: Type.Array(Type.Object({ title: Text, text: Text })),
  sentences: Type.Array(Text), more: Type.Integer(),
  question: orNull(Text), state: RequestState, purpose: Type.Enum(linkPurposes),
  /** Whether there is still something to answer. */
  open: Type.Boolean(),
})
export type LinkedRequest = Static<typeof LinkedRequest>

const Said = Type.String({ maxLength: 2000 })
/** `POST /api/request-link/answer`: yes or no to what was entered, or an answer to the question. */
export const LinkAnswer = Type.Object({
  token: Token, yes: Type.Optional(Type.Boolean()), text: Type.Optional(Said),
}, strict)
export type LinkAnswer = Static<typeof LinkAnswer>
