import { Type } from 'typebox'
import { defineParameter } from '#core/contract.ts'
import { membership, ruleLine } from '#plugins/parameters/contract/list.ts'
import { setTariffs } from '#plugins/parameters/contract/permission.ts'
import { methods } from './method.ts'

const levels = ['system', 'group', 'library', 'branch'] as const
const Count = Type.Integer({ minimum: 0, maximum: 500 })

export const fineClosedDays = defineParameter({
  name: 'rules.fine-closed-days',
  area: 'fines',
  schema: Type.Boolean(),
  default: false,
  unit: 'yes-no',
  levels,
  title: { nl: 'Sluitingsdagen tellen voor de boete', en: 'Closed days count for the fine', fr: 'Jours de fermeture comptés dans l’amende' },
  help: {
    nl: 'Of een gewone sluitingsdag meetelt. Vakantie- en boetevrije dagen tellen nooit.',
    en: 'Whether an ordinary closed day counts. Vacation and fine-free days never do.',
    fr: 'Indique si un jour de fermeture ordinaire compte. Les jours de congé et les jours sans amende ne comptent jamais.',
  },
  consequence: {
    nl: 'Ja: de boete loopt door als de bib dicht is, en leners betalen meer.',
    en: 'With “yes” the fine goes on while the library is closed; patrons pay more.',
    fr: 'Oui : l’amende court aussi pendant la fermeture, et les usagers paient davantage.',
  },
  example: {
    nl: 'Nee: van zaterdag tot dinsdag te laat, met zondag en maandag dicht, kost één dag.',
    en: 'no: late from Saturday to Tuesday, closed on Sunday and Monday, costs one day.',
    fr: 'Non : un retard du samedi au mardi, avec fermeture le dimanche et le lundi, coûte un jour.',
  },
  synonyms: {
    nl: ['sluitingsdag', 'openingsdag', 'boetedagen', 'weekend'], en: ['closed days', 'opening days', 'weekend'],
    fr: ['jours de fermeture', 'jours d’ouverture', 'week-end'],
  },
})

export const fineWeeks = defineParameter({
  name: 'rules.fine-weeks',
  area: 'fines',
  schema: Type.Enum(['opening-days', 'calendar-weeks']),
  default: 'opening-days',
  unit: 'choice',
  levels,
  choices: {
    'opening-days': { nl: 'zoveel dagen die meetellen', en: 'so many days that count', fr: 'un nombre de jours comptés' },
    'calendar-weeks': {
      nl: 'begonnen kalenderweken, maandag tot zondag', en: 'calendar weeks begun, Monday to Sunday',
      fr: 'semaines civiles entamées, du lundi au dimanche',
    },
  },
  title: { nl: 'Wat een boeteperiode is', en: 'What a fine period is', fr: 'Définition d’une période d’amende' },
  help: {
    nl: 'Hoe een boete met een periode van 7 dagen telt: per 7 dagen die meetellen, of per begonnen kalenderweek.',
    en: 'How a fine with a period of 7 days counts: per 7 days that count, or per calendar week begun.',
    fr: 'Manière de compter une amende par période de 7 jours : par 7 jours comptés, ou par semaine civile entamée.',
  },
  consequence: {
    nl: 'Bij kalenderweken begint elke maandag een nieuwe week boete, ook na één dag te laat.',
    en: 'With calendar weeks every Monday begins a new week of fine, even after one day late.',
    fr: 'Avec les semaines civiles, chaque lundi ouvre une nouvelle semaine d’amende, même après un seul jour de retard.',
  },
  example: {
    nl: '0,50/7/0/5,00, te laat sinds zaterdag: op dinsdag is dat € 1,00 bij kalenderweken en € 0,50 bij dagen.',
    en: '0,50/7/0/5,00, late since Saturday: on Tuesday that is € 1.00 by calendar weeks and € 0.50 by days.',
    fr: '0,50/7/0/5,00, en retard depuis samedi : le mardi, cela fait 1,00 € par semaines civiles et 0,50 € par jours.',
  },
  synonyms: {
    nl: ['begonnen week', 'boete per week', 'periode'], en: ['started week', 'fine per week', 'period'],
    fr: ['semaine entamée', 'amende par semaine', 'période'],
  },
})

