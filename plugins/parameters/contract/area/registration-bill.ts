import { defineParameter } from '#core/contract.ts'
import { atLibrary, atPlace } from '../level.ts'
import { membership } from '../list.ts'
import { setTariffs } from '../permission.ts'
import { Cents, price } from '../price.ts'
import { whole, yesNo } from '../shape.ts'

/** NRF; not active by default. Source: domain/1 §3.3, §4.9, [NACT], [O-ODB]. */
export const registrationBill = defineParameter({
  name: 'notices.registration-bill',
  area: 'bills',
  ...yesNo(false),
  levels: atPlace,
  dimensions: [membership],
  title: { nl: 'Registratienota', en: 'Bill of outstanding charges', fr: 'Décompte des frais dus' },
  help: {
    nl: 'Of leners met openstaande kosten zoals boetes en reserveringskosten daarvoor een nota krijgen. Lidgeld hoort er niet bij.',
    en: 'Whether borrowers with outstanding charges such as fines and hold costs get a bill for them. Membership fees are not part of it.',
    fr: 'Indique si les usagers qui doivent des frais (amendes, réservations) en reçoivent un décompte. La cotisation n’en fait pas partie.',
  },
  consequence: {
    nl: 'Ja: kosten die anders jaren blijven staan, worden opgevraagd; medewerkers starten de verwerking zelf.',
    en: 'Yes: costs that otherwise stay open for years are asked for; staff start the processing themselves.',
    fr: 'Oui : des frais qui, sinon, traîneraient des années sont réclamés ; le personnel lance lui-même le traitement.',
  },
  example: {
    nl: 'Ja: wie al een maand € 6,50 boete open heeft staan, krijgt een nota van € 6,50.',
    en: 'Yes: whoever has had € 6.50 of fines open for a month gets a bill of € 6.50.',
    fr: 'Oui : l’usager qui doit 6,50 € d’amendes depuis un mois reçoit un décompte de 6,50 €.',
  },
  synonyms: {
    nl: ['NRF', 'openstaande kosten', 'boetenota', 'factuur boetes', 'registraties'],
    en: ['NRF', 'overdue materials bill', 'open costs', 'fines bill'],
    fr: ['NRF', 'frais impayés', 'facture d’amendes'],
  },
})

/** Source: domain/1 §3.3 (age of a cost), §4.9, [NRF]. */
export const registrationBillAge = defineParameter({
  name: 'notices.registration-bill-age',
  area: 'bills',
  ...whole('days', { from: 1, to: 730, standard: 30 }),
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: registrationBill, is: [true] },
  title: { nl: 'Vanaf welke ouderdom', en: 'From which age', fr: 'Ancienneté minimale des frais' },
  help: {
    nl: 'Hoeveel dagen een kost moet openstaan voor ze op een registratienota komt.',
    en: 'For how many days a cost must be open before it comes on a bill of outstanding charges.',
    fr: 'Nombre de jours pendant lesquels des frais doivent rester dus avant de figurer sur un décompte.',
  },
  consequence: {
    nl: 'Korter: leners krijgen sneller een nota, ook wie van plan was om bij het volgende bezoek te betalen.',
    en: 'Shorter: borrowers get a bill sooner, also whoever meant to pay at the next visit.',
    fr: 'Plus court : le décompte arrive plus vite, même chez l’usager qui comptait payer à sa prochaine visite.',
  },
  example: {
    nl: '30: een boete van 1 maart komt ten vroegst op 31 maart op een nota.',
    en: '30: a fine of 1 March comes on a bill on 31 March at the earliest.',
    fr: '30 : une amende du 1er mars figure au plus tôt le 31 mars sur un décompte.',
  },
  synonyms: {
    nl: ['NRF', 'ouderdom kost', 'dagen open', 'periode-interval'],
    en: ['NRF', 'age of cost', 'days open', 'period interval'],
    fr: ['NRF', 'ancienneté', 'jours impayés'],
  },
})

