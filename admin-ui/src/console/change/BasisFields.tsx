import { Box, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { DayField } from '../time/DayField.tsx'
import { useFaultAt } from './ActDialogFault.tsx'
import type { TypedBasis } from './basis.ts'

interface BasisFieldsProps {
  /** Why it is asked, in a sentence. */
  readonly why: string
  /** Whether it can be saved without. */
  readonly required: boolean
  readonly basis: TypedBasis
  readonly onChange: (basis: TypedBasis) => void
  /** Where its text can be brought along. */
  readonly children?: ReactNode
}

/** The decision that a price rests on: number, day, article, and where it can be read. */
export const BasisFields = ({ why, required, basis, onChange, children }: BasisFieldsProps) => {
  const translate = useTranslate()
  const fault = useFaultAt()
  const missing = fault('/basis')
  const field = (name: 'number' | 'article' | 'text', maxLength: number, asked = false) => (
    <TextField
      label={translate(`console.basis.${name}`)}
      value={basis[name]}
      required={asked}
      onChange={event => onChange({ ...basis, [name]: event.target.value })}
      error={fault(`/basis/${name}`) !== undefined || (asked && missing !== undefined && basis[name] === '')}
      helperText={fault(`/basis/${name}`) ?? translate(`console.basis.${name}Hint`)}
      slotProps={{ htmlInput: { maxLength, autoComplete: 'off' } }}
    />
  )
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ px: 0.5 }}>
        {translate('console.basis.title')}
      </Typography>
      <Typography variant="body2" color={missing ? 'error' : 'textSecondary'} sx={{ mb: 2 }} role={missing ? 'alert' : undefined}>
        {missing ?? why}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {field('number', 60, required)}
        <DayField
          label={translate('console.basis.date')}
          value={basis.date}
          required={required}
          onChange={date => onChange({ ...basis, date })}
          place="/basis/date"
        />
        {field('article', 60)}
        {field('text', 500)}
      </Box>
      {children}
    </Box>
  )
}
