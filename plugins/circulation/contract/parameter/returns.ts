import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atPlace } from '#plugins/parameters/contract/level.ts'
import { yesNo } from '#plugins/parameters/contract/shape.ts'

/** One pile with items of several borrowers. Source: domain/2 §5.2 (multiple customers N, Y, F, A), [O35]. */
export const severalReturners = defineParameter({
  name: 'circulation.several-returners',
  area: 'loans',
  schema: Type.Enum(['each', 'unless-owed', 'family', 'all']),
  default: 'each',
  unit: 'choice',
  levels: atPlace,
  choices: {
    each: { nl: 'elke lener apart', en: 'each borrower separately', fr: 'chaque usager séparément' },
    'unless-owed': {
      nl: 'vanzelf, tenzij er iets te betalen is',
      en: 'by itself, unless something is owed',
      fr: 'd’office, sauf s’il y a un montant à payer',
    },
    family: {
      nl: 'gezin samen, na akkoord', en: 'a family together, once agreed', fr: 'la famille ensemble, après accord',
    },
    all: {
      nl: 'alle leners, zonder melding', en: 'all borrowers, without notice', fr: 'tous les usagers, sans avis',
    },
  },
  title: {
    nl: 'Inleveren voor meerdere leners', en: 'Returning for several borrowers', fr: 'Retour pour plusieurs usagers',
  },
  help: {
    nl: 'Hoe de balie omgaat met een stapel waarin exemplaren van verschillende leners zitten.',
    en: 'How the desk deals with a pile that holds items of several borrowers.',
    fr: 'Manière dont le comptoir traite une pile qui contient des documents de plusieurs usagers.',
  },
  consequence: {
    nl: 'Bij “elke lener apart” krijg je telkens een melding. Bij “gezin samen” betaalt wie binnenbrengt alle kosten ineens.',
    en: 'With “each borrower separately” there is a notice every time. With “a family together” whoever returns pays all at once.',
    fr: 'Avec « chaque usager séparément », un avis apparaît à chaque fois. Avec « la famille ensemble », la personne qui rapporte les documents paie tout en une fois.',
  },
  example: {
    nl: 'Gezin samen: mama brengt tien boeken van drie kinderen terug en ziet één afrekening.',
    en: 'A family together: a mother returns ten books of three children and sees one settlement.',
    fr: 'La famille ensemble : une maman rapporte dix livres de trois enfants et ne reçoit qu’un décompte.',
  },
  synonyms: {
    nl: ['meerdere klanten', 'gezin', 'innemen', 'gezinslid'],
    en: ['multiple customers', 'family', 'check-in'],
    fr: ['plusieurs clients', 'famille', 'retour'],
  },
})

/** For which day a return through the bin counts. Source: domain/1 §2.7, [T-MALLE], [T-DEST]. */
export const binReturnDay = defineParameter({
  name: 'circulation.bin-return-day',
  area: 'loans',
  schema: Type.Enum(['processed', 'last-open-day', 'day-before']),
  default: 'last-open-day',
  unit: 'choice',
  levels: atPlace,
  choices: {
    processed: {
      nl: 'de dag dat de bus geleegd wordt', en: 'the day the bin is emptied', fr: 'le jour où la boîte est vidée',
    },
    'last-open-day': {
      nl: 'de vorige openingsdag', en: 'the previous opening day', fr: 'le jour d’ouverture précédent',
    },
    'day-before': {
      nl: 'de dag voor het legen', en: 'the day before it is emptied', fr: 'la veille du jour où elle est vidée',
    },
  },
  title: { nl: 'Datum van inleverbus', en: 'Date of bin returns', fr: 'Date des retours en boîte' },
  help: {
    nl: 'Voor welke dag telt wat in de inleverbus lag.',
    en: 'The day on which what lay in the return bin counts as returned.',
    fr: 'Jour de retour attribué à ce qui se trouvait dans la boîte de retour.',
  },
  consequence: {
    nl: 'Een vroegere dag: wie na sluitingstijd inlevert, betaalt geen extra dag boete.',
    en: 'An earlier day: whoever returns after closing time pays no further day of fine.',
    fr: 'Un jour antérieur : l’usager qui dépose ses documents après la fermeture ne paie pas un jour d’amende de plus.',
  },
  example: {
    nl: 'De vorige openingsdag: wat op zondag in de bus valt en dinsdag bovenkomt, telt als zaterdag ingeleverd.',
    en: 'The previous opening day: what drops in on Sunday and surfaces on Tuesday counts as returned on Saturday.',
    fr: 'Le jour d’ouverture précédent : déposé dimanche et sorti mardi, le document compte comme rendu samedi.',
  },
  synonyms: {
    nl: ['inleverbus', 'boekenschuif', 'brievenbus', 'terugdateren'],
    en: ['return bin', 'book drop', 'back-date'],
    fr: ['boîte de retour', 'antidater', 'dépôt'],
  },
})

/** Whether self-service warns who asked to be warned. Source: domain/2 §2.2, [L10]. */
export const borrowedBefore = defineParameter({
  name: 'circulation.borrowed-before',
  area: 'loans',
  ...yesNo(false),
  levels: atPlace,
  title: {
    nl: '“Al eens geleend” aan de zelfuitleen',
    en: '“Borrowed before” at self-service',
    fr: '« Déjà emprunté » à l’automate',
  },
  help: {
    nl: 'Of ook de zelfuitleen verwittigt wie gevraagd heeft om een melding bij een titel die hij al geleend had.',
    en: 'Whether self-service too tells borrowers who asked for it that they have borrowed a title before.',
    fr: 'Indique si l’automate prévient, lui aussi, l’usager qui l’a demandé qu’il a déjà emprunté un titre.',
  },
  consequence: {
    nl: 'Ja: wie achter de lener aanschuift, kan op het scherm meelezen wat die vroeger leende.',
    en: 'Yes: whoever queues behind the borrower can read on the screen what they once borrowed.',
    fr: 'Oui : la personne suivante dans la file peut lire à l’écran ce que l’usager a déjà emprunté.',
  },
  example: {
    nl: 'Nee: alleen de medewerker aan de balie ziet de melding “al geleend in maart”.',
    en: 'No: only the member of staff at the desk sees the notice “borrowed in March”.',
    fr: 'Non : seul l’agent au comptoir voit l’avis « emprunté en mars ».',
  },
  synonyms: {
    nl: ['leenhistoriek', 'titel eerder geleend', 'waarschuwing'],
    en: ['loan history', 'already read', 'warning'],
    fr: ['historique de prêt', 'déjà lu', 'avertissement'],
  },
})

export const returnsParameters = [severalReturners, binReturnDay, borrowedBefore] as const
