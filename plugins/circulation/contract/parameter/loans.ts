import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '#plugins/parameters/contract/level.ts'
import { material, membership, ruleLine } from '#plugins/parameters/contract/list.ts'
import { price } from '#plugins/parameters/contract/price.ts'
import { whole, yesNo } from '#plugins/parameters/contract/shape.ts'

/** The longer of two terms that staff can choose at the desk. Source: domain/1 §3.3, [O-LEND]. */
export const doubleLoanDays = defineParameter({
  name: 'circulation.double-loan-days',
  area: 'loans',
  ...whole('days', { from: 0, to: 365, standard: 0 }),
  levels: atPlace,
  dimensions: ruleLine,
  title: { nl: 'Dubbele uitleentermijn', en: 'Double loan period', fr: 'Durée de prêt double' },
  help: {
    nl: 'De langere termijn die je aan de balie kunt kiezen in plaats van de gewone. 0: er is geen tweede termijn.',
    en: 'The longer term that can be chosen at the desk instead of the ordinary one. 0: there is no second term.',
    fr: 'La durée plus longue que vous pouvez choisir au comptoir à la place de la durée ordinaire. 0 : pas de seconde durée.',
  },
  consequence: {
    nl: 'Medewerkers krijgen bij het uitlenen een knop voor de langere termijn. Aan de zelfuitleen geldt altijd de gewone.',
    en: 'Staff get a button for the longer term when lending. Self-service always gives the ordinary one.',
    fr: 'Lors du prêt, le personnel dispose d’un bouton pour la durée la plus longue. L’automate applique toujours la durée ordinaire.',
  },
  example: {
    nl: '56: een leerkracht neemt op 1 september een boekenpakket mee en brengt het op 27 oktober terug.',
    en: '56: a teacher takes a set of books on 1 September and returns it on 27 October.',
    fr: '56 : une enseignante emporte un lot de livres le 1er septembre et le rend le 27 octobre.',
  },
  synonyms: {
    nl: ['dubbele termijn', 'lange uitleentermijn', 'enkele of dubbele termijn', 'uitleenperiode'],
    en: ['long loan', 'extended loan period', 'single or double period'],
    fr: ['prêt long', 'durée prolongée', 'durée simple ou double'],
  },
})

/** Loans that nobody is waiting for renew themselves. Source: domain/1 §3.3, [O-RENEWG]. */
export const automaticRenewal = defineParameter({
  name: 'circulation.automatic-renewal',
  area: 'loans',
  ...yesNo(false),
  levels: atLibrary,
  dimensions: [membership],
  title: { nl: 'Automatisch verlengen', en: 'Automatic renewal', fr: 'Prolongation automatique' },
  help: {
    nl: 'Wat niemand anders gereserveerd heeft, verlengt vanzelf, zolang het reglement nog een verlenging toestaat.',
    en: 'What nobody else has on hold renews by itself, as long as the rules allow another renewal.',
    fr: 'Un document que personne d’autre n’a réservé est prolongé d’office, tant que le règlement permet encore une prolongation.',
  },
  consequence: {
    nl: 'Leners zijn minder vaak te laat en betalen minder boete; exemplaren komen later terug in het rek.',
    en: 'Borrowers are late less often and pay fewer fines; items come back to the shelf later.',
    fr: 'Les usagers sont moins souvent en retard et paient moins d’amendes ; les documents reviennent plus tard en rayon.',
  },
  example: {
    nl: 'Ja, met een uitleentermijn van 28 dagen en één verlenging: wie niets doet, houdt een boek 56 dagen zonder boete.',
    en: 'Yes, with a loan period of 28 days and one renewal: whoever does nothing keeps a book for 56 days without a fine.',
    fr: 'Oui, avec un prêt de 28 jours et une prolongation : sans rien faire, on garde un livre 56 jours sans amende.',
  },
  synonyms: {
    nl: ['autoverlenging', 'vanzelf verlengen', 'verlengen zonder aanvraag'],
    en: ['auto-renew', 'automatic extension'],
    fr: ['renouvellement automatique', 'auto-prolongation'],
  },
})

/**
 * How long before the due date that happens; the example runs the evening before. Source: domain/1 §3.3,
 * [O-RENEWG].
 */
