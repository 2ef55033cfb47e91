import { defineRequestForm } from '#core/contract/request-form.ts'
import { bailiffLetter } from '../contract/area/bailiff-threshold.ts'
import { bailiff, bailiffBlock, bailiffDays, bailiffFrom, bailiffName, bailiffNotice } from '../contract/area/bailiff.ts'
import { membershipsQuestion, settingItems, settingQuestion } from './setting.ts'

/** Source: domain/1 §3.4, §4.10, [NACT], [O-COLL]. */
export const bailiffForm = defineRequestForm({
  name: 'parameters.activate-bailiff',
  topic: 'money',
  title: {
    nl: 'Deurwaardersprocedure activeren of aanpassen', en: 'Activate or change the bailiff procedure',
    fr: 'Activer ou modifier la procédure d’huissier',
  },
  help: {
    nl: 'Wat na een nota onbetaald blijft, komt op een lijst voor de deurwaarder of de financiële dienst. Wat je '
      + 'daarvan overdraagt, '
      + 'wordt meteen afgeboekt: de lener kan het niet meer in de bib betalen, en terugbrengen helpt niet meer. '
      + 'Lidgeld gaat nooit mee.',
    en: 'What stays unpaid after a bill comes on a list for the bailiff or the finance service. What you pass on of it '
      + 'is written off '
      + 'at once: the borrower can no longer pay it at the library, and bringing back no longer helps. Membership fees '
      + 'never go along.',
    fr: 'Ce qui reste impayé après une note figure sur une liste pour l’huissier ou le service financier. Ce que vous '
      + 'transférez est '
      + 'aussitôt passé en irrécouvrable : l’usager ne peut plus le payer à la bibliothèque, et rendre ne change plus '
      + 'rien. La cotisation n’en fait jamais partie.',
  },
  synonyms: {
    nl: 'gerechtsdeurwaarder, invordering, financiële dienst, dwangbevel, onbetaalde nota’s, incasso, aangetekende brief',
    en: 'bailiff, collection, finance service, writ, unpaid bills, debt collection, registered letter',
    fr: 'huissier de justice, recouvrement, service financier, contrainte, notes impayées, lettre recommandée',
  },
  levels: ['group', 'library'],
  questions: {
    memberships: membershipsQuestion,
    collector: settingQuestion(bailiffName, { example: 'Gerechtsdeurwaarder Peeters' }),
    days: settingQuestion(bailiffDays, { example: 42 }),
    least: settingQuestion(bailiffFrom, { example: 1000 }),
    block: settingQuestion(bailiffBlock, { example: true }),
    notice: settingQuestion(bailiffNotice, { example: true }),
    letter: settingQuestion(bailiffLetter, { example: true }),
  },
  items: ({ memberships, collector, days, least, block, notice, letter }, at) => [
    ...settingItems(at, bailiff, true, { memberships }),
    ...settingItems(at, bailiffName, collector),
    ...settingItems(at, bailiffDays, days, { memberships }),
    ...settingItems(at, bailiffFrom, least, { memberships }),
    ...settingItems(at, bailiffBlock, block, { memberships }),
    ...settingItems(at, bailiffNotice, notice, { memberships }),
    ...settingItems(at, bailiffLetter, letter),
  ],
})
