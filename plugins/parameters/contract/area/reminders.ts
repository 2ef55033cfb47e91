import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '../level.ts'
import { membership } from '../list.ts'
import { price } from '../price.ts'
import { whole, yesNo } from '../shape.ts'
import { collectionMode } from './collection.ts'

/** Source: domain/1 §9 (dunning with a cost: [T-MAAS], [T-LAAK], [T-MOL]). */
export const reminder1Cost = defineParameter({
  name: 'notices.reminder-1-cost',
  area: 'reminders',
  ...price,
  levels: atLibrary,
  dimensions: [membership],
  checks: [{
    with: collectionMode,
    holds: (cents, mode) => cents === 0 || mode === 'municipal',
    says: {
      nl: 'De eerste aanmaning is gratis, tenzij het eigen retributiereglement anders bepaalt (regels voor aanmaningskosten).',
      en: 'The first reminder is free unless the municipal regulation says otherwise (rules for reminder costs).',
      fr: 'Le premier rappel est gratuit, sauf règlement communal contraire (règles pour les frais de rappel).',
    },
  }],
  title: { nl: 'Kost van de eerste aanmaning', en: 'Cost of the first reminder', fr: 'Frais du premier rappel' },
  help: {
    nl: 'Wat een lener betaalt voor de eerste aanmaning, per mail of per brief. 0: gratis.',
    en: 'What a borrower pays for the first reminder, by e-mail or by letter. 0: free.',
    fr: 'Ce que paie l’usager pour le premier rappel, par e-mail ou par lettre. 0 : gratuit.',
  },
  consequence: {
    nl: 'De kost komt op het lid te staan op de dag dat de aanmaning vertrekt, bovenop een eventuele boete.',
    en: 'The cost is put on the patron on the day the reminder leaves, on top of any fine.',
    fr: 'Les frais sont portés au compte de l’usager le jour où le rappel part, en plus d’une éventuelle amende.',
  },
  example: {
    nl: '€ 0,75: wie drie boeken te laat heeft, krijgt één aanmaning en betaalt één keer € 0,75.',
    en: '€ 0.75: whoever has three books overdue gets one reminder and pays € 0.75 once.',
    fr: '0,75 € : l’usager qui a trois livres en retard reçoit un seul rappel et paie une seule fois 0,75 €.',
  },
  synonyms: {
    nl: ['maningskost', 'aanmaningskost', 'HR1', 'rappelkost', 'administratiekost', 'maangeld'],
    en: ['reminder fee', 'dunning cost', 'HR1', 'overdue notice fee'],
    fr: ['frais de rappel', 'HR1', 'frais administratifs'],
  },
})

/** Source: domain/1 §9 ([T-PINTE] reminder 2 letter 1.25), domain/3 §2 (at most 7.50 plus postage). */
export const reminder2Cost = defineParameter({
  name: 'notices.reminder-2-cost',
  area: 'reminders',
  ...price,
  levels: atLibrary,
  dimensions: [membership],
  checks: [{
    with: collectionMode,
    holds: (cents, mode) => cents === 0 || mode === 'municipal' || (mode === 'book-xix' && cents <= 750),
    says: {
      nl: 'Volgens boek XIX kost een volgende aanmaning hoogstens € 7,50 plus port (regels voor aanmaningskosten).',
      en: 'Under Book XIX a further reminder costs at most € 7.50 plus postage (rules for reminder costs).',
      fr: 'Selon le livre XIX, un rappel suivant coûte au plus 7,50 € plus le port (règles pour les frais de rappel).',
    },
  }],
  title: { nl: 'Kost van de tweede aanmaning', en: 'Cost of the second reminder', fr: 'Frais du deuxième rappel' },
  help: {
    nl: 'Wat een lener betaalt voor de tweede aanmaning, per mail of per brief. 0: gratis.',
    en: 'What a borrower pays for the second reminder, by e-mail or by letter. 0: free.',
    fr: 'Ce que paie l’usager pour le deuxième rappel, par e-mail ou par lettre. 0 : gratuit.',
  },
  consequence: {
    nl: 'De kost komt op het lid te staan op de dag dat de tweede aanmaning vertrekt.',
    en: 'The cost is put on the patron on the day the second reminder leaves.',
    fr: 'Les frais sont portés au compte de l’usager le jour où part le deuxième rappel.',
  },
  example: {
    nl: '€ 1,25: een lener die na de eerste aanmaning niets terugbracht, betaalt € 1,25 bovenop zijn boete.',
    en: '€ 1.25: a borrower who returned nothing after the first reminder pays € 1.25 on top of the fine.',
    fr: '1,25 € : un usager qui n’a rien rendu après le premier rappel paie 1,25 € en plus de l’amende.',
  },
  synonyms: {
    nl: ['maningskost', 'aanmaningskost', 'HR2', 'rappelkost', 'laatste aanmaning'],
    en: ['reminder fee', 'dunning cost', 'HR2', 'final notice fee'],
    fr: ['frais de rappel', 'HR2', 'dernier rappel'],
  },
})

