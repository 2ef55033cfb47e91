import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '../level.ts'
import { membership, ruleLine } from '../list.ts'
import { Cents, price, prices } from '../price.ts'
import { yesNo } from '../shape.ts'

/** A library that does not take part gives "no copies available". Source: domain/2 §6.1, [L18]. */
export const interlibrarySupplies = defineParameter({
  name: 'interlibrary.supplies',
  area: 'interlibrary',
  ...yesNo(true),
  levels: atPlace,
  title: {
    nl: 'Levert aan andere bibliotheken', en: 'Supplies other libraries', fr: 'Fournit à d’autres bibliothèques',
  },
  help: {
    nl: 'Of andere bibliotheken via IBL een exemplaar uit deze collectie kunnen vragen.',
    en: 'Whether other libraries can ask for an item of this collection by interlibrary loan.',
    fr: 'Indique si d’autres bibliothèques peuvent demander par PEB un document de cette collection.',
  },
  consequence: {
    nl: 'Nee: er komt niets van elders op de kastlijst, en bij de jaarlijkse verrekening is er alleen een factuur.',
    en: 'No: nothing of elsewhere comes on the shelf list, and the yearly settlement is an invoice only.',
    fr: 'Non : la liste de prélèvement ne contient aucune demande d’ailleurs, et le décompte annuel se limite à une facture.',
  },
  example: {
    nl: 'Nee tijdens een verhuizing in juli: aanvragen gaan naar de volgende bibliotheek.',
    en: 'No during a move in July: requests go to the next library.',
    fr: 'Non pendant un déménagement en juillet : les demandes vont à la bibliothèque suivante.',
  },
  synonyms: {
    nl: ['IBL', 'deelnemen', 'leverende bibliotheek', 'interbibliothecair'],
    en: ['ILL', 'take part', 'supplying library'],
    fr: ['PEB', 'participer', 'bibliothèque fournisseuse'],
  },
})

/** IBL group 1 or 2. Source: domain/2 §6.1, [L18]. */
export const interlibraryRound = defineParameter({
  name: 'interlibrary.round',
  area: 'interlibrary',
  schema: Type.Enum([1, 2]),
  default: 1,
  unit: 'choice',
  levels: atLibrary,
  onlyWhen: { parameter: interlibrarySupplies, is: [true] },
  choices: {
    1: { nl: 'in de eerste ronde', en: 'in the first round', fr: 'au premier tour' },
    2: { nl: 'in de tweede ronde', en: 'in the second round', fr: 'au second tour' },
  },
  title: { nl: 'IBL-groep', en: 'Interlibrary group', fr: 'Groupe PEB' },
  help: {
    nl: 'Of aanvragen eerst bij deze bibliotheek komen, of pas als de eerste groep niets kan leveren.',
    en: 'Whether requests come to this library first, or only when the first group can supply nothing.',
    fr: 'Indique si les demandes arrivent d’abord ici, ou seulement quand le premier groupe ne peut rien fournir.',
  },
  consequence: {
    nl: 'In de tweede ronde: er staat minder op de kastlijst, en de bibliotheek levert minder dan ze vraagt.',
    en: 'In the second round: less is on the shelf list, and the library supplies less than it asks.',
    fr: 'Au second tour : la liste de prélèvement est plus courte, et la bibliothèque fournit moins qu’elle ne demande.',
  },
  example: {
    nl: 'In de tweede ronde: een roman die twintig bibliotheken hebben, wordt hier zelden gevraagd.',
    en: 'In the second round: a novel that twenty libraries have is seldom asked for here.',
    fr: 'Au second tour : un roman présent dans vingt bibliothèques est rarement demandé ici.',
  },
  synonyms: {
    nl: ['IBL-groep 1', 'IBL-groep 2', 'leveringsvolgorde'],
    en: ['ILL group', 'supply order'],
    fr: ['groupe PEB', 'ordre de fourniture'],
  },
})

