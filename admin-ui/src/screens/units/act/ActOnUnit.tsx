import type { Day, UnitType } from '#core/contract.ts'
import type { Units } from '#console/unit.ts'
import type { UnitDetails } from '../answers.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { EndDialog } from './EndDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { OpenDialog } from './OpenDialog.tsx'

export type Act =
  { readonly do: 'open'; readonly type: UnitType } | { readonly do: 'change' | 'move' | 'merge' | 'end' }

interface ActOnUnitProps {
  readonly act: Act
  readonly details: UnitDetails
  readonly units: Units
  readonly today: Day
  readonly onClose: () => void
}

const dialogs = { change: ChangeDialog, move: MoveDialog, merge: MergeDialog, end: EndDialog } as const

/** The dialog of one act on a unit. */
export const ActOnUnit = ({ act, ...props }: ActOnUnitProps) => {
  if (act.do === 'open') return <OpenDialog type={act.type} {...props} />
  const Chosen = dialogs[act.do]
  return <Chosen {...props} />
}

export type UnitActProps = Omit<ActOnUnitProps, 'act'>
