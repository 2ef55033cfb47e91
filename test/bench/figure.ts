/** One measured figure, told with the bare floor of the same run, so that machines can be compared. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly floor?: { readonly name: string; readonly value: number }
  readonly target?: string
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/** The median milliseconds one call takes over so many runs, after one that warms up. */
export async function medianOf(runs: number, act: () => unknown): Promise<number> {
  await act()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** The median nanoseconds of one step when `act` takes so many steps per call. */
export async function nanosecondsPerStep(steps: number, act: () => unknown): Promise<number> {
  return (await medianOf(15, act)) * 1_000_000 / steps
}
