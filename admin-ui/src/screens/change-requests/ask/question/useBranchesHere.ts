import { pathOf, useUnits, type UnitRow, type Units } from '#console/unit.ts'
import type { UnitId } from '#core/contract.ts'

const serves = ({ type }: UnitRow) => type === 'branch' || type === 'bookmobile'

const below = (units: Units, id: UnitId): readonly UnitRow[] =>
  (units.below.get(id) ?? []).flatMap(unit => [unit, ...below(units, unit.id)])

/** The branches one may name in an answer: those of the same library, or of all below a group. */
export const useBranchesHere = (unit: UnitId): readonly UnitRow[] => {
  const units = useUnits()
  if (!units) return []
  const library = pathOf(units, unit).find(({ type }) => type === 'library')
  return below(units, library?.id ?? unit).filter(serves)
}
