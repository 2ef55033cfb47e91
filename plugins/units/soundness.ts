import type { Configuration, Delta } from '#core/configuration.ts'
import type { UnitId } from '#core/contract.ts'
import { outside, type Period } from '#core/draft.ts'
import type { Invariant } from '#core/plugin.ts'
import type { Fault } from '#core/refusal.ts'
import { parentFact, SYSTEM, unitFact } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { bearerOf, takenFault } from './code.ts'
import { absent } from './place.ts'

/**
 * The tree holds together on every day: whatever exists hangs under something that exists, and no code
 * is borne twice. A put back can break this where the change itself did not.
 */
export const soundTree: Invariant = {
  facts: [unitFact, parentFact],
  faults(_ctx, after, { ended, laid }: Delta) {
    const touched = new Set(
      [...ended, ...laid].filter(
        ({ fact }) => fact === unitFact.name || fact === parentFact.name
      ).map(({ unit }) => unit)
    )
    const below = [...after.all(parentFact)].flatMap(
      rows => rows.filter(said => touched.has(said.body.parent)).map(said => said.unit)
    )
    return [
      ...[...new Set([...touched, ...below])].flatMap(unit => danglingFaults(after, unit)),
      ...[...touched].flatMap(unit => doubleFaults(after, unit)),
    ]
  },
}

function danglingFaults(after: Configuration, unit: UnitId): Fault[] {
  const units = after.of(unitFact, unit)
  const name = units.at(-1)?.body.name ?? ''
  if (unit === SYSTEM) return units.length ? [] : [danglingFault('', null)]
  const parents = after.of(parentFact, unit)
  const loose: Period[] = [
    ...units.flatMap(
      said => parents.reduce<Period[]>((left, parent) => left.flatMap(part => outside(part, parent)), [said])
    ),
    ...parents.flatMap(({ from, to, body }) => absent(after, body.parent, { from, to })),
  ]
  return loose.slice(0, 1).map(({ from }) => danglingFault(name, from))
}

const danglingFault = (name: string, from: string | null) => fault('units.dangling', '',
  `${name} zou${from ? ` vanaf ${from}` : ''} nergens meer onder hangen.`,
  `${name} would hang under nothing${from ? ` from ${from}` : ''}.`,
  `${name} ne dépendrait plus de rien${from ? ` à partir du ${from}` : ''}.`)

function doubleFaults(after: Configuration, unit: UnitId): Fault[] {
  const codes = new Set(after.of(unitFact, unit).map(({ body }) => body.code))
  return [...codes].flatMap(code => {
    const other = bearerOf(after, 'code', code, unit)
    return other === undefined ? [] : [
      takenFault('units.code-taken', '', code, after.of(unitFact, other).at(-1)?.body.name ?? '')
    ]
  })
}
