import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { atLibrary } from '../level.ts'
import { setTariffs } from '../permission.ts'
import { Cents, price } from '../price.ts'
import { whole, yesNo } from '../shape.ts'

/** Source: domain/1 §3.3 (online payment), domain/2 §7.7, [O-FINTAB]. */
export const onlinePayment = defineParameter({
  name: 'accounts.online-payment',
  area: 'money',
  ...yesNo(false),
  levels: atLibrary,
  title: { nl: 'Online betalen', en: 'Paying online', fr: 'Payer en ligne' },
  help: {
    nl: 'Of leners openstaande kosten en lidgeld op de website kunnen betalen.',
    en: 'Whether borrowers can pay outstanding charges and membership fees on the website.',
    fr: 'Indique si les usagers peuvent payer leurs frais dus et leur cotisation sur le site.',
  },
  consequence: {
    nl: 'Ja: betalingen komen op het eigen onlinedagboek, en blokkeringen gaan vanzelf weg.',
    en: 'Yes: payments come on the library’s own online journal, and blocks go by themselves.',
    fr: 'Oui : les paiements sont inscrits au journal en ligne de la bibliothèque, et les blocages sont levés d’office.',
  },
  example: {
    nl: 'Ja: Els betaalt zondag € 3,20 met Bancontact en reserveert meteen weer.',
    en: 'Yes: Els pays € 3.20 by Bancontact on Sunday and places a hold at once.',
    fr: 'Oui : Els paie 3,20 € par Bancontact le dimanche et réserve aussitôt.',
  },
  synonyms: {
    nl: ['Worldline', 'Bancontact', 'webbetaling', 'betalen op website'],
    en: ['Worldline', 'Bancontact', 'web payment'],
    fr: ['Worldline', 'Bancontact', 'paiement web'],
  },
})

/** Source: domain/1 §3.3 (minimum amount), [O-FINTAB]. */
export const onlinePaymentMinimum = defineParameter({
  name: 'accounts.online-payment-minimum',
  area: 'money',
  schema: Cents,
  default: 0,
  unit: 'cents',
  levels: atLibrary,
  onlyWhen: { parameter: onlinePayment, is: [true] },
  title: { nl: 'Online betalen vanaf', en: 'Paying online from', fr: 'Payer en ligne à partir de' },
  help: {
    nl: 'Vanaf welk bedrag een lener online kan betalen. 0: elk bedrag.',
    en: 'From which amount a borrower can pay online. 0: any amount.',
    fr: 'Montant à partir duquel un usager peut payer en ligne. 0 : tout montant.',
  },
  consequence: {
    nl: 'Hoger: de bibliotheek betaalt minder transactiekosten voor kleine bedragen, die naar de balie gaan.',
    en: 'Higher: the library pays fewer transaction costs for small amounts, which go to the desk.',
    fr: 'Plus élevé : la bibliothèque paie moins de frais de transaction pour les petits montants, qui se paient au comptoir.',
  },
  example: {
    nl: '€ 1,00: een boete van € 0,40 betaal je aan de balie, twee van € 0,60 samen wel online.',
    en: '€ 1.00: a fine of € 0.40 is paid at the desk, two of € 0.60 together can be paid online.',
    fr: '1,00 € : une amende de 0,40 € se paie au comptoir, deux de 0,60 € ensemble en ligne.',
  },
  synonyms: {
    nl: ['minimumbedrag online', 'kleine bedragen', 'drempel'],
    en: ['minimum online amount', 'small amounts'],
    fr: ['montant minimum en ligne', 'petits montants'],
  },
})

/** Source: domain/1 §3.3 (transaction fee), [O-FINTAB]. */
export const onlinePaymentCost = defineParameter({
  name: 'accounts.online-payment-cost',
  area: 'money',
  ...price,
  levels: atLibrary,
  onlyWhen: { parameter: onlinePayment, is: [true] },
  title: { nl: 'Transactiekost online', en: 'Online transaction cost', fr: 'Frais de transaction en ligne' },
  help: {
    nl: 'Wat een lener bijbetaalt per onlinebetaling. 0: niets.',
    en: 'What a borrower pays on top for each online payment. 0: nothing.',
    fr: 'Ce que l’usager paie en plus par paiement en ligne. 0 : rien.',
  },
  consequence: {
    nl: 'Leners zien de kost voor ze bevestigen, en meer van hen betalen aan de balie.',
    en: 'Borrowers see the cost before they confirm, and more of them pay at the desk.',
    fr: 'L’usager voit les frais avant de confirmer, et paie plus souvent au comptoir.',
  },
  example: {
    nl: '€ 0,25: voor € 3,20 aan boetes betaalt Els online € 3,45.',
    en: '€ 0.25: for € 3.20 of fines Els pays € 3.45 online.',
    fr: '0,25 € : pour 3,20 € d’amendes, Els paie 3,45 € en ligne.',
  },
  synonyms: {
    nl: ['betaalkost', 'transactiekosten', 'toeslag online'],
    en: ['transaction fee', 'payment surcharge'],
    fr: ['frais de paiement', 'supplément'],
  },
})

