import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '#plugins/parameters/contract/level.ts'
import { membership } from '#plugins/parameters/contract/list.ts'
import { whole, yesNo } from '#plugins/parameters/contract/shape.ts'

/** Expiry 31 December, baseline 2: November. Source: domain/1 §3.3 (baseline period), [O-FEE]. */
export const feeBaselineMonths = defineParameter({
  name: 'patrons.fee-baseline-months',
  area: 'membership',
  ...whole('months', { from: 0, to: 12, standard: 1 }),
  levels: atLibrary,
  dimensions: [membership],
  title: { nl: 'Uitnodiging om te hernieuwen', en: 'Invitation to renew', fr: 'Invitation à renouveler' },
  help: {
    nl: 'Hoeveel maanden voor de nieuwe periode de uitnodiging tot betaling vertrekt.',
    en: 'How many months before the new period the invitation to pay leaves.',
    fr: 'Nombre de mois entre l’envoi de l’invitation à payer et le début de la nouvelle période.',
  },
  consequence: {
    nl: 'Meer: leners betalen vroeger en hebben minder vaak een onderbroken lidmaatschap.',
    en: 'More: borrowers pay earlier and their membership is interrupted less often.',
    fr: 'Davantage : l’usager paie plus tôt et son abonnement est moins souvent interrompu.',
  },
  example: {
    nl: '2, met einde op 31 december: de uitnodiging vertrekt in november.',
    en: '2, with an end on 31 December: the invitation leaves in November.',
    fr: '2, avec une fin au 31 décembre : l’invitation part en novembre.',
  },
  synonyms: {
    nl: ['basisperiode', 'factuurmaand', 'hernieuwen', 'contributiefactuur'],
    en: ['baseline period', 'invoice month', 'renewal invoice'],
    fr: ['période de base', 'mois de facturation', 'renouvellement'],
  },
})

/** Source: domain/1 §3.3 (reminder after x months), §4.11, [O-FEE], [ONLFAQ]. */
export const feeReminderMonths = defineParameter({
  name: 'patrons.fee-reminder-months',
  area: 'membership',
  ...whole('months', { from: 1, to: 24, standard: 2 }),
  levels: atLibrary,
  dimensions: [membership],
  title: {
    nl: 'Onbetaald lidgeld: herinnering na',
    en: 'Unpaid fee: reminder after',
    fr: 'Cotisation impayée : rappel après',
  },
  help: {
    nl: 'Na hoeveel maanden een lener met onbetaald lidgeld een herinnering krijgt en niet meer kan reserveren.',
    en: 'After how many months a borrower with an unpaid fee gets a reminder and can place no more holds.',
    fr: 'Nombre de mois après lequel l’usager qui n’a pas payé sa cotisation reçoit un rappel et ne peut plus réserver.',
  },
  consequence: {
    nl: 'Vroeger: wie vergat te betalen, merkt het sneller, op de eerste dag van een maand.',
    en: 'Earlier: whoever forgot to pay notices sooner, on the first day of a month.',
    fr: 'Plus tôt : l’usager distrait s’en aperçoit plus vite, toujours le premier jour d’un mois.',
  },
  example: {
    nl: '2: ingeschreven op 26 oktober en niet betaald, herinnering bij de ledenronde van 1 januari.',
    en: '2: enrolled on 26 October and unpaid, reminded at the patron run of 1 January.',
    fr: '2 : inscription le 26 octobre sans paiement, rappel lors du traitement du 1er janvier.',
  },
  synonyms: {
    nl: ['betalingsachterstand', 'herinnering contributie', 'klantenrun', 'CAE'],
    en: ['payment overdue', 'fee reminder', 'patron run'],
    fr: ['retard de paiement', 'rappel de cotisation'],
  },
})

