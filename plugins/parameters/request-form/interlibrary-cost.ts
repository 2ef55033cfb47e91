import { defineRequestForm } from '#core/contract/request-form.ts'
import { interlibraryCost } from '../contract/area/interlibrary.ts'
import { costOf, costQuestions } from './cost.ts'

/** Source: domain/1 §3.4, domain/2 §6.5, [IBLK], [IBLP]. */
export const interlibraryCostForm = defineRequestForm({
  name: 'parameters.interlibrary-cost',
  topic: 'lending',
  title: {
    nl: 'Wat een IBL-aanvraag de lener kost', en: 'What an interlibrary loan costs the borrower',
    fr: 'Ce qu’un prêt entre bibliothèques coûte à l’usager',
  },
  help: {
    nl: 'Het bedrag voor de lener als zijn bib een exemplaar bij een andere bib laat komen. In een groep 3a of hoger '
      + 'geldt één prijs '
      + 'voor alle bibliotheken: dan vraagt de groep het aan, of keuren de andere bibliotheken het mee goed.',
    en: 'The amount for the borrower when their library has an item brought from another library. In a group 3a or '
      + 'higher one price '
      + 'holds for all libraries: then the group asks it, or the other libraries agree to it.',
    fr: 'Le montant pour l’usager quand sa bibliothèque fait venir un document d’une autre. Dans un groupement 3a ou '
      + 'plus, un seul prix '
      + 'vaut pour toutes les bibliothèques : c’est alors le groupement qui demande, ou les autres bibliothèques '
      + 'marquent leur accord.',
  },
  synonyms: {
    nl: 'IBL, interbibliothecair leenverkeer, kost IBL, aanvraag andere bibliotheek, tarief IBL',
    en: 'IBL, ILL, interlibrary loan, cost of interlibrary loan, item from another library',
    fr: 'PEB, prêt entre bibliothèques, tarif PEB, document d’une autre bibliothèque',
  },
  levels: ['group', 'library'],
  questions: costQuestions(interlibraryCost, {
    cost: { nl: 'Kost van een IBL-aanvraag', en: 'Cost of an interlibrary loan', fr: 'Frais d’un prêt entre bibliothèques' },
    each: { nl: 'Per aangevraagd exemplaar.', en: 'For each item asked.', fr: 'Par document demandé.' },
    free: {
      nl: 'nooit: IBL is gratis', en: 'never: interlibrary loan is free',
      fr: 'jamais : le prêt entre bibliothèques est gratuit',
    },
    asksNotCollected: {
      nl: 'Betaalt wie een IBL-exemplaar niet ophaalt?', en: 'Does whoever does not collect an interlibrary item pay?',
      fr: 'L’usager qui ne retire pas le document demandé paie-t-il ?',
    },
    notCollected: {
      nl: 'Kost van een IBL-exemplaar dat niet is opgehaald', en: 'Cost of an interlibrary item not collected',
      fr: 'Frais d’un document demandé et non retiré',
    },
  }),
  items: (filled, at) => costOf(interlibraryCost, filled, at),
})
