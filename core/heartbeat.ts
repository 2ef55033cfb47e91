import type { FastifyBaseLogger } from 'fastify'
import type { Installation } from './installation.ts'
import { deliverEvents } from './outbox.ts'
import { advanceRuns } from './run.ts'
import { runDueJobs } from './schedule.ts'
import { checkSealsNightly, sealAudit } from './seal.ts'
import { followMembers } from './consent.ts'
import { applyDue } from './waiting.ts'

const BEAT_MS = 1000
/** Long work stands aside after so long, for mails and what else waits; then it goes on. */
const RUNS_MS = 5000
const COMPLAINT_MS = 60_000

/**
 * What a process does beside answering: planned sets whose day has come, jobs, events, runs, seals,
 * and what plugins do at every beat.
 * Every part locks its own rows, so any number of processes may beat at once.
 */
export class Heartbeat {
  readonly #installation: Installation
  readonly #log: Pick<FastifyBaseLogger, 'error'>
  #timer: NodeJS.Timeout | undefined
  #beat: Promise<void> = Promise.resolve()
  #stopped = false
  #runsWait = false
  readonly #stopping = new AbortController()
  /** What plugins do at every beat; one that is still at it is not started again. */
  readonly #beating = new Map<string, Promise<unknown>>()
  readonly #complaints = new Map<string, { readonly message: string; readonly at: number }>()

  constructor(installation: Installation, log: Pick<FastifyBaseLogger, 'error'>) {
    this.#installation = installation
    this.#log = log
  }

  start(): void {
    this.#beat = this.once().finally(() => {
      if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#runsWait ? 0 : BEAT_MS)
    })
  }

  async once(): Promise<void> {
    const installation = this.#installation
    const today = () => installation.today(installation.snapshot.current)
    this.#runsWait = false
    const parts = {
      'planned sets': () => applyDue(installation, today()),
      'sets that wait': () => followMembers(installation, today()),
      jobs: () => runDueJobs(installation),
      events: () => deliverEvents(installation),
      runs: async () => { this.#runsWait = !await advanceRuns(installation, RUNS_MS) },
      seals: () => sealAudit(installation),
      'check of the seals': () => checkSealsNightly(installation),
    }
    for (const [part, work] of Object.entries(parts)) {
      if (this.#stopped) return
      await work().catch((error: Error) => this.#complain(part, error))
    }
    if (!this.#stopped) this.#beatPlugins()
  }

  #beatPlugins() {
    for (const { name: plugin, beats = [] } of this.#installation.registry.plugins) {
      for (const { name, beat } of beats) {
        const part = `${plugin}.${name}`
        if (this.#beating.has(part)) continue
        this.#beating.set(part, beat(this.#installation, this.#stopping.signal)
          .catch((error: Error) => this.#complain(part, error))
          .finally(() => this.#beating.delete(part)))
      }
    }
  }

  /** Once a minute is enough for what fails at every beat. */
  #complain(part: string, error: Error) {
    const now = Date.now()
    const said = this.#complaints.get(part)
    if (said?.message === error.message && now - said.at < COMPLAINT_MS) return
    this.#complaints.set(part, { message: error.message, at: now })
    this.#log.error({ err: error, part }, 'background work failed; it will be tried again')
  }

  /** Waits for the part under way, then rests. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopping.abort()
    clearTimeout(this.#timer)
    await this.#beat
    await Promise.all(this.#beating.values())
  }
}
