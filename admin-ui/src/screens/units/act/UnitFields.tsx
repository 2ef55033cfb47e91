import { Box, Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import { asks, faultsIn, levels, type UnitForm } from '../unit-form.ts'

interface UnitFieldsProps {
  readonly form: UnitForm
  readonly onChange: (next: (before: UnitForm) => UnitForm) => void
  /** Faults are named once somebody has typed; an empty form is not wrong yet. */
  readonly touched: boolean
}

type TextName = Exclude<keyof UnitForm, 'type' | 'public' | 'needsHours'>

const inAddress: readonly TextName[] = ['street', 'postalCode', 'city', 'country']

/** Where the server points when a field is wrong: in a new record, or among the fields that change. */
const placesOf = (name: TextName) => {
  const field = inAddress.includes(name) ? `address/${name}` : name
  return [`/unit/${field}`, `/fields/${field}`]
}

const two = { display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } }

/** The record of a unit as a form; only what its type is asked. */
export const UnitFields = ({ form, onChange, touched }: UnitFieldsProps) => {
  const translate = useTranslate()
  const asked = asks(form.type)
  const faults = faultsIn(form)
  const faultAt = useFaultAt()
  const set = (change: Partial<UnitForm>) => onChange(before => ({ ...before, ...change }))
  const field = (name: TextName, hint?: string) => {
    const own = touched ? faults[name] : undefined
    const fault = own ? translate(own) : faultAt(...placesOf(name))
    return {
      label: translate(`units.field.${name}`),
      value: form[name],
      fullWidth: true,
      error: fault !== undefined,
      helperText: fault ?? hint,
      onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    }
  }
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '2fr 1fr' } }}>
        <TextField {...field('name')} required slotProps={{ htmlInput: { maxLength: 120 } }} />
        <TextField
          {...field('code', translate(`units.form.codeHint.${form.type}`))}
          required
          slotProps={{ htmlInput: { maxLength: 20 } }}
        />
      </Box>
      {asked.level && (
        <TextField {...field('level', translate('units.form.levelHint'))} select>
          {levels.map(level => (
            <MenuItem key={level} value={level}>
              {level}
            </MenuItem>
          ))}
        </TextField>
      )}
      {asked.visitors && (
        <Box>
          <FormControlLabel
            control={<Checkbox checked={form.public} onChange={(_, on) => set({ public: on })} />}
            label={translate('units.field.public')}
          />
          <Typography variant="body2" color="textSecondary" sx={{ ml: 4, mt: -0.75 }}>
            {translate('units.form.publicHelp')}
          </Typography>
          <FormControlLabel
            control={<Checkbox checked={form.needsHours} onChange={(_, on) => set({ needsHours: on })} />}
            label={translate('units.field.needsHours')}
          />
          <Typography variant="body2" color="textSecondary" sx={{ ml: 4, mt: -0.75 }}>
            {translate('units.form.needsHoursHelp')}
          </Typography>
        </Box>
      )}
      {asked.address && (
        <>
          <TextField {...field('street')} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 2fr) minmax(0, 1fr)' }}>
            <TextField {...field('postalCode')} slotProps={{ htmlInput: { maxLength: 12 } }} />
            <TextField {...field('city')} slotProps={{ htmlInput: { maxLength: 80 } }} />
            <TextField {...field('country')} slotProps={{ htmlInput: { maxLength: 2 } }} />
          </Box>
          <TextField {...field('coordinates', translate('units.form.coordinatesHint'))} />
        </>
      )}
      {asked.people && (
        <Box sx={two}>
          <TextField {...field('province')} slotProps={{ htmlInput: { maxLength: 60 } }} />
          <TextField {...field('inhabitants')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
        </Box>
      )}
      <Box sx={two}>
        {asked.isil && <TextField {...field('isil', translate('units.form.isilHint'))} />}
        {asked.website && (
          <TextField {...field('website')} slotProps={{ htmlInput: { inputMode: 'url', maxLength: 250 } }} />
        )}
      </Box>
    </>
  )
}
