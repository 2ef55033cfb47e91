import { asOneOf, asUnit, fieldsOf, type RowWords } from '#core/row-words.ts'
import { blockTitles, endTitles, statusTitles } from './contract/words.ts'

/** People and their memberships, as the audit tells them. */
export const rowWords: readonly RowWords[] = [{
  of: 'person',
  noun: { nl: 'een lener', en: 'a patron', fr: 'un usager' },
  about: ({ number }) => String(number),
  says: fieldsOf({
    family_name: [{ nl: 'naam', en: 'name', fr: 'nom' }],
    first_name: [{ nl: 'voornaam', en: 'first name', fr: 'prénom' }],
    born_on: [{ nl: 'geboren', en: 'born', fr: 'né(e) le' }],
    deceased_on: [{ nl: 'overleden', en: 'deceased', fr: 'décédé(e) le' }],
    email: [{ nl: 'e-mailadres', en: 'e-mail address', fr: 'adresse e-mail' }],
    language: [{ nl: 'taal', en: 'language', fr: 'langue' }],
    keeps_history: [{ nl: 'houdt leenhistoriek bij', en: 'keeps a loan history', fr: 'garde un historique de prêt' }],
    restricted_on: [{ nl: 'beperkte verwerking sinds', en: 'restricted processing since', fr: 'traitement limité depuis le' }],
  }),
}, {
  of: 'membership',
  noun: { nl: 'een lidmaatschap', en: 'a membership', fr: 'un abonnement' },
  says: fieldsOf({
    library_id: [{ nl: 'bibliotheek', en: 'library', fr: 'bibliothèque' }, asUnit],
    branch_id: [{ nl: 'thuisvestiging', en: 'home branch', fr: 'implantation d’attache' }, asUnit],
    type: [{ nl: 'lidsoort', en: 'type', fr: 'type' }],
    status: [{ nl: 'status', en: 'status', fr: 'statut' }, asOneOf(statusTitles)],
    from_on: [{ nl: 'vanaf', en: 'from', fr: 'à partir du' }],
    until_on: [{ nl: 'tot en met', en: 'until', fr: 'jusqu’au' }],
    ends_on: [{ nl: 'opgezegd tegen', en: 'ends on', fr: 'prend fin le' }],
    end_reason: [{ nl: 'reden', en: 'reason', fr: 'motif' }, asOneOf(endTitles)],
  }),
}, {
  of: 'card',
  noun: { nl: 'een lidkaart', en: 'a library card', fr: 'une carte' },
  about: ({ number }) => String(number),
  says: fieldsOf({
    from_on: [{ nl: 'vanaf', en: 'from', fr: 'à partir du' }],
    until_on: [{ nl: 'tot en met', en: 'until', fr: 'jusqu’au' }],
    blocked_on: [{ nl: 'geblokkeerd', en: 'blocked', fr: 'bloquée' }],
    block_reason: [{ nl: 'reden', en: 'reason', fr: 'motif' }, asOneOf(blockTitles)],
  }),
}, {
  of: 'patron_note',
  noun: { nl: 'een opmerking bij een lener', en: 'a note on a patron', fr: 'une remarque sur un usager' },
  says: fieldsOf({ text: [{ nl: 'tekst', en: 'text', fr: 'texte' }] }),
}]
