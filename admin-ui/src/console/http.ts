import { noteConnection } from './connection.ts'
import { Problem, type ProblemDetails } from './problem.ts'

/** A list is asked as `name=a&name=b`. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly query?: Query
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** A question about the session itself: 401 is then an answer, not the end of the session. */
  readonly aboutSession?: boolean
  /** Stands beside the API: what everybody may read, signed in or not. */
  readonly isPublic?: boolean
}

/** The newest configuration this console has seen; sent along so that no answer is older. */
let version = sessionStorage.getItem('filiaal.version')

const noteVersion = (answer: Response) => {
  const seen = answer.headers.get('configuration-version')
  if (seen === null || (version !== null && Number(seen) <= Number(version))) return
  version = seen
  sessionStorage.setItem('filiaal.version', seen)
}

/** An installation that was set up anew counts from the start again. */
export const forgetVersion = () => {
  version = null
  sessionStorage.removeItem('filiaal.version')
}

export const address = (path: string, query: Query = {}, root = '/api') => {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const search = new URLSearchParams(given.flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map(one => [key, String(one)]))).toString()
  return `${root}${path}${search === '' ? '' : `?${search}`}`
}

const isTime = (status: number) => status === 502 || status === 503 || status === 504

const send = async (path: string, { method = 'GET', query, body, signal, isPublic = false }: Call) => {
  const headers = new Headers({ 'accept-language': document.documentElement.lang })
  if (version !== null) headers.set('configuration-version', version)
  if (body !== undefined) headers.set('content-type', 'application/json')
  try {
    return await fetch(address(path, query, isPublic ? '' : undefined), {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    noteConnection({ online: false })
    throw new Problem(0, null)
  }
}

const read = async (answer: Response): Promise<unknown> => {
  if (answer.status === 204) return undefined
  return (answer.headers.get('content-type') ?? '').includes('json') ? answer.json() : answer.text()
}

/** Asks the server. Refusals come back as a `Problem`; so does a lost line, after it was noted. */
export const call = async <T>(path: string, options: Call = {}): Promise<T> => {
  const answer = await send(path, options)
  if (isTime(answer.status)) {
    noteConnection({ online: false })
    throw new Problem(0, null)
  }
  noteConnection({ online: true })
  noteVersion(answer)
  const body = await read(answer)
  if (answer.ok) return body as T
  if (answer.status === 401 && !options.aboutSession) noteConnection({ signedOut: true })
  throw new Problem(answer.status, typeof body === 'object' ? (body as ProblemDetails) : null)
}
