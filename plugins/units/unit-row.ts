import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId, UnitType } from '#core/contract.ts'
import { treeOn, unitsBelow, SYSTEM, type Unit } from '#core/unit.ts'

/** A unit as lists and pickers show it. */
export interface UnitRow {
  readonly id: UnitId
  readonly parent: UnitId | null
  readonly type: UnitType
  readonly code: string
  readonly name: string
  readonly level?: string
  readonly public: boolean
  readonly needsHours: boolean
}

/** Where nobody said otherwise: people come to a branch or a stop, and know when. */
export const needsHours = (unit: Unit) => unit.needsHours ?? (unit.type === 'branch' || unit.type === 'stop')
export const isPublic = (unit: Unit) => unit.public ?? true

const written = new WeakMap<Configuration, Map<Day, string>>()

/** The whole tree of a day as JSON, written once per configuration: every screen of every colleague asks it. */
export function treeInWords(configuration: Configuration, day: Day): string {
  const known = written.get(configuration) ?? new Map<Day, string>()
  written.set(configuration, known)
  const text = known.get(day) ?? JSON.stringify({ version: configuration.version, data: rowsOn(configuration, day) })
  if (known.size > 8) known.clear()
  known.set(day, text)
  return text
}

function rowsOn(configuration: Configuration, day: Day): UnitRow[] {
  const tree = treeOn(configuration, day)
  return unitsBelow(tree, SYSTEM).flatMap(id => {
    const unit = tree.units.get(id)
    if (!unit) return []
    const { type, code, name, level } = unit
    return [{
      id, parent: tree.parent.get(id) ?? null, type, code, name, ...(level ? { level } : {}),
      public: isPublic(unit), needsHours: needsHours(unit),
    }]
  })
}
