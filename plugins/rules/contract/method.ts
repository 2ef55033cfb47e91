import { defineParameter } from '#core/contract.ts'
import { ruleLine } from '#plugins/parameters/contract/list.ts'
import { setTariffs } from '#plugins/parameters/contract/permission.ts'
import {
  DunningMethod, FineMethod, HoldMethod, LoanMethod, NOT_LENDABLE, RenewalMethod,
} from './line.ts'
import { dunningNotation, fineNotation, holdNotation, loanNotation, renewalNotation } from './notation.ts'

const asksForHold = ({ placingCents, pickupCents, notCollectedCents }: HoldMethod) =>
  placingCents + pickupCents + notCollectedCents > 0

/** A column of the rules: one value per type of membership and of material, one table for a group of level 2 or 3. */
const method = { unit: 'fields', levels: ['system', 'group', 'library', 'branch'], dimensions: ruleLine, shared: true } as const

export const loanRule = defineParameter({
  ...method,
  name: 'rules.loan',
  area: 'loans',
  schema: LoanMethod,
  default: { loanDays: 28, renewalDays: 28, feeCents: 0, minimumAge: 0 },
  needsBasis: ({ feeCents }: LoanMethod) => feeCents > 0,
  notation: loanNotation,
  fields: {
    loanDays: { title: { nl: 'Leendagen', en: 'Loan days', fr: 'Jours de prêt' }, unit: 'days' },
    renewalDays: { title: { nl: 'Verlengdagen', en: 'Renewal days', fr: 'Jours de prolongation' }, unit: 'days' },
    feeCents: { title: { nl: 'Leengeld', en: 'Loan fee', fr: 'Redevance de prêt' }, unit: 'cents' },
    minimumAge: { title: { nl: 'Minimumleeftijd', en: 'Minimum age', fr: 'Âge minimum' }, unit: 'years' },
  },
  checks: [{
    holds: ({ loanDays, minimumAge }) => loanDays > 0 || minimumAge === NOT_LENDABLE,
    says: {
      nl: 'Geef minstens één leendag, of minimumleeftijd 99 voor wat niet wordt uitgeleend.',
      en: 'Give at least one loan day, or minimum age 99 for what is not lent.',
      fr: 'Indiquez au moins un jour de prêt, ou l’âge minimum 99 pour ce qui ne se prête pas.',
    },
  }],
  title: { nl: 'Uitleenmethode', en: 'Loan method', fr: 'Modalité de prêt' },
  help: {
    nl: 'Hoelang iets uitgeleend en verlengd wordt, wat dat kost en vanaf welke leeftijd. Leeftijd 99 is niet uitleenbaar.',
    en: 'For how long something is lent and renewed, what that costs and from which age. Age 99 is not lendable.',
    fr: 'Durée du prêt et de la prolongation, prix et âge minimum. Un âge de 99 ans signifie : exclu du prêt.',
  },
  consequence: {
    nl: 'Nieuwe uitleningen krijgen een andere inleverdatum; wie al leent, houdt de datum van toen.',
    en: 'New loans get another due date; whoever has borrowed already keeps the date of then.',
    fr: 'Les nouveaux prêts ont une autre date de retour ; celle des prêts en cours ne change pas.',
  },
  example: {
    nl: '28/28/0: wie op 4 maart leent, brengt op 1 april terug en mag nog 28 dagen verlengen.',
    en: '28/28/0: whoever borrows on 4 March returns on 1 April and may renew for another 28 days.',
    fr: '28/28/0 : ce qui est emprunté le 4 mars est à rendre le 1er avril et peut être prolongé de 28 jours.',
  },
  synonyms: {
    nl: ['leentermijn', 'uitleentermijn', 'verlengtermijn', 'leengeld', 'minimumleeftijd', 'reglement'],
    en: ['loan period', 'loan term', 'renewal period', 'loan fee', 'minimum age', 'rules'],
    fr: ['durée de prêt', 'durée de prolongation', 'redevance', 'âge minimum', 'règlement'],
  },
})

