import { describe, expect, test } from 'vitest'
import { assemble } from '#core/registry.ts'
import { plugins } from '#plugins/index.ts'

const { parameters } = assemble(plugins)

/**
 * Every row of the tables of domain/1 §3.3 as it is called there, its levels (S system, I library, B branch, M membership,
 * R material, C patron), and the settings it became: `name`, or `name#part`. Or why it is none.
 */
type Row = readonly [row: string, levels: string, became: string | { readonly none: string }]
const none = (why: string) => ({ none: why })
const processCode = none('methods and processes have no numbers: a value stands with its membership itself')
const ledger = none('lists of the ledger, which comes with accounts')

const catalogue: Readonly<Record<string, readonly Row[]>> = {
  'Loans and renewals': [
    ['loan period (uitleentermijn)', 'M R', 'rules.loan#loanDays'],
    ['renewal period (verlengtermijn)', 'M R', 'rules.loan#renewalDays'],
    ['single / double period', 'M R', 'rules.loan#loanDays circulation.double-loan-days'],
    ['loan fee (leengeld)', 'M R', 'rules.loan#feeCents'],
    ['minimum age', 'M R', 'rules.loan#minimumAge'],
    ['renewal start', 'M R', 'rules.renewal#start'],
    ['renewal cost per session / per item; none when extending', '', 'rules.renewal-cost rules.renewal-cost-per'],
    ['block renewal online/self-service', 'M R', 'rules.renewal#blockOnline'],
    ['automatic renewal', '', 'circulation.automatic-renewal circulation.automatic-renewal-days'],
    ['number of renewals', 'M R', 'rules.renewal#times'],
    ['maximum items', 'M', 'rules.items-max circulation.items-exceeding-cost'],
    ['maximum items per kind', 'M R', 'rules.items-max-of-kind'],
    ['volume', 'R', 'circulation.item-count'],
  ],
  Fines: [
    ['amount', 'M R', 'rules.fine#amountCents'],
    ['period', 'M R', 'rules.fine#periodDays'],
    ['fine-free days (grace)', 'M R', 'rules.fine#graceDays'],
    ['maximum', 'M R', 'rules.fine#maximumCents'],
    ['calculation method', '', 'rules.fine-weeks rules.fine-line'],
    ['fine-free minutes / calculate by minutes', 'M R', 'circulation.minute-fine#graceMinutes circulation.minute-fine#perMinutes'],
    ['count closed days', 'I B', 'rules.fine-closed-days'],
    ['age exemption', 'I', 'circulation.fine-free-age'],
  ],
  'Pre-notice, reminders, bills': [
    ['pre-notice (attenderingstermijn)', 'M R', 'rules.dunning#preNoticeDays'],
    ['reminder 1 (HR1)', 'M R', 'rules.dunning#reminder1Days'],
    ['reminder 2 (HR2)', 'M R', 'rules.dunning#reminder2Days'],
    ['bill (nota)', 'M R', 'rules.dunning#billDays'],
    ['postage on reminder letter (portkosten)', 'I', 'notices.letter-postage'],
    ['message type on/off per membership', 'M', 'notices.send-pre-notice notices.send-reminder-1 notices.send-reminder-2 '
      + 'notices.send-hold-ready notices.send-hold-lapsed notices.send-membership-ending notices.send-fee-invoice '
      + 'notices.send-unconfirmed notices.replacement-bill notices.registration-bill'],
    ['mail version / letter version per message type', 'I', 'notices.channel-reminder-1#first notices.channel-replacement-bill#first '
      + 'notices.channel-registration-bill#first notices.channel-bill-reminder#first notices.channel-registration-reminder#first'],
    ['customer’s own preference per class', '', 'notices.patron-preference'],
    ['customer’s own preference per class: the preference', 'C', none('what a patron wishes is kept with the patron')],
    ['text group 2 (minors)', 'I M', 'notices.minors-text'],
    ['text group 2 (minors): age', 'I', 'notices.minors-age'],
    ['available and default channel per type', 'M', 'notices.channel-pre-notice#first notices.channel-pre-notice#otherwise '
      + 'notices.channel-hold-ready#first notices.channel-membership-ending#first notices.channel-fee-invoice#first '
      + 'notices.channel-unconfirmed#first notices.channel-hold-lapsed#first notices.channel-reminder-2#first'],
  ],
  'Material replacement bill (NBF family)': [
    ['process code', '', processCode],
    ['procedure active', 'M', 'notices.replacement-bill'],
    ['print and make journal entry', 'M', 'notices.replacement-bill-booking'],
    ['directly to collections agent', 'M', 'notices.replacement-bill-direct'],
    ['include fine', 'M', 'notices.replacement-bill-fine'],
    ['maximum fine', 'M', 'notices.replacement-bill-fine-most'],
    ['waiting period', 'M', 'notices.replacement-bill-wait'],
    ['service desk bill', '', 'notices.desk-bill notices.manual-bill'],
    ['administrative cost per bill, per item', 'M', 'accounts.replacement-bill-cost#billCents accounts.replacement-bill-cost#itemCents'],
    ['administrative cost: booking code each', '', ledger],
    ['fixed replacement price per RMT (forfaitaire vervangingsprijs)', 'R', 'accounts.replacement-price'],
    ['depreciation %', 'R', 'accounts.replacement-depreciation#percent'],
    ['default price', '', 'accounts.replacement-default-price accounts.replacement-rounding'],
    ['reminder bill NBH: days after first bill, reminder cost', 'I',
      'notices.bill-reminder notices.bill-reminder-days accounts.bill-reminder-cost'],
  ],
  'Registration bill (NRF family)': [
    ['process code', '', processCode],
    ['procedure active', 'M', 'notices.registration-bill'],
    ['period interval / age of a cost', 'M', 'notices.registration-bill-age'],
    ['system option IAFRINV', 'I', 'notices.registration-bill-all'],
    ['minimum amount', 'M', 'notices.registration-bill-minimum'],
    ['administrative cost', 'M', 'accounts.registration-bill-cost'],
    ['print IBAN on the bill', 'I', 'notices.registration-bill-iban accounts.iban accounts.account-holder'],
    ['desk variant', '', 'notices.desk-registration-bill'],
    ['reminder NRH (§4.9)', 'I',
      'notices.registration-reminder notices.registration-reminder-days accounts.registration-reminder-cost'],
  ],
  'Bailiff / collection': [
    ['process code', '', processCode],
    ['description', 'I', 'notices.bailiff-name'],
    ['block', 'M', 'notices.bailiff-block'],
    ['notification', 'M', 'notices.bailiff-notice'],
    ['after xxx days', 'M', 'notices.bailiff-days'],
    ['booking code', '', ledger],
    ['US: upper threshold', 'M', 'notices.bailiff-from'],
    ['US: lower threshold', 'M', 'notices.bailiff-until'],
    ['US: calendar days for payment', 'M', 'notices.bailiff-payment-days'],
    ['switch EXTDEBC', 'S I', 'notices.bailiff'],
  ],
  Holds: [
    ['default kind', 'I', 'circulation.hold-kind'],
    ['branches in hold network; branches in pick-up network', 'I B', 'circulation.hold-network circulation.pickup-place'],
    ['add network hold to branch-hold libraries (desk only)', 'I', 'circulation.network-hold-at-desk'],
    ['cost and moment', 'M R', 'rules.hold#placingCents rules.hold#pickupCents'],
    ['cost and moment: internal inter-library loan', 'M R', 'interlibrary.cost#placingCents interlibrary.cost#pickupCents'],
    ['cost when not collected', 'M R', 'rules.hold#notCollectedCents interlibrary.cost#notCollectedCents'],
    ['term after which an unfilled request ends', 'R B I S', 'circulation.hold-open-days'],
    ['term after which an unfilled request ends: inter-library', 'R S', 'interlibrary.open-days'],
    ['days before moving branch -> network -> system search', 'R B I S',
      'circulation.hold-search circulation.hold-branch-days circulation.hold-network-days'],
    ['priority', 'R', 'circulation.hold-priority'],
    ['pick-up period (afhaaltermijn)', 'B I', 'circulation.pickup-days'],
    ['who may place, per membership', 'M R', 'rules.hold#allowed'],
  ],
  'Membership, fee and blocks': [
    ['membership price', 'B M', 'patrons.fee patrons.fee-elsewhere'],
    ['membership price: other postal codes', 'I', 'patrons.own-postal-codes'],
    ['baseline period', 'M', 'patrons.fee-baseline-months'],
    ['reminder after x months; expire after x months', 'M', 'patrons.fee-reminder-months patrons.fee-expiry-months'],
    ['maximum open registrations', 'M', 'accounts.open-costs-most'],
    ['registrations older than x days', 'B', 'accounts.open-costs-days'],
    ['block after material bill', 'I', 'accounts.bill-block'],
    ['maximum open fines for online catalogue; idem for self-service', 'M',
      'accounts.online-costs-most accounts.self-service-costs-most'],
    ['claim returned: discard item after x days; warning limit of claims', 'M',
      'circulation.claim-discard-days circulation.claims-warning'],
    ['online registration / renewal allowed', 'I', 'patrons.online-registration patrons.online-renewal'],
  ],
  Money: [
    ['booking codes (boekingscodes), price, price changeable, default number, VAT %, hide at desk, customer required, '
      + 'ledger number...', 'I', ledger],
    ['journals (dagboeken): cash, bank, write-off, deposit', '', ledger],
    ['waive reasons = extra A-journals, on request', '', ledger],
    ['extra refund booking code, on request', 'I', ledger],
    ['online payment: process code, booking code', 'I', ledger],
    ['online payment: minimum amount, transaction fee, discount', 'I', 'accounts.online-payment '
      + 'accounts.online-payment-minimum accounts.online-payment-cost accounts.online-payment-discount'],
    ['block point of sale', 'S I', 'shop-sales.blocked'],
    ['initials at cash closing', '', 'accounts.closing-initials'],
  ],
  'Inter-library loan (Flanders)': [
    ['8 euro per delivered item', 'S', 'interlibrary.delivery-price'],
    ['Impala transaction 1.07 euro', 'S', 'interlibrary.impala-transaction-price'],
    ['scientific libraries about 8 euro per request', 'S', 'interlibrary.impala-request-price'],
    ['Impala minimum invoice 12 euro', 'S', 'interlibrary.impala-invoice-minimum'],
  ],
  'Price of the shared infrastructure': [
    ['euro per inhabitant per year', '', none('what a municipality pays for the product, shown by a report and set by nobody in it')],
  ],
}

