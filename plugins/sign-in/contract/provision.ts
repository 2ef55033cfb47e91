import { Type } from 'typebox'
import { defineChangeKind, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const

/** The personnel system says that somebody works at a unit; it gives no role. */
export const openProvisioned = defineChangeKind({
  name: 'sign-in.open-provisioned',
  payload: Type.Object({ staff: UnitId, unit: UnitId }, strict),
  title: {
    nl: 'Toegang geven vanuit het personeelssysteem', en: 'Give access from the personnel system',
    fr: 'Donner accès depuis le système du personnel',
  },
})

/** The personnel system says that somebody works there no more; who leaves for good loses their roles there too. */
export const closeProvisioned = defineChangeKind({
  name: 'sign-in.close-provisioned',
  payload: Type.Object({ staff: UnitId, unit: UnitId, leaves: Type.Optional(Type.Literal(true)) }, strict),
  title: {
    nl: 'Toegang afnemen vanuit het personeelssysteem', en: 'Take access away from the personnel system',
    fr: 'Retirer l’accès depuis le système du personnel',
  },
})
