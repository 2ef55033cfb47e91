import type { Texts } from '#core/contract.ts'
import { parameterFact, parameterOf } from '#core/parameter.ts'
import { asUnit, fieldsOf, type RowWords, type SaidField } from '#core/row-words.ts'
import { materialTypeFact, membershipLinkFact, membershipTypeFact } from './contract/list.ts'
import { shownValue } from './shown-value.ts'

const lockedWords = fieldsOf({
  locked: [{ nl: 'bindt wat eronder valt', en: 'binds what is below', fr: 's’impose aux niveaux inférieurs' }],
})

const linkTitle = { nl: 'koppelt', en: 'links', fr: 'lie' }
const typeTitle = { nl: 'soort', en: 'type', fr: 'type' }
const listWords: RowWords['says'] = (body, { language }, key) =>
  [[typeTitle, `${key} ${(body['name'] as Texts | undefined)?.[language] ?? ''}`.trim()]]

/** Own values of settings, as the audit tells them: each under the title of its setting. */
export const rowWords: readonly RowWords[] = [{
  of: parameterFact.name,
  noun: { nl: 'een instelling', en: 'a setting', fr: 'un paramètre' },
  says(body, teller, key): SaidField[] {
    const parameter = teller.parameter(parameterOf(key))
    const own: SaidField[] = parameter ? [[parameter.title, shownValue(parameter, body['value'], teller.language)]] : []
    return [...own, ...lockedWords(body, teller, key)]
  },
}, {
  of: membershipTypeFact.name,
  noun: { nl: 'een lidsoort', en: 'a type of membership', fr: 'un type d’abonnement' },
  says: listWords,
}, {
  of: materialTypeFact.name,
  noun: { nl: 'een materiaalsoort', en: 'a type of material', fr: 'un type de document' },
  says: listWords,
}, {
  of: membershipLinkFact.name,
  noun: { nl: 'een koppeling van lidsoorten', en: 'a link between types of membership', fr: 'un lien entre types d’abonnement' },
  says: (body, _teller, key) => [[linkTitle, `${key}: ${Object.values(body['types'] ?? {}).join(' = ')}`]],
}, {
  of: 'agreement',
  noun: { nl: 'het antwoord van een bibliotheek', en: 'the answer of a library', fr: 'la réponse d’une bibliothèque' },
  says: fieldsOf({
    unit_id: [{ nl: 'bibliotheek', en: 'library', fr: 'bibliothèque' }, asUnit],
    agrees: [{ nl: 'stemt in', en: 'agrees', fr: 'd’accord' }],
    reason: [{ nl: 'reden', en: 'reason', fr: 'motif' }],
  }),
}, {
  of: 'decision_file',
  noun: { nl: 'de tekst van een besluit', en: 'the text of a decision', fr: 'le texte d’une décision' },
  says: fieldsOf({ name: [{ nl: 'bestand', en: 'file', fr: 'fichier' }], unit_id: [{ nl: 'bij', en: 'at', fr: 'à' }, asUnit] }),
}]