/**
 * Only when the nightly run makes a letter for want of an e-mail address, never after a bounce. Source: domain/1
 * §3.3, [BER].
 */
export const letterPostage = defineParameter({
  name: 'notices.letter-postage',
  area: 'reminders',
  ...price,
  levels: atLibrary,
  title: {
    nl: 'Portkosten van een aanmaning per brief',
    en: 'Postage of a reminder by letter',
    fr: 'Frais de port d’un rappel par lettre',
  },
  help: {
    nl: 'Wat een lener betaalt als de aanmaning per brief vertrekt omdat hij geen e-mailadres heeft. 0: niets.',
    en: 'What a borrower pays when a reminder goes by letter because they have no e-mail address. 0: nothing.',
    fr: 'Ce que paie l’usager quand le rappel part par lettre faute d’adresse e-mail. 0 : rien.',
  },
  consequence: {
    nl: 'Wie een e-mailadres geeft, betaalt geen port, ook niet als de mail terugkomt en er toch een brief volgt.',
    en: 'Whoever gives an e-mail address pays no postage, not even when the e-mail bounces and a letter follows.',
    fr: 'L’usager qui donne une adresse e-mail ne paie pas de port, même si l’e-mail est rejeté et qu’une lettre suit.',
  },
  example: {
    nl: '€ 1,50: een lener zonder mailadres krijgt op 8 april een brief en betaalt € 1,50 port.',
    en: '€ 1.50: a borrower without an address gets a letter on 8 April and pays € 1.50 postage.',
    fr: '1,50 € : un usager sans e-mail reçoit une lettre le 8 avril et paie 1,50 € de port.',
  },
  synonyms: {
    nl: ['portkosten', 'postzegel', 'verzendkosten', 'brief', 'port'],
    en: ['postage', 'stamp', 'letter cost'],
    fr: ['frais de port', 'timbre', 'frais d’envoi'],
  },
})

/** Source: domain/1 §9 ([T-PEER] 10, [T-LAAK] 6, [T-PINTE] 6.50). */
export const registeredLetterCost = defineParameter({
  name: 'notices.registered-letter-cost',
  area: 'reminders',
  ...price,
  levels: atLibrary,
  title: {
    nl: 'Kost van een aangetekende brief', en: 'Cost of a registered letter', fr: 'Frais d’une lettre recommandée',
  },
  help: {
    nl: 'Wat een lener betaalt als een aanmaning aangetekend verstuurd wordt. 0: niets.',
    en: 'What a borrower pays when a reminder is sent by registered mail. 0: nothing.',
    fr: 'Ce que paie l’usager quand un rappel est envoyé par recommandé. 0 : rien.',
  },
  consequence: {
    nl: 'De kost komt op het lid te staan bij het versturen en blijft verschuldigd als alles terugkomt.',
    en: 'The cost is put on the patron when it is sent and stays due when everything comes back.',
    fr: 'Les frais sont portés au compte de l’usager à l’envoi et restent dus même si tout est rendu.',
  },
  example: {
    nl: '€ 6,50: na twee aanmaningen vertrekt op 1 juli een aangetekende brief, en het lid is € 6,50 meer verschuldigd.',
    en: '€ 6.50: after two reminders a registered letter leaves on 1 July, and the patron owes € 6.50 more.',
    fr: '6,50 € : après deux rappels, une lettre recommandée part le 1er juillet et l’usager doit 6,50 € de plus.',
  },
  synonyms: {
    nl: ['aangetekend', 'aangetekende zending', 'ingebrekestelling'],
    en: ['registered mail', 'recorded delivery', 'formal notice'],
    fr: ['recommandé', 'mise en demeure'],
  },
})

