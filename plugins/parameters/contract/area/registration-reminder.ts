import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '../level.ts'
import { price } from '../price.ts'
import { whole, yesNo } from '../shape.ts'
import { registrationBill } from './registration-bill.ts'

/** NRH, likewise to NBH. Source: domain/1 §4.1, §4.9, [NACT]. */
export const registrationReminder = defineParameter({
  name: 'notices.registration-reminder',
  area: 'bills',
  ...yesNo(false),
  levels: atLibrary,
  onlyWhen: { parameter: registrationBill, is: [true] },
  title: {
    nl: 'Herinnering aan de registratienota', en: 'Reminder of the bill of outstanding charges', fr: 'Rappel du décompte',
  },
  help: {
    nl: 'Of een registratienota die niet betaald is, een herinnering krijgt.',
    en: 'Whether a bill of outstanding charges that is not paid gets a reminder.',
    fr: 'Indique si un décompte impayé fait l’objet d’un rappel.',
  },
  consequence: {
    nl: 'Ja: medewerkers verwerken één lijst meer, en minder dossiers gaan naar de deurwaarder.',
    en: 'Yes: staff process one more list, and fewer files go to the bailiff.',
    fr: 'Oui : le personnel traite une liste de plus, et moins de dossiers vont à l’huissier.',
  },
  example: {
    nl: 'Ja: op een nota van 1 september die openblijft, volgt op 15 september een herinnering.',
    en: 'Yes: a bill of 1 September that stays open is followed by a reminder on 15 September.',
    fr: 'Oui : un décompte du 1er septembre resté impayé est suivi d’un rappel le 15 septembre.',
  },
  synonyms: {
    nl: ['NRH', 'herinnering openstaande kosten', 'tweede nota'],
    en: ['NRH', 'open costs reminder', 'second bill'],
    fr: ['NRH', 'rappel des frais', 'deuxième décompte'],
  },
})

/** Source: domain/1 §4.9 (NRH analogous to NBH), [NACT]. */
export const registrationReminderDays = defineParameter({
  name: 'notices.registration-reminder-days',
  area: 'bills',
  ...whole('days', { from: 1, to: 180, standard: 14 }),
  levels: atLibrary,
  onlyWhen: { parameter: registrationReminder, is: [true] },
  title: { nl: 'Herinnering registratienota na', en: 'Reminder of outstanding charges after', fr: 'Rappel du décompte après' },
  help: {
    nl: 'Hoeveel dagen na de registratienota de herinnering klaarstaat.',
    en: 'How many days after the bill of outstanding charges the reminder is ready.',
    fr: 'Nombre de jours entre le décompte des frais dus et son rappel.',
  },
  consequence: {
    nl: 'Korter: leners horen sneller opnieuw van de nota, ook wie net een overschrijving deed.',
    en: 'Shorter: borrowers hear of the bill again sooner, also whoever has just made a transfer.',
    fr: 'Plus court : l’usager est relancé plus vite, même s’il vient de faire un virement.',
  },
  example: {
    nl: '14: een nota van 1 september geeft op 15 september een herinnering.',
    en: '14: a bill of 1 September gives a reminder on 15 September.',
    fr: '14 : un décompte du 1er septembre donne un rappel le 15 septembre.',
  },
  synonyms: {
    nl: ['NRH', 'termijn herinnering', 'dagen na nota'],
    en: ['NRH', 'reminder term', 'days after bill'],
    fr: ['NRH', 'délai de rappel'],
  },
})

/** Source: domain/1 §4.9 (NRH analogous to NBH), [NACT]. */
export const registrationReminderCost = defineParameter({
  name: 'accounts.registration-reminder-cost',
  area: 'bills',
  ...price,
  levels: atLibrary,
  onlyWhen: { parameter: registrationReminder, is: [true] },
  title: {
    nl: 'Kost van de herinnering registratienota',
    en: 'Cost of the reminder of outstanding charges',
    fr: 'Frais du rappel du décompte',
  },
  help: {
    nl: 'Wat een lener extra betaalt als de herinnering aan een registratienota vertrekt. 0: niets.',
    en: 'What a borrower pays on top when the reminder of a bill of outstanding charges leaves. 0: nothing.',
    fr: 'Ce que l’usager paie en plus quand part le rappel d’un décompte. 0 : rien.',
  },
  consequence: {
    nl: 'Het openstaande bedrag op de herinnering is met deze kost verhoogd.',
    en: 'The open amount on the reminder is raised by this cost.',
    fr: 'Le montant dû sur le rappel est majoré de ces frais.',
  },
  example: {
    nl: '€ 1,00: een nota van € 8,00 komt terug als een herinnering van € 9,00.',
    en: '€ 1.00: a bill of € 8.00 comes back as a reminder of € 9.00.',
    fr: '1,00 € : un décompte de 8,00 € est suivi d’un rappel de 9,00 €.',
  },
  synonyms: {
    nl: ['NRH', 'herinneringskost', 'maningskost'],
    en: ['NRH', 'reminder cost', 'reminder fee'],
    fr: ['NRH', 'frais de rappel'],
  },
})

export const registrationReminderParameters = [
  registrationReminder, registrationReminderDays, registrationReminderCost,
] as const
