import { useCallback } from 'react'
import { useSearchParams } from 'react-router-dom'

interface Asking {
  /** A word to find by changes with every letter; one does not want to walk back through them. */
  readonly replace?: boolean
}

/** What a screen was asked for, kept in its address so that it can be shared and walked back to. */
export const useAsked = () => {
  const [search, setSearch] = useSearchParams()
  const ask = useCallback(
    (words: Readonly<Record<string, string | null>>, { replace = false }: Asking = {}) => {
      setSearch(
        before => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(words)) {
            if (value === null || value === '') next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace },
      )
    },
    [setSearch],
  )
  return { asked: (name: string) => search.get(name) ?? '', ask }
}
