import type { Language } from '#core/contract.ts'

/** What a mail about a request is for: those to whoever asked, and those to whoever handles it. */
export const toAsker = [
  'received', 'confirm', 'question', 'word', 'adjusted', 'reminder', 'approved', 'planned', 'applied', 'restored', 'refused', 'put-back',
] as const
const toHandler = ['arrived', 'given', 'answer', 'stopped', 'second'] as const
/** Of several requests that were approved in one act: to whoever asked, and to whoever says the second yes. */
export type SeveralKind = 'together' | 'seconds'

export const forHandler = (kind: LetterKind): boolean => toHandler.some(one => one === kind)

export type LetterKind = (typeof toAsker)[number] | (typeof toHandler)[number]

export const sections = ['applied', 'planned', 'approved', 'second'] as const
export type Section = (typeof sections)[number]

/** What a mail tells, in its reader's language. */
export interface Told {
  readonly number: number
  readonly what: string
  readonly unit: string
  readonly asker: string
  /** Who entered it, asked, answered or spoke last. */
  readonly by: string
  readonly due: string | null
  readonly day: string | null
  /** Of what was put back: how long it held, for which units, and whether days gone by were corrected too. */
  readonly period: string
  readonly units: string
  readonly corrected: boolean
}

export interface Words {
  readonly subject: string
  readonly says: readonly (string | null)[]
  /** What stands before the words of a person, if there are any. */
  readonly quote?: string
  readonly label: string
}

/** The mails of a language: those to whoever asked first, then those to whoever handles. */
export interface Letters {
  readonly greeting: (name: string) => string
  readonly more: (left: number) => string
  /** Below a link that works once. */
  readonly once: string
  /** Above what a change would do, or what is still to do. */
  readonly list: Readonly<Partial<Record<LetterKind, string>>>
  readonly kinds: Readonly<Record<LetterKind, (told: Told) => Words>>
  readonly several: Readonly<Record<SeveralKind, (count: number) => Pick<Words, 'quote' | 'subject'> & { readonly says: string }>>
  /** Above those of several that fared alike, and one of them in a list. */
  readonly sections: Readonly<Record<Section, string>>
  readonly one: (number: number, what: string, day: string | null) => string
}

export type LettersIn = Readonly<Record<Language, Letters>>