export const fineRule = defineParameter({
  ...method,
  name: 'rules.fine',
  area: 'fines',
  schema: FineMethod,
  default: { amountCents: 0, periodDays: 1, graceDays: 0, maximumCents: 0 },
  setBy: setTariffs,
  needsBasis: ({ amountCents }: FineMethod) => amountCents > 0,
  notation: fineNotation,
  fields: {
    amountCents: { title: { nl: 'Bedrag', en: 'Amount', fr: 'Montant' }, unit: 'cents' },
    periodDays: { title: { nl: 'Dagen per periode', en: 'Days in a period', fr: 'Jours par période' }, unit: 'days' },
    graceDays: { title: { nl: 'Boetevrije dagen', en: 'Free days', fr: 'Jours sans amende' }, unit: 'days' },
    maximumCents: { title: { nl: 'Maximum per exemplaar', en: 'Maximum per item', fr: 'Maximum par document' }, unit: 'cents' },
  },
  checks: [{
    holds: ({ amountCents, maximumCents }) => amountCents === 0 || maximumCents !== 0,
    says: {
      nl: 'Een boete met maximum 0 kost niets: geef een maximum, of - voor geen maximum.',
      en: 'A fine with maximum 0 costs nothing: give a maximum, or - for no maximum.',
      fr: 'Une amende dont le maximum est 0 ne coûte rien : indiquez un maximum, ou - s’il n’y en a pas.',
    },
  }],
  title: { nl: 'Boetemethode', en: 'Fine method', fr: 'Modalité d’amende' },
  help: {
    nl: 'Wat te laat inleveren kost, per dag of per periode, na hoeveel boetevrije dagen en tot welk maximum per exemplaar.',
    en: 'What bringing back late costs, by day or by period, after how many free days and up to which maximum per item.',
    fr: 'Ce que coûte un retard, par jour ou par période, avec le nombre de jours sans amende et le maximum par document.',
  },
  consequence: {
    nl: 'Wie te laat is, betaalt meer of minder; voor lopende uitleningen beslist “Welke boeteregel geldt”.',
    en: 'Whoever is late pays more or less; for running loans “Which fine rule holds” decides.',
    fr: 'L’usager en retard paie plus ou moins ; pour les prêts en cours, le paramètre « Règle d’amende applicable » décide.',
  },
  example: {
    nl: '0,10/1/7,50: de eerste dag te laat is gratis, daarna 10 cent per openingsdag, hoogstens € 7,50 per exemplaar.',
    en: '0,10/1/7,50: the first day late is free, then 10 cents per opening day, at most € 7.50 per item.',
    fr: '0,10/1/7,50 : le premier jour de retard est gratuit, puis 10 cents par jour d’ouverture, au plus 7,50 € par document.',
  },
  synonyms: {
    nl: ['telaatgeld', 'laattijdig', 'te laat', 'boete', 'maangeld', 'boetevrij'],
    en: ['late fee', 'overdue', 'fine', 'grace days', 'maximum fine'],
    fr: ['retard', 'amende', 'pénalité', 'délai de grâce', 'plafond'],
  },
})

