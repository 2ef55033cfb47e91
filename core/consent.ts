import { agreementsOn, answerFor, askLibraries, lacksAgreement, outstanding, speaksFor, type Agreement, type Answer } from './agreement.ts'
import type { Rehearsal } from './change.ts'
import { actAs, librariesOf } from './change-set.ts'
import type { Configuration } from './configuration.ts'
import type { Day, UnitId } from './contract.ts'
import type { Installation } from './installation.ts'
import { notFound, Refusal } from './refusal.ts'
import { parentFact, unitFact } from './unit.ts'
import { alreadyDecided, asksAgain, firstToKeep, itemsOf, mayAll, rehearseWaiting, system, type Waiting } from './waiting.ts'
import { inWork, type OpenContext } from './work.ts'

const waits = ['requested', 'planned']

/**
 * A library's word on what it shares, for as long as that binds it. With the last one the set goes on its way, if its
 * author may do all else it asks.
 */
export async function agree(ctx: OpenContext, setId: string, answer: Answer): Promise<void> {
  if (!speaksFor(ctx, answer.unit)) throw notFound()
  const set: Waiting | undefined = await ctx.db('change_set').where({ id: setId }).forUpdate().first()
  if (!set) throw notFound()
  if (set.state !== 'requested') {
    if ((await agreementsOn(ctx, [setId])).get(setId)?.some(({ unit }) => unit === answer.unit)) throw alreadyDecided()
    throw notFound()
  }
  const rehearsal = await rehearseWaiting(ctx, set, await itemsOf(ctx, setId))
  if (!rehearsal.agreement.includes(answer.unit)) throw notFound()
  await answerFor(ctx, setId, answer)
  if (answer.agrees) await goOn(ctx, set, rehearsal)
}

async function goOn(ctx: OpenContext, set: Waiting, { needs, agreement, secondPerson, asksReason }: Rehearsal): Promise<void> {
  // While they were asked its day went by: that is for somebody to look at.
  if (asksReason && !set.reason?.trim()) return
  if (!set.author_id || secondPerson || (await outstanding(ctx, agreement, set.id)).length) return
  if (!mayAll(ctx, set.author_id, needs) || await firstToKeep(ctx, set.id)) return
  const today = ctx.today()
  const applyOn = set.apply_on !== null && set.apply_on > today ? set.apply_on : today
  await ctx.db('change_set').where({ id: set.id }).update({ state: 'planned', apply_on: applyOn })
}

type Listed = Pick<Waiting, 'id' | 'state' | 'puts_back' | 'put_back_mode'>

/**
 * What each library says to these sets. While one waits they are the libraries that it binds as things stand, whoever
 * was asked at first; afterwards those that were asked.
 */
export async function linesOf(ctx: OpenContext, sets: readonly Listed[]): Promise<Map<string, Agreement[]>> {
  const said = await agreementsOn(ctx, sets.map(({ id }) => id))
  for (const set of sets) {
    const answers = said.get(set.id)
    if (!answers || !waits.includes(set.state)) continue
    const asked = await askedBy(ctx, set)
    if (asked) said.set(set.id, asked.map(unit => answers.find(one => one.unit === unit) ?? unanswered(unit)))
  }
  return said
}

const unanswered = (unit: UnitId): Agreement => ({ unit, agrees: null, by: null, at: null, reason: null })

const known = new WeakMap<Configuration, Map<string, readonly UnitId[]>>()

/** Whom a set binds as things stand; nothing where it can no longer be tried. Found once for each configuration and day. */
async function askedBy(ctx: OpenContext, set: Listed): Promise<readonly UnitId[] | undefined> {
  const sets = known.get(ctx.configuration) ?? new Map<string, readonly UnitId[]>()
  known.set(ctx.configuration, sets)
  const key = `${set.id} ${ctx.today()}`
  const asked = sets.get(key)
  if (asked) return asked
  const tried = await tryOut(ctx, set)
  if (tried) sets.set(key, tried.agreement)
  return tried?.agreement
}

async function tryOut(ctx: OpenContext, set: Listed): Promise<Rehearsal | undefined> {
  try {
    return await rehearseWaiting(ctx, set, await itemsOf(ctx, set.id))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

interface Seen { readonly units: object; readonly parents: object; readonly day: Day }
const seen = new WeakMap<Installation, Seen>()

/**
 * Where units moved or a day went by, the sets that wait are asked anew whom they bind: who joined finds the set and is
 * asked, who left is not waited for.
 */
export async function followMembers(installation: Installation, day: Day): Promise<void> {
  const sets: string[] = await inWork(installation, system, async ctx => {
    const now = { units: ctx.configuration.standing(unitFact), parents: ctx.configuration.standing(parentFact), day }
    const last = seen.get(installation)
    if (last?.units === now.units && last.parents === now.parents && last.day === day) return []
    seen.set(installation, now)
    return ctx.db('change_set').whereIn('state', waits).whereNull('version').orderBy('at').pluck('id')
  })
  const failures: unknown[] = []
  for (const id of sets) await inWork(installation, system, ctx => follow(ctx, id)).catch(failure => failures.push(failure))
  if (failures.length) throw new AggregateError(failures, `${failures.length} sets that wait failed`)
}

async function follow(ctx: OpenContext, id: string): Promise<void> {
  const set: Waiting | undefined = await ctx.db('change_set').where({ id }).whereIn('state', waits).forUpdate().first()
  const tried = set && await tryOut(ctx, set)
  if (!set || !tried) return
  await actAs(ctx, id)
  const asked = (await agreementsOn(ctx, [id])).get(id) ?? []
  const newcomers = tried.agreement.filter(unit => !asked.some(said => said.unit === unit))
  await openTo(ctx, set, tried.agreement)
  await askLibraries(ctx, id, newcomers, () => false)
  await ctx.db('agreement').where({ set_id: id }).whereNull('agrees').whereNotIn('unit_id', [...tried.agreement]).delete()
  if (set.state === 'requested') {
    if (set.decision === null && set.stopped === null && asked.some(({ agrees }) => agrees)) await goOn(ctx, set, tried)
    return
  }
  const silent = await outstanding(ctx, tried.agreement, id)
  if (silent.length) await asksAgain(ctx, id, lacksAgreement(ctx, silent, 409))
}

/** Whom a set has come to bind reads it, as far as it is theirs. */
async function openTo(ctx: OpenContext, set: Waiting, asked: readonly UnitId[]): Promise<void> {
  const joined = ({ library_ids: first, branch_ids: units, joined_ids: since }: Readers, more: readonly UnitId[] = []) =>
    [...new Set([...since, ...more, ...librariesOf(ctx.configuration, units, ctx.today())])].filter(id => !first.includes(id))
  const readers = joined(set, asked)
  if (readers.length === set.joined_ids.length) return
  await ctx.db('change_set').where({ id: set.id }).update({ joined_ids: readers })
  await ctx.db('agreement').where({ set_id: set.id }).update({ joined_ids: readers })
  const items: (Readers & { n: number })[] =
    await ctx.db('change_item').where({ set_id: set.id }).select('n', 'library_ids', 'branch_ids', 'joined_ids')
  for (const item of items) {
    const since = joined(item)
    if (since.length > item.joined_ids.length)
      await ctx.db('change_item').where({ set_id: set.id, n: item.n }).update({ joined_ids: since })
  }
}

type Readers = Pick<Waiting, 'library_ids' | 'branch_ids' | 'joined_ids'>
