/** Chance that falls the same way for the same seed (mulberry32), on every machine. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6D2B79F5) >>> 0
    let word = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return ((word ^ (word >>> 14)) >>> 0) / 4_294_967_296
  }

  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  hits(share: number): boolean {
    return this.next() < share
  }

  one<T>(of: readonly T[]): T {
    const drawn = of[this.below(of.length)]
    if (drawn === undefined) throw new Error('There is nothing to draw from')
    return drawn
  }

  uuid(): string {
    const digits = Array.from({ length: 32 }, () => this.below(16).toString(16))
    digits[12] = '4'
    digits[16] = 'a'
    return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }
}
