import { Box, TextField } from '@mui/material'
import { languages, type Texts } from '#core/contract.ts'
import { languageNames } from '#console/language.ts'

interface ThreeTextsProps {
  readonly label: string
  readonly texts: Texts
  readonly most: number
  readonly lines?: boolean
  readonly onChange: (texts: Texts) => void
}

export const isSaid = (texts: Texts) => languages.every(language => texts[language].trim() !== '')

/** One text in every language of the console. */
export const ThreeTexts = ({ label, texts, most, lines = false, onChange }: ThreeTextsProps) => (
  <Box role="group" aria-label={label} sx={{ display: 'grid', gap: 1.5 }}>
    {languages.map(language => (
      <TextField key={language} label={`${label}, ${languageNames[language]}`} value={texts[language]} required
        {...(lines ? { multiline: true, minRows: 2, maxRows: 8 } : {})}
        onChange={event => onChange({ ...texts, [language]: event.target.value })}
        slotProps={{ htmlInput: { maxLength: most, lang: language } }} />
    ))}
  </Box>
)
