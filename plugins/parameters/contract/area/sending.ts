import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atSystem } from '../level.ts'
import { whole } from '../shape.ts'

/** The wish itself is kept with the patron and counts in all libraries. Source: domain/1 §3.3, [TAB7]. */
export const patronPreference = defineParameter({
  name: 'notices.patron-preference',
  area: 'messages',
  schema: Type.Enum(['all', 'channel', 'fixed']),
  default: 'channel',
  unit: 'choice',
  levels: atLibrary,
  choices: {
    all: { nl: 'of én langs welke weg', en: 'whether and by which way', fr: 's’ils les reçoivent et par quelle voie' },
    channel: { nl: 'alleen langs welke weg', en: 'only by which way', fr: 'seulement la voie' },
    fixed: {
      nl: 'niets: de bibliotheek beslist', en: 'nothing: the library decides', fr: 'rien : la bibliothèque décide',
    },
  },
  title: { nl: 'Wat leners zelf kiezen', en: 'What borrowers choose', fr: 'Ce que choisissent les usagers' },
  help: {
    nl: 'Wat leners zelf kiezen voor attenderingen en berichten over reserveringen.',
    en: 'What borrowers choose for pre-notices and messages about holds.',
    fr: 'Ce que les usagers choisissent eux-mêmes pour les rappels préalables et les messages sur les réservations.',
  },
  consequence: {
    nl: 'Hun keuze geldt in al hun bibliotheken. Aanmaningen en nota’s kan niemand afzetten.',
    en: 'Their choice counts in all their libraries. Nobody can turn off reminders and bills.',
    fr: 'Leur choix vaut dans toutes leurs bibliothèques. Personne ne peut refuser les rappels et les notes.',
  },
  example: {
    nl: 'Alleen langs welke weg: Bram kiest een brief in plaats van een mail, maar kan de attendering niet afzetten.',
    en: 'Only by which way: Bram chooses a letter instead of an e-mail but cannot turn the pre-notice off.',
    fr: 'Seulement la voie : Bram choisit la lettre plutôt que l’e-mail, mais ne peut pas refuser le rappel préalable.',
  },
  synonyms: {
    nl: ['voorkeur', 'berichtvoorkeur', 'mail of brief', 'afmelden', 'eigen keuze'],
    en: ['preference', 'opt out', 'mail or letter'],
    fr: ['préférence', 'désinscription', 'e-mail ou lettre'],
  },
})

/** In Wise job HERVZM, daily at 06:00. Source: domain/1 §4.2, [BER], [O-DASH]. */
export const noticeHour = defineParameter({
  name: 'notices.run-hour',
  area: 'messages',
  ...whole('hours', { from: 0, to: 23, standard: 6 }),
  levels: atSystem,
  title: {
    nl: 'Uur van de dagelijkse berichten', en: 'Hour of the daily messages', fr: 'Heure des messages quotidiens',
  },
  help: {
    nl: 'Vanaf welk uur elke dag wordt nagegaan wie een attendering, aanmaning of nota krijgt.',
    en: 'From which hour it is worked out each day who gets a pre-notice, reminder or bill.',
    fr: 'Heure à partir de laquelle il est établi, chaque jour, qui reçoit un rappel préalable, un rappel ou une note.',
  },
  consequence: {
    nl: 'Later: wie ’s morgens vroeg inlevert, krijgt geen overbodige mail meer; brieven liggen later klaar.',
    en: 'Later: whoever returns early in the morning gets no needless mail; letters are ready later.',
    fr: 'Plus tard : l’usager qui rend ses documents tôt le matin ne reçoit plus d’e-mail inutile ; les lettres sont prêtes plus tard.',
  },
  example: {
    nl: '6 uur: de mails vertrekken voor openingstijd, de brieven liggen om 9 uur klaar om te printen.',
    en: '6: e-mails leave before opening time, letters are ready to print at 9.',
    fr: '6 h : les e-mails partent avant l’ouverture, les lettres sont prêtes à imprimer à 9 h.',
  },
  synonyms: {
    nl: ['HERVZM', 'nachtelijke verwerking', 'tijdstip berichten', 'nachtjob'],
    en: ['HERVZM', 'nightly run', 'time of messages'],
    fr: ['HERVZM', 'traitement nocturne', 'heure d’envoi'],
  },
})

