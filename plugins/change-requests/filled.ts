import type { Context } from '#core/context.ts'
import type { Blank, Day, Texts, UnitId } from '#core/contract.ts'
import type { AskedItem, FormQuestion, RequestForm } from '#core/contract/request-form.ts'
import type { Fault } from '#core/refusal.ts'
import { faultsIn } from '#core/schema.ts'
import { fault } from '#core/wording.ts'
import type { Answers } from './contract/answer.ts'

export interface Wish {
  readonly items: readonly AskedItem[]
  readonly tasks: readonly Texts[]
  readonly faults: readonly Fault[]
}

interface Filling { readonly unit: UnitId; readonly from?: Day | null | undefined; readonly filled: Answers }

/** What the answers to a form stand for; with faults as long as something asked is not answered. */
export function wishOf(ctx: Context, form: RequestForm, { unit, from, filled }: Filling): Wish {
  const faults = faultsOf(form, filled)
  if (faults.length) return { items: [], tasks: [], faults }
  const at = { unit, from: from ?? ctx.today(unit) }
  const answered = Object.fromEntries(Object.entries({ ...defaultsOf(form), ...filled }).filter(([name]) => isAsked(form, name, filled)))
  return { items: form.items?.(answered, at) ?? [], tasks: form.tasks?.(answered, at) ?? [], faults: [] }
}

/** Whether a question is put, as the others are answered. */
export function isAsked({ questions }: RequestForm, name: string, filled: Answers): boolean {
  const { onlyWhen } = questions[name] ?? {}
  if (!onlyWhen) return Object.hasOwn(questions, name)
  const other = filled[onlyWhen.question] ?? questions[onlyWhen.question]?.default
  return onlyWhen.is.includes(other)
}

const defaultsOf = ({ questions }: RequestForm): Answers => Object.fromEntries(Object.entries<Blank>(questions)
  .flatMap(([name, { default: value }]) => value === undefined ? [] : [[name, value]]))

function faultsOf(form: RequestForm, filled: Answers): Fault[] {
  const unknown = Object.keys(filled).filter(name => !Object.hasOwn(form.questions, name)).map(name => fault(
    'change-requests.no-question', `/filled/${name}`, 'Dit wordt hier niet gevraagd.', 'This is not asked here.',
    'Ceci n’est pas demandé ici.'))
  const wrong = Object.entries(form.questions).flatMap(([name, question]) =>
    isAsked(form, name, filled) ? answerFaults(name, question, filled[name] ?? question.default) : [])
  return [...unknown, ...wrong]
}

function answerFaults(name: string, { schema, optional, title }: FormQuestion, answer: unknown): Fault[] {
  const isOpen = answer === undefined || answer === null || answer === ''
  if (isOpen) return optional ? [] : [fault('change-requests.unanswered', `/filled/${name}`,
    `Beantwoord nog: ${title.nl}.`, `Still to be answered: ${title.en}.`, `Répondez encore à : ${title.fr}.`)]
  return faultsIn(schema, answer).map(one => ({ ...one, pointer: `/filled/${name}${one.pointer}` }))
}