export const dunningRule = defineParameter({
  ...method,
  name: 'rules.dunning',
  area: 'reminders',
  schema: DunningMethod,
  default: { reminder1Days: 0, reminder2Days: 0, billDays: 0, preNoticeDays: 0 },
  notation: dunningNotation,
  fields: {
    reminder1Days: { title: { nl: 'Aanmaning 1 na', en: 'Reminder 1 after', fr: 'Rappel 1 après' }, unit: 'days' },
    reminder2Days: {
      title: { nl: 'Aanmaning 2, na de eerste', en: 'Reminder 2, after the first', fr: 'Rappel 2, après le premier' }, unit: 'days',
    },
    billDays: { title: { nl: 'Nota na', en: 'Bill after', fr: 'Note après' }, unit: 'days' },
    preNoticeDays: { title: { nl: 'Attendering vooraf', en: 'Pre-notice before', fr: 'Rappel préalable, jours avant' }, unit: 'days' },
  },
  checks: [{
    holds: ({ reminder1Days, reminder2Days }) => reminder1Days > 0 || reminder2Days === 0,
    says: {
      nl: 'Aanmaning 2 telt vanaf aanmaning 1: zet ook die aan.', en: 'Reminder 2 counts from reminder 1: use that one too.',
      fr: 'Le rappel 2 se compte à partir du rappel 1 : activez-le aussi.',
    },
  }, {
    holds: ({ reminder1Days, reminder2Days, billDays }) => billDays === 0 || billDays > reminder1Days + reminder2Days,
    says: {
      nl: 'De nota komt na de aanmaningen: meer dagen dan aanmaning 1 en 2 samen.',
      en: 'The bill comes after the reminders: more days than reminders 1 and 2 together.',
      fr: 'La note vient après les rappels : comptez plus de jours que pour les rappels 1 et 2 ensemble.',
    },
  }],
  title: { nl: 'Maanmethode', en: 'Dunning method', fr: 'Modalité de rappel' },
  help: {
    nl: 'Wanneer een lener een attendering, aanmaningen en een nota krijgt. Kalenderdagen; 0 is niet gebruikt.',
    en: 'When a patron gets a pre-notice, reminders and a bill. Calendar days; 0 is not used.',
    fr: 'Quand l’usager reçoit un rappel préalable, des rappels et une note. En jours calendrier ; 0 : pas utilisé.',
  },
  consequence: {
    nl: 'Berichten vertrekken vroeger, later of niet meer.', en: 'Messages leave earlier, later or no longer.',
    fr: 'Les messages partent plus tôt, plus tard ou plus du tout.',
  },
  example: {
    nl: '7/14/35/3: attendering 3 dagen vooraf, aanmaning na 7 dagen, 14 dagen later nog een, nota na 35 dagen.',
    en: '7/14/35/3: pre-notice 3 days before, a reminder after 7 days, another 14 days later, a bill after 35 days.',
    fr: '7/14/35/3 : rappel préalable 3 jours avant, rappel après 7 jours, un autre 14 jours plus tard, note après 35 jours.',
  },
  synonyms: {
    nl: ['maning', 'herinnering', 'attendering', 'nota', 'aanmaning', 'HR1', 'HR2', 'NBF'],
    en: ['reminder', 'overdue notice', 'pre-notice', 'courtesy notice', 'bill', 'dunning'],
    fr: ['rappel', 'préavis', 'facture', 'relance', 'note', 'avis de retard'],
  },
})

export const renewalRule = defineParameter({
  ...method,
  name: 'rules.renewal',
  area: 'loans',
  schema: RenewalMethod,
  default: { times: 1, start: 'renewal-day', blockOnline: false },
  notation: renewalNotation,
  fields: {
    times: { title: { nl: 'Aantal verlengingen', en: 'Renewals', fr: 'Prolongations' }, unit: 'count' },
    start: {
      title: { nl: 'Telt vanaf', en: 'Counts from', fr: 'Compte à partir de' }, unit: 'choice', choices: {
        'renewal-day': { nl: 'de dag van verlengen', en: 'the day of renewal', fr: 'le jour de la prolongation' },
        'due-date': { nl: 'de inleverdatum', en: 'the due date', fr: 'la date de retour' },
      },
    },
    blockOnline: {
      title: { nl: 'Blokkeer verlengen', en: 'Block renewal', fr: 'Bloquer la prolongation' }, unit: 'yes-no',
    },
  },
  title: { nl: 'Verlengmethode', en: 'Renewal method', fr: 'Modalité de prolongation' },
  help: {
    nl: 'Hoe vaak een lener mag verlengen en vanaf welke dag dat telt. Met “blokkeer” alleen nog aan de balie, daar onbeperkt.',
    en: 'How often a patron may renew and from which day it counts. With “blokkeer” only at the desk, there without limit.',
    fr: 'Nombre de prolongations permises et jour à partir duquel chacune compte. Avec « blokkeer », on ne prolonge qu’au comptoir, sans limite.',
  },
  consequence: {
    nl: 'Leners kunnen vaker of minder vaak verlengen, ook wat ze al geleend hebben.',
    en: 'Patrons can renew more or less often, also what they have borrowed already.',
    fr: 'Les usagers peuvent prolonger plus ou moins souvent, y compris leurs prêts en cours.',
  },
  example: {
    nl: '1/V: één keer verlengen; de nieuwe termijn begint op de dag van het verlengen.',
    en: '1/V: renew once; the new term begins on the day of renewal.',
    fr: '1/V : une seule prolongation ; le nouveau délai commence le jour où elle est demandée.',
  },
  synonyms: {
    nl: ['verlengen', 'verlenging', 'aantal keer verlengen', 'blokkeer verlengen'],
    en: ['renew', 'renewals', 'extension', 'block renewal'],
    fr: ['prolonger', 'prolongation', 'renouvellement'],
  },
})

