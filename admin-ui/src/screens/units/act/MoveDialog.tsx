import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useCallback, useMemo, useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { isDay } from '#console/time/day.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import type { UnitRow } from '#console/unit.ts'
import { moveUnit } from '#plugins/units/contract.ts'
import { openable } from '../unit-form.ts'
import type { UnitActProps } from './ActOnUnit.tsx'
import { describeUnit } from './describeUnit.tsx'
import { FromField } from './FromField.tsx'

/** Hangs a unit under another from a day on: a library joins a group, a branch goes to another library. */
export const MoveDialog = ({ details, today, onClose }: UnitActProps) => {
  const translate = useTranslate()
  const [from, setFrom] = useState<string>(today)
  const [parent, setParent] = useState<UnitId | null>(null)
  const now = details.path.at(-2)
  const may = useCallback(
    (unit: UnitRow) => openable[unit.type].includes(details.unit.type) && unit.id !== now?.id,
    [details.unit.type, now?.id],
  )
  const items = useMemo(
    () =>
      isDay(from) && parent !== null
        ? [change(moveUnit, { unit: details.id, parent, from }, details.version)]
        : null,
    [from, parent, details],
  )
  return (
    <ActDialog
      title={translate('units.move.title', { name: details.unit.name })}
      act={translate('units.act.move')}
      items={items}
      describe={describeUnit}
      onClose={onClose}
    >
      <Typography>{translate('units.move.now', { name: now?.name ?? '' })}</Typography>
      <UnitField
        place="/parent"
        label={translate(`units.move.to.${details.unit.type}`)}
        value={parent}
        onChange={setParent}
        only={may}
        required
      />
      <FromField value={from} today={today} onChange={setFrom} />
    </ActDialog>
  )
}
