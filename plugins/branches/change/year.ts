import { defineChange } from '#core/change.ts'
import type { Lay, Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { unitAt } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import { yearFact } from '../contract/calendar.ts'
import { confirmYear, remindOfYear } from '../contract/change.ts'
import { branchesPermissions } from '../contract/permission.ts'
import { remindedFact } from '../contract/urgent-message.ts'
import { fault } from './fault.ts'
import { nameOf, namesIn } from './unit-words.ts'

const libraryFaults = (
  reading: Reading,
  units: readonly UnitId[],
  today: Day,
  pointerOf: (n: number) => string,
): Fault[] =>
  units.flatMap((unit, n) =>
    unitAt(reading, unit, today)?.type === 'library'
      ? []
      : [
          fault(
            'not-a-library',
            pointerOf(n),
            'Alleen een bibliotheek bevestigt een jaar.',
            'Only a library confirms a year.',
            'Seule une bibliothèque confirme une année.',
          ),
        ],
  )

const yearFaults = (year: number, today: Day): Fault[] => {
  const now = Number(today.slice(0, 4))
  return year >= now - 1 && year <= now + 3
    ? []
    : [
        fault(
          'year-out-of-reach',
          '/year',
          `Kies een jaar van ${now - 1} tot ${now + 3}.`,
          `Choose a year from ${now - 1} to ${now + 3}.`,
          `Choisissez une année de ${now - 1} à ${now + 3}.`,
        ),
      ]
}

/** Nothing of the proposal is applied by this: it says that somebody has looked. */
export const confirmingYear = defineChange(confirmYear, {
  needs: (_reading, { unit }) => [{ permission: branchesPermissions.confirmYear, unit }],
  refusals: (reading, { unit, year }, today) => [
    ...libraryFaults(reading, [unit], today, () => '/unit'),
    ...yearFaults(year, today),
  ],
  lays: (_reading, { unit, year }) => [
    { fact: yearFact, unit, key: String(year), from: `${year}-01-01`, to: `${year}-12-31`, body: { year } },
  ],
  sentence: (reading, { unit, year }, today) =>
    inEach(language => {
      const who = nameOf(reading, unit, today)
      return {
        nl: `${who} bevestigt de kalender van ${year}`,
        en: `${who} confirms the calendar of ${year}`,
        fr: `${who} confirme le calendrier de ${year}`,
      }[language]
    }),
})

export const remindingOfYear = defineChange(remindOfYear, {
  needs: (_reading, { libraries }) => libraries.map(unit => ({ permission: branchesPermissions.remind, unit })),
  refusals: (reading, { libraries, year }, today) => [
    ...libraryFaults(reading, libraries, today, n => `/libraries/${n}`),
    ...yearFaults(year, today),
    ...libraries.flatMap((unit, n) =>
      reading.of(yearFact, unit).some(said => said.body.year === year)
        ? [
            fault(
              'already-confirmed',
              `/libraries/${n}`,
              'Deze bibliotheek heeft het jaar al bevestigd.',
              'This library has confirmed the year already.',
              'Cette bibliothèque a déjà confirmé l’année.',
            ),
          ]
        : [],
    ),
  ],
  lays: (_reading, { libraries, year }, today) =>
    libraries.flatMap((unit): Lay[] => [
      { fact: remindedFact, unit, key: String(year), from: null, to: null, body: null },
      { fact: remindedFact, unit, key: String(year), from: today, to: null, body: { year } },
    ]),
  sentence: (reading, { libraries, year }, today) =>
    inEach(language => {
      const who = namesIn(reading, libraries, today, language)
      return {
        nl: `${who} ${libraries.length > 1 ? 'worden' : 'wordt'} herinnerd aan de kalender van ${year}`,
        en: `${who} ${libraries.length > 1 ? 'are' : 'is'} reminded of the calendar of ${year}`,
        fr: `${who} : rappel du calendrier de ${year}`,
      }[language]
    }),
})
