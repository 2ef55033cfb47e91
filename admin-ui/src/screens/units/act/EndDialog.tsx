import { Alert, Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { UnitId } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { isDay } from '#console/time/day.ts'
import { useUnitLink, type Units } from '#console/unit.ts'
import { closeUnit } from '#plugins/units/contract.ts'
import type { UnitActProps } from './ActOnUnit.tsx'
import { describeUnit } from './describeUnit.tsx'
import { FromField } from './FromField.tsx'

const allBelow = (units: Units, id: UnitId) => {
  const found = [...(units.below.get(id) ?? [])]
  for (const unit of found) found.push(...(units.below.get(unit.id) ?? []))
  return found
}

/** Closes a unit for good; whatever hangs below closes with it only when that is ticked. */
export const EndDialog = ({ details, units, today, onClose }: UnitActProps) => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const link = useUnitLink()
  const [from, setFrom] = useState<string>(today)
  const [also, setAlso] = useState<readonly UnitId[]>([])
  const below = useMemo(() => allBelow(units, details.id), [units, details.id])
  const items = useMemo(
    () =>
      isDay(from)
        ? [
            change(
              closeUnit,
              { unit: details.id, from, ...(also.length > 0 ? { also: [...also] } : {}) },
              details.version,
            ),
          ]
        : null,
    [from, also, details],
  )
  const tick = (id: UnitId, on: boolean) =>
    setAlso(before => (on ? [...before, id] : before.filter(other => other !== id)))
  return (
    <ActDialog
      title={translate('units.end.title', { name: details.unit.name })}
      act={translate('units.act.end')}
      items={items}
      describe={describeUnit}
      onClose={onClose}
      onSaved={() => {
        if (from <= today) void navigate(link('/units', details.path.at(-2)?.id))
      }}
    >
      <Alert severity="warning">{translate('units.end.explain')}</Alert>
      <FromField label="units.end.from" value={from} today={today} onChange={setFrom} />
      {below.length > 0 && (
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
          <Typography component="legend" variant="h3">
            {translate('units.end.below')}
          </Typography>
          {below.length > 2 && (
            <Button size="small" onClick={() => setAlso(below.map(({ id }) => id))}>
              {translate('units.end.all')}
            </Button>
          )}
          {below.map(({ id, name }) => (
            <Box key={id}>
              <FormControlLabel
                control={<Checkbox checked={also.includes(id)} onChange={(_, on) => tick(id, on)} />}
                label={name}
              />
            </Box>
          ))}
        </Box>
      )}
    </ActDialog>
  )
}
