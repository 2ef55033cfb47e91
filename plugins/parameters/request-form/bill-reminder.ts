import { defineRequestForm } from '#core/contract/request-form.ts'
import { billReminder, billReminderCost, billReminderDays } from '../contract/area/bill-reminder.ts'
import { amountQuestion, decisionQuestions, settingItems, settingQuestion, yesOrNo } from './setting.ts'

const withCost = { question: 'asksCost', is: [true] } as const

/** NBH. Source: domain/1 §3.4, §4.8, [NACT]. */
export const billReminderForm = defineRequestForm({
  name: 'parameters.activate-bill-reminder',
  topic: 'money',
  title: {
    nl: 'Herinnering aan de materiaalvergoedingsnota activeren', en: 'Activate the reminder of the replacement bill',
    fr: 'Activer le rappel de la note d’indemnité',
  },
  help: {
    nl: 'Wie een materiaalvergoedingsnota kreeg en niets betaalt of terugbrengt, krijgt daarna een herinnering (NBH). '
      + 'Ze geldt voor elke lidsoort die de nota heeft. Je verwerkt zelf regelmatig de lijst met herinneringen.',
    en: 'Whoever got a replacement bill and neither pays nor brings back gets a reminder afterwards (NBH). '
      + 'It holds for every type of membership that has the bill. You process the list of reminders yourself, regularly.',
    fr: 'L’usager qui a reçu une note d’indemnité et ne paie ni ne rend rien reçoit ensuite un rappel (NBH). '
      + 'Il vaut pour chaque type d’abonnement qui a la note. Vous traitez vous-même régulièrement la liste des rappels.',
  },
  synonyms: {
    nl: 'NBH, notaherinnering, tweede nota, herinneringsnota, wie de nota niet betaalt, boek niet teruggebracht',
    en: 'NBH, bill reminder, second bill, unpaid bill, book not brought back',
    fr: 'NBH, rappel de note, deuxième note, note impayée, livre non rendu',
  },
  levels: ['group', 'library'],
  questions: {
    days: settingQuestion(billReminderDays, { example: 21 }),
    asksCost: yesOrNo({
      nl: 'Kost de herinnering de lener iets?', en: 'Does the reminder cost the borrower anything?',
      fr: 'Le rappel coûte-t-il quelque chose à l’usager ?',
    }, {}),
    cost: amountQuestion(billReminderCost, { example: 100, onlyWhen: withCost }),
    ...decisionQuestions(withCost),
  },
  items: ({ days, asksCost, cost, ...decision }, at) => [
    ...settingItems(at, billReminder, true),
    ...settingItems(at, billReminderDays, days),
    ...settingItems(at, billReminderCost, asksCost ? cost : 0, decision),
  ],
})
