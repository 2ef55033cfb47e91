import { defineChange } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { parentAt, parentFact, unitAt } from '#core/unit.ts'
import { fault, inEach, sinceDay } from '#core/wording.ts'
import { moveUnit, permissions } from './contract.ts'
import { nameOf, parentFaults, unitFaults } from './place.ts'

/** A library joins or leaves a group, a branch goes to another library; a later move that is planned stands. */
export const moving = defineChange(moveUnit, {
  needs: (reading, { unit, parent, from }) => [
    { permission: permissions.manage, unit: parentAt(reading, unit, from) ?? unit },
    { permission: permissions.manage, unit: parent },
  ],
  refusals: (reading, { unit, parent, from }) => {
    const said = unitAt(reading, unit, from)
    const missing = unitFaults(reading, unit, from, '/unit')
    if (missing.length || !said) return missing
    if (parentAt(reading, unit, from) === parent) return [fault('units.hangs-there', '/parent',
      `${said.name} hangt daar al.`, `${said.name} hangs there already.`, `${said.name} s’y trouve déjà.`)]
    return parentFaults(reading, said.type, parent, { from, to: endOf(reading, unit, from) }, '/parent')
  },
  lays: (reading, { unit, parent, from }) => [
    { fact: parentFact, unit, key: 'parent', from, to: endOf(reading, unit, from), body: { parent } },
  ],
  sentence: (reading, { unit, parent, from }) => inEach(language => {
    const old = parentAt(reading, unit, from)
    const [name, now, day] = [nameOf(reading, unit, from), nameOf(reading, parent, from), sinceDay(language, from)]
    const before = old ? nameOf(reading, old, from) : ''
    return {
      nl: `${name} gaat ${day} van ${before} naar ${now}`,
      en: `${name} moves from ${before} to ${now} ${day}`,
      fr: `${name} passe de ${before} à ${now} ${day}`,
    }[language]
  }),
})

/** The last day of the stay under the present parent. */
const endOf = (reading: Reading, unit: UnitId, day: Day) => reading.at(parentFact, unit, 'parent', day)?.to ?? null
