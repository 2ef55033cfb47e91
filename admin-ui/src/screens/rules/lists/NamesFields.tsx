import { Box, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { languages, type Texts } from '#core/contract.ts'
import { languageNames } from '#console/language.ts'

interface NamesFieldsProps {
  readonly label: string
  readonly names: Texts
  readonly onChange: (names: Texts) => void
}

export const isNamed = (names: Texts) => languages.every(language => names[language].trim() !== '')

/** What a type is called, in every language of the console. */
export const NamesFields = ({ label, names, onChange }: NamesFieldsProps) => {
  const translate = useTranslate()
  const missing = !isNamed(names) && languages.some(language => names[language].trim() !== '')
  return (
    <Box role="group" aria-label={label} sx={{ display: 'grid', gap: 1.5 }}>
      {languages.map(language => (
        <TextField
          key={language}
          label={`${label}, ${languageNames[language]}`}
          value={names[language]}
          required
          helperText={missing && names[language].trim() === '' ? translate('rules.types.nameMissing') : undefined}
          onChange={event => onChange({ ...names, [language]: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 250, lang: language } }}
        />
      ))}
    </Box>
  )
}
