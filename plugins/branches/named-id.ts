import { hash } from 'node:crypto'

/** The same id for the same name, so that a rehearsal and the act itself speak of one thing. */
export function namedId(name: string): string {
  const digest = hash('sha256', name, 'hex')
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `a${digest.slice(17, 20)}`]
  return [...parts, digest.slice(20, 32)].join('-')
}
