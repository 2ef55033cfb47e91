import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '#plugins/parameters/contract/level.ts'
import { material, membership } from '#plugins/parameters/contract/list.ts'
import { noMaximum, whole, wholeOrNone, yesNo } from '#plugins/parameters/contract/shape.ts'

/** Source: domain/1 §3.3 (default kind), [RESOPT]. */
export const holdKind = defineParameter({
  name: 'circulation.hold-kind',
  area: 'holds',
  schema: Type.Enum(['branch', 'network']),
  default: 'branch',
  unit: 'choice',
  levels: atLibrary,
  choices: {
    branch: { nl: 'in één vestiging', en: 'in one branch', fr: 'dans une implantation' },
    network: { nl: 'in het netwerk', en: 'in the network', fr: 'dans le réseau' },
  },
  title: { nl: 'Soort reservering', en: 'Kind of hold', fr: 'Type de réservation' },
  help: {
    nl: 'Of een reservering alleen in de gekozen vestiging zoekt, of in alle vestigingen van het zoeknetwerk.',
    en: 'Whether a hold looks in the chosen branch only, or in all branches of the search network.',
    fr: 'Indique si une réservation est cherchée dans la seule implantation choisie ou dans toutes celles du réseau de recherche.',
  },
  consequence: {
    nl: 'In het netwerk: leners krijgen sneller een exemplaar, maar er gaat meer op transport tussen de vestigingen.',
    en: 'In the network: borrowers get an item sooner, but more goes on transport between branches.',
    fr: 'Dans le réseau : l’usager est servi plus vite, mais davantage de documents circulent entre implantations.',
  },
  example: {
    nl: 'In het netwerk: een boek dat in de filiaalbib binnenkomt, reist naar de hoofdbib, waar de lener het ophaalt.',
    en: 'In the network: a book returned at the small branch travels to the main library, where the borrower collects it.',
    fr: 'Dans le réseau : un livre rendu à la succursale part vers la bibliothèque principale, où l’usager le retire.',
  },
  synonyms: {
    nl: ['vestigingsreservering', 'netwerkreservering', 'standaard reservering'],
    en: ['branch hold', 'network hold', 'default hold'],
    fr: ['réservation locale', 'réservation réseau'],
  },
})

/** One value per branch makes the list of the network. Source: domain/1 §3.3 (branches in hold network), [RESOPT]. */
export const holdNetwork = defineParameter({
  name: 'circulation.hold-network',
  area: 'holds',
  ...yesNo(true),
  levels: atPlace,
  title: { nl: 'Levert voor reserveringen', en: 'Supplies holds', fr: 'Fournit pour les réservations' },
  help: {
    nl: 'Of reserveringen uit het netwerk in deze vestiging een exemplaar mogen zoeken.',
    en: 'Whether holds of the network may look for an item in this branch.',
    fr: 'Indique si les réservations du réseau peuvent être servies par un document de cette implantation.',
  },
  consequence: {
    nl: 'Nee: deze vestiging krijgt niets op haar kastlijst voor andere; reserveren in de vestiging zelf blijft kunnen.',
    en: 'No: this branch gets nothing on its shelf list for others; holds in the branch itself stay possible.',
    fr: 'Non : cette implantation n’a plus rien pour les autres sur sa liste de prélèvement ; on peut toujours réserver dans l’implantation même.',
  },
  example: {
    nl: 'Nee voor een vestiging die zes weken verbouwt: zolang wordt er niets opgevraagd.',
    en: 'No for a branch that is rebuilt for six weeks: nothing is asked of it meanwhile.',
    fr: 'Non pour une implantation en travaux pendant six semaines : rien ne lui est demandé entre-temps.',
  },
  synonyms: {
    nl: ['zoeknetwerk', 'leverende vestiging', 'reserveringsnetwerk', 'kastlijst'],
    en: ['search network', 'supplying branch', 'hold network', 'shelf list'],
    fr: ['réseau de recherche', 'implantation fournisseuse', 'liste de prélèvement'],
  },
})

/**
 * Likewise for the pick-up network; a depot or a closed branch is left out. Source: domain/1 §3.3, §2.10,
 * [RESOPT], [TIJD].
 */
