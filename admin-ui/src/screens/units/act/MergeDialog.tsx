import { Alert } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { UnitId } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { isDay } from '#console/time/day.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { useUnitLink, type UnitRow } from '#console/unit.ts'
import { mergeUnit } from '#plugins/units/contract.ts'
import type { UnitActProps } from './ActOnUnit.tsx'
import { describeUnit } from './describeUnit.tsx'
import { FromField } from './FromField.tsx'

/** One unit goes on as another of its type; its code and addresses keep working. */
export const MergeDialog = ({ details, today, onClose }: UnitActProps) => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const link = useUnitLink()
  const [from, setFrom] = useState<string>(today)
  const [into, setInto] = useState<UnitId | null>(null)
  const may = useCallback(
    (unit: UnitRow) => unit.type === details.unit.type && unit.id !== details.id,
    [details.unit.type, details.id],
  )
  const items = useMemo(
    () =>
      isDay(from) && into !== null
        ? [change(mergeUnit, { unit: details.id, into, from }, details.version)]
        : null,
    [from, into, details],
  )
  return (
    <ActDialog
      title={translate('units.merge.title', { name: details.unit.name })}
      act={translate('units.act.merge')}
      items={items}
      describe={describeUnit}
      onClose={onClose}
      onSaved={() => {
        if (from <= today) void navigate(link('/units', into))
      }}
    >
      <Alert severity="info">
        {translate('units.merge.explain', { name: details.unit.name, code: details.unit.code })}
      </Alert>
      <UnitField
        place="/into"
        label={translate('units.merge.into')}
        value={into}
        onChange={setInto}
        only={may}
        required
      />
      <FromField value={from} today={today} onChange={setFrom} />
    </ActDialog>
  )
}
