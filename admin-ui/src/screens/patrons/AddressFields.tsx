import { Box, MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { AddressTyped } from './address.ts'

interface AddressFieldsProps {
  readonly value: AddressTyped
  readonly onChange: (part: Partial<AddressTyped>) => void
  readonly fault?: string
}

const countries = ['BE', 'NL', 'FR', 'LU', 'DE', 'GB'] as const

/** Where somebody lives. */
export const AddressFields = ({ value, onChange, fault = '' }: AddressFieldsProps) => {
  const translate = useTranslate()
  const field = (name: keyof AddressTyped, maxLength: number, hint = '') => (
    <TextField
      label={translate(`patrons.field.${name}`)}
      value={value[name]}
      onChange={event => onChange({ [name]: event.target.value })}
      error={hint !== ''}
      helperText={hint}
      slotProps={{ htmlInput: { maxLength, autoComplete: 'off' } }}
    />
  )
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '3fr 1fr 1fr' } }}>
      {field('street', 120, fault)}
      {field('number', 12)}
      {field('box', 12)}
      <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 2fr 1fr' } }}>
        {field('postalCode', 12)}
        {field('city', 80)}
        <TextField select label={translate('patrons.field.country')} value={value.country} onChange={event => onChange({ country: event.target.value })}>
          {countries.map(country => (
            <MenuItem key={country} value={country}>
              {translate(`patrons.country.${country}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </Box>
  )
}
