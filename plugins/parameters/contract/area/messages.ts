import { defineParameter, type Language, type Texts } from '#core/contract.ts'
import { atLibrary } from '../level.ts'
import { membership } from '../list.ts'
import { yesNo } from '../shape.ts'

/** A type of message that a library sends or not, by type of membership (domain/1 §3.3, §4.1, [BERAANP]). */
export interface Message {
  /** Its code in Wise, where it has one. */
  readonly code?: string
  readonly key: string
  readonly name: Texts
  readonly title: Texts
  readonly help: Texts
  readonly consequence: Texts
  readonly example: Texts
  readonly words: Readonly<Record<Language, readonly string[]>>
}

export const messages: readonly Message[] = [
  {
    key: 'pre-notice',
    name: { nl: 'Attendering', en: 'Pre-notice', fr: 'Rappel préalable' },
    title: { nl: 'Attendering versturen', en: 'Send the pre-notice', fr: 'Envoyer le rappel préalable' },
    help: {
      nl: 'Of leners enkele dagen voor de inleverdatum bericht krijgen. De dagen staan in het reglement.',
      en: 'Whether borrowers are told some days before the due date. The days stand in the rules.',
      fr: 'Indique si les usagers sont prévenus quelques jours avant la date de retour. Le nombre de jours figure au règlement.',
    },
    consequence: {
      nl: 'Nee: leners vergeten vaker iets, en er komen meer boetes en aanmaningen.',
      en: 'No: borrowers forget more often, and there are more fines and reminders.',
      fr: 'Non : les oublis sont plus fréquents, avec plus d’amendes et de rappels.',
    },
    example: {
      nl: 'Ja, met 3 dagen in het reglement: voor 1 april vertrekt op 29 maart een mail.',
      en: 'Yes, with 3 days in the rules: for 1 April an e-mail leaves on 29 March.',
      fr: 'Oui, avec 3 jours au règlement : pour le 1er avril, un e-mail part le 29 mars.',
    },
    words: {
      nl: ['inleverattentie', 'herinnering vooraf', 'bijna te laat'], en: ['courtesy reminder', 'return reminder'],
      fr: ['préavis de retour', 'avis de courtoisie', 'avis de retour'],
    },
  },
  {
    code: 'HR1', key: 'reminder-1',
    name: { nl: 'Eerste aanmaning', en: 'First reminder', fr: 'Premier rappel' },
    title: { nl: 'Eerste aanmaning versturen', en: 'Send the first reminder', fr: 'Envoyer le premier rappel' },
    help: {
      nl: 'Of leners een eerste aanmaning krijgen voor wat te laat is, na het aantal dagen van het reglement.',
      en: 'Whether borrowers get a first reminder for what is overdue, after the days of the rules.',
      fr: 'Indique si les usagers reçoivent un premier rappel pour ce qui est en retard, après le nombre de jours fixé par le règlement.',
    },
    consequence: {
      nl: 'Nee: de lener hoort voor het eerst van de bibliotheek met de nota, en ook de tweede aanmaning blijft weg.',
      en: 'No: the borrower first hears of the library with the bill, and the second reminder stays away too.',
      fr: 'Non : la note est la première nouvelle que l’usager reçoit de la bibliothèque, et le deuxième rappel ne part pas non plus.',
    },
    example: {
      nl: 'Nee voor 101 Gemeentepersoneel: de bibliotheek belt collega’s liever op.',
      en: 'No for 101 Municipal staff: the library would rather ring its colleagues.',
      fr: 'Non pour 101 Personnel communal : la bibliothèque préfère appeler ses collègues.',
    },
    words: {
      nl: ['maanbrief', 'rappel', 'te laat', 'herinnering'], en: ['overdue notice', 'dunning letter'],
      fr: ['lettre de rappel', 'retard'],
    },
  },
  {
    code: 'HR2', key: 'reminder-2',
    name: { nl: 'Tweede aanmaning', en: 'Second reminder', fr: 'Deuxième rappel' },
    title: { nl: 'Tweede aanmaning versturen', en: 'Send the second reminder', fr: 'Envoyer le deuxième rappel' },
    help: {
      nl: 'Of leners een tweede aanmaning krijgen, zoveel dagen na de eerste als het reglement zegt.',
      en: 'Whether borrowers get a second reminder, as many days after the first as the rules say.',
      fr: 'Indique si les usagers reçoivent un deuxième rappel, après le nombre de jours fixé par le règlement.',
    },
    consequence: {
      nl: 'Nee: na de eerste aanmaning volgt meteen de nota, zonder nieuwe waarschuwing.',
      en: 'No: the first reminder is followed by the bill at once, without another warning.',
      fr: 'Non : la note suit directement le premier rappel, sans autre avertissement.',
    },
    example: {
      nl: 'Ja, met 14 dagen: na een eerste aanmaning van 8 april volgt de tweede op 22 april.',
      en: 'Yes, with 14 days: a first reminder of 8 April is followed by the second on 22 April.',
      fr: 'Oui, avec 14 jours : après un premier rappel du 8 avril, le deuxième suit le 22 avril.',
    },
    words: {
      nl: ['laatste aanmaning', 'maanbrief', 'rappel'], en: ['final reminder', 'second overdue notice'],
      fr: ['dernier rappel', 'lettre de rappel'],
    },
  },
  {
    code: 'BALRSV', key: 'hold-ready',
    name: { nl: 'Reservering klaar', en: 'Hold ready', fr: 'Réservation prête' },
    title: { nl: 'Melden dat een reservering klaarligt', en: 'Tell that a hold is ready', fr: 'Signaler une réservation prête' },
    help: {
      nl: 'Of leners bericht krijgen zodra hun gereserveerde exemplaar klaarligt.',
      en: 'Whether borrowers are told as soon as their item is ready to collect.',
      fr: 'Indique si les usagers sont prévenus dès que leur document réservé les attend.',
    },
    consequence: {
      nl: 'Nee: de afhaaltermijn begint zonder dat de lener het weet; medewerkers bellen zelf.',
      en: 'No: the pick-up period begins without the borrower knowing; staff ring them.',
      fr: 'Non : le délai de retrait commence à l’insu de l’usager ; le personnel lui téléphone.',
    },
    example: {
      nl: 'Ja: om 10 uur in het afhaalrek gezet, om 11 uur een mail.',
      en: 'Yes: put on the hold shelf at 10, an e-mail at 11.',
      fr: 'Oui : le document est placé sur l’étagère des réservations à 10 h, l’e-mail part à 11 h.',
    },
    words: {
      nl: ['afhaalbericht', 'ophalen', 'klaargelegd'], en: ['pick-up notice', 'hold notice'],
      fr: ['avis de retrait', 'document disponible'],
    },
  },
  {
    key: 'hold-lapsed',
    name: { nl: 'Reservering vervallen', en: 'Hold lapsed', fr: 'Réservation expirée' },
    title: { nl: 'Melden dat een reservering vervalt', en: 'Tell that a hold has lapsed', fr: 'Signaler une réservation expirée' },
    help: {
      nl: 'Of leners bericht krijgen als een reservering of IBL-aanvraag vervalt of geannuleerd wordt.',
      en: 'Whether borrowers are told when a hold or interlibrary request lapses or is cancelled.',
      fr: 'Indique si les usagers sont prévenus quand une réservation ou une demande de PEB expire ou est annulée.',
    },
    consequence: {
      nl: 'Nee: leners blijven wachten en vragen aan de balie waar hun boek blijft.',
      en: 'No: borrowers go on waiting and ask at the desk where their book is.',
      fr: 'Non : les usagers continuent d’attendre et demandent au comptoir où est leur livre.',
    },
    example: {
      nl: 'Ja: een IBL-aanvraag van 4 mei die op 12 mei vervalt, geeft die ochtend een mail.',
      en: 'Yes: an interlibrary request of 4 May that lapses on 12 May gives an e-mail that morning.',
      fr: 'Oui : pour une demande de PEB du 4 mai qui expire le 12 mai, un e-mail part ce matin-là.',
    },
    words: {
      nl: ['annulatie', 'niet gelukt', 'IBL vervallen'], en: ['cancelled hold', 'expired request'],
      fr: ['annulation', 'demande expirée'],
    },
  },
  {
    key: 'membership-ending',
    name: { nl: 'Einde abonnement', en: 'Membership ending', fr: 'Fin d’abonnement' },
    title: { nl: 'Einde abonnement melden', en: 'Tell that a membership ends', fr: 'Signaler la fin d’abonnement' },
    help: {
      nl: 'Of leners op de eerste van de maand bericht krijgen als hun lidmaatschap die maand afloopt.',
      en: 'Whether borrowers are told on the first of the month that their membership ends that month.',
      fr: 'Indique si les usagers sont prévenus, le premier du mois, que leur abonnement se termine ce mois-là.',
    },
    consequence: {
      nl: 'Nee: leners merken pas aan de balie of de zelfuitleen dat hun kaart niet meer geldt.',
      en: 'No: borrowers notice only at the desk or self-service that their card is no longer valid.',
      fr: 'Non : les usagers ne remarquent qu’au comptoir ou à l’automate que leur carte n’est plus valable.',
    },
    example: {
      nl: 'Ja: wie lid is tot en met 30 juni, krijgt op 1 juni een mail met een knop om te hernieuwen.',
      en: 'Yes: whoever is a member until 30 June gets an e-mail on 1 June with a button to renew.',
      fr: 'Oui : l’usager membre jusqu’au 30 juin reçoit le 1er juin un e-mail avec un bouton pour renouveler.',
    },
    words: {
      nl: ['hernieuwen', 'lidmaatschap loopt af', 'vervaldag'], en: ['expiry notice', 'renew membership'],
      fr: ['renouveler', 'échéance'],
    },
  },
  {
    code: 'CAE', key: 'fee-invoice',
    name: { nl: 'Uitnodiging lidgeld', en: 'Invitation to pay the fee', fr: 'Invitation à payer la cotisation' },
    title: { nl: 'Uitnodiging lidgeld versturen', en: 'Send the invitation to pay the fee', fr: 'Envoyer l’invitation à payer la cotisation' },
    help: {
      nl: 'Of leners vooraf een bericht met het lidgeld van de nieuwe periode krijgen, en later de herinnering daaraan.',
      en: 'Whether borrowers get a message with the fee of the new period beforehand, and its reminder later.',
      fr: 'Indique si les usagers reçoivent à l’avance un message avec la cotisation de la nouvelle période, puis un rappel.',
    },
    consequence: {
      nl: 'Nee: wie hernieuwt, betaalt pas bij het volgende bezoek, en meer lidmaatschappen vervallen onbetaald.',
      en: 'No: whoever renews pays at the next visit only, and more memberships lapse unpaid.',
      fr: 'Non : l’usager qui renouvelle ne paie qu’à sa prochaine visite, et davantage d’abonnements sont résiliés faute de paiement.',
    },
    example: {
      nl: 'Ja voor volwassenen: in november vertrekt een brief met € 5,00 voor 2027.',
      en: 'Yes for adults: in November a letter leaves with € 5.00 for 2027.',
      fr: 'Oui pour les adultes : en novembre part une lettre avec 5,00 € pour 2027.',
    },
    words: {
      nl: ['CAJ', 'contributienota', 'lidgeldbrief'], en: ['CAJ', 'fee bill', 'subscription invoice'],
      fr: ['CAJ', 'facture de cotisation'],
    },
  },
  {
    code: 'PMS', key: 'unconfirmed',
    name: { nl: 'Nog te bevestigen', en: 'Not confirmed yet', fr: 'À confirmer' },
    title: { nl: 'Vragen om online inschrijving te bevestigen', en: 'Ask to confirm enrolling online', fr: 'Demander de confirmer une inscription en ligne' },
    help: {
      nl: 'Of wie zich online inschreef en nog niet langskwam, daar één keer aan herinnerd wordt.',
      en: 'Whether people who enrolled online and have not come by yet are reminded of it once.',
      fr: 'Indique si la personne inscrite en ligne qui n’est pas encore passée à la bibliothèque reçoit un rappel, une seule fois.',
    },
    consequence: {
      nl: 'Nee: meer inschrijvingen blijven geblokkeerd tot ze bij de ledenronde vervallen.',
      en: 'No: more enrolments stay blocked until they lapse at the patron run.',
      fr: 'Non : davantage d’inscriptions restent bloquées jusqu’à ce qu’elles soient supprimées lors du traitement.',
    },
    example: {
      nl: 'Ja: ingeschreven op 26 oktober, bericht op 26 december.',
      en: 'Yes: enrolled on 26 October, a message on 26 December.',
      fr: 'Oui : inscription le 26 octobre, message le 26 décembre.',
    },
    words: {
      nl: ['internetblokkade', 'langskomen', 'identiteit'], en: ['internet block', 'confirm enrolment'],
      fr: ['blocage internet', 'confirmer'],
    },
  },
]

/** Whether a message is sent, by type of membership. */
const sent = ({ code, key, title, help, consequence, example, words }: Message) => defineParameter({
  name: `notices.send-${key}`,
  area: 'messages',
  ...yesNo(true),
  levels: atLibrary,
  dimensions: [membership],
  title, help, consequence, example,
  synonyms: wordsFor(code, words),
})

/** The words it is looked for by, its code among them. */
export function wordsFor(code: string | undefined, { nl, en, fr }: Message['words']): Message['words'] {
  const known = code ? [code] : []
  return { nl: [...known, ...nl], en: [...known, ...en], fr: [...known, ...fr] }
}

export const messagesParameters = messages.map(sent)
