import { asOneOf, asStaff, asText, asUnit, fieldsOf, type RowWords } from '#core/row-words.ts'
import { stateTitles } from './contract/state.ts'

/** Requests, as the audit tells them. */
export const rowWords: readonly RowWords[] = [{
  of: 'request',
  noun: { nl: 'een aanvraag', en: 'a request', fr: 'une demande' },
  about: ({ number }) => String(number),
  says: fieldsOf({
    subject: [{ nl: 'onderwerp', en: 'subject', fr: 'objet' }, asText],
    state: [{ nl: 'toestand', en: 'state', fr: 'état' }, asOneOf(stateTitles)],
    unit_id: [{ nl: 'bij', en: 'at', fr: 'chez' }, asUnit],
    assignee_id: [{ nl: 'behandeld door', en: 'handled by', fr: 'traitée par' }, asStaff],
    team: [{ nl: 'team', en: 'team', fr: 'équipe' }],
    priority: [{ nl: 'voorrang', en: 'priority', fr: 'priorité' }],
    due_on: [{ nl: 'te beantwoorden tegen', en: 'to be answered by', fr: 'à traiter pour le' }],
    reason: [{ nl: 'reden', en: 'reason', fr: 'motif' }],
  }),
}, {
  of: 'request_file',
  noun: { nl: 'een bijlage bij een aanvraag', en: 'an attachment to a request', fr: 'une pièce jointe à une demande' },
  says: fieldsOf({ name: [{ nl: 'bestand', en: 'file', fr: 'fichier' }] }),
}, {
  of: 'change-requests.team',
  noun: { nl: 'een team van de servicedesk', en: 'a team of the helpdesk', fr: 'une équipe du centre d’assistance' },
  says: fieldsOf({ name: [{ nl: 'naam', en: 'name', fr: 'nom' }, asText] }),
}, {
  of: 'change-requests.template',
  noun: { nl: 'een antwoordsjabloon', en: 'an answer template', fr: 'un modèle de réponse' },
  says: fieldsOf({ title: [{ nl: 'titel', en: 'title', fr: 'titre' }, asText] }),
}]
