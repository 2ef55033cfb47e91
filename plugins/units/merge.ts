import { defineChange } from '#core/change.ts'
import { parentAt, parentFact, successorFact, unitAt } from '#core/unit.ts'
import { fault, inEach, listed, sinceDay } from '#core/wording.ts'
import { mergeUnit, permissions } from './contract.ts'
import { endingOf, setsWithout } from './ending.ts'
import { absent, hangingFrom, nameOf, typeWords, unitFaults } from './place.ts'

/**
 * Two become one: the first closes for good, all that hangs under it goes to the second, and its code
 * and feed address lead there from that day on.
 */
export const merging = defineChange(mergeUnit, {
  needs: (reading, { unit, into, from }) => [
    { permission: permissions.manage, unit: parentAt(reading, unit, from) ?? unit },
    { permission: permissions.manage, unit: into },
  ],
  refusals: (reading, { unit, into, from }) => {
    const missing = [...unitFaults(reading, unit, from, '/unit'), ...unitFaults(reading, into, from, '/into')]
    if (missing.length) return missing
    if (unit === into) return [fault('units.merge-itself', '/into',
      'Een eenheid kan niet met zichzelf samengaan.', 'A unit cannot merge with itself.',
      'Une unité ne peut pas fusionner avec elle-même.')]
    const type = unitAt(reading, unit, from)?.type ?? 'system'
    const words = typeWords[type]
    return [
      ...(unitAt(reading, into, from)?.type === type ? [] : [fault('units.merge-types', '/into',
        `Dit moet ook ${words.nl} zijn.`, `This must be ${words.en} as well.`, `Ce doit également être ${words.fr}.`)]),
      ...(absent(reading, into, { from, to: null }).length === 0 ? [] : [fault('units.into-ends', '/into',
        `${nameOf(reading, into, from)} houdt zelf op te bestaan.`, `${nameOf(reading, into, from)} itself ends.`,
        `${nameOf(reading, into, from)} cesse elle-même d’exister.`)]),
    ]
  },
  lays: (reading, { unit, into, from }) => [
    ...hangingFrom(reading, unit, from).map(({ unit: below, period }) =>
      ({ fact: parentFact, unit: below, key: 'parent', ...period, body: { parent: into } })),
    ...endingOf(unit, from),
    { fact: successorFact, unit, key: 'successor', from, to: null, body: { successor: into } },
    ...setsWithout(reading, new Set([unit]), from, into),
  ],
  sentence: (reading, { unit, into, from }) => inEach(language => {
    const below = [...new Set(hangingFrom(reading, unit, from).map(({ unit: id }) => nameOf(reading, id, from)))]
    const [name, other, day] = [nameOf(reading, unit, from), nameOf(reading, into, from), sinceDay(language, from)]
    const along = below.length === 0 ? '' : {
      nl: `, met ${listed(language, below)}`, en: `, with ${listed(language, below)}`,
      fr: `, avec ${listed(language, below)}`,
    }[language]
    return {
      nl: `${name} gaat ${day} op in ${other}${along}`,
      en: `${name} becomes part of ${other} ${day}${along}`,
      fr: `${name} fait partie de ${other} ${day}${along}`,
    }[language]
  }),
})
