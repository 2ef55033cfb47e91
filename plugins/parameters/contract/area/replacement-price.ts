import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '../level.ts'
import { material, membership } from '../list.ts'
import { setTariffs } from '../permission.ts'
import { Cents, price, prices } from '../price.ts'
import { yesNo } from '../shape.ts'

/** NBE. Source: domain/1 §4.7, [NBE], [NACT]. */
export const manualBill = defineParameter({
  name: 'notices.manual-bill',
  area: 'bills',
  ...yesNo(true),
  levels: atPlace,
  title: {
    nl: 'Zelf in de notaprocedure zetten',
    en: 'Put in the bill procedure by hand',
    fr: 'Lancer soi-même la procédure de note',
  },
  help: {
    nl: 'Of medewerkers een uitgeleend exemplaar zelf op de lijst van de nota’s kunnen zetten.',
    en: 'Whether staff can put an item on loan on the list of bills by hand.',
    fr: 'Indique si le personnel peut inscrire lui-même un document en prêt sur la liste des notes.',
  },
  consequence: {
    nl: 'Ja: een lener die zegt dat hij iets kwijt is, krijgt zijn nota bij de eerstvolgende verwerking.',
    en: 'Yes: a borrower who says something is lost gets a bill at the next processing.',
    fr: 'Oui : un usager qui signale une perte reçoit sa note au prochain traitement.',
  },
  example: {
    nl: 'Ja: Els belt dat haar boek op de trein bleef liggen; de balie zet het in de procedure.',
    en: 'Yes: Els rings that her book was left on the train; the desk puts it in the procedure.',
    fr: 'Oui : Els téléphone que son livre est resté dans le train ; le comptoir lance la procédure.',
  },
  synonyms: {
    nl: ['NBE', 'handmatige nota', 'notaprocedure starten'],
    en: ['NBE', 'manual bill', 'start bill procedure'],
    fr: ['NBE', 'note manuelle', 'lancer la procédure'],
  },
})

/** Per bill, per item, or both; the booking codes come with the ledger. Source: domain/1 §3.3, [O-REPL], [NBF]. */
export const replacementBillCost = defineParameter({
  name: 'accounts.replacement-bill-cost',
  area: 'bills',
  schema: Type.Object({ billCents: Cents, itemCents: Cents }, { additionalProperties: false }),
  default: { billCents: 0, itemCents: 0 },
  ...prices,
  levels: atLibrary,
  dimensions: [membership],
  shared: true,
  fields: {
    billCents: { unit: 'cents', title: { nl: 'per nota', en: 'per bill', fr: 'par note' } },
    itemCents: { unit: 'cents', title: { nl: 'per exemplaar', en: 'per item', fr: 'par document' } },
  },
  title: {
    nl: 'Administratiekost op de nota', en: 'Administration fee on the bill', fr: 'Frais administratifs sur la note',
  },
  help: {
    nl: 'Wat er bij een materiaalvergoedingsnota bij komt voor de administratie, per nota en per exemplaar.',
    en: 'What is added to a replacement bill for administration, per bill and per item.',
    fr: 'Ce qui s’ajoute à une note d’indemnité pour l’administration, par note et par document.',
  },
  consequence: {
    nl: 'De kost blijft verschuldigd als de lener alsnog inlevert; alleen de vervangingsprijs vervalt dan.',
    en: 'The cost stays due when the borrower returns after all; only the price of replacement lapses.',
    fr: 'Les frais restent dus si l’usager rend finalement le document ; seul le prix de remplacement est annulé.',
  },
  example: {
    nl: '€ 5,00 per nota: twee boeken van € 16,00 geven een nota van € 37,00.',
    en: '€ 5.00 per bill: two books of € 16.00 make a bill of € 37.00.',
    fr: '5,00 € par note : deux livres de 16,00 € donnent une note de 37,00 €.',
  },
  synonyms: {
    nl: ['administratiekost', 'dossierkost', 'behandelingskost', 'notakost'],
    en: ['administration fee', 'handling fee', 'processing fee'],
    fr: ['frais administratifs', 'frais de dossier', 'frais de traitement'],
  },
})

