import { reasons, type Reason } from './reason.ts'

/** A piece of an OSM value: `time` is H:MM, `mark` punctuation, `text` a comment without its quotes. */
export interface Token {
  readonly kind: 'always' | 'time' | 'number' | 'word' | 'text' | 'mark' | 'end'
  readonly text: string
}

/** A value, or a part of one, that no timetable of ours can say. */
export class NotCarried extends Error {
  readonly reason: Reason
  constructor(reason: Reason = reasons.malformed) {
    super(reason.code)
    this.reason = reason
  }
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['always', /24\/7/y],
  ['time', /\d{1,2}:\d{2}(?!\d)/y],
  ['number', /\d+/y],
  ['word', /[A-Za-z]+/y],
  ['text', /"([^"]*)"/y],
  ['mark', /\|\||[-–,;:[\]+/()]/y],
]

const tokenAt = (value: string, at: number): [Token, number] | null => {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(value)
    if (found) return [{ kind, text: found[1] ?? (found[0] === '–' ? '-' : found[0]) }, pattern.lastIndex]
  }
  return null
}

export const tokensOf = (value: string): Token[] => {
  const tokens: Token[] = []
  let at = 0
  while (at < value.length) {
    if (/\s/.test(value[at]!)) { at += 1; continue }
    const found = tokenAt(value, at)
    if (!found) throw new NotCarried()
    tokens.push(found[0])
    at = found[1]
  }
  return tokens
}

/** A place in a row of tokens; parsers look ahead with `peek` and move on with `take`. */
export class Cursor {
  readonly tokens: readonly Token[]
  at = 0
  constructor(tokens: readonly Token[]) { this.tokens = tokens }

  peek(ahead = 0): Token { return this.tokens[this.at + ahead] ?? { kind: 'end', text: '' } }
  take(): Token { const token = this.peek(); this.at += 1; return token }
  isMark(text: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'mark' && token.text === text
  }
  skipMark(text: string): boolean {
    const found = this.isMark(text)
    if (found) this.at += 1
    return found
  }
  word(ahead = 0): string {
    const token = this.peek(ahead)
    return token.kind === 'word' ? token.text.toLowerCase() : ''
  }
  number(): number {
    const token = this.take()
    if (token.kind !== 'number') throw new NotCarried()
    return Number(token.text)
  }
}
