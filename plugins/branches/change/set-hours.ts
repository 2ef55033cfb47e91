import { defineChange } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Language } from '#core/contract.ts'
import { inEach } from '#core/wording.ts'
import { hoursKindsOf } from '../calendar-source.ts'
import { setHours, type SetHours } from '../contract/change.ts'
import { hoursFact } from '../contract/hours.ts'
import { branchesPermissions } from '../contract/permission.ts'
import { period } from '../wording.ts'
import { fault, periodFaults, unitFaults } from './fault.ts'
import { planFaults } from './plan-faults.ts'
import { nameOf } from './unit-words.ts'

/** Opening hours of one kind: regular, of a season or special, from one day to another. */
export const settingHours = defineChange(setHours, {
  needs: (_reading, { unit }) => [{ permission: branchesPermissions.hours, unit }],
  refusals: (reading, payload, today) => [
    ...periodFaults(payload),
    ...unitFaults(reading, [payload.unit], payload, () => '/unit'),
    ...planFaults(reading, payload, today),
    ...(payload.plan === null && !reading.of(hoursFact, payload.unit).some(({ key }) => key === payload.key)
      ? [
          fault(
            'no-such-hours',
            '/key',
            'Deze uren bestaan hier niet.',
            'These hours do not exist here.',
            'Ces heures n’existent pas ici.',
          ),
        ]
      : []),
  ],
  lays: (_reading, { unit, key, from, to, plan }) => [{ fact: hoursFact, unit, key, from, to, body: plan }],
  sentence: (reading, payload, today) =>
    inEach(language => sentenceOf(reading, payload, payload.from ?? today, language)),
})

const layerNames = {
  regular: { nl: 'gewone uren', en: 'regular hours', fr: 'heures normales' },
  season: { nl: 'seizoensuren', en: 'season hours', fr: 'heures saisonnières' },
  special: { nl: 'bijzondere uren', en: 'special hours', fr: 'heures spéciales' },
} as const

function sentenceOf(
  reading: Reading,
  { unit, key, from, to, plan }: SetHours,
  day: string,
  language: Language,
): string {
  const [kind, layer] = key.split('/') as [string, keyof typeof layerNames]
  const kindName =
    kind === 'staffed'
      ? ''
      : ` (${hoursKindsOf(reading).find(({ code }) => code === kind)?.name[language] ?? kind})`
  const name = plan?.name ? (language === 'fr' ? ` « ${plan.name} »` : ` “${plan.name}”`) : ''
  const what = `${layerNames[layer][language]}${kindName}${name}`
  const [who, when] = [nameOf(reading, unit, day), period(language, from, to)]
  return plan === null
    ? {
        nl: `${who}: de ${what} vallen weg ${when}`,
        en: `${who}: the ${what} fall away ${when}`,
        fr: `${who} : les ${what} sont supprimées ${when}`,
      }[language]
    : {
        nl: `${who} krijgt ${layer === 'special' ? '' : 'andere '}${what} ${when}`,
        en: `${who} gets ${layer === 'special' ? '' : 'other '}${what} ${when}`,
        fr: `${who} : ${layer === 'special' ? '' : 'nouvelles '}${what} ${when}`,
      }[language]
}
