import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { treeOn, type Tree } from '#core/unit.ts'
import { isPublic, needsHours } from '#plugins/units/index.ts'
import type { Branch } from './contract/answers.ts'

export const libraryAbove = (tree: Tree, unit: UnitId): UnitId | undefined => {
  for (let id: UnitId | undefined = unit; id; id = tree.parent.get(id))
    if (tree.units.get(id)?.type === 'library') return id
  return undefined
}

const known = new WeakMap<Configuration, { day: Day; branches: Map<UnitId, Branch> }>()

/** The branches, bookmobiles and stops of a day by id, in the order of their names within a library. */
export function branchesOn(configuration: Configuration, day: Day): ReadonlyMap<UnitId, Branch> {
  const kept = known.get(configuration)
  if (kept?.day === day) return kept.branches
  const tree = treeOn(configuration, day)
  const branches = new Map<UnitId, Branch>()
  for (const [id, unit] of tree.units) {
    if (unit.type !== 'branch' && unit.type !== 'bookmobile' && unit.type !== 'stop') continue
    const library = libraryAbove(tree, id)
    branches.set(id, {
      id,
      code: unit.code,
      name: unit.name,
      type: unit.type,
      library: library ?? null,
      libraryName: tree.units.get(library ?? '')?.name ?? '',
      public: isPublic(unit),
      needsHours: needsHours(unit),
      ...(unit.address?.city !== undefined && { city: unit.address.city }),
      ...(unit.isil !== undefined && { isil: unit.isil }),
    })
  }
  const ordered = new Map(
    [...branches].sort(
      ([, a], [, b]) => a.libraryName.localeCompare(b.libraryName, 'nl') || a.name.localeCompare(b.name, 'nl'),
    ),
  )
  known.set(configuration, { day, branches: ordered })
  return ordered
}