/** Off is option 1, the default; on is option 2. Source: domain/1 §3.3 (IAFRINV), §4.9, [NRF], [O-ODB]. */
export const registrationBillAll = defineParameter({
  name: 'notices.registration-bill-all',
  area: 'bills',
  ...yesNo(false),
  levels: atLibrary,
  onlyWhen: { parameter: registrationBill, is: [true] },
  title: { nl: 'Ook jongere kosten op de nota', en: 'Younger costs on the bill too', fr: 'Frais plus récents également' },
  help: {
    nl: 'Of alle openstaande kosten op de nota komen zodra één kost oud genoeg is.',
    en: 'Whether all outstanding charges come on the bill as soon as one of them is old enough.',
    fr: 'Indique si tous les frais dus figurent sur le décompte dès que l’un d’eux est assez ancien.',
  },
  consequence: {
    nl: 'Ja: leners krijgen één nota voor alles, en het minimum wordt sneller gehaald.',
    en: 'Yes: borrowers get one bill for everything, and the minimum is reached sooner.',
    fr: 'Oui : l’usager reçoit un seul décompte pour tout, et le minimum est atteint plus vite.',
  },
  example: {
    nl: 'Ja, vanaf € 7,50 en 30 dagen: € 5,00 van vorige maand en € 10,00 van gisteren geven een nota van € 15,00.',
    en: 'Yes, from € 7.50 and 30 days: € 5.00 of last month and € 10.00 of yesterday make a bill of € 15.00.',
    fr: 'Oui, à partir de 7,50 € et de 30 jours : 5,00 € du mois passé et 10,00 € d’hier donnent un décompte de 15,00 €.',
  },
  synonyms: {
    nl: ['IAFRINV', 'NRF keuze 2', 'alle kosten ineens'],
    en: ['IAFRINV', 'NRF option 2', 'all costs at once'],
    fr: ['IAFRINV', 'NRF option 2', 'tous les frais'],
  },
})

/** Below it nobody is selected. Source: domain/1 §3.3 (minimum amount), §4.9, [O-ODB]. */
export const registrationBillMinimum = defineParameter({
  name: 'notices.registration-bill-minimum',
  area: 'bills',
  schema: Cents,
  default: 500,
  unit: 'cents',
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: registrationBill, is: [true] }, setBy: setTariffs,
  title: { nl: 'Nota vanaf', en: 'Bill from', fr: 'Décompte à partir de' },
  help: {
    nl: 'Vanaf welk bedrag een lener een registratienota krijgt.',
    en: 'From which amount a borrower gets a bill of outstanding charges.',
    fr: 'Montant à partir duquel un usager reçoit un décompte.',
  },
  consequence: {
    nl: 'Hoger: minder nota’s, maar kleine bedragen blijven openstaan tot de lener langskomt.',
    en: 'Higher: fewer bills, but small amounts stay open until the borrower comes by.',
    fr: 'Plus élevé : moins de décomptes, mais les petits montants restent dus jusqu’au prochain passage.',
  },
  example: {
    nl: '€ 5,00: wie € 4,90 open heeft staan, krijgt geen nota; met € 5,00 wel.',
    en: '€ 5.00: whoever owes € 4.90 gets no bill; with € 5.00 they do.',
    fr: '5,00 € : un usager qui doit 4,90 € ne reçoit rien ; à 5,00 €, il reçoit un décompte.',
  },
  synonyms: {
    nl: ['NRF', 'minimumbedrag', 'drempel nota', 'kleine bedragen'],
    en: ['NRF', 'minimum amount', 'threshold', 'small amounts'],
    fr: ['NRF', 'montant minimum', 'seuil'],
  },
})

/** Holds the postage as well. Source: domain/1 §3.3 (administrative cost), §4.9, [NACT], [N-UTR]. */
export const registrationBillCost = defineParameter({
  name: 'accounts.registration-bill-cost',
  area: 'bills',
  ...price,
  levels: atLibrary,
  dimensions: [membership],
  onlyWhen: { parameter: registrationBill, is: [true] },
  title: {
    nl: 'Administratiekost op de registratienota',
    en: 'Administration fee on the bill of outstanding charges',
    fr: 'Frais administratifs du décompte',
  },
  help: {
    nl: 'Wat er per registratienota bij komt voor administratie en port samen. 0: niets.',
    en: 'What is added per bill of outstanding charges for administration and postage together. 0: nothing.',
    fr: 'Ce qui s’ajoute à chaque décompte pour l’administration et le port. 0 : rien.',
  },
  consequence: {
    nl: 'De lener betaalt bij elke nota één keer deze kost, ook als er maar een klein bedrag openstond.',
    en: 'The borrower pays this once with every bill, also when only a small amount was open.',
    fr: 'L’usager paie ces frais une fois par décompte, même si le montant dû était petit.',
  },
  example: {
    nl: '€ 2,50: voor € 5,50 aan boetes staat er € 8,00 op de nota.',
    en: '€ 2.50: for € 5.50 of fines the bill says € 8.00.',
    fr: '2,50 € : pour 5,50 € d’amendes, le décompte indique 8,00 €.',
  },
  synonyms: {
    nl: ['NRF', 'administratiekost', 'dossierkost', 'port op nota'],
    en: ['NRF', 'administration fee', 'bill postage'],
    fr: ['NRF', 'frais administratifs', 'frais de dossier'],
  },
})