export const holdRule = defineParameter({
  ...method,
  name: 'rules.hold',
  area: 'holds',
  schema: HoldMethod,
  default: { allowed: true, placingCents: 0, pickupCents: 0, notCollectedCents: 0 },
  setBy: setTariffs,
  needsBasis: asksForHold,
  notation: holdNotation,
  fields: {
    allowed: { title: { nl: 'Te reserveren', en: 'May be reserved', fr: 'Réservation possible' }, unit: 'yes-no' },
    placingCents: { title: { nl: 'Bij plaatsen', en: 'At placing', fr: 'À la demande' }, unit: 'cents' },
    pickupCents: { title: { nl: 'Bij afhalen', en: 'At pick-up', fr: 'Au retrait' }, unit: 'cents' },
    notCollectedCents: { title: { nl: 'Bij niet afhalen', en: 'When not collected', fr: 'Sans retrait' }, unit: 'cents' },
  },
  checks: [{
    holds: value => value.allowed || !asksForHold(value),
    says: {
      nl: 'Wat niet te reserveren is, kost ook niets.', en: 'What may not be reserved costs nothing either.',
      fr: 'Ce qui ne peut être réservé ne coûte rien non plus.',
    },
  }],
  title: { nl: 'Reserveermethode', en: 'Hold method', fr: 'Modalité de réservation' },
  help: {
    nl: 'Of dit te reserveren is, en wat dat kost bij plaatsen, bij afhalen en als niemand het ophaalt.',
    en: 'Whether this may be reserved, and what that costs at placing, at pick-up and when nobody collects it.',
    fr: 'Indique si la réservation est possible et ce qu’elle coûte à la demande, au retrait et en l’absence de retrait.',
  },
  consequence: {
    nl: 'Leners kunnen wel of niet reserveren en betalen iets anders. Een kost bij plaatsen komt bij annuleren nooit terug.',
    en: 'Patrons may or may not reserve and pay something else. A cost at placing never comes back when cancelled.',
    fr: 'Les usagers peuvent ou non réserver, et paient un autre montant. Les frais à la demande ne sont jamais remboursés en cas d’annulation.',
  },
  example: {
    nl: '0/1/1: aanvragen is gratis, afhalen kost € 1, niet afhalen ook.',
    en: '0/1/1: asking is free, collecting costs € 1, and so does not collecting.',
    fr: '0/1/1 : la demande est gratuite, le retrait coûte 1 € et l’absence de retrait aussi.',
  },
  synonyms: {
    nl: ['reserveren', 'reservatie', 'reservering', 'aanvraag', 'reserveerkost'],
    en: ['hold', 'reservation', 'request', 'hold fee'],
    fr: ['réservation', 'réserver', 'demande', 'frais de réservation'],
  },
})

/** The five columns of the rules, in the order in which staff read them. */
export const methods = [loanRule, fineRule, dunningRule, renewalRule, holdRule] as const
