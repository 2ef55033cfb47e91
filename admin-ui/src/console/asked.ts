import { useCallback } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'

interface Asking {
  /** A word to find by changes with every letter; one does not want to walk back through them. */
  readonly replace?: boolean
}

/**
 * What a screen was asked for, kept in its address so that it can be shared and walked back to. A question is added to
 * the address as it stands, for the screen is drawn after it: whoever opened something while typing is not taken back,
 * and whoever left for another screen is not either.
 */
export const useAsked = () => {
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const ask = useCallback(
    (words: Readonly<Record<string, string | null>>, { replace = false }: Asking = {}) => {
      const [path, query] = location.hash.slice(1).split('?')
      if ((path || '/') !== pathname) return
      const next = new URLSearchParams(query)
      for (const [name, value] of Object.entries(words)) {
        if (value === null || value === '') next.delete(name)
        else next.set(name, value)
      }
      void navigate(`?${String(next)}`, { replace })
    },
    [navigate, pathname],
  )
  return { asked: (name: string) => search.get(name) ?? '', ask }
}
