import { Type } from 'typebox'
import type { Texts } from '#core/contract.ts'

/** From wish to applied change. Of a request with a change, those from `planned` on follow the change itself. */
export const requestStates = [
  'draft', 'submitted', 'in-review', 'question', 'approved', 'planned', 'applied', 'refused', 'withdrawn', 'put-back',
] as const
export type RequestState = (typeof requestStates)[number]
export const RequestState = Type.Enum(requestStates)

/** It waits for the helpdesk or the library. */
export const openStates: readonly RequestState[] = ['submitted', 'in-review', 'question', 'approved']

/** It is the helpdesk's turn: only here an answer can come late. Elsewhere the library's is awaited, or the answer is given. */
export const helpdeskStates: readonly RequestState[] = ['submitted', 'in-review']

/** As the library reads it. */
export const stateTitles: Readonly<Record<RequestState, Texts>> = {
  'draft': { nl: 'concept', en: 'draft', fr: 'brouillon' },
  'submitted': { nl: 'verstuurd', en: 'sent', fr: 'envoyée' },
  'in-review': { nl: 'in behandeling', en: 'being handled', fr: 'en traitement' },
  'question': { nl: 'vraag aan de bibliotheek', en: 'question to the library', fr: 'question à la bibliothèque' },
  'approved': { nl: 'goedgekeurd', en: 'approved', fr: 'approuvée' },
  'planned': { nl: 'gepland', en: 'planned', fr: 'planifiée' },
  'applied': { nl: 'uitgevoerd', en: 'applied', fr: 'appliquée' },
  'refused': { nl: 'geweigerd', en: 'refused', fr: 'refusée' },
  'withdrawn': { nl: 'ingetrokken', en: 'withdrawn', fr: 'retirée' },
  'put-back': { nl: 'teruggedraaid', en: 'put back', fr: 'annulée' },
}
