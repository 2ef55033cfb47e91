import { defineChange } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { pathOf, unitAt } from '#core/unit.ts'
import type { Fault } from '#core/refusal.ts'
import { fault, inEach, sinceDay } from '#core/wording.ts'
import { permissions, setMembers, unitSetFact, type SetKind, type UnitSet } from './contract.ts'
import { nameOf } from './place.ts'

/** A set of units beside the tree is made, gets other members, or is given up. */
export const settingMembers = defineChange(setMembers, {
  needs: (_reading, { unit }) => [{ permission: permissions.manage, unit }],
  refusals: (reading, { unit, code, from, set }) => [
    ...(unitAt(reading, unit, from) ? [] : [fault('units.not-there', '/unit',
      'Deze eenheid bestaat niet op die dag.', 'This unit does not exist on that day.',
      'Cette unité n’existe pas ce jour-là.')]),
    ...(set === null ? giveUpFaults(reading, unit, code, from) : set.members.flatMap((member, n) =>
      memberFaults(reading, { owner: unit, code, from, set, member }, `/set/members/${n}`))),
  ],
  lays: (_reading, { unit, code, from, set }) => [{ fact: unitSetFact, unit, key: code, from, to: null, body: set }],
  sentence: (reading, { unit, code, from, set }) => inEach(language => {
    const old = reading.at(unitSetFact, unit, code, from)?.body
    const { kind, name } = set ?? old ?? { kind: 'branch-group' as const, name: code }
    const what = `${kindWords[kind][language]} ${name}`
    const [day, count] = [sinceDay(language, from), set?.members.length ?? 0]
    if (set === null) return {
      nl: `De ${what} bestaat niet meer ${day}`, en: `The ${what} is no more ${day}`,
      fr: `${what} : n’existe plus ${day}`,
    }[language]
    return {
      nl: `De ${what} telt ${count} leden ${day}`, en: `The ${what} has ${count} members ${day}`,
      fr: `${what} : ${count} membres ${day}`,
    }[language]
  }),
})

export const kindWords: Readonly<Record<SetKind, Fault['message']>> = {
  'financial-organisation': {
    nl: 'financiële organisatie', en: 'financial organisation', fr: 'organisation financière',
  },
  'hold-network': { nl: 'reserveringskring', en: 'hold network', fr: 'réseau de réservation' },
  'pick-up-network': { nl: 'afhaalkring', en: 'pick-up network', fr: 'réseau de retrait' },
  'print-group': { nl: 'afdrukgroep', en: 'print group', fr: 'groupe d’impression' },
  'branch-group': { nl: 'vestigingsgroep', en: 'branch group', fr: 'groupe d’implantations' },
}

interface Membership { owner: UnitId; code: string; from: Day; set: UnitSet; member: UnitId }

function memberFaults(reading: Reading, { owner, code, from, set, member }: Membership, pointer: string): Fault[] {
  if (!unitAt(reading, member, from)) return [fault('units.not-there', pointer,
    'Deze eenheid bestaat niet op die dag.', 'This unit does not exist on that day.',
    'Cette unité n’existe pas ce jour-là.')]
  const name = nameOf(reading, member, from)
  if (!pathOf(reading, member, from).includes(owner)) return [fault('units.not-below', pointer,
    `${name} hangt niet onder ${nameOf(reading, owner, from)}.`,
    `${name} does not hang under ${nameOf(reading, owner, from)}.`,
    `${name} n’est pas placé(e) sous ${nameOf(reading, owner, from)}.`)]
  const other = set.kind === 'financial-organisation' ? organisationOf(reading, member, from, owner, code) : undefined
  return other === undefined ? [] : [fault('units.two-organisations', pointer,
    `${name} hoort al bij de financiële organisatie ${other}.`,
    `${name} belongs to the financial organisation ${other} already.`,
    `${name} appartient déjà à l’organisation financière ${other}.`)]
}

/** Whose payments a unit's desk accepts is one organisation's business. */
function organisationOf(reading: Reading, member: UnitId, from: Day, owner: UnitId, code: string): string | undefined {
  for (const rows of reading.all(unitSetFact)) {
    const said = rows.find(row => (row.to === null || row.to >= from) && !(row.unit === owner && row.key === code)
      && row.body.kind === 'financial-organisation' && row.body.members.includes(member))
    if (said) return said.body.name
  }
  return undefined
}

const giveUpFaults = (reading: Reading, unit: UnitId, code: string, from: Day): Fault[] =>
  reading.of(unitSetFact, unit).some(
    said => said.key === code && (said.to === null || said.to >= from)
  ) ? [] : [fault('units.no-set', '/code',
    'Deze groep bestaat niet.', 'This set does not exist.', 'Ce groupe n’existe pas.')]