/** The forfait, where neither item nor title has a price. Source: domain/1 §3.3, §4.5, [NBF]. */
export const replacementPrice = defineParameter({
  name: 'accounts.replacement-price',
  area: 'bills',
  ...price,
  levels: atLibrary,
  dimensions: [material],
  shared: true,
  title: { nl: 'Vaste vervangingsprijs', en: 'Fixed replacement price', fr: 'Prix de remplacement forfaitaire' },
  help: {
    nl: 'Wat een lener vergoedt als er bij het exemplaar en bij de titel geen prijs staat. 0: geen vaste prijs.',
    en: 'What a borrower pays when neither the item nor the title has a price. 0: no fixed price.',
    fr: 'Ce que paie l’usager quand aucun prix n’est indiqué pour l’exemplaire ni pour le titre. 0 : pas de forfait.',
  },
  consequence: {
    nl: 'Hoger: minder nota’s van een euro voor oude exemplaren zonder prijs in de catalogus.',
    en: 'Higher: fewer bills of one euro for old items without a price in the catalogue.',
    fr: 'Plus élevé : moins de notes d’un euro pour d’anciens documents sans prix au catalogue.',
  },
  example: {
    nl: '€ 15,00 voor boeken en € 25,00 voor dvd’s: een kinderboek uit 1998 zonder prijs kost € 15,00.',
    en: '€ 15.00 for books and € 25.00 for DVDs: a children’s book of 1998 without a price costs € 15.00.',
    fr: '15,00 € pour les livres et 25,00 € pour les DVD : un livre pour enfants de 1998 sans prix coûte 15,00 €.',
  },
  synonyms: {
    nl: ['forfaitaire vervangingsprijs', 'forfait', 'materiaalvergoeding', 'vervangkost', 'NBF'],
    en: ['flat price', 'replacement cost', 'forfait', 'lost item price'],
    fr: ['forfait', 'indemnité de remplacement', 'valeur de remplacement'],
  },
})

/** Source: domain/1 §3.3 (depreciation %), §9 [T-BEERSE] (5 % per year). */
export const replacementDepreciation = defineParameter({
  name: 'accounts.replacement-depreciation',
  area: 'bills',
  schema: Type.Object({
    percent: Type.Integer({ minimum: 0, maximum: 100 }),
    each: Type.Enum(['once', 'year']),
  }, { additionalProperties: false }),
  default: { percent: 0, each: 'once' },
  unit: 'fields',
  levels: atLibrary,
  dimensions: [material],
  shared: true, setBy: setTariffs,
  fields: {
    percent: { unit: 'percent', title: { nl: 'vermindering', en: 'reduction', fr: 'réduction' } },
    each: {
      unit: 'choice',
      title: { nl: 'hoe vaak', en: 'how often', fr: 'fréquence' },
      choices: {
        once: { nl: 'één keer', en: 'once', fr: 'une fois' },
        year: { nl: 'per jaar sinds de aankoop', en: 'per year since the purchase', fr: 'par an depuis l’achat' },
      },
    },
  },
  title: { nl: 'Waardevermindering', en: 'Depreciation', fr: 'Dépréciation' },
  help: {
    nl: 'Met hoeveel procent de vaste vervangingsprijs vermindert, in één keer of voor elk vol jaar sinds de aankoop.',
    en: 'By how many percent the fixed replacement price is reduced, once or for each full year since the purchase.',
    fr: 'Pourcentage dont diminue le forfait, en une fois ou par année entière depuis l’achat.',
  },
  consequence: {
    nl: 'Hoger: leners vergoeden minder voor oud materiaal, en de bibliotheek krijgt minder terug van een nieuw exemplaar.',
    en: 'Higher: borrowers pay less for old material, and the library gets back less of a new item.',
    fr: 'Plus élevé : l’usager paie moins pour un document ancien, et la bibliothèque récupère moins pour le remplacer.',
  },
  example: {
    nl: '5 % per jaar: een boek met een vaste prijs van € 20,00 kost na vier jaar nog € 16,00.',
    en: '5 % per year: a book with a fixed price of € 20.00 still costs € 16.00 after four years.',
    fr: '5 % par an : un livre au forfait de 20,00 € coûte encore 16,00 € après quatre ans.',
  },
  synonyms: {
    nl: ['afschrijving', 'slijtage', 'waardevermindering', 'percentage'],
    en: ['depreciation', 'wear', 'reduction'],
    fr: ['amortissement', 'usure', 'vétusté'],
  },
})

/** If nothing is known. Source: domain/1 §3.3, §4.5, [NBF]. */
export const replacementDefaultPrice = defineParameter({
  name: 'accounts.replacement-default-price',
  area: 'bills',
  ...price,
  default: 100,
  levels: atLibrary,
  title: {
    nl: 'Vervangingsprijs als niets bekend is',
    en: 'Replacement price if nothing is known',
    fr: 'Prix de remplacement à défaut d’autre prix',
  },
  help: {
    nl: 'Het bedrag op de nota als exemplaar noch titel een prijs heeft en er ook geen vaste prijs is.',
    en: 'The amount on the bill when neither item nor title has a price and there is no fixed price either.',
    fr: 'Le montant de la note quand aucun prix n’est indiqué pour l’exemplaire ni pour le titre et qu’il n’y a pas de forfait.',
  },
  consequence: {
    nl: 'Een laag bedrag valt op: medewerkers zien dat ze zelf een prijs moeten invullen voor ze verwerken.',
    en: 'A low amount stands out: staff see that they must fill in a price before processing.',
    fr: 'Un montant bas saute aux yeux : le personnel voit qu’il doit indiquer un prix avant de traiter.',
  },
  example: {
    nl: '€ 1,00: een onbekend tijdschriftnummer staat voor € 1,00 op de lijst van de nota’s.',
    en: '€ 1.00: an unknown issue of a magazine is on the list of bills for € 1.00.',
    fr: '1,00 € : un numéro de revue inconnu figure à 1,00 € sur la liste des notes.',
  },
  synonyms: {
    nl: ['standaardprijs', 'onbekende prijs', '1 euro', 'NBF'],
    en: ['default price', 'unknown price', '1 euro'],
    fr: ['prix par défaut', 'prix inconnu', '1 euro'],
  },
})

