import { useLocale } from 'ra-core'
import { languages, type Texts } from '#core/contract.ts'

/** A sentence of the server that came in every language, in the one the console speaks. */
export const useSaid = () => {
  const locale = useLocale()
  const language = languages.find(one => one === locale) ?? 'nl'
  return (texts: Texts) => texts[language]
}
