/** What keeps the product from starting, stopping or copying, in one line that says what to do about it. */
export class Obstacle extends Error {
  override readonly name = 'Obstacle'
}

/**
 * The one line to print for any failure: obstacles speak for themselves, the rest by its first line; where that is empty,
 * as in a refused statement of a migration, by its last, which says why.
 */
export function inOneLine(failure: unknown): string {
  if (failure instanceof AggregateError && failure.errors.length > 0) return inOneLine(failure.errors[0])
  const text = failure instanceof Error ? failure.message || failure.name : String(failure)
  const lines = text.split('\n').map(line => line.trim())
  return lines[0] || lines.findLast(line => line !== '')?.replace(/^- /, '') || text
}
