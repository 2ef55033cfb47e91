import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '../level.ts'
import { price } from '../price.ts'
import { whole, yesNo } from '../shape.ts'

/** NBH; holds for every membership that has the replacement bill. Source: domain/1 §3.3, §4.8, [NACT]. */
export const billReminder = defineParameter({
  name: 'notices.bill-reminder',
  area: 'bills',
  ...yesNo(false),
  levels: atLibrary,
  title: {
    nl: 'Herinnering aan de materiaalvergoedingsnota',
    en: 'Reminder of the replacement bill',
    fr: 'Rappel de la note d’indemnité',
  },
  help: {
    nl: 'Of een nota die niet betaald is en waarvan niets terugkwam, een herinnering krijgt.',
    en: 'Whether a bill that is not paid, and of which nothing came back, gets a reminder.',
    fr: 'Indique si une note impayée, dont aucun document n’a été rendu, fait l’objet d’un rappel.',
  },
  consequence: {
    nl: 'Ja: medewerkers verwerken één lijst meer, en minder dossiers gaan naar de deurwaarder.',
    en: 'Yes: staff process one more list, and fewer files go to the bailiff.',
    fr: 'Oui : le personnel traite une liste de plus, et moins de dossiers vont à l’huissier.',
  },
  example: {
    nl: 'Ja: op een nota van 6 mei volgt op 20 mei een herinnering.',
    en: 'Yes: a bill of 6 May is followed by a reminder on 20 May.',
    fr: 'Oui : une note du 6 mai est suivie d’un rappel le 20 mai.',
  },
  synonyms: {
    nl: ['NBH', 'notaherinnering', 'tweede nota', 'herinneringsnota'],
    en: ['NBH', 'bill reminder', 'second bill'],
    fr: ['NBH', 'rappel de note', 'deuxième note'],
  },
})

/** Source: domain/1 §3.3 (days after first bill), §3.4, [NACT]. */
export const billReminderDays = defineParameter({
  name: 'notices.bill-reminder-days',
  area: 'bills',
  ...whole('days', { from: 1, to: 180, standard: 14 }),
  levels: atLibrary,
  onlyWhen: { parameter: billReminder, is: [true] },
  title: {
    nl: 'Herinnering na zoveel dagen', en: 'Reminder after so many days', fr: 'Rappel après ce nombre de jours',
  },
  help: {
    nl: 'Hoeveel dagen na de materiaalvergoedingsnota de herinnering klaarstaat.',
    en: 'How many days after the replacement bill the reminder is ready.',
    fr: 'Nombre de jours entre la note d’indemnité et son rappel.',
  },
  consequence: {
    nl: 'Korter: leners horen sneller opnieuw van de nota, ook wie net een overschrijving deed.',
    en: 'Shorter: borrowers hear of the bill again sooner, also whoever has just made a transfer.',
    fr: 'Plus court : l’usager est relancé plus vite, même s’il vient de faire un virement.',
  },
  example: {
    nl: '14: een nota van 6 mei geeft op 20 mei een herinnering.',
    en: '14: a bill of 6 May gives a reminder on 20 May.',
    fr: '14 : une note du 6 mai donne un rappel le 20 mai.',
  },
  synonyms: {
    nl: ['NBH', 'termijn herinnering', 'dagen na nota'],
    en: ['NBH', 'reminder term', 'days after bill'],
    fr: ['NBH', 'délai de rappel', 'jours après la note'],
  },
})

/** Source: domain/1 §3.3 (reminder cost), §3.4, [NACT]. */
export const billReminderCost = defineParameter({
  name: 'accounts.bill-reminder-cost',
  area: 'bills',
  ...price,
  levels: atLibrary,
  onlyWhen: { parameter: billReminder, is: [true] },
  title: { nl: 'Kost van de notaherinnering', en: 'Cost of the bill reminder', fr: 'Frais du rappel de note' },
  help: {
    nl: 'Wat een lener extra betaalt als de herinnering aan een materiaalvergoedingsnota vertrekt. 0: niets.',
    en: 'What a borrower pays on top when the reminder of a replacement bill leaves. 0: nothing.',
    fr: 'Ce que l’usager paie en plus quand part le rappel d’une note d’indemnité. 0 : rien.',
  },
  consequence: {
    nl: 'Het openstaande bedrag op de herinnering is met deze kost verhoogd.',
    en: 'The open amount on the reminder is raised by this cost.',
    fr: 'Le montant dû sur le rappel est majoré de ces frais.',
  },
  example: {
    nl: '€ 1,00: een nota van € 21,00 komt terug als een herinnering van € 22,00.',
    en: '€ 1.00: a bill of € 21.00 comes back as a reminder of € 22.00.',
    fr: '1,00 € : une note de 21,00 € est suivie d’un rappel de 22,00 €.',
  },
  synonyms: {
    nl: ['NBH', 'herinneringskost', 'maningskost'],
    en: ['NBH', 'reminder cost', 'reminder fee'],
    fr: ['NBH', 'frais de rappel'],
  },
})

export const billReminderParameters = [billReminder, billReminderDays, billReminderCost] as const
