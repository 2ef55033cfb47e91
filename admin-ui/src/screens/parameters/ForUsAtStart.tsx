import type { UnitRow } from '#console/unit.ts'
import { ForUs } from './ForUs.tsx'

/** On the first screen: what others changed for this unit; nothing when there is nothing. */
const ForUsAtStart = ({ unit }: { readonly unit: UnitRow }) => <ForUs unit={unit} />

export default ForUsAtStart
