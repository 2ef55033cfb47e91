import { MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { languages, type Language } from '#core/contract.ts'
import { languageNames } from './language.ts'

interface LanguageFieldProps {
  readonly value: Language
  readonly onChange: (language: Language) => void
}

/** The language somebody is spoken to in. */
export const LanguageField = ({ value, onChange }: LanguageFieldProps) => {
  const translate = useTranslate()
  return (
    <TextField
      select
      label={translate('console.language')}
      value={value}
      onChange={event => onChange(event.target.value as Language)}
    >
      {languages.map(language => (
        <MenuItem key={language} value={language} lang={language}>
          {languageNames[language]}
        </MenuItem>
      ))}
    </TextField>
  )
}
