/** How long requests under way get to finish once we are told to stop. */
const DRAIN_MS = 15_000

/**
 * What was opened during this process's life, closed in reverse exactly once, whoever asks first: a
 * signal (clean, exit 0), a database that has gone (a complaint, exit 1), or a start that failed.
 */
export class Lifetime {
  readonly #opened = new AsyncDisposableStack()
  #ending: Promise<void> | undefined

  constructor() {
    process.once('SIGTERM', () => void this.end())
    process.once('SIGINT', () => void this.end())
  }

  defer(close: () => Promise<void>) {
    this.#opened.defer(close)
  }

  close(): Promise<void> {
    return (this.#ending ??= this.#opened.disposeAsync())
  }

  async end(complaint?: string): Promise<void> {
    if (this.#ending) return
    if (complaint) process.stderr.write(`${complaint}\n`)
    const code = complaint ? 1 : 0
    setTimeout(() => process.exit(code), DRAIN_MS).unref()
    await this.close().catch((failure: Error) => process.stderr.write(`${failure.message}\n`))
    process.exit(code)
  }
}