export const pickupPlace = defineParameter({
  name: 'circulation.pickup-place',
  area: 'holds',
  ...yesNo(true),
  levels: atPlace,
  title: { nl: 'Afhaallocatie', en: 'Pickup location', fr: 'Lieu de retrait' },
  help: {
    nl: 'Of leners deze vestiging kunnen kiezen om een reservering op te halen.',
    en: 'Whether borrowers can choose this branch to collect a hold.',
    fr: 'Indique si les usagers peuvent choisir cette implantation pour retirer une réservation.',
  },
  consequence: {
    nl: 'Nee: de vestiging verdwijnt uit de keuzelijst op de website en aan de balie; wat al klaarligt, blijft liggen.',
    en: 'No: the branch goes from the list on the website and at the desk; what is ready there stays.',
    fr: 'Non : l’implantation disparaît de la liste sur le site et au comptoir ; ce qui y attend déjà reste à disposition.',
  },
  example: {
    nl: 'Nee voor het depot: daar komt geen publiek, dus kiest de lener een andere vestiging.',
    en: 'No for the depot: no public comes there, so the borrower chooses another branch.',
    fr: 'Non pour le dépôt : le public n’y vient pas, l’usager choisit donc une autre implantation.',
  },
  synonyms: {
    nl: ['ophaallocatie', 'afhaalnetwerk', 'afhaalbib', 'depot'],
    en: ['pickup location', 'pick-up network', 'depot'],
    fr: ['lieu de retrait', 'réseau de retrait', 'dépôt'],
  },
})

/** Source: domain/1 §3.3 (add network hold, desk only), [RESOPT]. */
export const networkHoldAtDesk = defineParameter({
  name: 'circulation.network-hold-at-desk',
  area: 'holds',
  ...yesNo(false),
  levels: atLibrary,
  onlyWhen: { parameter: holdKind, is: ['branch'] },
  title: {
    nl: 'Netwerkreservering aan de balie', en: 'Network hold at the desk', fr: 'Réservation réseau au comptoir',
  },
  help: {
    nl: 'Of medewerkers een reservering in één vestiging kunnen omzetten naar een in het netwerk.',
    en: 'Whether staff can turn a hold in one branch into one in the network.',
    fr: 'Indique si le personnel peut transformer une réservation dans une implantation en réservation dans le réseau.',
  },
  consequence: {
    nl: 'Ja: wie aan de balie vraagt, kan een exemplaar uit een andere vestiging laten komen; online kan dat niet.',
    en: 'Yes: whoever asks at the desk can have an item brought from another branch; online that is not possible.',
    fr: 'Oui : au comptoir, on peut faire venir un document d’une autre implantation ; en ligne, non.',
  },
  example: {
    nl: 'Ja: de balie zet een reservering voor oma, die niet naar de hoofdbib geraakt, om naar het netwerk.',
    en: 'Yes: the desk turns a hold for a grandmother who cannot get to the main library into one in the network.',
    fr: 'Oui : pour une grand-mère qui ne peut se rendre à la bibliothèque principale, le comptoir étend la réservation au réseau.',
  },
  synonyms: {
    nl: ['reservering omzetten', 'uit andere vestiging', 'netwerk'],
    en: ['convert hold', 'from another branch'],
    fr: ['convertir une réservation', 'autre implantation'],
  },
})

/** Flanders 365, a Dutch example 56. Source: domain/1 §3.3, domain/2 §5.4, [L19], [N-PROB]. */
export const holdOpenDays = defineParameter({
  name: 'circulation.hold-open-days',
  area: 'holds',
  ...whole('days', { from: 1, to: 1095, standard: 365 }),
  levels: atPlace,
  dimensions: [material],
  title: { nl: 'Looptijd van een reservering', en: 'Term of a hold', fr: 'Durée de validité d’une réservation' },
  help: {
    nl: 'Na hoeveel dagen een reservering vervalt waarvoor geen exemplaar gevonden is.',
    en: 'After how many days a hold lapses for which no item was found.',
    fr: 'Nombre de jours après lequel expire une réservation pour laquelle aucun document n’a été trouvé.',
  },
  consequence: {
    nl: 'Korter: leners krijgen vroeger het bericht dat het niet gelukt is. Bij een lange sluiting maak je deze termijn beter langer.',
    en: 'Shorter: borrowers hear sooner that it did not work out. During a long closure this term is better made longer.',
    fr: 'Plus court : l’usager apprend plus tôt que sa réservation n’a pas abouti. Lors d’une longue fermeture, mieux vaut allonger ce délai.',
  },
  example: {
    nl: '365: wat op 3 mei 2026 gereserveerd is, vervalt op 3 mei 2027.',
    en: '365: what was put on hold on 3 May 2026 lapses on 3 May 2027.',
    fr: '365 : ce qui a été réservé le 3 mai 2026 expire le 3 mai 2027.',
  },
  synonyms: {
    nl: ['te lang open', 'vervaldatum reservering', 'reserveringstermijn'],
    en: ['open too long', 'hold expiry', 'unfilled hold'],
    fr: ['réservation expirée', 'délai de réservation'],
  },
})