/** Source: domain/1 §3.3 (print IBAN), [NACT]. */
export const registrationBillIban = defineParameter({
  name: 'notices.registration-bill-iban',
  area: 'bills',
  ...yesNo(false),
  levels: atLibrary,
  onlyWhen: { parameter: registrationBill, is: [true] },
  title: {
    nl: 'Rekeningnummer op de nota', en: 'Account number on the bill', fr: 'Numéro de compte sur le décompte',
  },
  help: {
    nl: 'Of het IBAN van de bibliotheek op de registratienota staat, zodat leners kunnen overschrijven.',
    en: 'Whether the library’s IBAN is on the bill of outstanding charges, so that borrowers can transfer the money.',
    fr: 'Indique si l’IBAN de la bibliothèque figure sur le décompte, pour permettre un virement.',
  },
  consequence: {
    nl: 'Ja: er komen betalingen op de bank binnen die iemand bij het lid moet boeken.',
    en: 'Yes: payments come in at the bank which somebody has to book with the patron.',
    fr: 'Oui : des paiements arrivent en banque, et quelqu’un doit les imputer à l’usager.',
  },
  example: {
    nl: 'Ja: op de nota staat BE68 5390 0754 7034 met een gestructureerde mededeling.',
    en: 'Yes: the bill says BE68 5390 0754 7034 with a structured communication.',
    fr: 'Oui : le décompte porte BE68 5390 0754 7034 et une communication structurée.',
  },
  synonyms: {
    nl: ['IBAN', 'overschrijving', 'bankrekening', 'gestructureerde mededeling'],
    en: ['IBAN', 'bank transfer', 'bank account'],
    fr: ['IBAN', 'virement', 'communication structurée'],
  },
})

/** NRB; a desk bill ignores minimum and age. Source: domain/1 §3.3 (desk variant), §4.9, [O-ODB]. */
export const deskRegistrationBill = defineParameter({
  name: 'notices.desk-registration-bill',
  area: 'bills',
  ...yesNo(false),
  levels: atPlace,
  title: { nl: 'Registratienota aan de balie', en: 'Bill of outstanding charges at the desk', fr: 'Décompte au comptoir' },
  help: {
    nl: 'Of de balie voor één lener een nota kan maken van alles wat openstaat, ongeacht bedrag of ouderdom.',
    en: 'Whether the desk can make one borrower a bill of all that is open, whatever its amount or age.',
    fr: 'Indique si le comptoir peut établir pour un usager un décompte de tout ce qui est dû, quels que soient le montant et l’ancienneté.',
  },
  consequence: {
    nl: 'Ja: een lener die een bewijs vraagt voor zijn mutualiteit of werkgever, krijgt dat meteen.',
    en: 'Yes: a borrower who asks for proof for an employer gets it at once.',
    fr: 'Oui : un usager qui demande un justificatif pour son employeur le reçoit tout de suite.',
  },
  example: {
    nl: 'Ja: op verzoek van de lener komt € 2,00 van gisteren op een nota, hoewel het minimum € 5,00 is.',
    en: 'Yes: at the borrower’s request € 2.00 of yesterday comes on a bill, though the minimum is € 5.00.',
    fr: 'Oui : à la demande de l’usager, 2,00 € d’hier font un décompte, bien que le minimum soit de 5,00 €.',
  },
  synonyms: {
    nl: ['NRB', 'balienota registraties', 'nota op vraag'],
    en: ['NRB', 'desk bill of costs', 'bill on demand'],
    fr: ['NRB', 'décompte sur demande'],
  },
})

export const registrationBillParameters = [
  registrationBill, registrationBillAge, registrationBillAll, registrationBillMinimum, registrationBillCost,
  registrationBillIban, deskRegistrationBill,
] as const
