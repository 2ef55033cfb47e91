import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '../level.ts'
import { yesNo } from '../shape.ts'

/** Only for costs just made. Source: domain/1 §5.3, §6, [KWPOP]. */
export const waiverOffer = defineParameter({
  name: 'fee-waivers.session-offer',
  area: 'money',
  ...yesNo(true),
  levels: atPlace,
  title: {
    nl: 'Kwijtschelden voorstellen bij het afrekenen',
    en: 'Offering to waive when settling',
    fr: 'Proposer une remise au décompte',
  },
  help: {
    nl: 'Of de balie op het einde van een sessie net ontstane kosten kan kwijtschelden, naast betalen of laten openstaan.',
    en: 'Whether the desk can waive costs just made at the end of a session, beside paying or leaving them open.',
    fr: 'Indique si le comptoir peut, en fin de session, accorder la remise des frais qui viennent de naître, au lieu de les encaisser ou de les laisser dus.',
  },
  consequence: {
    nl: 'Nee: wie kwijtscheldt, doet dat op de fiche van de lener en kiest daar een reden.',
    en: 'No: whoever waives does so on the borrower’s record and chooses a reason there.',
    fr: 'Non : la remise se fait sur la fiche de l’usager, avec un motif.',
  },
  example: {
    nl: 'Ja: een kind was ziek, en de balie scheldt € 0,30 boete meteen kwijt.',
    en: 'Yes: a child was ill, and the desk waives € 0.30 of fine at once.',
    fr: 'Oui : un enfant était malade, et le comptoir accorde aussitôt la remise de 0,30 €.',
  },
  synonyms: {
    nl: ['kwijtschelden', 'pop-up', 'afboeken', 'boete schrappen'],
    en: ['waive', 'pop-up', 'write off fine'],
    fr: ['remise', 'pop-up', 'annuler une amende'],
  },
})

/** Elapsed months on A910, those left on A911. Source: domain/1 §4.11, §6, domain/2 §2.5, [AFB], [L43]. */
export const cancelledFee = defineParameter({
  name: 'fee-waivers.cancelled-fee',
  area: 'money',
  ...yesNo(true),
  levels: atLibrary,
  title: {
    nl: 'Onbetaald lidgeld afboeken bij opzeggen',
    en: 'Write off an unpaid fee on cancelling',
    fr: 'Cotisation impayée passée en irrécouvrable à la résiliation',
  },
  help: {
    nl: 'Of onbetaald lidgeld vanzelf afgeboekt wordt als een lidmaatschap eindigt.',
    en: 'Whether an unpaid fee is written off by itself when a membership ends.',
    fr: 'Indique si la cotisation impayée est passée d’office en irrécouvrable à la fin de l’abonnement.',
  },
  consequence: {
    nl: 'Ja: de verstreken maanden gaan op A910 en de overblijvende op A911; de lener is niets meer verschuldigd.',
    en: 'Yes: elapsed months go on A910 and those left on A911; the borrower owes nothing more.',
    fr: 'Oui : les mois écoulés vont sur A910, les mois restants sur A911 ; l’usager ne doit plus rien.',
  },
  example: {
    nl: 'Ja: lidgeld van € 12,00, na vier maanden opgezegd: € 4,00 op A910 en € 8,00 op A911.',
    en: 'Yes: a fee of € 12.00, cancelled after four months: € 4.00 on A910 and € 8.00 on A911.',
    fr: 'Oui : pour une cotisation de 12,00 € et une résiliation après quatre mois, 4,00 € vont sur A910 et 8,00 € sur A911.',
  },
  synonyms: {
    nl: ['A910', 'A911', 'pro rata', 'opzegging'],
    en: ['A910', 'A911', 'pro rata', 'cancellation'],
    fr: ['A910', 'A911', 'prorata', 'résiliation'],
  },
})

/** Booked on A960. Source: domain/1 §1.2, §6, domain/2 §3.1, [AFB], [L4]. */
export const groupFee = defineParameter({
  name: 'fee-waivers.group-fee',
  area: 'membership',
  ...yesNo(true),
  levels: ['system', 'group'],
  title: {
    nl: 'Lidgeld één keer in de groep', en: 'Fee once in the group', fr: 'Une seule cotisation dans le groupement',
  },
  help: {
    nl: 'Of wie elders in de samenwerkingsgroep een geldig lidmaatschap heeft, hier geen lidgeld betaalt.',
    en: 'Whether borrowers with a valid membership elsewhere in the cooperation group pay no fee here.',
    fr: 'Indique si l’usager qui a un abonnement valable ailleurs dans le groupement est dispensé de cotisation ici.',
  },
  consequence: {
    nl: 'Ja: het lidgeld wordt meteen afgeboekt op A960 en de einddatum van elders wordt overgenomen.',
    en: 'Yes: the fee is written off on A960 at once and the end date of elsewhere is taken over.',
    fr: 'Oui : la cotisation est aussitôt annulée sur A960 et la date de fin de l’autre abonnement est reprise.',
  },
  example: {
    nl: 'Ja: Jan is lid in Beringen tot 31 augustus en wordt gratis lid in Alken, ook tot 31 augustus.',
    en: 'Yes: Jan is a member in Beringen until 31 August and joins Alken for free, also until 31 August.',
    fr: 'Oui : Jan est membre à Beringen jusqu’au 31 août et s’inscrit gratuitement à Alken, jusqu’au 31 août également.',
  },
  synonyms: {
    nl: ['A960', 'samenwerkingsgroep 1', 'gratis lid', 'tweede bibliotheek'],
    en: ['A960', 'cooperation group 1', 'free membership'],
    fr: ['A960', 'groupement 1', 'inscription gratuite'],
  },
})

export const waiversParameters = [
  waiverOffer, cancelledFee, groupFee,
] as const
