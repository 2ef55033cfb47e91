import { Checkbox } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { BranchesProps } from './BranchTable.tsx'

/** One box for all that are shown, also on the pages after this one. */
export const PickAll = ({ pickable, chosen, onPick }: Pick<BranchesProps, 'pickable' | 'chosen' | 'onPick'>) => {
  const translate = useTranslate()
  return (
    <Checkbox
      checked={chosen.length > 0 && chosen.length === pickable.length}
      indeterminate={chosen.length > 0 && chosen.length < pickable.length}
      onChange={(_, on) => onPick(pickable, on)}
      slotProps={{ input: { 'aria-label': translate('branches.now.pickAll', { smart_count: pickable.length }) } }}
    />
  )
}
