import { useEffect, useState } from 'react'
import { useAsked } from '#console/asked.ts'

const pause = 300

/**
 * The words one looks for. The field follows the hand at once; the address, which is shared and walked back to,
 * follows when typing pauses: it changes too slowly to stand between a key and its letter.
 */
export const useWords = () => {
  const { asked, ask } = useAsked()
  const inAddress = asked('q')
  const [words, setWords] = useState(inAddress)
  const [known, setKnown] = useState(inAddress)
  const [written, setWritten] = useState<string | null>(null)
  if (inAddress !== known) {
    setKnown(inAddress)
    // What was not written here was chosen elsewhere: by walking back, or by "clear all".
    if (inAddress !== written) setWords(inAddress)
    setWritten(null)
  }
  useEffect(() => {
    if (words === known) return undefined
    const timer = setTimeout(() => {
      setWritten(words)
      ask({ q: words }, { replace: true })
    }, pause)
    return () => clearTimeout(timer)
  }, [words, known, ask])
  return { words, setWords }
}
