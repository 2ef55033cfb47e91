import { Box, Chip, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useId, useRef } from 'react'
import type { UnitId } from '#core/contract.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { useUnits, type UnitRow } from '#console/unit.ts'

interface UnitsFieldProps {
  readonly label: string
  readonly units: readonly UnitId[]
  readonly onChange: (units: readonly UnitId[]) => void
  readonly only?: (unit: UnitRow) => boolean
  /** At most so many. */
  readonly most: number
  readonly place?: string
}

/** One or several units: those chosen, and a field that adds another. */
export const UnitsField = ({ label, units, onChange, only, most, place }: UnitsFieldProps) => {
  const translate = useTranslate()
  const known = useUnits()
  const heading = useId()
  const group = useRef<HTMLDivElement>(null)
  const chosen = useRef(false)
  // With each choice another field comes in place of the one that had the focus.
  useEffect(() => {
    if (chosen.current) group.current?.querySelector('input')?.focus()
    chosen.current = false
  }, [units])
  const choose = (next: readonly UnitId[]) => {
    chosen.current = true
    onChange(next)
  }
  return (
    <Box ref={group} role="group" aria-labelledby={heading}>
      <Typography id={heading} component="div" sx={{ fontWeight: 600, mb: 1 }}>{label}</Typography>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mb: units.length > 0 ? 1.5 : 0 }}>
        {units.map(id => {
          const name = known?.byId.get(id)?.name ?? ''
          return (
            <Chip
              key={id}
              label={name}
              variant="outlined"
              onDelete={() => choose(units.filter(one => one !== id))}
              aria-label={translate('parameters.proposed.withoutUnit', { unit: name })}
            />
          )
        })}
      </Stack>
      {units.length < most && (
        <UnitField
          key={units.length}
          label={translate(units.length === 0 ? 'parameters.proposed.unit' : 'parameters.proposed.another')}
          value={null}
          onChange={id => {
            if (id !== null) choose([...units, id])
          }}
          only={unit => !units.includes(unit.id) && (only?.(unit) ?? true)}
          {...(place ? { place } : {})}
        />
      )}
    </Box>
  )
}
