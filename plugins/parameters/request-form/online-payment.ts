import { defineRequestForm } from '#core/contract/request-form.ts'
import { resolve } from '#core/parameter.ts'
import { accountHolder, accountNumber, onlinePayment, onlinePaymentCost, onlinePaymentMinimum } from '../contract/area/payment.ts'
import { amountQuestion, decisionQuestions, settingItems, settingQuestion, yesOrNo } from './setting.ts'

const withCost = { question: 'asksCost', is: [true] } as const

/** Source: domain/2 §7.7, domain/1 §3.3, [O-FINTAB]. */
export const onlinePaymentForm = defineRequestForm({
  name: 'parameters.online-payment',
  topic: 'services',
  title: {
    nl: 'Online betalen activeren of aanpassen', en: 'Activate or change paying online',
    fr: 'Activer ou modifier le paiement en ligne',
  },
  help: {
    nl: 'Leners betalen openstaande kosten en lidgeld op de website. Het geld komt via de betaaldienst op de rekening '
      + 'van je bibliotheek '
      + 'of gemeente; de aansluiting bij die dienst regelt de servicedesk met jou.',
    en: 'Borrowers pay outstanding charges and membership fees on the website. The money comes through the payment '
      + 'service to the account '
      + 'of your library or municipality; the helpdesk arranges the contract with that service together with you.',
    fr: 'Les usagers paient leurs frais dus et leur cotisation sur le site. L’argent arrive, par le service de '
      + 'paiement, sur le compte de '
      + 'votre bibliothèque ou commune ; le centre d’assistance règle avec vous l’affiliation à ce service.',
  },
  synonyms: {
    nl: 'Worldline, Bancontact, betaalterminal, betalen website, boete online betalen, lidgeld online, IBAN',
    en: 'Worldline, Bancontact, pay on website, pay fine online, pay fee online, IBAN',
    fr: 'Worldline, Bancontact, payer sur le site, payer l’amende en ligne, cotisation en ligne, IBAN',
  },
  levels: ['group', 'library'],
  questions: {
    account: settingQuestion(accountNumber, { example: 'BE68539007547034' }),
    holder: settingQuestion(accountHolder, { example: 'Gemeente Zwalm' }),
    minimum: settingQuestion(onlinePaymentMinimum, { example: 200 }),
    asksCost: yesOrNo({
      nl: 'Betaalt de lener een transactiekost?', en: 'Does the borrower pay a transaction cost?',
      fr: 'L’usager paie-t-il des frais de transaction ?',
    }, {}),
    cost: amountQuestion(onlinePaymentCost, { example: 30, onlyWhen: withCost }),
    ...decisionQuestions(withCost, onlinePaymentCost),
  },
  items: ({ account, holder, minimum, asksCost, cost, ...decided }, at) => [
    ...settingItems(at, accountNumber, account),
    ...settingItems(at, accountHolder, holder),
    ...settingItems(at, onlinePayment, true),
    ...settingItems(at, onlinePaymentMinimum, minimum),
    ...settingItems(at, onlinePaymentCost, asksCost ? cost : 0, decided),
  ],
  tasks: (_filled, { reading, unit, from }) => resolve(reading, onlinePayment, unit, from).value ? [] : [{
    nl: 'Sluit de bibliotheek aan bij de betaaldienst en doe een proefbetaling.',
    en: 'Connect the library to the payment service and make a trial payment.',
    fr: 'Affilier la bibliothèque au service de paiement et faire un paiement d’essai.',
  }],
})
