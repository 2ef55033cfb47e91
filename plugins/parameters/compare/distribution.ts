import type { ParameterUnit } from '#core/contract.ts'
import type { Distribution } from '../contract/answer/compare.ts'

/** A value, and how many libraries have it. */
export interface Counted { readonly value: unknown; readonly count: number }

const FEW = 8
const RARE = 1 / 10

const measured: readonly ParameterUnit[] = ['days', 'hours', 'minutes', 'months', 'years', 'cents', 'percent', 'count']
const isNumber = (one: Counted): one is { value: number; count: number } => typeof one.value === 'number'

/** How libraries spread over the values of one setting, and which of these stand out (see the contract). */
export function distributionOf(
  counted: readonly Counted[], unit: ParameterUnit, textOf: (value: unknown) => string,
): Distribution {
  const all = sum(counted)
  const numbers = measured.includes(unit) ? counted.filter(isNumber).toSorted((a, b) => a.value - b.value) : []
  const standsOut = outliersOf(counted, numbers)
  const shown = (value: number | undefined) => value === undefined ? null : { value, text: textOf(value) }
  const counts = (numbers.length ? [...numbers, ...counted.filter(one => !isNumber(one))] : mostFirst(counted))
    .map(({ value, count }) => ({ value, text: textOf(value), count, outlier: standsOut({ value, count }) }))
  const [most] = mostFirst(counts)
  return {
    median: shown(rankOf(numbers, 1 / 2)), min: shown(numbers[0]?.value), max: shown(numbers.at(-1)?.value),
    lowerQuartile: shown(rankOf(numbers, 1 / 4)), upperQuartile: shown(rankOf(numbers, 3 / 4)),
    commonest: most ? { text: most.text, count: most.count, percent: percentOf(most.count, all) } : null,
    counts,
  }
}

export const percentOf = (count: number, all: number) => all === 0 ? 0 : Math.round(100 * count / all)

function outliersOf(counted: readonly Counted[], numbers: readonly { value: number; count: number }[]) {
  const all = sum(counted)
  const isRare = ({ count }: Counted) => count / all < RARE
  const [low, high] = [rankOf(numbers, 1 / 4) ?? 0, rankOf(numbers, 3 / 4) ?? 0]
  const reach = 1.5 * (high - low)
  const isShared = counted.some(({ count }) => 2 * count >= all)
  return (one: Counted) => {
    if (all < FEW) return false
    if (numbers.length && isNumber(one)) return (one.value < low - reach || one.value > high + reach) && (reach > 0 || isRare(one))
    return isShared && isRare(one)
  }
}

/** The value at or below which this part of the libraries lies: always one that a library has. */
function rankOf(numbers: readonly { value: number; count: number }[], part: number): number | undefined {
  let left = Math.ceil(part * sum(numbers))
  return numbers.find(({ count }) => (left -= count) <= 0)?.value
}

const mostFirst = <C extends Counted>(counted: readonly C[]) => counted.toSorted((a, b) => b.count - a.count)
const sum = (counted: readonly Counted[]) => counted.reduce((made, { count }) => made + count, 0)
