import { Type } from 'typebox'
import { definePreset, presetValue } from '#core/contract.ts'
import { billReminderCost } from './area/bill-reminder.ts'
import { fineFreeAge } from './area/fines.ts'
import { registrationReminderCost } from './area/registration-reminder.ts'
import { letterPostage, reminder1Cost, reminder2Cost } from './area/reminders.ts'

const free = { value: () => 0 }

export const freeReminders = definePreset({
  name: 'parameters.free-reminders',
  area: 'reminders',
  title: { nl: 'Gratis aanmanen', en: 'Free reminders', fr: 'Rappels gratuits' },
  help: {
    nl: 'Geen kosten meer voor de eerste en de tweede aanmaning, en geen portkosten voor een brief. Boetes blijven.',
    en: 'No more cost for the first and the second reminder, and no postage for a letter. Fines stay.',
    fr: 'Plus de frais pour le premier et le deuxième rappel, ni de frais de port pour une lettre. Les amendes restent.',
  },
  blanks: {
    bills: {
      title: {
        nl: 'Ook herinneringen aan nota’s zijn gratis', en: 'Reminders of bills are free too',
        fr: 'Les rappels de notes sont gratuits aussi',
      },
      schema: Type.Boolean(), unit: 'yes-no', default: false, example: true,
    },
  },
  sets: ({ bills }) => [reminder1Cost, reminder2Cost, letterPostage, ...(bills ? [billReminderCost, registrationReminderCost] : [])]
    .map(parameter => presetValue({ parameter, ...free })),
})

export const noFinesUnder = definePreset({
  name: 'parameters.no-fines-under',
  area: 'fines',
  title: { nl: 'Geen boetes onder een leeftijd', en: 'No fines under an age', fr: 'Pas d’amende en dessous d’un âge' },
  help: {
    nl: 'Wie jonger is op de dag dat iets te laat is, betaalt geen boete. Aanmaningen en nota’s blijven komen.',
    en: 'Whoever is younger on the day that something is late pays no fine. Reminders and bills still come.',
    fr: 'L’usager plus jeune le jour où un document est en retard ne paie pas d’amende. Les rappels et les notes continuent d’arriver.',
  },
  blanks: {
    age: {
      title: { nl: 'Onder de leeftijd van', en: 'Under the age of', fr: 'En dessous de l’âge de' },
      schema: Type.Integer({ minimum: 1, maximum: 99 }), unit: 'years', default: 14, example: 14,
    },
  },
  sets: ({ age }) => [presetValue({ parameter: fineFreeAge, value: () => age })],
})

export const parametersPresets = [freeReminders, noFinesUnder] as const
