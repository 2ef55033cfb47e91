import { Box, Checkbox, FormControlLabel, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useFaultAt } from '../change/ActDialogFault.tsx'
import { dayOfYearIn, isDayOfYear, readDayOfYear, typedDayOfYear } from './day-of-year.ts'

interface TypedSeason {
  readonly seasonal: boolean
  readonly season: { readonly from: string; readonly to: string }
}

interface SeasonFieldsProps {
  readonly typed: TypedSeason
  readonly onChange: (typed: Partial<TypedSeason>) => void
}

/** "Every year from 1 July up to and including 31 August". */
export const SeasonFields = ({ typed: { seasonal, season }, onChange }: SeasonFieldsProps) => {
  const translate = useTranslate()
  const fault = useFaultAt()
  return (
    <Box>
      <FormControlLabel
        control={<Checkbox checked={seasonal} onChange={(_, on) => onChange({ seasonal: on })} />}
        label={translate('console.season.only')}
      />
      {seasonal && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, mt: 1 }}>
          <DayOfYearField
            label={translate('console.season.from')}
            value={season.from}
            onChange={from => onChange({ season: { ...season, from } })}
            fault={fault('/season/from', '/season')}
          />
          <DayOfYearField
            label={translate('console.season.to')}
            value={season.to}
            onChange={to => onChange({ season: { ...season, to } })}
            fault={fault('/season/to')}
          />
        </Box>
      )}
    </Box>
  )
}

interface DayOfYearFieldProps {
  readonly label: string
  /** `07-01`, empty, or what was typed when that is no day of every year. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly fault: string | undefined
}

const DayOfYearField = ({ label, value, onChange, fault }: DayOfYearFieldProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const [typed, setTyped] = useState<string | null>(null)
  const known = isDayOfYear(value)
  const wrong = typed === null && value !== '' && !known
  const hint = known ? dayOfYearIn(language, value) : translate(wrong ? 'console.season.wrong' : 'console.season.hint')
  const leave = () => {
    if (typed !== null) onChange(typed.trim() === '' ? '' : (readDayOfYear(typed, language) ?? typed))
    setTyped(null)
  }
  return (
    <TextField
      label={label}
      required
      value={typed ?? typedDayOfYear(value)}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={event => {
        if (event.key === 'Enter') leave()
      }}
      error={wrong || fault !== undefined}
      helperText={fault ?? hint}
      slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 20 } }}
    />
  )
}
