import { Autocomplete, Box, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo } from 'react'
import type { UnitId } from '#core/contract.ts'
import { useFaultAt } from '../change/ActDialogFault.tsx'
import { plain } from '../plain.ts'
import { pathOf, useUnits, type UnitRow } from '../unit.ts'

interface UnitFieldProps {
  readonly label: string
  readonly value: UnitId | null
  readonly onChange: (unit: UnitId | null) => void
  /** Which units may be chosen; all of them when absent. */
  readonly only?: (unit: UnitRow) => boolean
  readonly required?: boolean
  readonly hint?: string
  /** Where in an act it goes: what the server says there stands below it. */
  readonly place?: string
}

const shownMax = 60

/** A field that finds one unit by name or code, for forms; the screen's own unit is chosen in the top bar. */
export const UnitField = ({ label, value, onChange, only, required = false, hint, place }: UnitFieldProps) => {
  const translate = useTranslate()
  const units = useUnits()
  const faultAt = useFaultAt()
  const fault = place && faultAt(place)
  const options = useMemo(() => (units?.all ?? []).filter(unit => only?.(unit) ?? true), [units, only])
  const chosen = value === null ? null : (units?.byId.get(value) ?? null)
  const above = (unit: UnitRow) =>
    units
      ? pathOf(units, unit.id)
          .slice(1, -1)
          .map(({ name }) => name)
          .join(' › ')
      : ''
  const find = (rows: UnitRow[], asked: string) => {
    const words = plain(asked)
      .split(/\s+/)
      .filter(word => word !== '')
    return rows
      .filter(({ name, code }) => words.every(word => plain(`${name} ${code}`).includes(word)))
      .slice(0, shownMax)
  }
  return (
    <Autocomplete
      options={options}
      value={chosen}
      onChange={(_, unit) => onChange(unit?.id ?? null)}
      fullWidth
      getOptionLabel={unit => unit.name}
      getOptionKey={unit => unit.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(rows, { inputValue }) => find(rows, inputValue === chosen?.name ? '' : inputValue)}
      noOptionsText={translate('console.unit.found', { smart_count: 0 })}
      openText={translate('console.unit.pick')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      renderInput={params => <TextField {...params} label={label} required={required} error={Boolean(fault)} helperText={fault ?? hint} />}
      renderOption={({ key, ...props }, unit) => (
        <Box component="li" key={key} {...props}>
          <Box>
            <Typography sx={{ fontWeight: 600 }}>{unit.name}</Typography>
            <Typography variant="caption" color="textSecondary">
              {[translate(`console.unit.type.${unit.type}`), unit.code, above(unit)]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Box>
        </Box>
      )}
    />
  )
}