/** Source: domain/1 §3.3 (discount), [O-FINTAB]. */
export const onlinePaymentDiscount = defineParameter({
  name: 'accounts.online-payment-discount',
  area: 'money',
  ...whole('percent', { from: 0, to: 100, standard: 0 }),
  levels: atLibrary,
  onlyWhen: { parameter: onlinePayment, is: [true] }, setBy: setTariffs,
  title: { nl: 'Korting bij online betalen', en: 'Discount for paying online', fr: 'Remise pour paiement en ligne' },
  help: {
    nl: 'Hoeveel procent minder een lener betaalt als hij zijn kosten online betaalt.',
    en: 'How many percent less a borrower pays when paying costs online.',
    fr: 'Pourcentage que l’usager paie en moins quand il règle ses frais en ligne.',
  },
  consequence: {
    nl: 'Hoger: meer leners betalen thuis. De korting wordt als kwijtgescholden geboekt.',
    en: 'Higher: more borrowers pay at home. The discount is booked as waived.',
    fr: 'Plus élevé : davantage d’usagers paient chez eux. La remise est comptabilisée comme telle.',
  },
  example: {
    nl: '10 %: een boete van € 3,00 kost online € 2,70.',
    en: '10 %: a fine of € 3.00 costs € 2.70 online.',
    fr: '10 % : une amende de 3,00 € coûte 2,70 € en ligne.',
  },
  synonyms: {
    nl: ['korting', 'vermindering', 'online'],
    en: ['discount', 'reduction', 'online'],
    fr: ['remise', 'réduction', 'en ligne'],
  },
})

/** Checked by its form; banks compare it with the name. Source: domain/1 §3.3 (IBAN), domain/3 §3 (S68, S69). */
export const accountNumber = defineParameter({
  name: 'accounts.iban',
  area: 'money',
  schema: Type.Union([Type.String({ pattern: '^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$' }), Type.Null()]),
  default: null,
  unit: 'text',
  levels: atLibrary,
  setBy: setTariffs,
  choices: {
    null: { nl: 'geen rekening', en: 'no account', fr: 'pas de compte' },
  },
  title: { nl: 'Rekeningnummer', en: 'Account number', fr: 'Numéro de compte' },
  help: {
    nl: 'Het IBAN waarop leners nota’s overschrijven, zonder spaties.',
    en: 'The IBAN to which borrowers transfer what is on bills, without spaces.',
    fr: 'L’IBAN sur lequel les usagers paient leurs notes par virement, sans espaces.',
  },
  consequence: {
    nl: 'Dit nummer staat op brieven en in de QR-code; overschrijvingen op een oud nummer moet iemand opzoeken.',
    en: 'This number is on letters and in the QR code; transfers to an old number have to be traced.',
    fr: 'Ce numéro figure sur les lettres et dans le code QR ; les virements sur un ancien numéro doivent être recherchés un à un.',
  },
  example: {
    nl: 'BE68539007547034: zo staat het op de nota, in groepjes van vier.',
    en: 'BE68539007547034: it is on the bill in groups of four.',
    fr: 'BE68539007547034 : il figure sur la note, par groupes de quatre.',
  },
  synonyms: {
    nl: ['IBAN', 'bankrekening', 'overschrijving', 'rekening gemeente'],
    en: ['IBAN', 'bank account', 'transfer'],
    fr: ['IBAN', 'compte bancaire', 'virement'],
  },
})

/** Since October 2025 banks warn when the name differs. Source: domain/3 §3 (S68, S69). */
export const accountHolder = defineParameter({
  name: 'accounts.account-holder',
  area: 'money',
  schema: Type.Union([Type.String({ minLength: 1, maxLength: 70 }), Type.Null()]),
  default: null,
  unit: 'text',
  levels: atLibrary,
  choices: {
    null: { nl: 'niet ingevuld', en: 'not filled in', fr: 'non rempli' },
  },
  title: { nl: 'Naam van de rekeninghouder', en: 'Name of the account holder', fr: 'Nom du titulaire' },
  help: {
    nl: 'De precieze naam waarop de rekening staat, meestal die van de gemeente.',
    en: 'The exact name in which the account is held, mostly that of the municipality.',
    fr: 'Le nom exact du titulaire du compte, en général celui de la commune.',
  },
  consequence: {
    nl: 'Een andere naam: de bank waarschuwt leners dat naam en nummer niet overeenkomen, en zij bellen de balie.',
    en: 'Another name: the bank warns borrowers that name and number do not agree, and they ring the desk.',
    fr: 'Un autre nom : la banque avertit l’usager que le nom et le numéro ne correspondent pas, et il téléphone au comptoir.',
  },
  example: {
    nl: '“Gemeente Zwalm” en niet “Bib Zwalm”.',
    en: '“Gemeente Zwalm” (the municipality) and not “Bib Zwalm”.',
    fr: '« Gemeente Zwalm » (la commune) et non « Bib Zwalm ».',
  },
  synonyms: {
    nl: ['begunstigde', 'rekeninghouder', 'gemeentebestuur'],
    en: ['beneficiary', 'payee', 'municipality'],
    fr: ['bénéficiaire', 'titulaire', 'commune'],
  },
})

export const paymentParameters = [
  onlinePayment, onlinePaymentMinimum, onlinePaymentCost, onlinePaymentDiscount, accountNumber, accountHolder,
] as const