/** Source: domain/1 §3.3 (afhaaltermijn), [N-DALF]. */
export const pickupDays = defineParameter({
  name: 'circulation.pickup-days',
  area: 'holds',
  ...whole('days', { from: 1, to: 60, standard: 10 }),
  levels: atPlace,
  title: { nl: 'Afhaaltermijn', en: 'Pick-up period', fr: 'Délai de retrait' },
  help: {
    nl: 'Hoeveel dagen een gereserveerd exemplaar klaarligt na het bericht aan de lener.',
    en: 'For how many days an item on hold waits after the message to the borrower.',
    fr: 'Nombre de jours pendant lesquels un document réservé reste à disposition après l’avis à l’usager.',
  },
  consequence: {
    nl: 'Korter: de volgende wacht minder lang. Langer: minder reserveringen worden niet afgehaald.',
    en: 'Shorter: the next in line waits less. Longer: fewer holds go uncollected.',
    fr: 'Plus court : l’usager suivant attend moins. Plus long : moins de réservations ne sont pas retirées.',
  },
  example: {
    nl: '10: na het bericht van 2 maart ligt het boek klaar tot en met 12 maart.',
    en: '10: after the message of 2 March the book waits until 12 March.',
    fr: '10 : après l’avis du 2 mars, le livre reste à disposition jusqu’au 12 mars.',
  },
  synonyms: {
    nl: ['ophaaltermijn', 'afhalen', 'niet afgehaald', 'klaarliggen'],
    en: ['hold shelf', 'collect', 'not collected'],
    fr: ['délai d’enlèvement', 'non retiré', 'étagère des réservations'],
  },
})

/** Beside what the material allows. Source: domain/1 §3.3 (who may place, per membership), [REGEL]. */
export const holdsMax = defineParameter({
  name: 'circulation.holds-max',
  area: 'holds',
  ...wholeOrNone('count', { from: 0, to: 200 }, noMaximum),
  levels: atLibrary,
  dimensions: [membership],
  title: { nl: 'Hoogste aantal reserveringen', en: 'Most holds at a time', fr: 'Nombre maximal de réservations' },
  help: {
    nl: 'Hoeveel reserveringen een lener tegelijk kan hebben lopen. 0: deze lidsoort reserveert niet.',
    en: 'How many holds a borrower can have at a time. 0: this type of membership places none.',
    fr: 'Nombre de réservations qu’un usager peut avoir en même temps. 0 : ce type d’abonnement ne permet pas de réserver.',
  },
  consequence: {
    nl: 'Wie aan het maximum zit, moet iets annuleren of ophalen voor er een nieuwe reservering bij kan.',
    en: 'Whoever is at the maximum cancels or collects something before a new hold is accepted.',
    fr: 'L’usager qui atteint le maximum doit annuler ou retirer une réservation avant d’en placer une nouvelle.',
  },
  example: {
    nl: '10: de elfde reservering wordt geweigerd, op de website en aan de balie.',
    en: '10: the eleventh hold is refused, on the website and at the desk.',
    fr: '10 : la onzième réservation est refusée, sur le site et au comptoir.',
  },
  synonyms: {
    nl: ['aantal reserveringen', 'reserveringslimiet', 'wie mag reserveren'],
    en: ['hold limit', 'number of holds', 'who may place holds'],
    fr: ['limite de réservations', 'nombre de réservations'],
  },
})

export const holdsParameters = [
  holdKind, holdNetwork, pickupPlace, networkHoldAtDesk, holdOpenDays, pickupDays, holdsMax,
] as const
