import { useMe } from '#console/session.ts'
import { mayAt, useUnits, type UnitRow } from '#console/unit.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { ForUs } from './ForUs.tsx'

/** On the first screen: what others changed for this unit; nothing when there is nothing, or it is not theirs to see. */
const ForUsAtStart = ({ unit }: { readonly unit: UnitRow }) => {
  const [me, units] = [useMe(), useUnits()]
  return units && mayAt(me, units, corePermissions.see, unit.id) ? <ForUs unit={unit} /> : null
}

export default ForUsAtStart
