import { defineChange } from '#core/change.ts'
import { parentFact, unitFact } from '#core/unit.ts'
import { fault, inEach, sinceDay } from '#core/wording.ts'
import { openUnit, permissions } from './contract.ts'
import { detailFaults } from './detail.ts'
import { nameOf, parentFaults } from './place.ts'

/** A group, library, branch, bookmobile or stop begins to exist. */
export const opening = defineChange(openUnit, {
  needs: (_reading, { parent }) => [{ permission: permissions.manage, unit: parent }],
  refusals: (reading, { id, parent, from, unit }) => [
    ...(reading.of(unitFact, id).length === 0 ? [] : [fault('units.exists', '/id',
      'Deze eenheid bestaat al.', 'This unit exists already.', 'Cette unité existe déjà.')]),
    ...(unit.type === 'system' ? [fault('units.one-system', '/unit/type',
      'Er is maar één systeem.', 'There is only one system.', 'Il n’y a qu’un seul système.')]
      : parentFaults(reading, unit.type, parent, { from, to: null }, '/parent')),
    ...detailFaults(reading, id, unit, '/unit'),
  ],
  lays: (_reading, { id, parent, from, unit }) => [
    { fact: unitFact, unit: id, key: 'unit', from, to: null, body: unit },
    { fact: parentFact, unit: id, key: 'parent', from, to: null, body: { parent } },
  ],
  sentence: (reading, { parent, from, unit }) => inEach(language => {
    const [above, day] = [nameOf(reading, parent, from), sinceDay(language, from)]
    return {
      nl: `${unit.name} (${unit.code}) opent ${day}, onder ${above}`,
      en: `${unit.name} (${unit.code}) opens ${day}, under ${above}`,
      fr: `${unit.name} (${unit.code}) ouvre ${day}, sous ${above}`,
    }[language]
  }),
})
