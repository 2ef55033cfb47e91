import { Box, TextField } from '@mui/material'
import { languages, type Texts } from '#core/contract.ts'
import { languageNames } from './language.ts'

interface TextsFieldsProps {
  readonly label: string
  readonly texts: Texts
  readonly onChange: (texts: Texts) => void
  /** How many signs fit; a name has 250. */
  readonly most?: number
  /** Several lines each, for what is more than a name. */
  readonly lines?: boolean
  /** Beside one another where there is room. */
  readonly beside?: boolean
  /** What is said of a language that is still empty once another is filled in. */
  readonly missing?: string
}

const isEmpty = (text: string) => text.trim() === ''
export const isSaid = (texts: Texts) => languages.every(language => !isEmpty(texts[language]))

/** One text in every language of the console. */
export const TextsFields = ({ label, texts, onChange, most = 250, lines = false, beside = false, missing }: TextsFieldsProps) => {
  const begun = languages.some(language => !isEmpty(texts[language]))
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{ display: 'grid', gap: 1.5, ...(beside ? { gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' } } : {}) }}
    >
      {languages.map(language => (
        <TextField
          key={language}
          label={`${label}, ${languageNames[language]}`}
          value={texts[language]}
          required
          {...(lines ? { multiline: true, minRows: 2, maxRows: 8 } : {})}
          helperText={begun && isEmpty(texts[language]) ? missing : undefined}
          onChange={event => onChange({ ...texts, [language]: event.target.value })}
          slotProps={{ htmlInput: { maxLength: most, lang: language } }}
        />
      ))}
    </Box>
  )
}
