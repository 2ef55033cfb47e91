import { call } from '#console/http.ts'
import { asProblem } from '#console/problem.ts'
import { useReading } from '#console/reading.ts'
import type { ThisDesk } from '../answers.ts'

const readDesk = async (signal: AbortSignal): Promise<ThisDesk | null> => {
  try {
    return (await call<{ readonly desk: ThisDesk | null }>('/desk', { signal, aboutSession: true })).desk
  } catch (error) {
    if (asProblem(error).isOffline) throw error
    return null
  }
}

/** The shared desk that this PC is, or null for one's own. */
export const useDesk = () =>
  useReading<ThisDesk | null>('/desk', {}, {
    staleTime: 300_000,
    queryFn: ({ signal }: { signal: AbortSignal }) => readDesk(signal),
  } as never).data ?? null
