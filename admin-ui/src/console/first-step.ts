import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from './http.ts'
import { useReading } from './reading.ts'

interface Step {
  readonly step: string
  readonly title: string
  readonly done: boolean
  readonly link: string
}

/** What somebody new in this role does first. */
export const useFirstSteps = () =>
  useReading<{ readonly data: readonly Step[] }>('/checklist', {}, { staleTime: 60_000 }).data?.data ?? []

/** Ticks off a first step that is done by looking, for whom it is one. */
export const useSeen = (step: string | undefined) => {
  const client = useQueryClient()
  const waits = useFirstSteps().some(one => one.step === step && !one.done)
  useEffect(() => {
    if (!waits) return
    const tick = async () => {
      await call(`/checklist/${step}`, { method: 'POST' })
      await client.invalidateQueries({ queryKey: ['/checklist'] })
    }
    // A tick that was lost comes back by itself the next time the screen is seen.
    tick().catch(() => undefined)
  }, [waits, step, client])
}
