import { Type, type Static } from 'typebox'
import { definePermissions, UnitId } from '#core/contract.ts'

export const permissions = definePermissions('audit', {
  read: {
    nl: 'nalezen wie wat deed: wijzigingen, inzagen, aanmeldingen en weigeringen',
    en: 'read who did what: changes, views, sign-ins and refusals',
    fr: 'consulter qui a fait quoi : modifications, consultations, connexions et refus',
  },
})

export const acts = [
  'insert', 'update', 'delete', 'view', 'sign-in', 'sign-in-failed', 'sign-out', 'refused', 'export', 'reveal',
  'unlock',
] as const
export type AuditAct = (typeof acts)[number]

const Text = Type.String()
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

/** One thing that somebody did, as a sentence, with what it changed. */
export const AuditRow = Type.Object({
  id: Type.Integer(),
  at: Text,
  act: Type.Enum(acts),
  /** Who did it; no id: the system itself, or somebody who had not signed in. */
  by: Type.Object({ id: orNull(Text), name: Text }),
  sentence: Text,
  fields: Type.Array(Type.Object({ title: Text, before: orNull(Text), after: orNull(Text) })),
  /** The row it was about, for a link. */
  subject: Type.Object({ table: Text, row: Text }),
  /** The change set it belonged to, with its first sentence where that lies within reach. */
  set: orNull(Type.Object({ id: Text, sentence: orNull(Text) })),
  /** What it said has been erased since; that it happened has not. */
  erased: Type.Boolean(),
})
export type AuditRow = Static<typeof AuditRow>
export const AuditPage = Type.Object({
  data: Type.Array(AuditRow),
  /** Ask for older rows with this as `before`; null when there are none. */
  nextBefore: orNull(Type.Integer()),
})
export type AuditPage = Static<typeof AuditPage>

/** What may be asked for, in words: what happened, and to what. */
export const AuditWords = Type.Object({
  acts: Type.Array(Type.Object({ act: Type.Enum(acts), name: Text })),
  subjects: Type.Array(Type.Object({ subject: Text, name: Text })),
})

/** A moment with its zone, as `2026-11-23T09:00:00Z`. */
const Moment = Type.String({ format: 'date-time', maxLength: 40 })

/** Words are looked for row by row; as far back as most are looked for, unless the question says since when. */
export const daysSearched = 31

export const AuditFilter = {
  unit: Type.Optional(UnitId),
  /** What somebody did, and what was done about them. */
  staff: Type.Optional(UnitId),
  act: Type.Optional(Type.Enum(acts)),
  /** A table or a fact, as `subjects` names them. */
  subject: Type.Optional(Type.String({ maxLength: 80, pattern: '^[a-z][a-z._-]*$' })),
  row: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  set: Type.Optional(UnitId),
  from: Type.Optional(Moment),
  to: Type.Optional(Moment),
  /** Words to look for; where no day, row or set says where to look, in the last `daysSearched`. */
  q: Type.Optional(Type.String({ maxLength: 120 })),
}
