import { createHash } from 'node:crypto'
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Static, TSchema } from 'typebox'
import type { ClosurePart } from './closure-part.ts'
import type { Configuration, Lay, Reading } from './configuration.ts'
import type { Context } from './context.ts'
import type { Wish } from './grant.ts'
import type { ChangeKind, Day, Fact, Parameter, Permission, Texts, UnitId } from './contract.ts'
import { Draft } from './draft.ts'
import { systemOnly } from './contract/permission.ts'
import { asksTwo, endsTheTwo, touchesTheTwo, type GivingRights } from './second-person.ts'
import type { OutsideEvent } from './outside.ts'
import { notFound, type Fault } from './refusal.ts'
import { parentFact, SYSTEM, unitFact } from './unit.ts'
import { faultsIn } from './schema.ts'
import { weigh } from './weight.ts'

/** One thing asked of the change door. `seen` is the configuration version its author looked at. */
export interface Item<P = unknown> {
  readonly kind: string
  readonly payload: P
  readonly seen?: number | null
}

/** A right that an item asks for, and where: how far it goes where that is limited, and whether below the unit too. */
export interface Need extends Wish { readonly permission: Permission; readonly unit: UnitId }

/** What a change would mean, as a sentence and a number; null is unknown, never 0, and without one there is nothing to count. */
export interface Effect {
  readonly code: string
  readonly text: Texts
  readonly count?: number | null
  readonly cents?: number
  readonly sample?: readonly string[]
  readonly days?: readonly { unit: UnitId; unitName: string; day: Day; before: string; after: string }[]
  readonly website?: readonly { unit: UnitId; unitName: string; text: string }[]
}

/** Something to be decided before saving: these units would not follow; shall they? */
export interface Question {
  readonly code: string
  readonly text: Texts
  readonly units: readonly { id: UnitId; name: string }[]
}

/** What the plugins have declared, for a rule that speaks of it by name. */
export interface Declared {
  readonly facts: ReadonlyMap<string, Fact>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly permissions: ReadonlyMap<string, Permission>
  readonly givesRights: GivingRights | undefined
  readonly closureParts: ReadonlyMap<string, ClosurePart>
  /** By the name of the event: what may be heard outside. */
  readonly outside: ReadonlyMap<string, OutsideEvent>
}

/**
 * How one kind of change works. All of it is pure: the same answers serve the preview, the
 * application, the rehearsal of a planned set and the put back.
 */
export interface ChangeRule<P = unknown> {
  readonly kind: ChangeKind
  needs(reading: Reading, payload: P, today: Day, declared: Declared): readonly Need[]
  refusals(reading: Reading, payload: P, today: Day, declared: Declared): readonly Fault[]
  lays(reading: Reading, payload: P, today: Day, declared: Declared): readonly Lay[]
  questions(reading: Reading, payload: P, today: Day): readonly Question[]
  /** Weighs so much that whoever does it proves again who they are: it gives rights. */
  readonly confirms: boolean
  /** Rewrites what is past: whoever does it says why. */
  asksReason(reading: Reading, payload: P, today: Day): boolean
  /** What history says happened, after the fact: "Bib Zwalm sluit op 24 december 2026". */
  sentence(reading: Reading, payload: P, today: Day, declared: Declared): Texts
}

type Optional = 'refusals' | 'questions' | 'confirms' | 'asksReason'

/** Ties the rule to its kind, so that the payload is typed. */
export const defineChange = <S extends TSchema>(
  kind: ChangeKind<S>,
  rule: Omit<ChangeRule<Static<S>>, 'kind' | Optional> & Partial<Pick<ChangeRule<Static<S>>, Optional>>,
): ChangeRule => Object.freeze({
    kind, refusals: () => [], questions: () => [], confirms: false, asksReason: () => false, ...rule,
  }) as ChangeRule

/** A set tried out on a configuration: what it would say, ask, need and be refused for. */
export interface Rehearsal {
  readonly draft: Draft
  readonly faults: readonly Fault[]
  readonly needs: readonly Need[]
  readonly questions: readonly Question[]
  readonly sentences: readonly Texts[]
  readonly confirms: boolean
  readonly secondPerson: boolean
  readonly asksReason: boolean
  /** The libraries that must agree, each once. */
  readonly agreement: readonly UnitId[]
  /** Per item: what it laid. */
  readonly lays: readonly (readonly Lay[])[]
}

/** So many items are tried before others get their turn: a long import must not hold up the desk. */
const ITEMS_AT_A_STRETCH = 50