/** The example is 15.99 that becomes 16.00; the step is not known. Source: domain/1 §4.5, [NBF]. */
export const replacementRounding = defineParameter({
  name: 'accounts.replacement-rounding',
  area: 'bills',
  schema: Type.Enum([1, 5, 10, 50, 100]),
  default: 5,
  unit: 'choice',
  levels: atLibrary,
  setBy: setTariffs,
  choices: {
    1: { nl: 'niet', en: 'not', fr: 'pas d’arrondi' },
    5: { nl: 'op 5 cent', en: 'to 5 cents', fr: 'à 5 cents' },
    10: { nl: 'op 10 cent', en: 'to 10 cents', fr: 'à 10 cents' },
    50: { nl: 'op 50 cent', en: 'to 50 cents', fr: 'à 50 cents' },
    100: { nl: 'op een euro', en: 'to a euro', fr: 'à l’euro' },
  },
  title: {
    nl: 'Vervangingsprijs afronden', en: 'Rounding the replacement price', fr: 'Arrondi du prix de remplacement',
  },
  help: {
    nl: 'Op welk bedrag de voorgestelde vervangingsprijs wordt afgerond.',
    en: 'To which amount the proposed price of replacement is rounded.',
    fr: 'Montant auquel est arrondi le prix de remplacement proposé.',
  },
  consequence: {
    nl: 'Afronden op 5 cent of meer maakt het bedrag gemakkelijk te betalen in contanten.',
    en: 'Rounding to 5 cents or more makes the amount easy to pay in cash.',
    fr: 'Arrondir à 5 cents ou plus rend le montant facile à payer en espèces.',
  },
  example: {
    nl: 'Op 5 cent: een boek van € 15,99 staat voor € 16,00 op de nota.',
    en: 'To 5 cents: a book of € 15.99 is on the bill for € 16.00.',
    fr: 'À 5 cents : un livre de 15,99 € figure à 16,00 € sur la note.',
  },
  synonyms: {
    nl: ['afronden', 'afronding', 'centen'],
    en: ['rounding', 'round off', 'cents'],
    fr: ['arrondi', 'arrondir', 'centimes'],
  },
})

/** Source: domain/1 §9 ([T-HAAL] small damage 1). */
export const damageCost = defineParameter({
  name: 'accounts.damage-cost',
  area: 'bills',
  ...price,
  levels: atLibrary,
  dimensions: [material],
  title: { nl: 'Kost van kleine schade', en: 'Cost of small damage', fr: 'Frais pour un petit dégât' },
  help: {
    nl: 'Wat een lener betaalt voor schade waarmee het exemplaar nog bruikbaar is. 0: niets.',
    en: 'What a borrower pays for damage that leaves the item usable. 0: nothing.',
    fr: 'Ce que paie l’usager pour un dégât après lequel le document reste utilisable. 0 : rien.',
  },
  consequence: {
    nl: 'De balie stelt het bedrag voor zodra ze bij het inleveren schade noteert; een medewerker kan het weglaten.',
    en: 'The desk offers the amount as soon as it notes damage on return; staff can leave it out.',
    fr: 'Le comptoir propose le montant dès qu’il note un dégât au retour ; l’agent peut l’omettre.',
  },
  example: {
    nl: '€ 1,00: een gescheurde bladzijde in een stripverhaal kost de lener € 1,00.',
    en: '€ 1.00: a torn page in a comic costs the borrower € 1.00.',
    fr: '1,00 € : une page déchirée dans une BD coûte 1,00 € à l’usager.',
  },
  synonyms: {
    nl: ['schade', 'beschadiging', 'herstelkost', 'scheur'],
    en: ['damage', 'repair cost', 'torn page'],
    fr: ['dégât', 'détérioration', 'frais de réparation'],
  },
})

export const replacementPriceParameters = [
  manualBill, replacementBillCost, replacementPrice, replacementDepreciation, replacementDefaultPrice,
  replacementRounding, damageCost,
] as const
