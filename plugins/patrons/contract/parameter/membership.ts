import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { monthNames } from '#core/contract/month.ts'
import { atLibrary, atPlace } from '#plugins/parameters/contract/level.ts'
import { membership } from '#plugins/parameters/contract/list.ts'
import { setTariffs } from '#plugins/parameters/contract/permission.ts'
import { Cents, price } from '#plugins/parameters/contract/price.ts'
import { whole } from '#plugins/parameters/contract/shape.ts'

/** The fee table of a patron is that of the home branch. Source: domain/1 §3.3, [O-CHARGE]. */
export const membershipFee = defineParameter({
  name: 'patrons.fee',
  area: 'membership',
  ...price,
  levels: atPlace,
  dimensions: [membership],
  shared: true,
  title: { nl: 'Lidgeld', en: 'Membership fee', fr: 'Cotisation' },
  help: {
    nl: 'Wat een lidmaatschap voor één periode kost. 0: gratis.',
    en: 'What a membership costs for one period. 0: free.',
    fr: 'Ce que coûte un abonnement pour une période. 0 : gratuit.',
  },
  consequence: {
    nl: 'Wie zich vanaf dan inschrijft of hernieuwt, betaalt het nieuwe bedrag; wie al betaald heeft, merkt niets tot de vervaldag.',
    en: 'Whoever enrols or renews from then on pays the new amount; whoever has paid notices nothing until it expires.',
    fr: 'À partir de ce jour, toute inscription et tout renouvellement se paient au nouveau montant ; pour qui a déjà payé, rien ne change avant l’échéance.',
  },
  example: {
    nl: '€ 5,00 voor volwassenen en € 0,00 voor jeugd: een gezin met twee ouders en drie kinderen betaalt € 10,00.',
    en: '€ 5.00 for adults and € 0.00 for youth: a family of two parents and three children pays € 10.00.',
    fr: '5,00 € pour les adultes et 0,00 € pour les jeunes : une famille de deux parents et trois enfants paie 10,00 €.',
  },
  synonyms: {
    nl: ['contributie', 'inschrijvingsgeld', 'abonnementsprijs', 'contributietabel', 'prijs lidmaatschap'],
    en: ['subscription fee', 'membership price', 'fee table'],
    fr: ['droit d’inscription', 'prix de l’abonnement', 'tarif'],
  },
})

/** The optional line for other postal codes. Source: domain/1 §3.3, [O-CHARGE]. */
export const feeElsewhere = defineParameter({
  name: 'patrons.fee-elsewhere',
  area: 'membership',
  schema: Type.Union([Cents, Type.Null()]),
  default: null,
  unit: 'cents',
  levels: atPlace,
  dimensions: [membership],
  shared: true, setBy: setTariffs, needsBasis: cents => (cents ?? 0) > 0,
  choices: {
    null: {
      nl: 'hetzelfde als voor inwoners', en: 'the same as for residents', fr: 'le même que pour les habitants',
    },
  },
  title: {
    nl: 'Lidgeld buiten het werkingsgebied', en: 'Membership fee for non-residents', fr: 'Cotisation hors territoire',
  },
  help: {
    nl: 'Wat een lidmaatschap kost voor wie niet in een van de eigen postcodes woont.',
    en: 'What a membership costs for whoever lives in none of the library’s own postal codes.',
    fr: 'Ce que coûte un abonnement aux usagers dont le domicile n’est dans aucun des codes postaux du territoire.',
  },
  consequence: {
    nl: 'De postcode op de dag van inschrijven of hernieuwen telt; wie verhuist, betaalt bij de volgende periode anders.',
    en: 'The postal code on the day of enrolling or renewing counts; whoever moves pays differently in the next period.',
    fr: 'C’est le code postal au jour de l’inscription ou du renouvellement qui compte ; après un déménagement, le tarif change à la période suivante.',
  },
  example: {
    nl: '€ 10,00: wie in 9000 Gent woont en in Zwalm lid wordt, betaalt € 10,00 in plaats van € 5,00.',
    en: '€ 10.00: whoever lives in 9000 Gent and joins in Zwalm pays € 10.00 instead of € 5.00.',
    fr: '10,00 € : une personne qui habite à 9000 Gand et s’inscrit à Zwalm paie 10,00 € au lieu de 5,00 €.',
  },
  synonyms: {
    nl: ['buiten gemeente', 'niet-inwoner', 'andere postcode', 'buitengemeentelijk'],
    en: ['non-resident', 'other postal code', 'outside municipality'],
    fr: ['non-résident', 'autre code postal', 'hors commune'],
  },
})