export const automaticRenewalDays = defineParameter({
  name: 'circulation.automatic-renewal-days',
  area: 'loans',
  ...whole('days', { from: 0, to: 14, standard: 1 }),
  levels: atLibrary,
  onlyWhen: { parameter: automaticRenewal, is: [true] },
  title: {
    nl: 'Automatisch verlengen, zoveel dagen vooraf',
    en: 'Automatic renewal, days beforehand',
    fr: 'Prolongation automatique : jours à l’avance',
  },
  help: {
    nl: 'Hoeveel dagen voor de inleverdatum een lening vanzelf verlengt. 0: op de inleverdatum zelf.',
    en: 'How many days before the due date a loan renews by itself. 0: on the due date itself.',
    fr: 'Nombre de jours, avant la date de retour, où un prêt est prolongé d’office. 0 : le jour même.',
  },
  consequence: {
    nl: 'Vroeger: wie nog wilde binnenbrengen, krijgt eerder een nieuwe datum. Later: een reservering op het laatste moment gaat nog voor.',
    en: 'Earlier: whoever meant to return gets a new date sooner. Later: a hold at the last moment still comes first.',
    fr: 'Plus tôt : l’usager connaît plus vite sa nouvelle date. Plus tard : une réservation de dernière minute a encore la priorité.',
  },
  example: {
    nl: '1: wat op vrijdag 12 juni terug moet, verlengt op donderdagavond 11 juni.',
    en: '1: what is due on Friday 12 June renews on the evening of Thursday 11 June.',
    fr: '1 : ce qui est à rendre le vendredi 12 juin est prolongé le jeudi 11 juin au soir.',
  },
  synonyms: {
    nl: ['autoverlenging', 'avond voor inleverdatum', 'tijdstip verlenging'],
    en: ['auto-renew', 'evening before due date'],
    fr: ['renouvellement automatique', 'veille de la date de retour'],
  },
})

/** Source: domain/1 §3.3 (maximum items: a cost for exceeding exists), [O-BORR]. */
export const itemsExceedingCost = defineParameter({
  name: 'circulation.items-exceeding-cost',
  area: 'loans',
  ...price,
  levels: atLibrary,
  dimensions: [membership],
  title: {
    nl: 'Kost per exemplaar boven het maximum',
    en: 'Cost per item over the maximum',
    fr: 'Frais par document au-delà du maximum',
  },
  help: {
    nl: 'Wat een lener betaalt voor elk exemplaar dat de balie toestaat boven het maximum. 0: niets.',
    en: 'What a borrower pays for each item that the desk allows over the maximum. 0: nothing.',
    fr: 'Ce que paie l’usager pour chaque document que le comptoir lui accorde au-delà du maximum. 0 : rien.',
  },
  consequence: {
    nl: 'De kost komt op het lid te staan zodra de medewerker de waarschuwing over het maximum aanvaardt.',
    en: 'The cost is put on the patron as soon as staff pass the warning about the maximum.',
    fr: 'Les frais sont portés au compte de l’usager dès que le personnel passe outre l’avertissement sur le maximum.',
  },
  example: {
    nl: '€ 0,50 met een maximum van 20: wie er 22 meeneemt, betaalt € 1,00.',
    en: '€ 0.50 with a maximum of 20: whoever takes 22 pays € 1.00.',
    fr: '0,50 € avec un maximum de 20 : un usager qui emporte 22 documents paie 1,00 €.',
  },
  synonyms: {
    nl: ['overschrijding', 'te veel exemplaren', 'maximum ontleningen', 'toeslag'],
    en: ['excess charge', 'too many items', 'maximum loans'],
    fr: ['dépassement', 'trop de documents', 'maximum de prêts', 'supplément'],
  },
})

/** A set in several volumes may weigh more than one item. Source: domain/1 §3.3 (volume), [O-LEND]. */
export const itemCount = defineParameter({
  name: 'circulation.item-count',
  area: 'loans',
  ...whole('count', { from: 1, to: 50, standard: 1 }),
  levels: atLibrary,
  dimensions: [material],
  title: { nl: 'Telt als zoveel stuks', en: 'Counts as so many items', fr: 'Nombre de documents comptés' },
  help: {
    nl: 'Als hoeveel stuks één exemplaar van deze materiaalsoort telt voor het maximum dat een lener mag meenemen.',
    en: 'As how many items one copy of this material counts towards the maximum that a borrower may take.',
    fr: 'Nombre de documents pour lequel compte un exemplaire de ce type dans le maximum que l’usager peut emporter.',
  },
  consequence: {
    nl: 'Hoger: wie een meerdelig werk of een spelkoffer meeneemt, mag daarnaast minder lenen.',
    en: 'Higher: whoever takes a work in several volumes or a box of games may borrow less besides.',
    fr: 'Plus élevé : l’usager qui emporte un ouvrage en plusieurs volumes ou une malle de jeux peut emprunter moins d’autres documents.',
  },
  example: {
    nl: '3: een taalcursus van drie delen telt voor drie van de twintig exemplaren.',
    en: '3: a language course in three parts counts for three of the twenty items.',
    fr: '3 : une méthode de langue en trois volumes compte pour trois des vingt documents.',
  },
  synonyms: {
    nl: ['volume', 'aantal banden', 'meerdelig werk', 'meerdere delen'],
    en: ['volume', 'multi-volume', 'number of parts'],
    fr: ['volume', 'plusieurs tomes', 'ouvrage en plusieurs parties'],
  },
})

