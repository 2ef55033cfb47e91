import { Type } from 'typebox'
import { definePreset, presetValue } from '#core/contract.ts'
import { fineFreeAge } from './parameter/fines.ts'

export const noFinesUnder = definePreset({
  name: 'circulation.no-fines-under',
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

export const circulationPresets = [noFinesUnder] as const
