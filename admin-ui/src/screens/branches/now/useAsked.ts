import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router-dom'

/**
 * A filter that stands in the address, so that it can be kept and shared. What is typed shows at
 * once; the address follows when typing pauses, for it is too slow for every letter.
 */
export const useAsked = (name: string, pause = 0) => {
  const [search, setSearch] = useSearchParams()
  const stored = search.get(name) ?? ''
  const [typed, setTyped] = useState(stored)
  const [seen, setSeen] = useState(stored)
  const [sent, setSent] = useState(stored)
  if (stored !== seen) {
    setSeen(stored)
    if (stored !== sent) setTyped(stored)
  }
  const keep = useCallback(
    (value: string) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before)
          if (value === '') next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: true },
      ),
    [name, setSearch],
  )
  useEffect(() => {
    if (typed === stored) return
    const timer = setTimeout(() => {
      setSent(typed)
      keep(typed)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed, stored, pause, keep])
  return [typed, setTyped] as const
}