/** Source: domain/1 §4.2 (two bounces), [O-MSG]. */
export const bounceWarning = defineParameter({
  name: 'notices.bounce-warning',
  area: 'messages',
  ...whole('count', { from: 1, to: 20, standard: 2 }),
  levels: atLibrary,
  title: {
    nl: 'Melden na zoveel teruggekomen mails',
    en: 'Report after so many bounces',
    fr: 'Signaler après autant d’e-mails rejetés',
  },
  help: {
    nl: 'Na hoeveel teruggekomen mails medewerkers een melding bij de lener zien.',
    en: 'After how many e-mails that came back staff see a notice with the borrower.',
    fr: 'Nombre d’e-mails rejetés après lequel le personnel voit un avis auprès de l’usager.',
  },
  consequence: {
    nl: 'Lager: medewerkers vragen sneller een nieuw adres, ook bij een mailbox die maar even vol was.',
    en: 'Lower: staff ask for a new address sooner, also when a mailbox was full for a moment.',
    fr: 'Plus bas : le personnel demande plus vite une nouvelle adresse, même pour une boîte momentanément pleine.',
  },
  example: {
    nl: '2: na de tweede mail die terugkomt, vraagt de balie bij het volgende bezoek een ander adres.',
    en: '2: after the second mail that comes back the desk asks for another address at the next visit.',
    fr: '2 : après le deuxième e-mail rejeté, le comptoir demande une autre adresse à la prochaine visite.',
  },
  synonyms: {
    nl: ['bounce', 'onbestelbaar', 'foutief e-mailadres'],
    en: ['bounce', 'undeliverable', 'wrong address'],
    fr: ['rejet', 'non remis', 'adresse erronée'],
  },
})

/** Source: domain/1 §4.2 (five bounces), [O-MSG]. */
export const bounceRemoval = defineParameter({
  name: 'notices.bounce-removal',
  area: 'messages',
  ...whole('count', { from: 2, to: 50, standard: 5 }),
  levels: atLibrary,
  checks: [{
    with: bounceWarning,
    holds: (removal, warning) => typeof warning === 'number' && removal > warning,
    says: {
      nl: 'Een adres verdwijnt pas na meer teruggekomen mails dan er een melding vragen.',
      en: 'An address goes only after more bounces than ask for a notice.',
      fr: 'Une adresse n’est retirée qu’après plus de rejets qu’il n’en faut pour déclencher l’avis.',
    },
  }],
  title: {
    nl: 'Adres weg na zoveel teruggekomen mails',
    en: 'Address gone after so many bounces',
    fr: 'Adresse retirée après ce nombre de rejets',
  },
  help: {
    nl: 'Na hoeveel teruggekomen mails het e-mailadres van een lener vervalt.',
    en: 'After how many e-mails that came back a borrower’s address lapses.',
    fr: 'Nombre d’e-mails rejetés après lequel l’adresse de l’usager est retirée.',
  },
  consequence: {
    nl: 'Daarna krijgt de lener brieven, tot hij een nieuw adres geeft. Het oude blijft in het logboek.',
    en: 'From then on the borrower gets letters until they give a new address. The old one stays in the log.',
    fr: 'Ensuite, l’usager reçoit des lettres jusqu’à ce qu’il donne une nouvelle adresse. L’ancienne reste au journal.',
  },
  example: {
    nl: '5: na vijf mails die terugkwamen, vertrekt de volgende aanmaning per brief.',
    en: '5: after five e-mails that came back the next reminder goes by letter.',
    fr: '5 : après cinq e-mails rejetés, le rappel suivant part par lettre.',
  },
  synonyms: {
    nl: ['bounce', 'e-mailadres wissen', 'onbestelbaar'],
    en: ['bounce', 'remove address', 'undeliverable'],
    fr: ['rejet', 'supprimer l’adresse', 'non remis'],
  },
})

export const sendingParameters = [patronPreference, noticeHour, bounceWarning, bounceRemoval] as const
