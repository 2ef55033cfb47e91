import type { Static, TSchema } from 'typebox'
import type { ChangeKind, Day, Texts, UnitId, UnitType } from '../contract.ts'
import type { Blank } from './preset.ts'
import type { Reading } from './reading.ts'

/** Another question has one of these answers. */
export interface Condition { readonly question: string; readonly is: readonly unknown[] }

/** How an answer is given, where that does not follow from its unit. */
export type AnsweredAs = 'day' | 'branch' | 'branches' | 'lines' | 'weekday' | 'hours' | 'rows'

/** A question of a form. What may be answered is its schema; how it is asked follows from `as`, else from its unit. */
export interface FormQuestion<S extends TSchema = TSchema> extends Blank<S> {
  /** What one should know to answer it. */
  readonly help?: Texts
  readonly as?: AnsweredAs
  /** Of an answer of several rows: its columns. */
  readonly columns?: Readonly<Record<string, Pick<Blank, 'title' | 'unit' | 'codes' | 'choices'> & { readonly as?: AnsweredAs }>>
  /** It may be left open. */
  readonly optional?: true
  /** What holds now where it is asked: it stands filled with that, and else with its default. */
  readonly now?: (at: AskedAt) => Static<S> | undefined
  /** What may be answered where it is asked, where that is kept there: its roles. */
  readonly choicesAt?: (at: AskedAt) => Readonly<Record<string, Texts>>
  /** It is asked for these types of unit only, where the form itself is for more. */
  readonly levels?: readonly UnitType[]
  /** It is asked only when another has one of these answers; of several conditions one is enough. */
  readonly onlyWhen?: Condition | readonly Condition[]
}

/** Whether a question is put, as the others are answered; one that hangs on a question not put is not put either. */
export function isAsked(
  questions: Readonly<Record<string, Pick<FormQuestion, 'onlyWhen'>>>, name: string, answered: Readonly<Record<string, unknown>>,
): boolean {
  if (!Object.hasOwn(questions, name)) return false
  const conditions = [questions[name]?.onlyWhen ?? []].flat()
  return conditions.length === 0 || conditions.some(({ question, is }) =>
    is.includes(answered[question]) && isAsked(questions, question, answered))
}

/** What a form asks of the change door, typed by its kind. */
export interface AskedItem { readonly kind: string; readonly payload: unknown }
export const asked = <S extends TSchema>({ name: kind }: ChangeKind<S>, payload: Static<S>): AskedItem => ({ kind, payload })

/** Where and from when it is asked, and all that its answer may hang on besides: so the same answers give the same change. */
export interface AskedAt {
  readonly unit: UnitId
  readonly from: Day
  readonly reading: Reading
  /** The request's own id, to name by it what the change opens. */
  readonly request: string
  /** By e-mail address in an answer: who signs in with it, as far as whoever asks may know them. */
  readonly people: ReadonlyMap<string, string>
}

type Filled<Q extends Readonly<Record<string, FormQuestion>>> = {
  readonly [K in keyof Q]: Q[K] extends { readonly optional: true } | { readonly onlyWhen: object } | { readonly levels: readonly UnitType[] }
    ? Static<Q[K]['schema']> | undefined : Static<Q[K]['schema']>
}
type Questions = Readonly<Record<string, FormQuestion>>

export const requestTopics = ['opening', 'units', 'messages', 'money', 'lending', 'services', 'other'] as const
export type RequestTopic = (typeof requestTopics)[number]

/**
 * A guided form: exactly what the helpdesk must know to do what a library asks, as questions. The answers become the
 * change itself as far as Filiaal can do it, and tasks for what is done elsewhere. One that makes neither is a question.
 */
export interface RequestForm<Q extends Questions = Questions> {
  readonly name: string
  readonly topic: RequestTopic
  /** What the library wants: "Een vestiging tijdelijk sluiten". */
  readonly title: Texts
  readonly help: Texts
  /** Other words by which people look for it. */
  readonly synonyms: Texts
  /** The types of unit that may ask it for themselves. */
  readonly levels: readonly UnitType[]
  readonly questions: Q
  /** It says itself from when; else a day is asked. */
  readonly hasOwnDay?: true
  items?(filled: Filled<Q>, at: AskedAt): readonly AskedItem[]
  /** Work outside Filiaal, ticked off with a date and a proof. */
  tasks?(filled: Filled<Q>, at: AskedAt): readonly Texts[]
}

/** The form with the questions that are asked for a type of unit. */
export const formAt = (form: RequestForm, type: UnitType | undefined): RequestForm => ({
  ...form,
  questions: Object.fromEntries(Object.entries(form.questions)
    .filter(([, { levels }]) => type === undefined || levels === undefined || levels.includes(type))),
})

export const defineRequestForm = <const Q extends Questions>(form: RequestForm<Q>): RequestForm =>
  Object.freeze(form) as unknown as RequestForm