/** Source: domain/1 §3.3, §2.1, [O-CHARGE], [O-ORGTAB]. */
export const ownPostalCodes = defineParameter({
  name: 'patrons.own-postal-codes',
  area: 'membership',
  schema: Type.Array(Type.String({ pattern: '^[0-9A-Z][0-9A-Z -]{2,9}$' }), { maxItems: 200, uniqueItems: true }),
  default: [],
  unit: 'codes',
  levels: atLibrary,
  title: {
    nl: 'Postcodes van het werkingsgebied', en: 'Postal codes of the area', fr: 'Codes postaux du territoire',
  },
  help: {
    nl: 'De postcodes waarvan de inwoners het gewone lidgeld betalen. Leeg: iedereen telt als inwoner.',
    en: 'The postal codes whose inhabitants pay the ordinary fee. Empty: everybody counts as a resident.',
    fr: 'Les codes postaux dont les habitants paient la cotisation ordinaire. Vide : chacun compte comme habitant.',
  },
  consequence: {
    nl: 'Een postcode weglaten: wie daar woont, betaalt vanaf zijn volgende periode het andere lidgeld.',
    en: 'Leave a postal code out: whoever lives there pays the other fee from the next period.',
    fr: 'Si vous retirez un code postal, ses habitants paient l’autre cotisation dès leur prochaine période.',
  },
  example: {
    nl: '9630 en 9636: wie in Zwalm of Nederzwalm woont, is inwoner.',
    en: '9630 and 9636: whoever lives in Zwalm or Nederzwalm is a resident.',
    fr: '9630 et 9636 : les habitants de Zwalm et de Nederzwalm font partie du territoire.',
  },
  synonyms: {
    nl: ['postnummer', 'inwoners', 'gemeente', 'woonplaats'],
    en: ['zip code', 'residents', 'municipality'],
    fr: ['code postal', 'habitants', 'commune'],
  },
})

/** Source: domain/2 §2.4 (full year, fixed expiry month, temporary), [O17], [O23]. */
export const membershipMonths = defineParameter({
  name: 'patrons.membership-months',
  area: 'membership',
  ...whole('months', { from: 1, to: 120, standard: 12 }),
  levels: atLibrary,
  dimensions: [membership],
  shared: true,
  title: { nl: 'Duur van het lidmaatschap', en: 'Length of a membership', fr: 'Durée de l’abonnement' },
  help: {
    nl: 'Hoeveel maanden een nieuwe periode duurt.',
    en: 'How many months a new period lasts.',
    fr: 'Nombre de mois que dure une nouvelle période.',
  },
  consequence: {
    nl: 'Langer: leners hernieuwen minder vaak, en adressen worden minder vaak nagekeken.',
    en: 'Longer: borrowers renew less often, and addresses are checked less often.',
    fr: 'Plus long : l’usager renouvelle moins souvent, et les adresses sont vérifiées moins souvent.',
  },
  example: {
    nl: '12 voor volwassenen en 3 voor tijdelijke leden: ingeschreven op 15 juli, lid tot 14 oktober.',
    en: '12 for adults and 3 for temporary members: enrolled on 15 July, a member until 14 October.',
    fr: '12 pour les adultes et 3 pour les membres temporaires : inscrit le 15 juillet, on est membre jusqu’au 14 octobre.',
  },
  synonyms: {
    nl: ['looptijd lidmaatschap', 'abonnementsduur', 'geldigheid', 'tijdelijk lid'],
    en: ['membership term', 'validity', 'temporary member'],
    fr: ['validité', 'période d’abonnement', 'membre temporaire'],
  },
})

/** A fixed month in which all memberships of a type end. Source: domain/2 §2.4, [O17]. */
export const expiryMonth = defineParameter({
  name: 'patrons.expiry-month',
  area: 'membership',
  schema: Type.Union([Type.Enum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), Type.Null()]),
  default: null,
  unit: 'choice',
  levels: atLibrary,
  dimensions: [membership],
  choices: {
    ...monthNames, null: { nl: 'geen vaste maand', en: 'no fixed month', fr: 'pas de mois fixe' },
  },
  title: { nl: 'Vaste maand van verval', en: 'Fixed month of expiry', fr: 'Mois d’échéance fixe' },
  help: {
    nl: 'Op het einde van welke maand elk lidmaatschap afloopt, wanneer het ook begon.',
    en: 'At the end of which month every membership ends, whenever it began.',
    fr: 'Mois à la fin duquel chaque abonnement se termine, quel que soit son début.',
  },
  consequence: {
    nl: 'Een vaste maand maakt dat alle leden tegelijk hernieuwen, met meer drukte aan de balie.',
    en: 'A fixed month makes all members renew at once, with more of a queue at the desk.',
    fr: 'Avec un mois fixe, tous les membres renouvellent en même temps, ce qui crée plus d’affluence au comptoir.',
  },
  example: {
    nl: 'Augustus voor klassen: wie in oktober begint, loopt tot 31 augustus.',
    en: 'August for classes: whoever begins in October runs until 31 August.',
    fr: 'Août pour les classes : un abonnement commencé en octobre court jusqu’au 31 août.',
  },
  synonyms: {
    nl: ['vervalmaand', 'schooljaar', 'einde lidmaatschap'],
    en: ['expiry month', 'school year', 'end of membership'],
    fr: ['mois d’échéance', 'année scolaire', 'fin d’abonnement'],
  },
})