/** The button "have a copy brought". Source: domain/2 §6.1, [L27]. */
export const interlibraryOnline = defineParameter({
  name: 'interlibrary.online',
  area: 'interlibrary',
  ...yesNo(true),
  levels: atLibrary,
  title: {
    nl: 'IBL aanvragen op de website', en: 'Asking for interlibrary loan online', fr: 'Demander un PEB en ligne',
  },
  help: {
    nl: 'Of leners op de website zelf een exemplaar uit een andere bibliotheek kunnen laten komen.',
    en: 'Whether borrowers can have an item brought from another library by themselves on the website.',
    fr: 'Indique si les usagers peuvent eux-mêmes, sur le site, faire venir un document d’une autre bibliothèque.',
  },
  consequence: {
    nl: 'Nee: de knop “Laat brengen” verdwijnt, en aanvragen gaan langs de balie.',
    en: 'No: the button “Have it brought” goes, and requests go by the desk.',
    fr: 'Non : le bouton « Faire venir » disparaît, et les demandes passent par le comptoir.',
  },
  example: {
    nl: 'Ja: Els ziet bij de titel “€ 3,00” en kiest haar hoofdbib om hem op te halen.',
    en: 'Yes: Els sees “€ 3.00” with the title and chooses her main library to collect it.',
    fr: 'Oui : Els voit « 3,00 € » à côté du titre et choisit de le retirer à sa bibliothèque principale.',
  },
  synonyms: {
    nl: ['laat een exemplaar brengen', 'bibliotheek.be', 'IBL-aanvraag'],
    en: ['have a copy brought', 'ILL request'],
    fr: ['faire venir un exemplaire', 'demande PEB'],
  },
})

/**
 * Beside the costs of ordinary holds; a regional library agrees one price. Source: domain/1 §3.3 (cost and
 * moment), domain/2 §6.5, [RESOPT], [L23].
 */
export const interlibraryCost = defineParameter({
  name: 'interlibrary.cost',
  area: 'interlibrary',
  schema: Type.Object({
    placingCents: Cents,
    pickupCents: Cents,
    notCollectedCents: Cents,
  }, { additionalProperties: false }),
  default: { placingCents: 0, pickupCents: 0, notCollectedCents: 0 },
  ...prices,
  levels: atLibrary,
  dimensions: ruleLine,
  shared: true,
  fields: {
    placingCents: { unit: 'cents', title: { nl: 'bij het plaatsen', en: 'on placing', fr: 'à la demande' } },
    pickupCents: { unit: 'cents', title: { nl: 'bij het ophalen', en: 'on pick-up', fr: 'au retrait' } },
    notCollectedCents: { unit: 'cents', title: { nl: 'niet opgehaald', en: 'not collected', fr: 'non retiré' } },
  },
  title: {
    nl: 'IBL-kost voor leners', en: 'Cost of interlibrary loan for borrowers', fr: 'Frais de PEB pour l’usager',
  },
  help: {
    nl: 'Wat een lener betaalt voor een exemplaar uit een andere openbare bibliotheek, en wanneer.',
    en: 'What a borrower pays for an item of another public library, and when.',
    fr: 'Ce que paie l’usager pour un document d’une autre bibliothèque publique, et quand.',
  },
  consequence: {
    nl: 'Een kost bij het plaatsen krijgt niemand terug als de aanvraag mislukt; je scheldt ze dan zelf kwijt. Bij het ophalen vermijdt dat.',
    en: 'A cost on placing is not given back when the request fails; you waive it yourself. On pick-up avoids that.',
    fr: 'Des frais à la demande ne sont pas remboursés si elle échoue ; à vous d’en accorder la remise. Des frais au retrait évitent cela.',
  },
  example: {
    nl: '€ 3,00 bij het ophalen en € 3,00 als het blijft liggen: wie zijn boek na tien dagen niet haalde, betaalt € 3,00.',
    en: '€ 3.00 on pick-up and € 3.00 when left: whoever has not collected the book after ten days pays € 3.00.',
    fr: '3,00 € au retrait et 3,00 € sans retrait : l’usager qui n’est pas venu dans les dix jours paie 3,00 €.',
  },
  synonyms: {
    nl: ['IBL', 'interbibliothecair leenverkeer', 'leenverkeer prijs', 'laat brengen'],
    en: ['ILL fee', 'inter-library loan price'],
    fr: ['PEB', 'prix du prêt entre bibliothèques'],
  },
})

