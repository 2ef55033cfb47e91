import { Autocomplete, Box, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo } from 'react'
import type { UnitId } from '#core/contract.ts'
import { plain } from '#console/plain.ts'
import { formatCount } from '#console/time/hour.ts'
import type { Choice } from './choice.ts'

interface ManyFieldProps {
  readonly choices: readonly Choice[]
  readonly onChoose: (units: readonly UnitId[]) => void
}

const shownMost = 60

/** Chooses many units in one act: "all branches of …". */
export const ManyField = ({ choices, onChoose }: ManyFieldProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const named = useMemo(() => choices.map(choice => ({
    ...choice,
    label: choice.below ? translate(`parameters.also.all.${choice.type}`, { unit: choice.below.name }) : translate('parameters.also.reach'),
  })), [choices, translate])
  return (
    <Autocomplete
      options={named}
      // It stays empty: what was chosen shows in the list below.
      value={null}
      blurOnSelect={false}
      onChange={(_, choice) => {
        if (choice) onChoose(choice.units)
      }}
      getOptionLabel={({ label }) => label}
      getOptionKey={({ key }) => key}
      filterOptions={(all, { inputValue }) => {
        const words = plain(inputValue).split(/\s+/).filter(word => word !== '')
        return all.filter(({ label }) => words.every(word => plain(label).includes(word))).slice(0, shownMost)
      }}
      noOptionsText={translate('console.unit.found', { smart_count: 0 })}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      renderInput={params => (
        <TextField {...params} label={translate('parameters.also.many')} helperText={translate('parameters.also.manyHint')} />
      )}
      renderOption={({ key, ...props }, { label, units }) => (
        <Box component="li" key={key} {...props} sx={{ display: 'flex', gap: 2 }}>
          <Typography sx={{ flex: 1 }}>{label}</Typography>
          <Typography color="textSecondary">{formatCount(language, units.length)}</Typography>
        </Box>
      )}
    />
  )
}
