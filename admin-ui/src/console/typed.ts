import { useState } from 'react'

/**
 * What is typed in a field whose words stand in the address. The field follows the hand at once; the address, which
 * is shared and walked back to, comes after: it changes too slowly to stand between a key and its letter.
 */
export const useTyped = (stored: string, onChange: (typed: string) => void) => {
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
  const type = (next: string) => {
    setTyped(next)
    setWritten([...written, next])
    onChange(next)
  }
  return [typed, type] as const
}
