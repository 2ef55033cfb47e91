import { Type } from 'typebox'
import { defineRequestForm } from '#core/contract/request-form.ts'
import { resolve } from '#core/parameter.ts'
import { accountNumber } from '../contract/area/payment.ts'
import {
  deskRegistrationBill, registrationBill, registrationBillAge, registrationBillAll, registrationBillCost, registrationBillIban,
  registrationBillMinimum,
} from '../contract/area/registration-bill.ts'
import {
  registrationReminder, registrationReminderCost, registrationReminderDays,
} from '../contract/area/registration-reminder.ts'
import { amountQuestion, decisionQuestions, membershipsQuestion, settingItems, settingQuestion, yesOrNo } from './setting.ts'

const withCost = { question: 'asksCost', is: [true] } as const
const withIban = { question: 'iban', is: [true] } as const
const withReminder = { question: 'reminder', is: [true] } as const
const withReminderCost = { question: 'asksReminderCost', is: [true] } as const

/** NRF, NRB and NRH. Source: domain/1 §3.4, §4.9, [NACT], [NRF]. */
export const registrationBillForm = defineRequestForm({
  name: 'parameters.activate-registration-bill',
  topic: 'money',
  title: {
    nl: 'Registratienota activeren of aanpassen', en: 'Activate or change the bill of outstanding charges',
    fr: 'Activer ou modifier le décompte des frais dus',
  },
  help: {
    nl: 'Leners met openstaande boetes, reserveringskosten en andere kosten krijgen daarvoor een nota (NRF), aan de balie (NRB) '
      + 'als ze erom vragen, en een herinnering (NRH). Lidgeld staat er nooit op, en een kost komt maar op één nota.',
    en: 'Borrowers with outstanding fines, hold costs and other charges get a bill for them (NRF), at the desk (NRB) '
      + 'when they ask for it, and a reminder (NRH). Membership fees are never on it, and a cost comes on one bill only.',
    fr: 'Les usagers qui doivent des amendes, des frais de réservation ou d’autres frais en reçoivent un décompte (NRF), '
      + 'au comptoir (NRB) s’ils le demandent, puis un rappel (NRH). La cotisation n’y figure jamais, et des frais ne '
      + 'figurent que sur un décompte.',
  },
  synonyms: {
    nl: 'NRF, NRB, NRH, registratienota, nota openstaande kosten, boetes innen, factuur boetes, oude boetes, herinnering boetes',
    en: 'NRF, NRB, NRH, bill of outstanding charges, collect fines, fines bill, old fines, reminder of fines',
    fr: 'NRF, NRB, NRH, décompte, frais impayés, encaisser les amendes, facture d’amendes, anciennes amendes, rappel',
  },
  levels: ['group', 'library'],
  questions: {
    memberships: membershipsQuestion,
    age: settingQuestion(registrationBillAge, { example: 60 }),
    minimum: settingQuestion(registrationBillMinimum, { example: 750 }),
    which: {
      title: {
        nl: 'Welke kosten komen op de nota?', en: 'Which costs come on the bill?',
        fr: 'Quels frais figurent sur le décompte ?',
      },
      help: {
        nl: 'Het minimumbedrag geldt voor wat op de nota komt. Met keuze 2 halen leners het dus sneller.',
        en: 'The minimum amount holds for what comes on the bill. So with option 2 borrowers reach it sooner.',
        fr: 'Le montant minimum vaut pour ce qui figure sur le décompte. Avec l’option 2, il est donc atteint plus vite.',
      },
      schema: Type.Enum(['old', 'all']), unit: 'choice', example: 'all',
      now: ({ reading, unit, from }) => resolve(reading, registrationBillAll, unit, from).value ? 'all' : 'old',
      choices: {
        old: {
          nl: 'keuze 1: alleen de kosten die oud genoeg zijn', en: 'option 1: only the costs that are old enough',
          fr: 'option 1 : seulement les frais assez anciens',
        },
        all: {
          nl: 'keuze 2: alle openstaande kosten, zodra er één oud genoeg is',
          en: 'option 2: all outstanding charges, as soon as one is old enough',
          fr: 'option 2 : tous les frais dus, dès que l’un d’eux est assez ancien',
        },
      },
    },
    asksCost: yesOrNo({
      nl: 'Komt er een administratiekost bij (port inbegrepen)?', en: 'Is an administration fee added (postage included)?',
      fr: 'Des frais administratifs s’ajoutent-ils (port compris) ?',
    }, {}),
    cost: amountQuestion(registrationBillCost, { example: 250, onlyWhen: withCost }),
    iban: settingQuestion(registrationBillIban, { example: true }),
    account: settingQuestion(accountNumber, { example: 'BE68539007547034', onlyWhen: withIban }),
    desk: settingQuestion(deskRegistrationBill, { example: true }),
    reminder: settingQuestion(registrationReminder, { example: true }),
    reminderDays: settingQuestion(registrationReminderDays, { example: 30, onlyWhen: withReminder }),
    asksReminderCost: yesOrNo({
      nl: 'Kost de herinnering de lener iets?', en: 'Does the reminder cost the borrower anything?',
      fr: 'Le rappel coûte-t-il quelque chose à l’usager ?',
    }, { onlyWhen: withReminder }),
    reminderCost: amountQuestion(registrationReminderCost, { example: 100, onlyWhen: withReminderCost }),
    ...decisionQuestions([withCost, withReminderCost], registrationBillCost),
  },
  items: ({
    memberships, age, minimum, which, asksCost, cost, iban, account, desk, reminder, reminderDays, asksReminderCost, reminderCost, ...decided
  }, at) => {
    const given = { memberships, ...decided }
    return [
      ...settingItems(at, registrationBill, true, given),
      ...settingItems(at, registrationBillAge, age, given),
      ...settingItems(at, registrationBillMinimum, minimum, given),
      ...settingItems(at, registrationBillAll, which === 'all'),
      ...settingItems(at, registrationBillCost, asksCost ? cost : 0, given),
      ...settingItems(at, accountNumber, account),
      ...settingItems(at, registrationBillIban, iban),
      ...settingItems(at, deskRegistrationBill, desk),
      ...settingItems(at, registrationReminder, reminder),
      ...settingItems(at, registrationReminderDays, reminderDays),
      ...(reminder ? settingItems(at, registrationReminderCost, asksReminderCost ? reminderCost : 0, decided) : []),
    ]
  },
})
