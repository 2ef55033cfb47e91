import { Box, TextField } from '@mui/material'
import { languages, type Texts } from '#core/contract.ts'
import { languageNames } from '#console/language.ts'

interface NamesFieldsProps {
  readonly label: string
  readonly names: Texts
  readonly onChange: (names: Texts) => void
}

export const isNamed = (names: Texts) => languages.every(language => names[language].trim() !== '')

/** One name in every language of the console. */
export const NamesFields = ({ label, names, onChange }: NamesFieldsProps) => (
  <Box
    role="group"
    aria-label={label}
    sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' } }}
  >
    {languages.map(language => (
      <TextField
        key={language}
        label={`${label}, ${languageNames[language]}`}
        value={names[language]}
        required
        onChange={event => onChange({ ...names, [language]: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 250, lang: language } }}
      />
    ))}
  </Box>
)
