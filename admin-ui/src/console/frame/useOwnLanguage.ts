import { useLocaleState } from 'ra-core'
import { useEffect } from 'react'
import { call } from '../http.ts'
import { useMe } from '../session.ts'
import { languages, type Language } from '#core/contract.ts'

/** Speaks the language of the person who signed in, also at a desk where someone else spoke before. */
export const useOwnLanguage = (): Language => {
  const { staff } = useMe()
  const [locale, setLocale] = useLocaleState()
  useEffect(() => {
    if (staff.language !== locale) setLocale(staff.language)
    // Only whoever signs in decides; the switch in the top bar changes it afterwards.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [staff.id])
  return languages.find(language => language === locale) ?? 'nl'
}

/** Remembers the choice with the person, so that letters and lists speak it too. */
export const rememberLanguage = (language: Language) =>
  call('/session', { method: 'PATCH', body: { language } })
