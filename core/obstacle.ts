/** What keeps the product from starting, stopping or copying, in one line that says what to do about it. */
export class Obstacle extends Error {
  override readonly name = 'Obstacle'
}

/** The one line to print for any failure: obstacles speak for themselves, the rest by its first line. */
export function inOneLine(failure: unknown): string {
  if (failure instanceof AggregateError && failure.errors.length > 0) return inOneLine(failure.errors[0])
  const text = failure instanceof Error ? failure.message || failure.name : String(failure)
  return text.split('\n', 1)[0] ?? text
}