/** Tries items one after another, each seeing what the earlier ones did; names every fault at once. */
export async function rehearse(
  ctx: Context,
  setId: string,
  items: readonly Item[],
  base = ctx.configuration,
): Promise<Rehearsal> {
  const draft = new Draft(base, setId)
  const rehearsal = {
    draft,
    faults: [] as Fault[],
    needs: [] as Need[],
    questions: [] as Question[],
    sentences: [] as Texts[],
    confirms: false,
    secondPerson: false,
    asksReason: false,
    agreement: [] as UnitId[],
    lays: [] as Lay[][],
  }
  const today = ctx.today()
  const { registry } = ctx.installation
  for (const [n, { kind, payload }] of items.entries()) {
    if (n % ITEMS_AT_A_STRETCH === ITEMS_AT_A_STRETCH - 1) await turnOfOthers()
    const rule = registry.changes.get(kind)
    if (!rule) throw notFound()
    const blame = (faults: readonly Fault[]) => {
      rehearsal.faults.push(...faults.map(fault => ({ ...fault, pointer: `/items/${n}/payload${fault.pointer}` })))
      return faults.length > 0
    }
    if (blame(faultsIn(rule.kind.payload, payload))) continue
    const needs = needsOf(rule, draft, payload, today, registry)
    rehearsal.needs.push(...needs.map(need => ({ ...need, unit: knownUnit(draft, need.unit) })))
    if (blame(rule.refusals(draft, payload, today, registry))) continue
    rehearsal.asksReason ||= rule.asksReason(draft, payload, today)
    rehearsal.questions.push(...rule.questions(draft, payload, today))
    rehearsal.sentences.push(rule.sentence(draft, payload, today, registry))
    const lays = [...rule.lays(draft, payload, today, registry)]
    const weighed = weigh(registry.weights, lays, { ...registry, before: draft, after: draft, today, comesBack: false })
    rehearsal.needs.push(...weighed.needs.map(need => ({ ...need, unit: knownUnit(draft, need.unit) })))
    rehearsal.confirms ||= rule.confirms || weighed.confirms
    rehearsal.secondPerson ||= weighed.secondPerson
    rehearsal.agreement.push(...whoMayAnswer(base, weighed.agreement).filter(id => !rehearsal.agreement.includes(id)))
    for (const lay of lays) {
      if (lay.body === null || !blame(faultsIn(lay.fact.body, lay.body))) draft.lay(lay)
    }
    rehearsal.lays.push(lays)
  }
  return { ...rehearsal, ...careFor(ctx, rehearsal) }
}

/**
 * How much care an act takes in the end. Two people are asked as it stands before it: no act sends one of the two
 * away and goes on alone. Whoever agrees with somebody else is at least surely there.
 */
export function careFor(
  ctx: Context, { draft, lays, confirms, secondPerson }: Pick<Rehearsal, 'draft' | 'lays' | 'confirms' | 'secondPerson'>,
): Pick<Rehearsal, 'confirms' | 'secondPerson'> {
  const [today, { registry }] = [ctx.today(), ctx.installation]
  const touches = secondPerson || lays.some(laid => laid.some(touchesTheTwo))
  const two = touches && asksTwo(draft.base, today, registry) && (secondPerson || endsTheTwo(draft.base, draft, today, registry))
  return { secondPerson: two, confirms: confirms || two }
}

/** The rights one item asks for; a kind that asks for none is for the system alone. */
export function needsOf(
  rule: ChangeRule, reading: Reading, payload: unknown, today: Day, declared: Declared,
): readonly Need[] {
  const needs = rule.needs(reading, payload, today, declared)
  return needs.length ? needs : [{ permission: systemOnly, unit: SYSTEM }]
}

/** Each library once; one that the same set opens has nobody yet who could answer. */
const whoMayAnswer = (base: Configuration, libraries: readonly UnitId[]) =>
  [...new Set(libraries)].filter(id => base.of(unitFact, id).length > 0)

/** The unit itself; for one that the same set opens, the unit in force that it opens under. */
function knownUnit(draft: Draft, unit: UnitId): UnitId {
  for (let id = unit; ;) {
    const parent = draft.of(parentFact, id)[0]?.body.parent
    if (draft.base.of(unitFact, id).length || parent === undefined) return id
    id = parent
  }
}

/** Changes when, and only when, the same items would now do something else. */
export function fingerprintOf({ draft }: Rehearsal): string {
  const { ended, laid } = draft.delta()
  const rows = [
    ...ended.map(({ id }) => id),
    ...laid.map(({ fact, unit, key, from, to, body }) => JSON.stringify([fact, unit, key, from, to, body], inOneOrder)),
  ]
  return createHash('sha256').update(rows.sort().join('\n')).digest('base64url')
}

/** The order of a record's names says nothing, and PostgreSQL keeps its own. */
const inOneOrder = (_name: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The needs that the actor does not meet, each named once. */
export function missingRights(ctx: Context, needs: readonly Need[]): Need[] {
  const missing = needs.filter(({ permission, unit, ...wish }) => !ctx.may(permission, unit, wish))
  return [...new Map(missing.map(need => [`${need.permission.name} ${need.unit}`, need])).values()]
}
