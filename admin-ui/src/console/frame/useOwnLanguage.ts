import { useLocaleState } from 'ra-core'
import { useEffect } from 'react'
import { languages, type Language } from '#core/contract.ts'
import { call } from '../http.ts'
import { takeSession, useMe, type Me } from '../session.ts'

/** Whose language was taken over last. A change of language draws everything anew; it is not a new person. */
let greeted: string | null = null

/** Speaks the language of the person who signed in, also at a desk where someone else spoke before. */
export const useOwnLanguage = (): Language => {
  const { staff } = useMe()
  const [locale, setLocale] = useLocaleState()
  useEffect(() => {
    if (greeted === staff.id) return
    greeted = staff.id
    if (staff.language !== locale) setLocale(staff.language)
  }, [staff, locale, setLocale])
  return languages.find(language => language === locale) ?? 'nl'
}

/** Remembers the choice with the person, so that letters and lists speak it too. */
export const rememberLanguage = async (language: Language) => {
  takeSession(await call<Me>('/session', { method: 'PATCH', body: { language } }))
}
