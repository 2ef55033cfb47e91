import { Box, Link, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import { DayField } from '#console/time/DayField.tsx'
import type { UnitId } from '#core/contract.ts'
import { DecisionUpload } from './DecisionUpload.tsx'
import { isReadable } from './decision.ts'
import type { TypedBasis } from './form.ts'

interface BasisFieldsProps {
  readonly needs: 'always' | 'sometimes'
  readonly basis: TypedBasis
  readonly onChange: (basis: TypedBasis) => void
  /** Where the text of the decision is kept, if it is brought along. */
  readonly unit?: UnitId
}

/** The decision that a price rests on: number, day, article, and where it can be read. */
export const BasisFields = ({ needs, basis, onChange, unit }: BasisFieldsProps) => {
  const translate = useTranslate()
  const fault = useFaultAt()
  const asked = needs === 'always' || basis.number !== '' || basis.date !== ''
  const missing = fault('/basis')
  const field = (name: 'number' | 'article' | 'text', maxLength: number, required = false) => (
    <TextField
      label={translate(`parameters.basis.${name}`)}
      value={basis[name]}
      required={required}
      onChange={event => onChange({ ...basis, [name]: event.target.value })}
      error={fault(`/basis/${name}`) !== undefined || (required && missing !== undefined && basis[name] === '')}
      helperText={fault(`/basis/${name}`) ?? translate(`parameters.basis.${name}Hint`)}
      slotProps={{ htmlInput: { maxLength, autoComplete: 'off' } }}
    />
  )
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ px: 0.5 }}>
        {translate('parameters.basis.title')}
      </Typography>
      <Typography variant="body2" color={missing ? 'error' : 'textSecondary'} sx={{ mb: 2 }} role={missing ? 'alert' : undefined}>
        {missing ?? translate(`parameters.basis.${needs}`)}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {field('number', 60, asked)}
        <DayField
          label={translate('parameters.basis.date')}
          value={basis.date}
          required={asked}
          onChange={date => onChange({ ...basis, date })}
          place="/basis/date"
        />
        {field('article', 60)}
        {field('text', 500)}
      </Box>
      {unit && <DecisionUpload onKept={text => onChange({ ...basis, text })} unit={unit} />}
    </Box>
  )
}

interface BasisShownProps {
  readonly basis: { readonly number: string; readonly date: string; readonly article?: string; readonly text?: string }
  readonly day: string
}

/** The decision in one line, with the way to its text. */
export const BasisShown = ({ basis: { number, article, text }, day }: BasisShownProps) => {
  const translate = useTranslate()
  return (
    <>
      {translate('parameters.basis.shown', { number, day })}
      {article && `, ${article}`}
      {text && isReadable(text) ? (
        <>
          {' · '}
          <Link href={text} target="_blank" rel="noreferrer">{translate('parameters.basis.read')}</Link>
        </>
      ) : text && `, ${text}`}
    </>
  )
}