/** Five months on a page of April 2023, four in July. Source: domain/1 §3.3, §4.11, [O-FEE], [AFB]. */
export const feeExpiryMonths = defineParameter({
  name: 'patrons.fee-expiry-months',
  area: 'membership',
  ...whole('months', { from: 2, to: 36, standard: 4 }),
  levels: atLibrary,
  dimensions: [membership],
  checks: [{
    with: feeReminderMonths,
    holds: (expiry, reminder) => typeof reminder === 'number' && expiry > reminder,
    says: {
      nl: 'Uitschrijven kan pas na de herinnering aan het lidgeld.',
      en: 'A membership lapses only after the reminder of the fee.',
      fr: 'La désinscription ne vient qu’après le rappel de cotisation.',
    },
  }],
  title: {
    nl: 'Onbetaald lidgeld: uitgeschreven na',
    en: 'Unpaid fee: lapsed after',
    fr: 'Cotisation impayée : désinscription après',
  },
  help: {
    nl: 'Na hoeveel maanden een lidmaatschap met onbetaald lidgeld vervalt.',
    en: 'After how many months a membership with an unpaid fee lapses.',
    fr: 'Nombre de mois après lequel un abonnement dont la cotisation reste impayée est résilié.',
  },
  consequence: {
    nl: 'Open reserveringen worden dan geannuleerd en het lidgeld wordt afgeboekt op A910 en A911.',
    en: 'Open holds are then cancelled and the fee is written off on A910 and A911.',
    fr: 'Les réservations en cours sont alors annulées et la cotisation passée en irrécouvrable sur A910 et A911.',
  },
  example: {
    nl: '4: wie in oktober inschreef en niet betaalde, is vanaf 1 maart geen lid meer.',
    en: '4: whoever enrolled in October and did not pay is no longer a member from 1 March.',
    fr: '4 : l’usager inscrit en octobre qui n’a pas payé n’est plus membre à partir du 1er mars.',
  },
  synonyms: {
    nl: ['uitschrijven', 'vervallen lidmaatschap', 'wanbetaler', 'A910'],
    en: ['cancel membership', 'lapse', 'non-payment', 'A910'],
    fr: ['désinscription', 'résiliation', 'non-paiement', 'A910'],
  },
})

/** Source: domain/2 §2.4 (set per institution and per type of customer), [O17], [O18]. */
export const requiredFields = defineParameter({
  name: 'patrons.required-fields',
  area: 'membership',
  schema: Type.Array(Type.Enum(['birth-date', 'sex', 'address', 'e-mail', 'phone', 'national-number', 'language']), { uniqueItems: true, maxItems: 7 }),
  default: ['birth-date', 'address'],
  unit: 'codes',
  levels: atLibrary,
  dimensions: [membership],
  choices: {
    'birth-date': { nl: 'geboortedatum', en: 'date of birth', fr: 'date de naissance' },
    sex: { nl: 'geslacht', en: 'sex', fr: 'sexe' },
    address: { nl: 'adres', en: 'address', fr: 'adresse' },
    'e-mail': { nl: 'e-mailadres', en: 'e-mail address', fr: 'adresse e-mail' },
    phone: { nl: 'telefoon', en: 'telephone', fr: 'téléphone' },
    'national-number': {
      nl: 'rijksregisternummer', en: 'national register number', fr: 'numéro de registre national',
    },
    language: { nl: 'voorkeurtaal', en: 'preferred language', fr: 'langue préférée' },
  },
  title: {
    nl: 'Verplichte velden bij inschrijving',
    en: 'Fields required to enrol',
    fr: 'Champs obligatoires à l’inscription',
  },
  help: {
    nl: 'Wat er naast de naam ingevuld moet zijn voor iemand lid kan worden.',
    en: 'What has to be filled in beside the name before somebody can become a member.',
    fr: 'Ce qui doit être rempli en plus du nom pour qu’une personne puisse s’inscrire.',
  },
  consequence: {
    nl: 'Meer velden: berichten komen beter aan, maar inschrijven duurt langer en wie iets niet wil geven, wordt geen lid.',
    en: 'More fields: messages arrive better, but enrolling takes longer and whoever will not say something cannot join.',
    fr: 'Plus de champs : les messages arrivent mieux, mais l’inscription prend plus de temps et quiconque refuse une donnée ne peut s’inscrire.',
  },
  example: {
    nl: 'Geboortedatum, adres en e-mailadres: zonder mailadres komt de balie niet verder in de inschrijving.',
    en: 'Date of birth, address and e-mail: without an e-mail address the desk cannot go on enrolling.',
    fr: 'Date de naissance, adresse et e-mail : sans adresse e-mail, le comptoir ne peut poursuivre l’inscription.',
  },
  synonyms: {
    nl: ['inschrijvingsformulier', 'verplicht veld', 'gegevens lener'],
    en: ['enrolment form', 'mandatory field', 'patron data'],
    fr: ['formulaire d’inscription', 'champ obligatoire', 'données'],
  },
})

