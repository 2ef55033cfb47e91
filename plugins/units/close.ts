import { defineChange } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { parentAt } from '#core/unit.ts'
import type { Fault } from '#core/refusal.ts'
import { fault, inEach, listed, sinceDay } from '#core/wording.ts'
import { closeUnit, permissions } from './contract.ts'
import { endingOf, setsWithout } from './ending.ts'
import { hangingFrom, nameOf, unitFaults } from './place.ts'

/** A unit ends for good; whatever still hangs under it must be named, moved or closed first. */
export const closing = defineChange(closeUnit, {
  needs: (reading, { unit, from }) => [{ permission: permissions.manage, unit: parentAt(reading, unit, from) ?? unit }],
  refusals: (reading, { unit, from, also = [] }) => {
    const missing = unitFaults(reading, unit, from, '/unit')
    return missing.length ? missing : [...strangers(reading, unit, from, also), ...leftBelow(reading, unit, from, also)]
  },
  lays: (reading, { unit, from, also = [] }) => [
    ...[unit, ...also].flatMap(id => endingOf(id, from)),
    ...setsWithout(reading, new Set([unit, ...also]), from),
  ],
  sentence: (reading, { unit, from, also = [] }) => inEach(language => {
    const names = listed(language, [unit, ...also].map(id => nameOf(reading, id, from)))
    const [day, one] = [sinceDay(language, from), also.length === 0]
    return {
      nl: `${names} ${one ? 'sluit' : 'sluiten'} voorgoed ${day}`,
      en: `${names} ${one ? 'closes' : 'close'} for good ${day}`,
      fr: `${names} ${one ? 'ferme' : 'ferment'} définitivement ${day}`,
    }[language]
  }),
})

function allBelow(reading: Reading, unit: UnitId, from: Day): UnitId[] {
  const found = [unit]
  for (const id of found) found.push(
    ...hangingFrom(reading, id, from).map(({ unit: below }) => below).filter(below => !found.includes(below))
  )
  return found.slice(1)
}

function strangers(reading: Reading, unit: UnitId, from: Day, also: readonly UnitId[]): Fault[] {
  const below = allBelow(reading, unit, from)
  return also.flatMap((id, n) => below.includes(id) ? [] : [fault('units.not-below', `/also/${n}`,
    'Deze eenheid hangt hier niet onder.', 'This unit does not hang below.',
    'Cette unité n’est pas placée en dessous.')])
}

function leftBelow(reading: Reading, unit: UnitId, from: Day, also: readonly UnitId[]): Fault[] {
  const left = allBelow(reading, unit, from).filter(id => !also.includes(id)).map(id => nameOf(reading, id, from))
  return left.length === 0 ? [] : [fault('units.open-below', '/also',
    `Hieronder is nog open: ${listed('nl', left)}. Sluit of verplaats dat eerst, of sluit het mee.`,
    `Still open below: ${listed('en', left)}. Close or move it first, or close it along.`,
    `Encore ouvert en dessous : ${listed('fr', left)}. Fermez ou déplacez ces unités d’abord, ou fermez-les en même temps.`)]
}