/** The same item to the same patron twice on one day. Source: domain/2 §5.1, [Z2], [O-RENEW]. */
export const sameDayAgain = defineParameter({
  name: 'circulation.same-day-again',
  area: 'loans',
  schema: Type.Object({
    desk: Type.Enum(['loan', 'renewal']),
    selfService: Type.Enum(['loan', 'renewal']),
  }, { additionalProperties: false }),
  default: { desk: 'loan', selfService: 'renewal' },
  unit: 'fields',
  levels: atPlace,
  fields: {
    desk: {
      unit: 'choice',
      title: { nl: 'aan de balie', en: 'at the desk', fr: 'au comptoir' },
      choices: {
        loan: { nl: 'een nieuwe lening', en: 'a new loan', fr: 'un nouveau prêt' },
        renewal: { nl: 'een verlenging', en: 'a renewal', fr: 'une prolongation' },
      },
    },
    selfService: {
      unit: 'choice',
      title: { nl: 'aan de zelfuitleen', en: 'at self-service', fr: 'à l’automate' },
      choices: {
        loan: { nl: 'een nieuwe lening', en: 'a new loan', fr: 'un nouveau prêt' },
        renewal: { nl: 'een verlenging', en: 'a renewal', fr: 'une prolongation' },
      },
    },
  },
  title: { nl: 'Tweemaal dezelfde dag', en: 'Twice on one day', fr: 'Deux fois le même jour' },
  help: {
    nl: 'Wat er geregistreerd wordt als een lener hetzelfde exemplaar op dezelfde dag nog eens aanbiedt.',
    en: 'What is registered when a borrower presents the same item again on the same day.',
    fr: 'Ce qui est enregistré quand un usager présente deux fois le même document le même jour.',
  },
  consequence: {
    nl: 'Een verlenging telt mee voor het aantal verlengingen; een nieuwe lening begint van voren af aan.',
    en: 'A renewal counts towards the number of renewals; a new loan starts afresh.',
    fr: 'Une prolongation entre dans le nombre de prolongations permises ; un nouveau prêt repart de zéro.',
  },
  example: {
    nl: 'Aan de balie een nieuwe lening, aan de zelfuitleen een verlenging: zo gebeurt het nu in Vlaanderen.',
    en: 'A new loan at the desk, a renewal at self-service: that is how it goes in Flanders today.',
    fr: 'Un nouveau prêt au comptoir, une prolongation à l’automate : c’est l’usage actuel en Flandre.',
  },
  synonyms: {
    nl: ['opnieuw uitlenen', 'dubbel scannen', 'tweede uitlening', 'zelfuitleen'],
    en: ['second check-out', 'scanned twice', 'self-check'],
    fr: ['deuxième prêt', 'scanné deux fois', 'automate'],
  },
})

/** Lending what is not in the catalogue yet. Source: domain/2 §5.1, [O7]. */
export const unknownBarcode = defineParameter({
  name: 'circulation.unknown-barcode',
  area: 'loans',
  ...yesNo(false),
  levels: atPlace,
  title: { nl: 'Onbekende barcode uitlenen', en: 'Lending an unknown barcode', fr: 'Prêter malgré un code-barres inconnu' },
  help: {
    nl: 'Of de balie een exemplaar kan uitlenen dat nog niet in de catalogus staat, na het invullen van de materiaalsoort.',
    en: 'Whether the desk can lend an item that is not in the catalogue yet, once its material has been filled in.',
    fr: 'Indique si le comptoir peut prêter un document encore absent du catalogue, après avoir indiqué son type.',
  },
  consequence: {
    nl: 'Ja: de lener hoeft niet te wachten, maar de catalogus krijgt exemplaren met een voorlopige beschrijving.',
    en: 'Yes: the borrower need not wait, but the catalogue gets items with a provisional description.',
    fr: 'Oui : l’usager ne doit pas attendre, mais le catalogue contient alors des documents à description provisoire.',
  },
  example: {
    nl: 'Nee: de balie legt een boek met een onbekende barcode opzij voor de catalograaf.',
    en: 'No: the desk puts a book with an unknown barcode aside for the cataloguer.',
    fr: 'Non : le comptoir met de côté un livre au code-barres inconnu pour le catalogueur.',
  },
  synonyms: {
    nl: ['ter plekke invoeren', 'nieuw exemplaar', 'barcode niet gevonden'],
    en: ['on the fly', 'barcode not found', 'quick item'],
    fr: ['code-barres introuvable', 'saisie à la volée'],
  },
})

export const loansParameters = [
  doubleLoanDays, automaticRenewal, automaticRenewalDays, itemsExceedingCost, itemCount, sameDayAgain,
  unknownBarcode,
] as const
