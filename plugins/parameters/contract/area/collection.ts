import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '../level.ts'
import { setTariffs } from '../permission.ts'
import { whole } from '../shape.ts'

/** The strict law unless a library says otherwise. Source: domain/3 §2 (Book XIX of the Economic Law Code). */
export const collectionMode = defineParameter({
  name: 'notices.collection-mode',
  area: 'reminders',
  schema: Type.Enum(['book-xix', 'municipal', 'none']),
  default: 'book-xix',
  unit: 'choice',
  levels: atLibrary,
  setBy: setTariffs,
  choices: {
    'book-xix': { nl: 'volgens boek XIX', en: 'under Book XIX', fr: 'selon le livre XIX' },
    municipal: {
      nl: 'volgens het eigen retributiereglement',
      en: 'under the municipal regulation',
      fr: 'selon le règlement-redevance communal',
    },
    none: { nl: 'zonder aanmaningskosten', en: 'without reminder costs', fr: 'sans frais de rappel' },
  },
  title: {
    nl: 'Regels voor aanmaningskosten', en: 'Rules for reminder costs', fr: 'Règles pour les frais de rappel',
  },
  help: {
    nl: 'Volgens welke regels kosten bij aanmaningen mogen komen. Boek XIX is de wet op consumentenschulden.',
    en: 'By which rules costs may be added to reminders. Book XIX is the law on consumer debts.',
    fr: 'Règles selon lesquelles des frais peuvent s’ajouter aux rappels. Le livre XIX du Code de droit économique traite des dettes du consommateur.',
  },
  consequence: {
    nl: 'Volgens boek XIX is de eerste aanmaning gratis en kost een volgende hoogstens € 7,50 plus port. Het eigen reglement laat andere bedragen toe: daarvoor staan twee mensen in, met een reden.',
    en: 'Under Book XIX the first reminder is free and a further one costs at most € 7.50 plus postage. A municipal regulation allows other amounts: two people answer for that, with a reason.',
    fr: 'Selon le livre XIX, le premier rappel est gratuit et le suivant coûte au plus 7,50 € plus le port. Le règlement communal permet d’autres montants : deux personnes en répondent, avec un motif.',
  },
  example: {
    nl: 'Volgens boek XIX: een kost van € 1,00 op de eerste aanmaning wordt geweigerd bij het instellen.',
    en: 'Under Book XIX: a cost of € 1.00 on the first reminder is refused when it is set.',
    fr: 'Selon le livre XIX : des frais de 1,00 € pour le premier rappel sont refusés dès le paramétrage.',
  },
  synonyms: {
    nl: ['schuldinvordering', 'boek XIX', 'consumentenschulden', 'invorderingskosten', 'retributiereglement'],
    en: ['debt collection', 'Book XIX', 'consumer debts', 'collection costs'],
    fr: ['recouvrement de dettes', 'livre XIX', 'dettes du consommateur'],
  },
})

/** Counted from the third working day after a letter, from the day after an e-mail. Source: domain/3 §2. */
export const costWaitDays = defineParameter({
  name: 'notices.cost-wait-days',
  area: 'reminders',
  ...whole('days', { from: 14, to: 90, standard: 14 }),
  levels: atLibrary,
  onlyWhen: { parameter: collectionMode, is: ['book-xix'] },
  title: { nl: 'Wachttijd voor kosten', en: 'Wait before costs', fr: 'Délai avant l’ajout de frais' },
  help: {
    nl: 'Hoeveel dagen na de eerste aanmaning er op zijn vroegst een kost bij mag komen. De wet vraagt er 14.',
    en: 'How many days after the first reminder a cost may be added at the earliest. The law asks for 14.',
    fr: 'Nombre de jours qui doivent s’écouler après le premier rappel avant que des frais s’y ajoutent. La loi en exige 14.',
  },
  consequence: {
    nl: 'Langer: een tweede aanmaning binnen die tijd vertrekt zonder kost.',
    en: 'Longer: a second reminder within that time leaves without a cost.',
    fr: 'Plus long : un deuxième rappel envoyé dans ce délai part sans frais.',
  },
  example: {
    nl: '14: na een mail van 1 juni komt er ten vroegst op 16 juni een kost bij.',
    en: '14: after an e-mail of 1 June a cost is added on 16 June at the earliest.',
    fr: '14 : après un e-mail du 1er juin, des frais s’ajoutent au plus tôt le 16 juin.',
  },
  synonyms: {
    nl: ['wachttermijn', '14 dagen', 'boek XIX', 'ingebrekestelling'],
    en: ['waiting period', '14 days', 'Book XIX', 'formal notice'],
    fr: ['délai d’attente', '14 jours', 'livre XIX', 'mise en demeure'],
  },
})

export const collectionParameters = [collectionMode, costWaitDays] as const
