import { randomUUID } from 'node:crypto'
import { Type, type Static } from 'typebox'
import { rehearse, type Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import { ANY, UnitId, type Day } from '#core/contract.ts'
import { notFound, refused, type Fault } from '#core/refusal.ts'
import { unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { codeFaults } from '#plugins/parameters/index.ts'
import type { Tried } from './contract/answer.ts'
import { loanRule } from './contract/method.ts'
import { tryOut, type Asked } from './try.ts'
import { typeOf, visitorAt, visitorFault } from './visitor.ts'

const strict = { additionalProperties: false } as const
const Code = Type.String({ minLength: 1, maxLength: 20, examples: ['60'] })
/** Days that the calendars know with room to spare: from 2000 to 2049. */
const KnownDay = Type.String({ format: 'date', pattern: '^20[0-4]\\d-', maxLength: 10, examples: ['2026-12-24'] })

/** Who borrows what, where and when; `home` is the library where that type of membership is theirs. */
export const Trial = {
  unit: UnitId, home: Type.Optional(UnitId), membership: Type.Optional(Code), material: Type.Optional(Code),
  day: Type.Optional(KnownDay), returned: Type.Optional(KnownDay),
}
const TrialAsked = Type.Object(Trial, strict)

/** Rules that are not saved yet, as the change door takes them. */
export const Pending = Type.Array(
  Type.Object({ kind: Type.Enum([setParameter.name]), payload: Type.Unknown() }, strict), { minItems: 1, maxItems: 1_000 },
)

/** What is asked, with the type by which the lending library treats the borrower; everything that is wrong with it at once. */
export function askedOf(ctx: Context, trial: Static<typeof TrialAsked>, at: string): Asked {
  const { configuration } = ctx
  const { unit, day = ctx.today(unit), membership = ANY, material = ANY, returned, home } = trial
  if (!unitAt(configuration, unit, day)) throw notFound()
  const line = { membership, material }
  const faults = [...codeFaults(configuration, loanRule, line, at), ...backwards(day, returned, at)]
  const visitor = home === undefined ? undefined : visitorAt(configuration, { unit, home, code: membership, day })
  const treatedAs = visitor ? typeOf(configuration, visitor, day) : membership
  if (visitor && treatedAs === undefined && faults.length === 0) faults.push(visitorFault(configuration, visitor, day, at))
  if (faults.length || treatedAs === undefined) throw refused(faults)
  return { unit, day, returned, visitor, line: { membership: treatedAs, material } }
}

const backwards = (day: Day, returned: Day | undefined, at: string): Fault[] =>
  returned === undefined || returned >= day ? [] : [fault('rules.backwards', `${at}/returned`,
    'Iets kan niet terug zijn voor het geleend is.', 'Nothing can be back before it was lent.',
    'Rien ne peut rentrer avant d’avoir été prêté.')]

/**
 * The same on a draft of the configuration, with rules laid over it that are not saved yet: the door rehearses them, so
 * what it would refuse is refused here. Nothing is written.
 */
export async function tryWith(ctx: Context, trial: Static<typeof TrialAsked>, pending: readonly Item[]): Promise<Tried> {
  const set = randomUUID()
  const { faults, draft } = await rehearse(ctx, set, pending.map(item => resting(item, ctx.today())))
  if (faults.length) throw refused(faults.map(one => ({ ...one, pointer: one.pointer.replace(/^\/items/, '/pending') })))
  const onDraft = { ...ctx, configuration: draft.configuration() }
  const tried = await tryOut(onDraft, { ...askedOf(onDraft, trial, ''), notSaved: set })
  return { ...tried, version: ctx.configuration.version }
}

/** On which decision a price rests is asked when it is saved; whoever tries it out may not know yet. */
function resting({ kind, payload }: Item, today: Day): Item {
  const said = payload as { readonly value?: unknown; readonly basis?: unknown } | null
  const owes = typeof said === 'object' && said !== null && said.basis === undefined && said.value !== null
  return { kind, payload: owes ? { ...said, basis: { number: '?', date: today } } : payload }
}
