import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '../level.ts'
import { membership } from '../list.ts'
import { setTariffs } from '../permission.ts'
import { centsOrNone } from '../price.ts'
import { noBlock, noMaximum, noMaximumOfItsOwn, wholeOrNone } from '../shape.ts'

/** Exceeded only when the total is higher; a group 3 counts the whole region. Source: domain/1 §3.3, §8, [STAT]. */
export const openCostsMost = defineParameter({
  name: 'accounts.open-costs-most',
  area: 'blocks',
  ...centsOrNone(noMaximum),
  levels: atLibrary,
  dimensions: [membership],
  shared: true, setBy: setTariffs,
  title: { nl: 'Maximum openstaande kosten', en: 'Maximum of outstanding charges', fr: 'Montant maximal de frais dus' },
  help: {
    nl: 'Boven welk bedrag aan openstaande kosten een lener geblokkeerd is. Lidgeld telt niet mee.',
    en: 'Above which amount of outstanding charges a borrower is blocked. Membership fees do not count.',
    fr: 'Montant de frais dus au-delà duquel un usager est bloqué. La cotisation n’entre pas en compte.',
  },
  consequence: {
    nl: 'De lener kan niet meer lenen of verlengen aan de zelfuitleen en niet meer verlengen of reserveren online; aan de balie verschijnt een melding. Zodra hij genoeg betaalt, is de blokkade weg.',
    en: 'The borrower can no longer borrow or renew at self-service, nor renew or place holds online; the desk sees a notice. Paying enough lifts the block.',
    fr: 'L’usager ne peut plus emprunter ni prolonger à l’automate, ni prolonger ou réserver en ligne ; un avis apparaît au comptoir. Le blocage disparaît dès que l’usager a payé assez.',
  },
  example: {
    nl: '€ 10,00: met € 9,80 open en een nieuwe boete van € 0,40 is de lener geblokkeerd; betaalt hij € 0,20, dan niet meer.',
    en: '€ 10.00: with € 9.80 open and a new fine of € 0.40 the borrower is blocked; after paying € 0.20 no longer.',
    fr: '10,00 € : avec 9,80 € dus et une nouvelle amende de 0,40 €, l’usager est bloqué ; s’il paie 0,20 €, il ne l’est plus.',
  },
  synonyms: {
    nl: ['maximum registraties', 'blokkering', 'schuldgrens', 'openstaande boetes', 'geblokkeerd'],
    en: ['maximum registrations', 'block limit', 'debt limit', 'blocked patron'],
    fr: ['blocage', 'limite de dette', 'amendes impayées', 'usager bloqué'],
  },
})

/** Set per branch. Source: domain/1 §3.3 (registrations older than x days), §8, [STAT]. */
export const openCostsDays = defineParameter({
  name: 'accounts.open-costs-days',
  area: 'blocks',
  ...wholeOrNone('days', { from: 1, to: 1095 }, noBlock),
  levels: atPlace,
  setBy: setTariffs,
  title: { nl: 'Kosten ouder dan', en: 'Costs older than', fr: 'Frais datant de plus de' },
  help: {
    nl: 'Na hoeveel dagen een openstaande kost de lener blokkeert, hoe klein ze ook is.',
    en: 'After how many days an outstanding charge blocks the borrower, however small it is.',
    fr: 'Nombre de jours après lequel des frais dus bloquent l’usager, si minimes soient-ils.',
  },
  consequence: {
    nl: 'De lener kan aan de zelfuitleen niets meer en online alleen nog verlengen, tot die kosten betaald zijn.',
    en: 'The borrower can do nothing at self-service and only renew online until those costs are paid.',
    fr: 'L’usager ne peut plus rien faire à l’automate et peut seulement prolonger en ligne, jusqu’au paiement de ces frais.',
  },
  example: {
    nl: '60: een boete van € 0,30 van 1 maart blokkeert vanaf 1 mei.',
    en: '60: a fine of € 0.30 of 1 March blocks from 1 May.',
    fr: '60 : une amende de 0,30 € du 1er mars bloque dès le 1er mai.',
  },
  synonyms: {
    nl: ['registraties ouder dan', 'oude schuld', 'blokkering na dagen'],
    en: ['registrations older than', 'old debt', 'block after days'],
    fr: ['anciens frais', 'vieille dette', 'blocage après un délai'],
  },
})

