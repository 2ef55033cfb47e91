import autocannon from 'autocannon'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export interface Load { readonly perSecond: number; readonly cpuMicrosPerRequest: number; readonly failures: number }

/** Asks a server on a socket as fast as it answers, for two seconds, and weighs the CPU it took. */
export async function loadOf(
  server: ChildProcess,
  socketPath: string,
  paths: readonly string[],
  cookie: string,
): Promise<Load> {
  const cannon = (duration: number) =>
    autocannon({
      url: 'http://localhost',
      socketPath,
      connections: 16,
      duration,
      headers: { cookie },
      requests: paths.map(path => ({ path })),
    })
  const before = await usageOf(server)
  const result = await cannon(2)
  const after = await usageOf(server)
  const requests = result.requests.total
  return {
    perSecond: result.requests.average, failures: result.non2xx + result.errors,
    cpuMicrosPerRequest: (after.cpuMicros - before.cpuMicros) / requests,
  }
}

export interface Usage {
  readonly cpuMicros: number
  readonly rssBytes: number
  /** The longest that a request had to wait for its turn since the last question. */
  readonly longestWaitMs: number
}

export async function usageOf(server: ChildProcess): Promise<Usage> {
  server.send('usage')
  const [usage] = await once(server, 'message')
  return usage
}
