import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useLocaleState, useTranslate } from 'ra-core'
import { languages, type Language } from '#core/contract.ts'
import { keepLanguage, languageNames } from '../language.ts'
import { useReadAgain } from '../reading.ts'
import { useSession } from '../session.ts'
import { rememberLanguage } from './useOwnLanguage.ts'

/** Three languages, each in its own name; the server is asked again, for it answers in words too. */
export const LanguageSwitch = () => {
  const translate = useTranslate()
  const [locale, setLocale] = useLocaleState()
  const { data: me } = useSession()
  const readAgain = useReadAgain()
  const choose = async (language: Language) => {
    keepLanguage(language)
    if (me) await rememberLanguage(language)
    setLocale(language)
    await readAgain()
  }
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={locale}
      aria-label={translate('console.language')}
      onChange={(_, language: Language | null) => {
        if (language) void choose(language)
      }}
    >
      {languages.map(language => (
        <ToggleButton
          key={language}
          value={language}
          lang={language}
          aria-label={`${language} – ${languageNames[language]}`}
          sx={{
            px: 1.1,
            py: 0.5,
            minHeight: 32,
            fontWeight: 600,
            textTransform: 'uppercase',
            fontSize: '0.8rem',
          }}
        >
          {language}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
