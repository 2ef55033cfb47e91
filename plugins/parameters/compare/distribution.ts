import type { ParameterUnit } from '#core/contract.ts'
import type { Distribution } from '../contract/answer/compare.ts'

/** A value, and how many libraries have it. */
export interface Counted { readonly value: unknown; readonly count: number }

const FEW = 8
const RARE = 1 / 10
/** What statisticians call far out: settings go by steps, and the next step is nothing to look into. */
const FENCE = 3

const measured: readonly ParameterUnit[] = ['days', 'hours', 'minutes', 'months', 'years', 'cents', 'percent', 'count']
const isNumber = (one: Counted): one is { value: number; count: number } => typeof one.value === 'number'

type StandsOut = (one: Counted) => boolean

/**
 * How libraries spread over the values of one setting, and which of these stand out (see the contract). A value of
 * several parts stands out when a part does: told is then which.
 */
export function distributionOf(
  counted: readonly Counted[], unit: ParameterUnit, textOf: (value: unknown) => string, told?: (value: unknown) => boolean,
): Distribution {
  const all = sum(counted)
  const numbers = measured.includes(unit) ? counted.filter(isNumber).toSorted((a, b) => a.value - b.value) : []
  const standsOut: StandsOut = told ? ({ value }) => told(value) : outliersOf(counted, numbers)
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

type Numbers = readonly { value: number; count: number }[]

function outliersOf(counted: readonly Counted[], numbers: Numbers): StandsOut {
  const [apart, unlike] = [numberOutliers(numbers, sum(counted)), rareOf(counted)]
  return one => numbers.length && isNumber(one) ? apart(one.value) : unlike(one)
}

/**
 * Numbers so far out that hardly any library goes as far. Where half have the same number, it says nothing of how the
 * others spread: these are judged among themselves once there are enough of them; so few that each stands out are told all.
 */
function numberOutliers(numbers: Numbers, all: number): (value: number) => boolean {
  if (sum(numbers) < FEW) return () => false
  const [most] = mostFirst(numbers)
  if (!most || 2 * most.count < sum(numbers)) return beyondFences(numbers, all)
  const others = numbers.filter(one => one !== most)
  const among = sum(others) < RARE * all ? () => true : sum(others) < FEW ? beyondFences(numbers, all) : numberOutliers(others, all)
  return value => value !== most.value && among(value)
}

function beyondFences(numbers: Numbers, all: number): (value: number) => boolean {
  const [low, high] = [rankOf(numbers, 1 / 4) ?? 0, rankOf(numbers, 3 / 4) ?? 0]
  const reach = FENCE * (high - low)
  const isFew = (count: number) => count === 1 || count < RARE * all
  const few = (further: (value: number) => boolean) => isFew(sum(numbers.filter(({ value }) => further(value))))
  return value => reach > 0
    && ((value < low - reach && few(other => other <= value)) || (value > high + reach && few(other => other >= value)))
}

/** Of what is no number: what hardly anybody has, together with all that is as rare, while half have one other. */
function rareOf(counted: readonly Counted[]): StandsOut {
  const all = sum(counted)
  const isShared = all >= FEW && counted.some(({ count }) => 2 * count >= all)
  return ({ count }) => isShared && sum(counted.filter(other => other.count <= count)) < RARE * all
}

/** The value at or below which this part of the libraries lies: always one that a library has. */
function rankOf(numbers: Numbers, part: number): number | undefined {
  let left = Math.ceil(part * sum(numbers))
  return numbers.find(({ count }) => (left -= count) <= 0)?.value
}

const mostFirst = <C extends Counted>(counted: readonly C[]) => counted.toSorted((a, b) => b.count - a.count)
const sum = (counted: readonly Counted[]) => counted.reduce((made, { count }) => made + count, 0)
