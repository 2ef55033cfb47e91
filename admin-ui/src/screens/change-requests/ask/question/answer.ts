import { isAsked } from '#core/contract/request-form.ts'
import type { UnitId } from '#core/contract.ts'
import { isDay } from '#console/time/day.ts'
import { readTime } from '#console/time/hour.ts'
import { firstOf, readBlank, type Blank } from '#console/value/blank.ts'
import type { Read, Typed } from '#console/value/typed.ts'
import type { Form } from '../../answers.ts'

export type Question = Form['questions'][number]
export type Column = NonNullable<Question['columns']>[number]
export type TypedAnswers = Readonly<Record<string, Typed>>
export interface TypedSlot { readonly from: string; readonly to: string }
export type TypedRow = Readonly<Record<string, Typed>>

export interface QuestionFieldProps {
  readonly question: Question
  /** Whose lists and branches one chooses from. */
  readonly unit: UnitId
  readonly value: Typed
  readonly onChange: (value: Typed) => void
  /** Where the server points at it. */
  readonly place: string
}

interface RowsSchema {
  readonly minItems?: number
  readonly items?: { readonly properties?: Readonly<Record<string, unknown>>; readonly required?: readonly string[] }
}

/** A question as the field of a value takes it. */
export const blankOf = ({ name, title, schema, unit, choices, codes, everyYear, default: value }: Question): Blank => ({
  name, title, schema, unit, ...(choices ? { choices } : {}), ...(codes === undefined ? {} : { codes }),
  ...(everyYear ? { everyYear } : {}), ...(value === undefined ? {} : { default: value }),
})

/** A column of an answer in rows, as a question of its own. */
export const columnOf = ({ schema }: Question, { name, ...column }: Column): Question => {
  const { properties = {}, required = [] } = (schema as RowsSchema).items ?? {}
  return { name, ...column, schema: properties[name] ?? {}, optional: !required.includes(name) }
}

export const emptyRow = ({ columns = [] }: Question): TypedRow => Object.fromEntries(columns.map(({ name }) => [name, '']))
export const emptySlot: TypedSlot = { from: '', to: '' }

/** What stands in a field before anything is typed: what holds now, or nothing. */
export const firstTyped = (question: Question): Typed => {
  const { as, default: value } = question
  if (as === 'day' || as === 'lines' || as === 'weekday') return value ?? ''
  if (as === 'branch') return value ?? null
  if (as === 'branches') return value ?? []
  if (as === 'hours') return value ?? [emptySlot]
  if (as === 'rows') return Array.isArray(value) ? value.map(row => firstRow(question, row as TypedRow)) : [emptyRow(question)]
  if (isPicked(question)) return value ?? (isSeveral(question) ? [] : '')
  return value === undefined && isYesNo(question) ? undefined : firstOf(blankOf(question))
}

const firstRow = (question: Question, row: TypedRow): TypedRow => Object.fromEntries((question.columns ?? []).map(column =>
  [column.name, firstTyped({ ...columnOf(question, column), ...(row[column.name] === undefined ? {} : { default: row[column.name] }) })]))

const schemaOf = ({ schema }: Question) => schema as { readonly type?: string; readonly enum?: readonly (string | number)[] }
export const isYesNo = (question: Question) => schemaOf(question).type === 'boolean'
export const isSeveral = (question: Question) => schemaOf(question).type === 'array'

/** Its answer is one of few words. */
export const isPicked = (question: Question) => question.choices !== undefined && question.codes === undefined
  && (schemaOf(question).enum !== undefined || schemaOf(question).type === 'string' || isSeveral(question))
export const choicesOf = (question: Question): readonly (readonly [value: string, words: string])[] => {
  const { choices = {} } = question
  const few = schemaOf(question).enum?.map(String) ?? Object.keys(choices)
  return few.map(one => [one, choices[one] ?? one])
}

/** What stands in a field of text; several lines are one text while they are typed. */
export const textOf = (typed: Typed): string => typeof typed === 'string' ? typed : Array.isArray(typed) ? typed.join('\n') : ''

const nothing: Read = { value: null }

/** What was typed as the answer it stands for; left open it is nothing, and the server says whether it may be. */
export const readAnswer = (question: Question, typed: Typed, language: string): Read => {
  if (typed === undefined || typed === null || typed === '') return nothing
  switch (question.as) {
    case 'day': return isDay(textOf(typed)) ? { value: typed } : { wrong: 'day' }
    case 'hours': return readHours(typed as readonly TypedSlot[])
    case 'rows': return readRows(question, typed as readonly TypedRow[], language)
    case 'lines': return isSeveral(question)
      ? { value: textOf(typed).split('\n').map(line => line.trim()).filter(line => line !== '') } : { value: textOf(typed).trim() }
    case 'branch': case 'branches': case 'weekday': return { value: typed }
    default: return isPicked(question) ? { value: typed } : readBlank(blankOf(question), typed, language)
  }
}

/** Two empty fields are no hours; half of them is a slip. */
const readHours = (slots: readonly TypedSlot[]): Read => {
  const given = slots.filter(({ from, to }) => from !== '' || to !== '')
  if (given.length === 0) return nothing
  const read = given.map(({ from, to }) => ({ from: readTime(from), to: readTime(to) }))
  return read.some(({ from, to }) => from === null || to === null) ? { wrong: 'hours' } : { value: read }
}

const isEmptyRow = (row: TypedRow) => Object.values(row).every(cell => cell === '' || cell === null || (Array.isArray(cell) && cell.length === 0))

const readRows = (question: Question, rows: readonly TypedRow[], language: string): Read => {
  const given = rows.filter(row => !isEmptyRow(row))
  if (given.length === 0) return (question.schema as RowsSchema).minItems ? nothing : { value: [] }
  const read = given.map(row => (question.columns ?? []).map(column => {
    const asked = columnOf(question, column)
    return { name: column.name, ...readAnswer(asked, row[column.name], language), optional: asked.optional }
  }))
  if (read.flat().some(({ wrong, value, optional }) => wrong !== undefined || (value === null && !optional))) return { wrong: 'parts' }
  return { value: read.map(cells => Object.fromEntries(cells.flatMap(({ name, value }) => value === null ? [] : [[name, value]]))) }
}

/** The answers as they stand: what was typed, else what the form stands filled with. */
export const typedIn = (form: Form, typed: TypedAnswers): TypedAnswers => Object.fromEntries(
  form.questions.map(question => [question.name, Object.hasOwn(typed, question.name) ? typed[question.name] : firstTyped(question)]))

export interface Filled {
  /** The questions that are put, as the others are answered. */
  readonly asked: readonly Question[]
  /** What goes to the server: an answer, or null where nothing is said or what was typed cannot be read. */
  readonly answers: Readonly<Record<string, unknown>>
  /** What cannot be read, by question. */
  readonly wrong: readonly string[]
}

/** What a form stands filled with. */
export const filledOf = (form: Form, typed: TypedAnswers, language: string): Filled => {
  const read = form.questions.map(question => ({ question, ...readAnswer(question, typed[question.name], language) }))
  const said = Object.fromEntries(read.map(({ question, value }) => [question.name, value ?? null]))
  const conditions = Object.fromEntries(form.questions.map(({ name, onlyWhen }) => [name, onlyWhen ? { onlyWhen } : {}]))
  const put = read.filter(({ question }) => isAsked(conditions, question.name, said))
  return {
    asked: put.map(({ question }) => question),
    answers: Object.fromEntries(put.map(({ question: { name } }) => [name, said[name]])),
    wrong: put.flatMap(({ question: { name }, wrong }) => wrong === undefined ? [] : [name]),
  }
}