/** Source: domain/1 §5.3 (replacing a card), §9 ([T-PEER] 2.50, [T-BEERSE] 5). */
export const cardCost = defineParameter({
  name: 'patrons.card-cost',
  area: 'membership',
  ...price,
  levels: atLibrary,
  dimensions: [membership],
  shared: true,
  title: { nl: 'Kost van een nieuwe kaart', en: 'Cost of a new card', fr: 'Frais d’une nouvelle carte' },
  help: {
    nl: 'Wat een lener betaalt als hij zijn kaart verliest of een tweede wil. 0: gratis.',
    en: 'What a borrower pays when they lose their card or want a second one. 0: free.',
    fr: 'Ce que paie l’usager qui perd sa carte ou en veut une seconde. 0 : gratuit.',
  },
  consequence: {
    nl: 'Het bedrag staat klaar in het afrekenblok zodra de balie een kaart vervangt.',
    en: 'The amount is ready to settle as soon as the desk replaces a card.',
    fr: 'Le montant figure au décompte dès que le comptoir remplace une carte.',
  },
  example: {
    nl: '€ 2,50 voor volwassenen en € 0,00 voor jeugd: een kind dat zijn kaart kwijt is, krijgt gratis een nieuwe.',
    en: '€ 2.50 for adults and € 0.00 for youth: a child that lost its card gets a new one for free.',
    fr: '2,50 € pour les adultes, 0,00 € pour les jeunes : un enfant reçoit gratuitement une nouvelle carte.',
  },
  synonyms: {
    nl: ['duplicaat', 'lidkaart', 'bibkaart', 'verloren kaart', 'vervangkaart', 'pasje'],
    en: ['duplicate card', 'library card', 'lost card', 'replacement card'],
    fr: ['duplicata', 'carte de lecteur', 'carte perdue'],
  },
})

/** Source: domain/1 §9 ([T-PINTE] 25, [T-ELS] 20, [T-BEGIJN] 50 abroad). */
export const deposit = defineParameter({
  name: 'patrons.deposit',
  area: 'membership',
  ...price,
  levels: atLibrary,
  dimensions: [membership],
  shared: true,
  title: { nl: 'Waarborg', en: 'Deposit', fr: 'Caution' },
  help: {
    nl: 'Wat een lener bij de inschrijving in waarborg geeft en terugkrijgt als hij opzegt. 0: geen waarborg.',
    en: 'What a borrower leaves as a deposit when enrolling and gets back when cancelling. 0: no deposit.',
    fr: 'Ce que l’usager laisse en caution à l’inscription et récupère à la résiliation. 0 : pas de caution.',
  },
  consequence: {
    nl: 'Zonder betaalde waarborg blijft de inschrijving in aanvraag; het bedrag telt niet mee als openstaande kost.',
    en: 'Without a paid deposit the enrolment stays pending; the amount does not count as an outstanding charge.',
    fr: 'Sans caution payée, l’inscription reste en attente ; le montant ne compte pas comme frais dus.',
  },
  example: {
    nl: '€ 25,00 voor lidsoort 154: wie in het buitenland woont, geeft € 25,00 en krijgt ze bij vertrek terug.',
    en: '€ 25.00 for membership 154: whoever lives abroad leaves € 25.00 and gets it back on leaving.',
    fr: '25,00 € pour l’abonnement 154 : une personne qui habite à l’étranger laisse 25,00 € et les récupère à son départ.',
  },
  synonyms: {
    nl: ['borg', 'borgsom', 'waarborgsom', 'cautie', 'buitenlander'],
    en: ['security', 'guarantee', 'foreigner'],
    fr: ['garantie', 'dépôt', 'étranger'],
  },
})

export const membershipParameters = [
  membershipFee, feeElsewhere, ownPostalCodes, membershipMonths, expiryMonth, cardCost, deposit,
] as const
