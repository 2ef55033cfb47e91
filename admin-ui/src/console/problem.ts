/** One thing that is wrong with what was sent, and where. */
export interface Fault {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

/** What the server answers when it refuses (RFC 9457). */
export interface ProblemDetails {
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly faults?: readonly Fault[]
  readonly [extension: string]: unknown
}

/** A refusal of the server, or the loss of the line to it (status 0). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly faults: readonly Fault[]
  readonly details: ProblemDetails | null

  constructor(status: number, details: ProblemDetails | null) {
    super(details?.detail ?? details?.title ?? '')
    this.status = status
    this.code = details?.code ?? (status === 0 ? 'console.offline' : 'console.unreadable')
    this.faults = details?.faults ?? []
    this.details = details
  }

  get isOffline() {
    return this.status === 0
  }
}

export const asProblem = (error: unknown) => (error instanceof Problem ? error : new Problem(-1, null))

/** The faults at one place of a form and below it; a place is the end of a pointer: `/plan/week/mo`. */
export const faultsAt = (faults: readonly Fault[], place: string) =>
  faults.filter(({ pointer }) => pointer.endsWith(place) || pointer.includes(`${place}/`))

/** What is said of one field, in one line; empty where nothing is. */
export const faultText = (problem: Problem | null, place: string) =>
  faultsAt(problem?.faults ?? [], place).map(({ message }) => message).join(' ')
