import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { formAt, isAsked, type AskedAt, type AskedItem, type FormQuestion, type RequestForm } from '#core/contract/request-form.ts'
import type { Texts } from '#core/contract.ts'
import { notFound, type Fault } from '#core/refusal.ts'
import { faultsIn } from '#core/schema.ts'
import { staffCalled } from '#core/staff.ts'
import { unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import type { Answers } from './contract/answer.ts'

export interface Wish {
  readonly items: readonly AskedItem[]
  readonly tasks: readonly Texts[]
  /** What was asked and answered, with what it stood filled with where nobody changed that. */
  readonly answered: Answers
  readonly faults: readonly Fault[]
}

interface Filling {
  readonly id?: string | undefined
  readonly unit: UnitId
  readonly from?: Day | null | undefined
  readonly filled: Answers
}

/** Before it has a number of its own. */
const NO_REQUEST = '00000000-0000-4000-8000-000000000001'

/** Where a form stands before anything is filled in. */
export const placeAt = (ctx: Context, unit: UnitId): AskedAt =>
  ({ unit, from: ctx.today(unit), reading: ctx.configuration, request: NO_REQUEST, people: new Map() })

/** What the answers to a form stand for; with faults as long as something asked is not answered. */
export async function wishOf(ctx: Context, whole: RequestForm, { id = NO_REQUEST, unit, from, filled }: Filling): Promise<Wish> {
  const form = formAt(whole, typeAt(ctx, unit))
  const here = placeAt(ctx, unit)
  const at: AskedAt = { ...here, from: from ?? here.from, request: id, people: await peopleIn(ctx, form, filled) }
  const answered = answeredOf(form, filled, at)
  const faults = [...levelFaults(ctx, form, unit), ...faultsOf(form, filled, answered, at)]
  if (faults.length) return { items: [], tasks: [], answered, faults }
  for (const place of placesIn(form, answered)) if (!ctx.reaches(place) || !unitAt(ctx.configuration, place, at.from)) throw notFound()
  const [items, tasks] = [form.items?.(answered, at) ?? [], form.tasks?.(answered, at) ?? []]
  const asks = items.length > 0 || tasks.length > 0 || !(form.items ?? form.tasks)
  return { items, tasks, answered, faults: asks ? [] : [nothingAsked] }
}

export const typeAt = (ctx: Context, unit: UnitId) => unitAt(ctx.configuration, unit, ctx.today(unit))?.type

/** What a question stands filled with where it is asked. */
export const standing = ({ now, default: value }: FormQuestion, at: AskedAt): unknown => now?.(at) ?? value

function answeredOf({ questions }: RequestForm, filled: Answers, at: AskedAt): Answers {
  const all = Object.entries(questions).map(([name, question]): [string, unknown] =>
    [name, Object.hasOwn(filled, name) ? filled[name] : standing(question, at)])
  const said = Object.fromEntries(all.filter(([, answer]) => !isOpen(answer)))
  return Object.fromEntries(Object.entries(said).filter(([name]) => isAsked(questions, name, said)))
}

const isOpen = (answer: unknown) => answer === undefined || answer === null || answer === ''

function faultsOf({ questions }: RequestForm, filled: Answers, answered: Answers, at: AskedAt): Fault[] {
  const unknown = Object.keys(filled).filter(name => !Object.hasOwn(questions, name)).map(name => fault(
    'change-requests.no-question', `/filled/${name}`, 'Dit wordt hier niet gevraagd.', 'This is not asked here.',
    'Ceci n’est pas demandé ici.'))
  const wrong = Object.entries(questions).filter(([name]) => isAsked(questions, name, answered))
    .flatMap(([name, question]) => answerFaults(name, question, answered[name], at))
  return [...unknown, ...wrong]
}

function answerFaults(name: string, { schema, optional, title, choicesAt }: FormQuestion, answer: unknown, at: AskedAt): Fault[] {
  const pointer = `/filled/${name}`
  if (answer === undefined) return optional ? [] : [fault('change-requests.unanswered', pointer,
    `Beantwoord nog: ${title.nl}.`, `Still to be answered: ${title.en}.`, `Répondez encore à : ${title.fr}.`)]
  const faults = faultsIn(schema, answer).map(one => ({ ...one, pointer: `${pointer}${one.pointer}` }))
  if (faults.length || !choicesAt) return faults
  const choices = choicesAt(at)
  return [answer].flat().every(one => typeof one === 'string' && Object.hasOwn(choices, one)) ? [] : [fault('change-requests.no-choice', pointer,
    'Dit kun je hier niet kiezen.', 'This cannot be chosen here.', 'Ce choix n’existe pas ici.')]
}

function levelFaults(ctx: Context, { levels }: RequestForm, unit: UnitId): Fault[] {
  const type = typeAt(ctx, unit)
  return type && levels.includes(type) ? [] : [fault('change-requests.wrong-level', '/unit',
    'Dit vraag je niet voor deze eenheid aan. Kies een andere.', 'This is not asked for this unit. Choose another one.',
    'Ceci ne se demande pas pour cette unité. Choisissez-en une autre.')]
}

const nothingAsked = fault('change-requests.nothing-asked', '/filled',
  'Zo staat het nu al: er verandert niets.', 'It stands like this already: nothing would change.',
  'C’est déjà ainsi : rien ne changerait.')

/** The branches that the answers name. */
const placesIn = ({ questions }: RequestForm, answered: Answers): UnitId[] => Object.entries(answered).flatMap(([name, answer]) =>
  ['branch', 'branches'].includes(questions[name]?.as ?? '') ? [answer].flat().map(String) : [])

/** Who signs in with the addresses that the answers name, as far as whoever asks may know them. */
async function peopleIn(ctx: Context, { questions }: RequestForm, filled: Answers): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>()
  for (const [name, { schema }] of Object.entries(questions)) {
    const address = filled[name]
    if ((schema as { format?: string }).format !== 'email' || typeof address !== 'string') continue
    const known = await staffCalled(ctx, address.trim().toLowerCase())
    if (known) people.set(address, known.id)
  }
  return people
}
