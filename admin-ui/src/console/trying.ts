import { useRef, useState } from 'react'
import { asProblem, type Problem } from './problem.ts'

/** One act at a time: whether it is under way, and what the server said against it. */
export const useTrying = () => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const under = useRef(false)
  /** Answers whether it was done. */
  const trying = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (under.current) return false
    under.current = true
    setBusy(true)
    setProblem(null)
    try {
      await act()
      return true
    } catch (error) {
      setProblem(asProblem(error))
      return false
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { busy, problem, trying, forget: () => setProblem(null) }
}