/** Source: domain/1 §9 ([T-PEER] scientific 8, [T-ICHT] 8, [T-RAV] 10). */
export const academicCost = defineParameter({
  name: 'interlibrary.academic-cost',
  area: 'interlibrary',
  ...price,
  levels: atLibrary,
  dimensions: [membership],
  shared: true,
  title: {
    nl: 'Kost uit wetenschappelijke bibliotheken',
    en: 'Cost from academic libraries',
    fr: 'Frais des bibliothèques scientifiques',
  },
  help: {
    nl: 'Wat een lener betaalt voor een exemplaar uit een wetenschappelijke bibliotheek, via Impala.',
    en: 'What a borrower pays for an item of an academic library, by way of Impala.',
    fr: 'Ce que paie l’usager pour un document d’une bibliothèque scientifique, via Impala.',
  },
  consequence: {
    nl: 'De aanvraag loopt buiten het gewone IBL; de medewerker zet de kost bij het plaatsen op het lid.',
    en: 'The request goes outside ordinary interlibrary loan; staff put the cost on the patron when placing it.',
    fr: 'La demande se fait en dehors du PEB ordinaire ; le personnel porte alors les frais au compte de l’usager.',
  },
  example: {
    nl: '€ 8,00: een boek uit de Leuvense universiteitsbibliotheek kost de lener € 8,00.',
    en: '€ 8.00: a book of the university library in Leuven costs the borrower € 8.00.',
    fr: '8,00 € : un livre de la bibliothèque universitaire de Louvain coûte 8,00 € à l’usager.',
  },
  synonyms: {
    nl: ['Impala', 'universiteitsbibliotheek', 'wetenschappelijk'],
    en: ['Impala', 'university library', 'academic'],
    fr: ['Impala', 'bibliothèque universitaire', 'scientifique'],
  },
})

/** Source: domain/1 §9 ([T-PEER] digital copy 3). */
export const copyCost = defineParameter({
  name: 'interlibrary.copy-cost',
  area: 'interlibrary',
  ...price,
  levels: atLibrary,
  shared: true,
  title: {
    nl: 'Kost van een kopie op aanvraag', en: 'Cost of a copy on request', fr: 'Frais d’une copie sur demande',
  },
  help: {
    nl: 'Wat een lener betaalt voor een digitale kopie van een artikel uit een andere bibliotheek.',
    en: 'What a borrower pays for a digital copy of an article from another library.',
    fr: 'Ce que paie l’usager pour la copie numérique d’un article d’une autre bibliothèque.',
  },
  consequence: {
    nl: 'De kost komt op het lid te staan als de kopie geleverd is.',
    en: 'The cost is put on the patron when the copy has been supplied.',
    fr: 'Les frais sont portés au compte de l’usager quand la copie est livrée.',
  },
  example: {
    nl: '€ 3,00: een artikel van acht bladzijden komt als pdf voor € 3,00.',
    en: '€ 3.00: an article of eight pages comes as a PDF for € 3.00.',
    fr: '3,00 € : un article de huit pages arrive en PDF pour 3,00 €.',
  },
  synonyms: {
    nl: ['fotokopie', 'artikel', 'digitale kopie', 'IBL-kopie'],
    en: ['photocopy', 'article', 'digital copy'],
    fr: ['photocopie', 'article', 'copie numérique'],
  },
})

export const interlibraryParameters = [
  interlibrarySupplies, interlibraryRound, interlibraryOnline, interlibraryCost, academicCost, copyCost,
] as const