const unitLevels = { S: 'system', I: 'library', B: 'branch' } as const
const dimensions = { M: 'membership', R: 'material' } as const
const asked = <T extends string>(letters: string, of: Readonly<Record<string, T>>) =>
  letters.split(' ').flatMap(letter => of[letter] ?? [])

describe.each(Object.entries(catalogue))('the table “%s”', (_title, rows) => {
  test.each(rows)('%s (%s)', (_row, letters, became) => {
    if (typeof became === 'object') return expect(became.none).not.toBe('')
    for (const [name = '', part] of became.split(' ').map(one => one.split('#'))) {
      const parameter = parameters.get(name)
      expect(parameter, name).toBeDefined()
      if (part) expect(Object.keys(parameter?.fields ?? {}), name).toContain(part)
      expect(parameter?.levels, name).toEqual(expect.arrayContaining(asked(letters, unitLevels)))
      expect((parameter?.dimensions ?? []).map(dimension => dimension.name), name)
        .toEqual(expect.arrayContaining(asked(letters, dimensions)))
    }
  })
})

test('codes that people know from Wise are found', () => {
  const words = new Set([...parameters.values()].flatMap(({ synonyms }) => synonyms.nl))
  const codes = [
    'NBF', 'NBB', 'NBE', 'NBH', 'NRF', 'NRB', 'NRH', 'HR1', 'HR2', 'PMS', 'IAFRINV', 'EXTDEBC', 'GKVVINB', 'IBK-BNG',
    'NNTBOET', 'HFDPWYK', 'HERVZM', 'A960', 'portkosten', 'forfait', 'maningskost', 'telaatgeld',
  ]
  expect(codes.filter(code => !words.has(code))).toEqual([])
})

test('what patrons pay asks for a council decision and is set by whoever sets tariffs', () => {
  const price = /-cost$|-price$|\.fee$|\.fee-elsewhere$|\.deposit$|postage$/
  const betweenLibraries = /^interlibrary\.(delivery|impala)/
  const loose = [...parameters.values()].filter(({ name }) => price.test(name) && !betweenLibraries.test(name))
    .filter(({ needsBasis, setBy }) => !needsBasis || setBy?.name !== 'accounts.set-tariffs')
  expect(loose.map(({ name }) => name)).toEqual([])
})
