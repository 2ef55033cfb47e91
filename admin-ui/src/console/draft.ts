import { useCallback, useEffect, useRef, useState } from 'react'

const prefix = 'filiaal.draft.'

const kept = <T>(key: string): T | null => {
  const text = sessionStorage.getItem(prefix + key)
  try {
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** What was typed is nobody else's: signing out takes it away. */
export const forgetDrafts = () => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}

/** Whether something was typed here that has not been saved. */
export const hasDrafts = () => Object.keys(sessionStorage).some(key => key.startsWith(prefix))

export interface Draft<T> {
  readonly value: T
  readonly set: (next: T | ((before: T) => T)) => void
  /** Something was typed that has not been saved. */
  readonly touched: boolean
  /** What is shown was typed before the page was loaded again. */
  readonly restored: boolean
  /** Back to what is stored, after saving or when it is given up. */
  readonly forget: () => void
}

/**
 * A form's content that outlives a reload, a lost line and the end of a session.
 * `key` names the screen and the unit; `stored` is what the server says, followed until something is typed.
 */
export const useDraft = <T>(key: string, stored: T): Draft<T> => {
  const [state, setState] = useState(() => ({ key, typed: kept<T>(key), restored: kept<T>(key) !== null }))
  const current = state.key === key ? state : { key, typed: kept<T>(key), restored: kept<T>(key) !== null }
  if (current !== state) setState(current)

  const latest = useRef(stored)
  useEffect(() => {
    latest.current = stored
  })

  // Kept the moment it is typed: a page that is left before the next drawing must not lose it.
  const lastTyped = useRef<{ key: string; typed: T | null }>({ key, typed: current.typed })

  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      const before = lastTyped.current.key === key ? lastTyped.current.typed : kept<T>(key)
      const from = before ?? latest.current
      const typed = typeof next === 'function' ? (next as (before: T) => T)(from) : next
      lastTyped.current = { key, typed }
      sessionStorage.setItem(prefix + key, JSON.stringify(typed))
      setState({ key, typed, restored: false })
    },
    [key],
  )

  const forget = useCallback(() => {
    lastTyped.current = { key, typed: null }
    sessionStorage.removeItem(prefix + key)
    setState({ key, typed: null, restored: false })
  }, [key])

  return {
    value: current.typed ?? stored,
    set,
    touched: current.typed !== null,
    restored: current.restored,
    forget,
  }
}
