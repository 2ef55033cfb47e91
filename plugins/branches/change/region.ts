import { defineChange } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { SYSTEM } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import { announce, setDaySet, setHoursKind } from '../contract/change.ts'
import { daySetFact, firstHoursKinds, hoursFact, hoursKindFact, type HoursPlan } from '../contract/hours.ts'
import { branchesPermissions } from '../contract/permission.ts'
import { urgentFact } from '../contract/urgent-message.ts'
import { because, listed, period } from '../wording.ts'
import { openingNeeds } from './closing-needs.ts'
import { fault, periodFaults, unitFaults } from './fault.ts'
import { nameOf } from './unit-words.ts'

const atSystem = () => [{ permission: branchesPermissions.daySets, unit: SYSTEM }]

/** Units whose hours lean on something of the region that would go. */
function leaning(reading: Reading, leans: (plan: HoursPlan) => boolean): UnitId[] {
  const units: UnitId[] = []
  for (const rows of reading.all(hoursFact))
    if (rows[0] && rows.some(({ body }) => leans(body))) units.push(rows[0].unit)
  return units
}

function stillUsed(
  reading: Reading,
  today: Day,
  pointer: string,
  leans: (plan: HoursPlan) => boolean,
): Fault[] {
  const units = leaning(reading, leans)
  if (!units.length) return []
  const { nl, en, fr } = inEach(language =>
    listed(
      language,
      units.map(unit => nameOf(reading, unit, today)),
    ),
  )
  return [
    fault(
      'still-used',
      pointer,
      `Nog in gebruik bij ${nl}.`,
      `Still used by ${en}.`,
      `Encore utilisé par ${fr}.`,
    ),
  ]
}

const codeFaults = (code: string, named: { code: string } | null, part: string) =>
  named === null || named.code === code
    ? []
    : [
        fault(
          'wrong-code',
          `/${part}/code`,
          'De code past niet bij wat gewijzigd wordt.',
          'The code does not match what is changed.',
          'Le code ne correspond pas.',
        ),
      ]

/** Lists of public holidays, school holidays, exam weeks that rhythms refer to. */
export const settingDaySet = defineChange(setDaySet, {
  needs: atSystem,
  refusals: (reading, { code, set }, today) => [
    ...codeFaults(code, set, 'set'),
    ...(set?.periods ?? []).flatMap((one, n) =>
      periodFaults(one).map(found => ({ ...found, pointer: `/set/periods/${n}/to` })),
    ),
    ...(set ? [] : stillUsed(reading, today, '/code', ({ when }) => when?.in === code || when?.notIn === code)),
  ],
  lays: (_reading, { code, set }) => [
    { fact: daySetFact, unit: SYSTEM, key: code, from: null, to: null, body: set },
  ],
  sentence: (_reading, { code, set }) =>
    inEach(language => {
      const name = set?.name[language] ?? code
      return set
        ? {
            nl: `Vakantielijst “${name}” gewijzigd`,
            en: `List of holidays “${name}” changed`,
            fr: `Liste de congés « ${name} » modifiée`,
          }[language]
        : {
            nl: `Vakantielijst “${name}” verwijderd`,
            en: `List of holidays “${name}” removed`,
            fr: `Liste de congés « ${name} » supprimée`,
          }[language]
    }),
})

export const settingHoursKind = defineChange(setHoursKind, {
  needs: atSystem,
  refusals: (reading, { code, kind }, today) => [
    ...codeFaults(code, kind, 'kind'),
    ...(kind || firstHoursKinds.some(first => first.code === code)
      ? []
      : stillUsed(reading, today, '/code', plan => plan.kind === code)),
  ],
  lays: (_reading, { code, kind }) => [
    { fact: hoursKindFact, unit: SYSTEM, key: code, from: null, to: null, body: kind },
  ],
  sentence: (_reading, { code, kind }) =>
    inEach(language => {
      const name = kind?.name[language] ?? code
      if (!kind)
        return {
          nl: `Soort uren “${name}” terug zoals in het begin`,
          en: `Kind of hours “${name}” back to how it began`,
          fr: `Type d’heures « ${name} » : tel qu’à l’origine`,
        }[language]
      return kind.countsAsOpen
        ? {
            nl: `Uren “${name}” tellen als open`,
            en: `Hours “${name}” count as open`,
            fr: `Les heures « ${name} » comptent comme ouvertes`,
          }[language]
        : {
            nl: `Uren “${name}” tellen niet als open`,
            en: `Hours “${name}” do not count as open`,
            fr: `Les heures « ${name} » ne comptent pas comme ouvertes`,
          }[language]
    }),
})

export const announcing = defineChange(announce, {
  needs: (_reading, { unit }) => openingNeeds([unit]),
  refusals: (reading, payload) => [
    ...periodFaults(payload),
    ...unitFaults(reading, [payload.unit], payload, () => '/unit'),
  ],
  lays: (_reading, { unit, from, to, text }) => [
    { fact: urgentFact, unit, key: 'message', from, to, body: text === null ? null : { text: text.trim() } },
  ],
  sentence: (reading, { unit, from, to, text }) =>
    inEach(language => {
      const [who, when] = [nameOf(reading, unit, from), period(language, from, to)]
      if (text === null)
        return {
          nl: `Geen dringend bericht meer voor ${who} ${when}`,
          en: `No urgent message any more for ${who} ${when}`,
          fr: `Plus de message urgent pour ${who} ${when}`,
        }[language]
      return (
        {
          nl: `Dringend bericht voor ${who} ${when}`,
          en: `Urgent message for ${who} ${when}`,
          fr: `Message urgent pour ${who} ${when}`,
        }[language] + because(text, language)
      )
    }),
})
