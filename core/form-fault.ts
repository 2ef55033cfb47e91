import { isDeepStrictEqual } from 'node:util'
import type { ChangeRule } from './change.ts'
import { Configuration } from './configuration.ts'
import { isAsked, type AskedAt, type FormQuestion, type RequestForm } from './contract/request-form.ts'
import { languages, type Texts } from './contract.ts'
import { faultsIn } from './schema.ts'

type Answers = Readonly<Record<string, unknown>>

/** What guided forms lack, or ask of the door that is not so: each is tried with the examples of its questions. */
export function formFaults(forms: readonly RequestForm[], changes: readonly ChangeRule[]): string[] {
  const payloads = new Map(changes.map(({ kind }) => [kind.name, kind.payload]))
  return forms.flatMap(form => [...textFaults(form), ...questionFaults(form), ...trialFaults(form, payloads)]
    .map(fault => `${form.name} ${fault}`))
}

const isSaid = (texts: Texts) => languages.every(language => texts[language]?.trim())
const said = `in one of ${languages.join(', ')}`

function textFaults({ title, help, synonyms, levels, questions }: RequestForm): string[] {
  return [
    ...([title, help, synonyms].every(isSaid) ? [] : [`lacks a text ${said}`]),
    ...(levels.length ? [] : ['can be asked by nobody']),
    ...Object.entries(questions).filter(([, question]) => !textsOf(question).every(isSaid))
      .map(([name]) => `has a question ${name} that lacks a text ${said}`),
  ]
}

const textsOf = ({ title, help, choices = {}, columns = {} }: FormQuestion): Texts[] => [
  title, ...(help ? [help] : []), ...Object.values(choices),
  ...Object.values(columns).flatMap(column => [column.title, ...Object.values(column.choices ?? {})]),
]

const questionFaults = ({ questions }: RequestForm): string[] => Object.entries(questions).flatMap(([name, question], n) => {
  const { schema, example, default: value, onlyWhen = [] } = question
  const earlier = Object.entries(questions).slice(0, n)
  return [
    ...(/^[a-z][a-zA-Z0-9]{0,39}$/.test(name) ? [] : [`has a question ${name}, which is no name`]),
    ...([example, ...(value === undefined ? [] : [value])].some(one => faultsIn(schema, one).length)
      ? [`has a question ${name} whose own example or default does not fit it`] : []),
    ...[onlyWhen].flat().flatMap(({ question: other, is }) => {
      const hangsOn = earlier.find(([one]) => one === other)?.[1]
      if (!hangsOn) return [`asks ${name} only when ${other}, which is no question before it`]
      return is.length && is.every(answer => faultsIn(hangsOn.schema, answer).length === 0) ? []
        : [`asks ${name} only when ${other} has an answer that it cannot have`]
    }),
  ]
})

/** The examples, or other answers than those, give a change or work to do, and every answer that can be chosen gives what its kind takes. */
function trialFaults(form: RequestForm, payloads: ReadonlyMap<string, ChangeRule['kind']['payload']>): string[] {
  const ends = trialsOf(form).map(filled => tried(form, filled, payloads))
  const asks = ends.some(end => end.asks) || !(form.items ?? form.tasks)
  return [...(asks ? [] : ['gives neither a change nor work to do']), ...new Set(ends.flatMap(({ faults }) => faults))]
}

/** Its examples, and those with each other answer that can be chosen, or with what may be left open left open. */
export function trialsOf(form: Pick<RequestForm, 'questions'>): readonly Answers[] {
  const examples = examplesOf(form)
  return [examples, ...Object.entries(form.questions).flatMap(([name, { schema, optional }]) => [
    ...answersTo(schema).filter(answer => !isDeepStrictEqual(answer, examples[name])).map(answer => ({ ...examples, [name]: answer })),
    ...(optional ? [{ ...examples, [name]: undefined }] : []),
  ])]
}

/** An answer to each question, as if all of them were put. */
const examplesOf = ({ questions }: Pick<RequestForm, 'questions'>): Answers =>
  Object.fromEntries(Object.entries(questions).map(([name, { example }]) => [name, example]))

/** Of what is answered, that which is asked. */
export const askedOf = ({ questions }: Pick<RequestForm, 'questions'>, filled: Answers): Answers =>
  Object.fromEntries(Object.entries(filled).filter(([name, answer]) => answer !== undefined && isAsked(questions, name, filled)))

/** The few answers that there are to a question of choice. */
function answersTo(schema: unknown): readonly unknown[] {
  const { type, enum: choices } = schema as { type?: string; enum?: readonly unknown[] }
  return type === 'boolean' ? [true, false] : choices ?? []
}

const nowhere: AskedAt = {
  unit: '00000000-0000-4000-8000-000000000001', from: '2030-01-07', reading: new Configuration(),
  request: '00000000-0000-4000-8000-000000000002', people: new Map(),
}

function tried(form: RequestForm, filled: Answers, payloads: ReadonlyMap<string, ChangeRule['kind']['payload']>) {
  const answered = askedOf(form, filled)
  const [items, tasks] = [form.items?.(answered, nowhere) ?? [], form.tasks?.(answered, nowhere) ?? []]
  return {
    asks: items.length + tasks.length > 0,
    faults: [
      ...items.flatMap(({ kind, payload }) => {
        const schema = payloads.get(kind)
        if (!schema) return [`asks for ${kind}, which nobody offers`]
        return faultsIn(schema, payload).length ? [`asks for ${kind} with what it does not take`] : []
      }),
      ...(tasks.every(isSaid) ? [] : [`gives work to do that lacks its words ${said}`]),
    ],
  }
}
