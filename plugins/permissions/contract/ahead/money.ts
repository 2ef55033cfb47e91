import { defineLimit, definePermissions } from '#core/contract.ts'
import { setTariffs } from '#plugins/parameters/contract/permission.ts'

/** The journals that a payment, refund or waiver may be booked in. */
const journals = (name: string) => defineLimit({
  name, kind: 'codes', title: { nl: 'dagboeken', en: 'journals', fr: 'journaux' },
})

const accounts = definePermissions('accounts', {
  read: {
    nl: 'zien wat leners nog betalen moeten', en: 'see what patrons owe', fr: 'voir ce que doivent les usagers',
  },
  'take-payment': {
    nl: 'betalingen ontvangen', en: 'take payments', fr: 'encaisser des paiements', touches: 'money',
    limitedBy: [journals('accounts.payment-journals')],
  },
  refund: {
    nl: 'geld en waarborgen terugbetalen', en: 'pay money and deposits back', fr: 'rembourser de l’argent et des cautions',
    touches: 'money', limitedBy: [
      defineLimit({
        name: 'accounts.refund-amount', kind: 'cents',
        title: { nl: 'terug te betalen bedrag', en: 'amount paid back', fr: 'montant remboursé' },
      }),
      journals('accounts.refund-journals'),
    ],
  },
  reverse: {
    nl: 'een foute boeking herstellen', en: 'reverse a wrong posting', fr: 'corriger une écriture erronée', touches: 'money',
  },
  'close-day': {
    nl: 'de kassa tellen en de dag afsluiten', en: 'count the drawer and close the day',
    fr: 'compter la caisse et clôturer la journée', touches: 'money',
  },
  'approve-settlement': {
    nl: 'dagafsluitingen nazien en goedkeuren', en: 'check and approve daily closings',
    fr: 'vérifier et approuver les clôtures journalières', touches: 'money',
  },
  'read-ledger': {
    nl: 'dagboeken en afsluitingen nakijken, zonder namen van leners',
    en: 'read journals and closings, without names of patrons',
    fr: 'consulter les journaux et les clôtures, sans noms d’usagers',
  },
})
/** Rights over what patrons owe and pay, ahead of their plugin (see notices.ts). */
export const accountsAhead = { ...accounts, 'set-tariffs': setTariffs } as const

export const shopSalesAhead = definePermissions('shop-sales', {
  sell: { nl: 'winkelartikelen verkopen', en: 'sell shop articles', fr: 'vendre des articles de la boutique', touches: 'money' },
  'set-articles': {
    nl: 'winkelartikelen en hun prijs wijzigen', en: 'change shop articles and their price',
    fr: 'modifier les articles et leur prix', touches: 'money',
  },
})

export const feeWaiversAhead = definePermissions('fee-waivers', {
  waive: {
    nl: 'openstaande kosten kwijtschelden', en: 'waive outstanding charges', fr: 'accorder la remise de frais dus', touches: 'money',
    limitedBy: [
      defineLimit({
        name: 'fee-waivers.amount', kind: 'cents',
        title: { nl: 'kwijt te schelden bedrag', en: 'amount waived', fr: 'montant de la remise' },
      }),
      journals('fee-waivers.journals'),
    ],
  },
})