/** Source: domain/1 §3.3 (maximum open fines for online catalogue), [O-MYACC]. */
export const onlineCostsMost = defineParameter({
  name: 'accounts.online-costs-most',
  area: 'blocks',
  ...centsOrNone(noMaximumOfItsOwn),
  levels: atLibrary,
  dimensions: [membership],
  setBy: setTariffs,
  title: {
    nl: 'Maximum openstaande kosten online', en: 'Maximum of outstanding charges online', fr: 'Montant maximal de frais dus en ligne',
  },
  help: {
    nl: 'Boven welk bedrag een lener online niet meer kan verlengen of reserveren. Leeg: alleen het algemene maximum telt.',
    en: 'Above which amount a borrower can no longer renew or place holds online. Empty: only the general maximum counts.',
    fr: 'Montant au-delà duquel l’usager ne peut plus prolonger ni réserver en ligne. Vide : seul le maximum général compte.',
  },
  consequence: {
    nl: 'De website verwijst de lener door om te betalen, online of aan de balie.',
    en: 'The website refers the borrower to paying, online or at the desk.',
    fr: 'Le site invite l’usager à payer, en ligne ou au comptoir.',
  },
  example: {
    nl: '€ 5,00: wie € 5,10 open heeft, kan aan de balie verlengen maar niet op de website.',
    en: '€ 5.00: whoever owes € 5.10 can renew at the desk but not on the website.',
    fr: '5,00 € : un usager qui doit 5,10 € peut prolonger au comptoir mais pas sur le site.',
  },
  synonyms: {
    nl: ['onlinecatalogus', 'Mijn Bibliotheek', 'maximum boete online'],
    en: ['online catalogue', 'my account', 'fine limit'],
    fr: ['catalogue en ligne', 'mon compte', 'limite d’amendes'],
  },
})

/** Source: domain/1 §3.3 (idem for self-service), [O-MYACC]. */
export const selfServiceCostsMost = defineParameter({
  name: 'accounts.self-service-costs-most',
  area: 'blocks',
  ...centsOrNone(noMaximumOfItsOwn),
  levels: atPlace,
  dimensions: [membership],
  setBy: setTariffs,
  title: {
    nl: 'Maximum openstaande kosten aan de zelfuitleen',
    en: 'Maximum of outstanding charges at self-service',
    fr: 'Montant maximal de frais dus à l’automate',
  },
  help: {
    nl: 'Boven welk bedrag een lener aan de zelfuitleen niets meer kan lenen. Leeg: alleen het algemene maximum telt.',
    en: 'Above which amount a borrower can borrow nothing at self-service. Empty: only the general maximum counts.',
    fr: 'Montant au-delà duquel l’usager ne peut plus emprunter à l’automate. Vide : seul le maximum général compte.',
  },
  consequence: {
    nl: 'Lager: meer leners komen langs de balie om te betalen voor ze iets meenemen.',
    en: 'Lower: more borrowers come by the desk to pay before they take something.',
    fr: 'Plus bas : davantage d’usagers passent payer au comptoir avant d’emporter quelque chose.',
  },
  example: {
    nl: '€ 3,00 in een vestiging met betaalautomaat: wie € 3,50 open heeft, betaalt daar eerst.',
    en: '€ 3.00 in a branch with a payment terminal: whoever owes € 3.50 pays there first.',
    fr: '3,00 € dans une implantation dotée d’une borne de paiement : un usager qui doit 3,50 € y paie d’abord.',
  },
  synonyms: {
    nl: ['zelfuitleen', 'automaat', 'maximum boete'],
    en: ['self-check', 'machine', 'fine limit'],
    fr: ['automate de prêt', 'borne', 'limite d’amendes'],
  },
})

/** The block NOTA; whether it can be switched off in Wise is not stated. Source: domain/1 §3.3, §4.5, §8, [STAT]. */
export const billBlock = defineParameter({
  name: 'accounts.bill-block',
  area: 'blocks',
  schema: Type.Enum(['notice', 'loans', 'none']),
  default: 'notice',
  unit: 'choice',
  levels: atLibrary,
  choices: {
    notice: { nl: 'een melding aan de balie', en: 'a notice at the desk', fr: 'un avis au comptoir' },
    loans: { nl: 'niets meer lenen', en: 'no more loans', fr: 'plus aucun prêt' },
    none: { nl: 'niets', en: 'nothing', fr: 'rien' },
  },
  title: { nl: 'Na een materiaalvergoedingsnota', en: 'After a replacement bill', fr: 'Après une note d’indemnité' },
  help: {
    nl: 'Wat er gebeurt met een lener voor wie een materiaalvergoedingsnota gemaakt is.',
    en: 'What happens to a borrower for whom a replacement bill was made.',
    fr: 'Ce qui se passe pour un usager à qui une note d’indemnité a été adressée.',
  },
  consequence: {
    nl: 'Een melding komt telkens als iemand de lener opent. “Niets meer lenen” geldt ook aan de zelfuitleen.',
    en: 'A notice comes each time somebody opens the borrower. “No more loans” holds at self-service too.',
    fr: 'L’avis apparaît à chaque ouverture de la fiche. « Plus aucun prêt » vaut aussi à l’automate.',
  },
  example: {
    nl: 'Een melding: bij het scannen van de kaart van Els verschijnt “NOTA van 6 mei, € 24,00”.',
    en: 'A notice: scanning Els’s card shows “NOTA (bill) of 6 May, € 24.00”.',
    fr: 'Un avis : au scan de la carte d’Els apparaît « NOTA (note) du 6 mai, 24,00 € ».',
  },
  synonyms: {
    nl: ['NOTA', 'blokkade nota', 'pop-up'],
    en: ['NOTA', 'bill block', 'pop-up'],
    fr: ['NOTA', 'blocage après note', 'pop-up'],
  },
})

export const blocksParameters = [
  openCostsMost, openCostsDays, onlineCostsMost, selfServiceCostsMost, billBlock,
] as const
