import { useState } from 'react'
import { useAsked } from '#console/asked.ts'

/**
 * The words one looks for. The field follows the hand at once; the address, which is shared and walked back to,
 * comes after: it changes too slowly to stand between a key and its letter.
 */
export const useWords = () => {
  const { asked, ask } = useAsked()
  const inAddress = asked('q')
  const [words, setWords] = useState(inAddress)
  const [known, setKnown] = useState(inAddress)
  const [written, setWritten] = useState<readonly string[]>([])
  if (inAddress !== known) {
    setKnown(inAddress)
    const at = written.indexOf(inAddress)
    setWritten(written.slice(at + 1))
    // What was not written here was chosen elsewhere: by walking back, or by "clear all".
    if (at < 0) setWords(inAddress)
  }
  const look = (next: string) => {
    setWords(next)
    setWritten([...written, next])
    ask({ q: next }, { replace: true })
  }
  return { words, look }
}
