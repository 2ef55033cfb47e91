import { useEffect, useEffectEvent, useState } from 'react'

/**
 * What is typed in a field whose words stand in the address. The field follows the hand at once; the address, which
 * is shared and walked back to, comes after: it changes too slowly to stand between a key and its letter. With a pause
 * it is only written when the hand has rested for so long, for everything on the screen looks at the address.
 */
export const useTyped = (stored: string, onChange: (typed: string) => void, pauseMs = 0) => {
  const [typed, setTyped] = useState(stored)
  const [known, setKnown] = useState(stored)
  const [written, setWritten] = useState<readonly string[]>([])
  if (stored !== known) {
    setKnown(stored)
    const at = written.indexOf(stored)
    setWritten(written.slice(at + 1))
    // What was not written here was chosen elsewhere: by walking back, or by "clear all".
    if (at < 0) setTyped(stored)
  }
  const write = (next: string) => {
    setWritten([...written, next])
    onChange(next)
  }
  const rested = useEffectEvent(write)
  useEffect(() => {
    if (pauseMs === 0 || typed === stored) return undefined
    const waiting = setTimeout(() => rested(typed), pauseMs)
    return () => clearTimeout(waiting)
  }, [typed, stored, pauseMs])
  const type = (next: string) => {
    setTyped(next)
    if (pauseMs === 0) write(next)
  }
  return [typed, type] as const
}
