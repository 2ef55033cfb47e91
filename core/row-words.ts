import type { Language, Parameter, Texts, UnitId } from './contract.ts'

/** Names what a row points at, for whoever reads it: out of reach is somebody, never a number. */
export interface Teller {
  readonly language: Language
  unit(id: UnitId): string
  staff(id: string): string
  role(code: string): string
  permission(name: string): string
  parameter(name: string): Parameter | undefined
}

/** One field of a row: how it is called, and its value as people say it. */
export type SaidField = readonly [title: Texts, value: string]

type Said = Readonly<Record<string, unknown>>

/**
 * How the audit tells the rows of a table, or of a fact, in words. Every fact and every audited table
 * has them, declared by the plugin that knows its fields best.
 */
export interface RowWords {
  /** A table, or a fact. */
  readonly of: string
  /** What the row is, after "changed": `de openingsuren`. */
  readonly noun: Texts
  /** Whose or what it is, where that is not the unit it hangs on. */
  about?(body: Said, teller: Teller): string
  /** What it says, in the order in which one would tell it; of a fact also its key. */
  says(body: Said, teller: Teller, key: string): readonly SaidField[]
}

type Pen = (value: unknown, teller: Teller) => string

const words = {
  yes: { nl: 'ja', en: 'yes', fr: 'oui' }, no: { nl: 'nee', en: 'no', fr: 'non' },
} as const

/** A text or a number as it stands, a yes or a no in words; anything that has no plain words is left out. */
const plain: Pen = (value, { language }) =>
  typeof value === 'boolean' ? (value ? words.yes : words.no)[language]
    : typeof value === 'string' || typeof value === 'number' ? String(value) : ''

export const asUnit: Pen = (value, teller) => teller.unit(String(value))
export const asStaff: Pen = (value, teller) => teller.staff(String(value))
/** One of a few words, each in every language. */
export const asOneOf = (meanings: Readonly<Record<string, Texts>>): Pen =>
  (value, { language }) => meanings[String(value)]?.[language] ?? ''
export const asText: Pen = (value, { language }) => (value as Texts)[language]

/** Fields by their name in the row; what is absent, or has no words, is not told. */
export const fieldsOf = (fields: Readonly<Record<string, readonly [title: Texts, pen?: Pen]>>): RowWords['says'] =>
  (body, teller) => Object.entries(fields).flatMap(([name, [title, pen = plain]]): SaidField[] => {
    const value = body[name]
    const told = value === undefined || value === null ? '' : pen(value, teller)
    return told === '' ? [] : [[title, told]]
  })
