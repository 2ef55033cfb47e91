import { Box, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { DayField } from '#console/time/DayField.tsx'
import type { When } from './when.ts'

type Decision = When['basis']

interface BasisFieldsProps {
  readonly basis: Decision
  readonly onChange: (basis: Decision) => void
}

/** The council decision on which the money among the changes rests. */
export const BasisFields = ({ basis, onChange }: BasisFieldsProps) => {
  const translate = useTranslate()
  const field = (name: 'number' | 'article' | 'text', maxLength: number) => (
    <TextField
      label={translate(`rules.basis.${name}`)}
      value={basis[name]}
      required={name === 'number'}
      onChange={event => onChange({ ...basis, [name]: event.target.value })}
      slotProps={{ htmlInput: { maxLength, autoComplete: 'off' } }}
    />
  )
  return (
    <Box role="group" aria-label={translate('rules.basis.title')} sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Typography variant="h3" component="h3">{translate('rules.basis.title')}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>{translate('rules.basis.why')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {field('number', 60)}
        <DayField label={translate('rules.basis.date')} value={basis.date} onChange={date => onChange({ ...basis, date })} required />
        {field('article', 60)}
        {field('text', 500)}
      </Box>
    </Box>
  )
}