/** Text group 2. Source: domain/1 §3.3, [BERAANP]. */
export const minorsText = defineParameter({
  name: 'notices.minors-text',
  area: 'reminders',
  ...yesNo(true),
  levels: atLibrary,
  dimensions: [membership],
  title: { nl: 'Aan de ouders van minderjarigen', en: 'To the parents of minors', fr: 'Aux parents de mineurs' },
  help: {
    nl: 'Of berichten aan minderjarigen een eigen tekst krijgen, gericht aan de ouders of de voogd.',
    en: 'Whether messages to minors have a text of their own, addressed to their parents or guardian.',
    fr: 'Indique si les messages aux mineurs ont un texte propre, adressé aux parents ou au tuteur.',
  },
  consequence: {
    nl: 'Ja: brieven en mails beginnen met “Aan de ouders van”. Nee: het kind wordt zelf aangeschreven.',
    en: 'Yes: letters and e-mails begin with “To the parents of”. No: the child itself is addressed.',
    fr: 'Oui : les lettres et les e-mails commencent par « Aux parents de ». Non : on s’adresse à l’enfant lui-même.',
  },
  example: {
    nl: 'Ja: de nota voor een kind van 9 komt toe bij “de ouders van Lotte”.',
    en: 'Yes: the bill for a child of 9 arrives for “the parents of Lotte”.',
    fr: 'Oui : la note pour un enfant de 9 ans arrive « aux parents de Lotte ».',
  },
  synonyms: {
    nl: ['tekstgroep 2', 'minderjarige', 'ouders', 'voogd', 'wettelijk vertegenwoordiger'],
    en: ['text group 2', 'minor', 'parents', 'guardian'],
    fr: ['groupe de textes 2', 'mineur', 'parents', 'tuteur'],
  },
})

/** Source: domain/1 §3.3 (text group 2), domain/3 §1 (minors). */
export const minorsAge = defineParameter({
  name: 'notices.minors-age',
  area: 'reminders',
  ...whole('years', { from: 12, to: 21, standard: 18 }),
  levels: atLibrary,
  onlyWhen: { parameter: minorsText, is: [true] },
  title: { nl: 'Zelf aangeschreven vanaf', en: 'Addressed in person from', fr: 'Messages à son propre nom dès' },
  help: {
    nl: 'Vanaf welke leeftijd berichten aan de lener zelf gericht zijn.',
    en: 'From which age messages are addressed to the borrower.',
    fr: 'Âge à partir duquel les messages sont adressés à l’usager lui-même.',
  },
  consequence: {
    nl: 'Lager: tieners krijgen hun aanmaningen zelf. Nota’s blijven naar wie voor hen aansprakelijk is gaan.',
    en: 'Lower: teenagers get their own reminders. Bills still go to whoever is liable for them.',
    fr: 'Plus bas : les adolescents reçoivent eux-mêmes leurs rappels. Les notes vont toujours à la personne qui répond d’eux.',
  },
  example: {
    nl: '18: vanaf de achttiende verjaardag komt de aanmaning op eigen naam.',
    en: '18: from the eighteenth birthday reminders come in one’s own name.',
    fr: '18 : dès son dix-huitième anniversaire, l’usager reçoit les rappels à son propre nom.',
  },
  synonyms: {
    nl: ['meerderjarig', 'leeftijd', 'minderjarige'],
    en: ['adult', 'age of majority', 'minor'],
    fr: ['majorité', 'âge', 'mineur'],
  },
})

export const remindersParameters = [
  reminder1Cost, reminder2Cost, letterPostage, registeredLetterCost, minorsText, minorsAge,
] as const
