import { Box, Checkbox, FormControlLabel, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { formatDayOfYear } from '#console/time/day.ts'
import type { When } from './when.ts'

interface SeasonFieldsProps {
  readonly when: When
  readonly onChange: (typed: Partial<When>) => void
}

/** "Every year from 1 July up to and including 31 August". */
export const SeasonFields = ({ when: { seasonal, season }, onChange }: SeasonFieldsProps) => {
  const translate = useTranslate()
  return (
    <Box>
      <FormControlLabel
        control={<Checkbox checked={seasonal} onChange={(_, on) => onChange({ seasonal: on })} />}
        label={translate('rules.season.only')}
      />
      {seasonal && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, mt: 1 }}>
          <YearlyDayField label={translate('rules.season.from')} value={season.from}
            onChange={from => onChange({ season: { ...season, from } })} />
          <YearlyDayField label={translate('rules.season.to')} value={season.to}
            onChange={to => onChange({ season: { ...season, to } })} />
        </Box>
      )}
    </Box>
  )
}

/** Reads `1/7` or `01-07` as `07-01`; what is no day of every year stays as it was typed. */
const readYearly = (text: string) => {
  const [, day = '', month = ''] = /^(\d{1,2})[/.\- ](\d{1,2})$/.exec(text.trim()) ?? []
  const read = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return month !== '' && isYearly(read) ? read : text.trim()
}

/** A year without 29 February decides which days come back every year. */
const isYearly = (text: string) =>
  /^\d\d-\d\d$/.test(text) && new Date(`2025-${text}T12:00:00Z`).toJSON()?.slice(5, 10) === text

interface YearlyDayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const YearlyDayField = ({ label, value, onChange }: YearlyDayFieldProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const [typed, setTyped] = useState<string | null>(null)
  const known = isYearly(value)
  const wrong = typed === null && value !== '' && !known
  const shown = known ? `${Number(value.slice(3))}/${Number(value.slice(0, 2))}` : value
  // The year is not part of it, and its weekday says nothing.
  const below = known ? formatDayOfYear(language, `2025-${value}`).replace(/^\S+ /, '') : translate(wrong ? 'rules.season.wrong' : 'rules.season.hint')
  return (
    <TextField
      label={label}
      required
      value={typed ?? shown}
      error={wrong}
      helperText={below}
      onChange={event => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== null) onChange(readYearly(typed))
        setTyped(null)
      }}
      slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 10 } }}
    />
  )
}