/** Off unless the library is authorised. Source: domain/3 §1, domain/2 §2.3, [L69]. */
export const nationalNumber = defineParameter({
  name: 'patrons.national-number',
  area: 'membership',
  ...yesNo(false),
  levels: atLibrary,
  title: { nl: 'Rijksregisternummer gebruiken', en: 'Using the national number', fr: 'Utiliser le numéro de registre national' },
  help: {
    nl: 'Of de bibliotheek het rijksregisternummer van leners mag bewaren en er leners mee herkent.',
    en: 'Whether the library may keep the national register number of borrowers and know them by it.',
    fr: 'Indique si la bibliothèque peut conserver le numéro de registre national des usagers et les reconnaître ainsi.',
  },
  consequence: {
    nl: 'Ja: de bibliotheek staat op de lijst die elk half jaar aan de overheid wordt bezorgd; de eID leest het nummer mee in.',
    en: 'Yes: the library is on the list handed to the government each half-year; the eID reader takes the number in.',
    fr: 'Oui : la bibliothèque figure sur la liste remise chaque semestre aux autorités ; le numéro est repris à la lecture de l’eID.',
  },
  example: {
    nl: 'Nee: bij het inlezen van een eID wordt het nummer niet bewaard.',
    en: 'No: reading an eID does not keep the number.',
    fr: 'Non : le numéro n’est pas conservé à la lecture d’une eID.',
  },
  synonyms: {
    nl: ['rijksregister', 'INSZ', 'eID', 'machtiging', 'privacy'],
    en: ['national register', 'eID', 'authorisation', 'privacy'],
    fr: ['registre national', 'NISS', 'eID', 'autorisation'],
  },
})

/** Fee billed or reminded: no loan and no renewal, paying possible. Source: domain/1 §8, [STAT]. */
export const unpaidFeeBlock = defineParameter({
  name: 'patrons.unpaid-fee-block',
  area: 'blocks',
  ...yesNo(true),
  levels: atLibrary,
  dimensions: [membership],
  shared: true,
  title: { nl: 'Onbetaald lidgeld blokkeert', en: 'An unpaid fee blocks', fr: 'Blocage pour cotisation impayée' },
  help: {
    nl: 'Of een lener met onbetaald lidgeld aan de zelfuitleen en online niet meer kan lenen en verlengen.',
    en: 'Whether a borrower with an unpaid fee can no longer borrow at self-service and renew online.',
    fr: 'Indique si l’usager qui n’a pas payé sa cotisation ne peut plus emprunter à l’automate ni prolonger en ligne.',
  },
  consequence: {
    nl: 'Ja: de balie krijgt een melding en rekent het lidgeld eerst af; reserveren blijft kunnen.',
    en: 'Yes: the desk gets a notice and settles the fee first; holds stay possible.',
    fr: 'Oui : le comptoir reçoit un avis et encaisse d’abord la cotisation ; l’usager peut toujours réserver.',
  },
  example: {
    nl: 'Ja: Bram hernieuwde online zonder te betalen en betaalt aan de automaat voor hij iets meeneemt.',
    en: 'Yes: Bram renewed online without paying and pays at the machine before he takes anything.',
    fr: 'Oui : Bram a renouvelé en ligne sans payer et paie à la borne avant d’emporter quoi que ce soit.',
  },
  synonyms: {
    nl: ['openstaand lidgeld', 'contributie onbetaald', 'blokkade'],
    en: ['unpaid membership fee', 'fee block'],
    fr: ['cotisation due', 'blocage cotisation'],
  },
})

export const feeTermParameters = [
  feeBaselineMonths, feeReminderMonths, feeExpiryMonths, requiredFields, nationalNumber, unpaidFeeBlock,
] as const
