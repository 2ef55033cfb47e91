import { Type } from 'typebox'
import { definePreset, presetValue } from '#core/contract.ts'
import { billReminderCost } from './area/bill-reminder.ts'
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

export const parametersPresets = [freeReminders] as const
