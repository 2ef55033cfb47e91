import { defineRequestForm } from '#core/contract/request-form.ts'
import { resolve } from '#core/parameter.ts'
import { replacementBillFine, replacementBillFineMost } from '../contract/area/replacement-bill.ts'
import { amountQuestion, membershipsQuestion, settingItems, settingQuestion, yesOrNo } from './setting.ts'

const withFine = { question: 'fine', is: ['maximum', 'running'] } as const
const withMost = { question: 'hasMost', is: [true] } as const

/** Source: domain/1 §3.4, §4.5, [NBOETE], [BERAANP]. */
export const billFineForm = defineRequestForm({
  name: 'parameters.bill-fine',
  topic: 'money',
  title: { nl: 'Boete op de materiaalvergoedingsnota', en: 'Fine on the replacement bill', fr: 'Amende sur la note d’indemnité' },
  help: {
    nl: 'Komt de boete mee op de nota, of niet? Brengt de lener het exemplaar daarna terug, dan vervalt wat op de nota '
      + 'stond en betaalt '
      + 'hij de echte boete. Betaalt hij zonder terug te brengen, dan betaalt hij geen boete, of die op de nota: soms '
      + 'meer dan de echte, '
      + 'want de boete telt openingsdagen en de nota kalenderdagen.',
    en: 'Does the fine come on the bill or not? If the borrower then brings the item back, what was on the bill lapses '
      + 'and they pay the '
      + 'real fine. If they pay without bringing back, they pay no fine, or the one on the bill: sometimes more than '
      + 'the real one, since '
      + 'the fine counts opening days and the bill calendar days.',
    fr: 'L’amende figure-t-elle sur la note ? Si l’usager rend ensuite le document, ce que portait la note est annulé et il paie '
      + 'l’amende réelle. S’il paie sans rendre, il ne paie pas d’amende, ou celle de la note : parfois plus que '
      + 'l’amende réelle, car '
      + 'l’amende compte les jours d’ouverture et la note les jours calendrier.',
  },
  synonyms: {
    nl: 'NBF, maximumboete, boete nota, verloren boek, niet teruggebracht, vergoeding',
    en: 'NBF, maximum fine, fine on bill, lost book, not brought back',
    fr: 'NBF, amende maximale, amende sur note, livre perdu, non rendu, indemnité',
  },
  levels: ['group', 'library'],
  questions: {
    fine: settingQuestion(replacementBillFine, { example: 'maximum' }),
    hasMost: yesOrNo({
      nl: 'Is er een hoogste bedrag aan boete per nota?', en: 'Is there a most that is fined per bill?',
      fr: 'Y a-t-il un maximum d’amende par note ?',
    }, {
      now: ({ reading, unit, from }) => resolve(reading, replacementBillFineMost, unit, from).value !== null, onlyWhen: withFine,
    }),
    most: amountQuestion(replacementBillFineMost, {
      now: ({ reading, unit, from }) => resolve(reading, replacementBillFineMost, unit, from).value ?? undefined, example: 1000, onlyWhen: withMost,
    }),
    memberships: membershipsQuestion,
  },
  items: ({ fine, hasMost, most, memberships }, at) => [
    ...settingItems(at, replacementBillFine, fine, { memberships }),
    ...(fine === 'none' ? [] : settingItems(at, replacementBillFineMost, hasMost ? most : null, { memberships })),
  ],
})