export const fineLine = defineParameter({
  name: 'rules.fine-line',
  area: 'fines',
  schema: Type.Enum(['loan-date', 'per-day', 'return-date']),
  default: 'per-day',
  unit: 'choice',
  levels,
  choices: {
    'loan-date': { nl: 'de regel van de leendag', en: 'the rule of the day of the loan', fr: 'la règle du jour du prêt' },
    'per-day': { nl: 'elke dag de regel van die dag', en: 'each day the rule of that day', fr: 'chaque jour, la règle du jour' },
    'return-date': { nl: 'de regel van de dag van inleveren', en: 'the rule of the day of return', fr: 'la règle du jour du retour' },
  },
  title: { nl: 'Welke boeteregel geldt', en: 'Which fine rule holds', fr: 'Règle d’amende applicable' },
  help: {
    nl: 'Welke boeteregel een lopende uitlening volgt als het tarief intussen verandert. De leendag beslist wat hier staat.',
    en: 'Which fine rule a running loan follows when the tariff changes meanwhile. What stands here on the day of the loan decides.',
    fr: 'Règle d’amende que suit un prêt en cours si le tarif change entre-temps. Le choix en vigueur le jour du prêt est décisif.',
  },
  consequence: {
    nl: 'Bepaalt of een nieuw tarief ook telt voor wat al uitgeleend is.',
    en: 'Decides whether a new tariff also counts for what is on loan already.',
    fr: 'Détermine si un nouveau tarif vaut aussi pour ce qui est déjà prêté.',
  },
  example: {
    nl: 'Elke dag de regel van die dag: tot 31 december 10 cent per dag, vanaf 1 januari 20 cent.',
    en: 'each day the rule of that day: 10 cents a day until 31 December, 20 cents from 1 January.',
    fr: 'Chaque jour, la règle du jour : 10 cents par jour jusqu’au 31 décembre, 20 cents à partir du 1er janvier.',
  },
  synonyms: {
    nl: ['tariefwijziging', 'lopende uitleningen', 'nieuw tarief', 'ingangsdatum'],
    en: ['tariff change', 'running loans', 'new tariff', 'effective date'],
    fr: ['changement de tarif', 'prêts en cours', 'nouveau tarif'],
  },
})

export const itemsMax = defineParameter({
  name: 'rules.items-max',
  area: 'loans',
  schema: Count,
  default: 0,
  unit: 'count',
  levels,
  dimensions: [membership],
  title: { nl: 'Maximum aantal exemplaren', en: 'Most items', fr: 'Nombre maximal de documents' },
  help: {
    nl: 'Hoeveel een lener tegelijk mag lenen, alles samen. 0: geen maximum.',
    en: 'How many items a patron may have on loan at once, all together. 0 is no maximum.',
    fr: 'Nombre de documents qu’un usager peut avoir en prêt en même temps, tous types confondus. 0 : pas de maximum.',
  },
  consequence: {
    nl: 'Wie aan het maximum zit, leent niets meer tot er iets terug is.',
    en: 'Whoever reaches the maximum borrows nothing until something is back.',
    fr: 'L’usager qui atteint le maximum n’emprunte plus rien avant d’avoir rendu un document.',
  },
  example: {
    nl: '20: bij het eenentwintigste exemplaar vraagt de balie of het toch mag.',
    en: '20: at the twenty-first item the desk asks whether it may be lent.', fr: '20 : au vingt et unième document, le comptoir demande s’il peut être prêté malgré tout.',
  },
  synonyms: {
    nl: ['maximum', 'aantal boeken', 'leenlimiet', 'limiet'], en: ['limit', 'loan limit', 'number of books', 'maximum'],
    fr: ['limite', 'nombre de livres', 'maximum'],
  },
})

