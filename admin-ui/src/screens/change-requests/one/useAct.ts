import { useNotify } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'

/** One act on a request at a time; says that it is done when it is, and what stands in the way when it is not. */
export const useAct = (id: string) => {
  const notify = useNotify()
  const readAgain = useReadAgain()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const act = async (path: string, body: object, done?: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    try {
      await whenConfirmed(() => call(`/requests/${id}/${path}`, { method: 'POST', body }))
      if (done) notify(done, { type: 'success' })
      await readAgain()
      requestAnimationFrame(goOnFromTop)
      return true
    } catch (error) {
      setProblem(asProblem(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { act, busy, problem, forget: () => setProblem(null) }
}

/** What was pressed may be gone by now: whoever works without a mouse goes on from the top of the page. */
const goOnFromTop = () => {
  if (document.activeElement === document.body) document.querySelector('h1')?.focus({ preventScroll: true })
}
export type Act = ReturnType<typeof useAct>