export const itemsMaxOfKind = defineParameter({
  name: 'rules.items-max-of-kind',
  area: 'loans',
  schema: Count,
  default: 0,
  unit: 'count',
  levels,
  dimensions: ruleLine,
  title: { nl: 'Maximum per materiaalsoort', en: 'Most items of a kind', fr: 'Maximum par type de document' },
  help: {
    nl: 'Hoeveel een lener tegelijk van één materiaalsoort mag lenen. 0: geen eigen maximum.',
    en: 'How many items of one type of material a patron may have on loan at once. 0 is no maximum of its own.',
    fr: 'Nombre de documents d’un même type qu’un usager peut avoir en prêt en même temps. 0 : pas de maximum particulier.',
  },
  consequence: {
    nl: 'Van deze soort leent een lener niets meer tot er iets terug is; van andere soorten wel.',
    en: 'A patron borrows no more of this type until something is back; other types still go.',
    fr: 'L’usager n’emprunte plus rien de ce type avant d’en avoir rendu un ; les autres types restent possibles.',
  },
  example: {
    nl: '5 voor DVD: hoogstens vijf dvd’s tegelijk.', en: '5 for DVD: at most five DVDs at once.', fr: '5 pour DVD : cinq DVD au plus en même temps.',
  },
  synonyms: {
    nl: ['sublimiet', 'aantal dvd’s', 'maximum cd', 'sprinters'], en: ['sublimit', 'number of DVDs', 'limit per kind'],
    fr: ['sous-limite', 'nombre de DVD', 'limite par type'],
  },
})

export const renewalCost = defineParameter({
  name: 'rules.renewal-cost',
  area: 'loans',
  schema: Type.Integer({ minimum: 0, maximum: 100_000 }),
  default: 0,
  unit: 'cents',
  levels,
  dimensions: ruleLine,
  setBy: setTariffs,
  needsBasis: cents => cents > 0,
  title: { nl: 'Verlengkost', en: 'Cost of renewal', fr: 'Frais de prolongation' },
  help: {
    nl: 'Wat verlengen kost, per exemplaar of per keer.', en: 'What renewing costs, per item or each time.',
    fr: 'Ce que coûte une prolongation, par document ou par opération.',
  },
  consequence: {
    nl: 'Wie verlengt, betaalt; meer tijd die de bib zelf geeft, is altijd gratis.',
    en: 'Whoever renews pays; more time that the library gives by itself is always free.',
    fr: 'L’usager qui prolonge paie ; le délai que la bibliothèque accorde d’elle-même reste gratuit.',
  },
  example: {
    nl: '€ 0,25: drie boeken verlengen kost € 0,75 per exemplaar gerekend.',
    en: '€ 0.25: renewing three books costs € 0.75 when counted per item.', fr: '0,25 € : prolonger trois livres coûte 0,75 € quand les frais comptent par document.',
  },
  synonyms: { nl: ['verlengen', 'verlenggeld'], en: ['renewal fee', 'renew'], fr: ['frais de prolongation', 'prolonger'] },
})

export const renewalCostPer = defineParameter({
  name: 'rules.renewal-cost-per',
  area: 'loans',
  schema: Type.Enum(['item', 'session']),
  default: 'item',
  unit: 'choice',
  levels,
  choices: {
    item: { nl: 'per exemplaar', en: 'per item', fr: 'par document' },
    session: { nl: 'per keer, alles samen', en: 'each time, all together', fr: 'par opération, en une fois' },
  },
  title: { nl: 'Waarvoor de verlengkost telt', en: 'What the cost of renewal is for', fr: 'Application des frais de prolongation' },
  help: {
    nl: 'Of de verlengkost telt voor elk exemplaar, of één keer voor alles wat een lener tegelijk verlengt.',
    en: 'Whether the cost of renewal counts for each item or once for all that a patron renews at a time.',
    fr: 'Indique si les frais comptent pour chaque document, ou une seule fois pour tout ce que l’usager prolonge ensemble.',
  },
  consequence: {
    nl: 'Wie veel tegelijk verlengt, betaalt meer of minder.', en: 'Whoever renews much at once pays more or less.',
    fr: 'L’usager qui prolonge beaucoup de documents à la fois paie plus ou moins.',
  },
  example: {
    nl: 'Per keer: tien boeken tegelijk verlengen kost één keer de verlengkost.',
    en: 'each time: renewing ten books at once costs the cost of renewal once.',
    fr: 'Par opération : prolonger dix livres ensemble ne se paie qu’une fois.',
  },
  synonyms: { nl: ['verlengen', 'per sessie'], en: ['renew', 'per session'], fr: ['prolonger', 'par session'] },
})

export const rulesParameters = [
  ...methods, fineClosedDays, fineWeeks, fineLine, itemsMax, itemsMaxOfKind, renewalCost, renewalCostPer,
] as const
