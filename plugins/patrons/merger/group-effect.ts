import { beyondReach } from '#core/change-set.ts'
import type { Effect, Item } from '#core/change.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { shareGroup3 } from '#core/cooperation.ts'
import type { EffectOf } from '#core/plugin.ts'
import { librariesUnder, typeOf, unitAt } from '#core/unit.ts'
import { setMembershipLink } from '#plugins/parameters/contract/change.ts'
import { membershipTypeFact, type MembershipType } from '#plugins/parameters/contract/list.ts'
import { linkedType, listed } from '#plugins/parameters/index.ts'
import { changeUnit, moveUnit } from '#plugins/units/contract.ts'
import { cooperationOf, type Cooperation } from '../cooperation.ts'
import { effect } from './effect.ts'
import { termWords, visitWords } from './group-words.ts'

interface Counted { readonly library_id: UnitId; readonly type: string; readonly members: number }

const countedAt = async (ctx: Context, libraries: readonly UnitId[]): Promise<Counted[]> =>
  (await ctx.db.raw('select * from members_counted(?::uuid[])', [[...libraries]])).rows
const both = async (ctx: Context, one: readonly UnitId[], others: readonly UnitId[]): Promise<number> =>
  (await ctx.db.raw('select members_of_both(?::uuid[], ?::uuid[], false) as n', [[...one], [...others]])).rows[0].n
const sum = (rows: readonly { readonly members: number }[]) => rows.reduce((total, row) => total + row.members, 0)

/**
 * What another group, another level of one, or another link between types means for the members of its libraries (domain/2 §3):
 * who borrows where without enrolling, and as what. Counted beyond every wall, and of nobody by name.
 */
export const membersOfGroup: EffectOf = {
  kinds: [moveUnit, changeUnit, setMembershipLink],
  async count(ctx, before, after, items) {
    const effects: Effect[] = []
    for (const [day, libraries] of Map.groupBy(librariesOf(ctx, before, items), one => one.day)) {
      const moved = new Set(libraries.map(({ library }) => library))
      for (const library of moved) effects.push(...await termsOf(ctx, { before, after, library, day }))
      effects.push(...await visitsOf(ctx, { before, after, moved, day }))
    }
    return effects
  },
}

interface Here { readonly before: Configuration; readonly after: Configuration; readonly library: UnitId; readonly day: Day }

const others = (group: Cooperation | undefined, library: UnitId) => group?.libraries.filter(id => id !== library) ?? []

/** What becomes of the end dates and of who has two memberships. */
async function termsOf(ctx: Context, { before, after, library, day }: Here): Promise<Effect[]> {
  const [was, becomes] = [cooperationOf(before, library, day), cooperationOf(after, library, day)]
  if (was?.group === becomes?.group && was?.level === becomes?.level) return []
  const name = unitAt(after, library, day)?.name ?? ''
  if (becomes?.level !== 3) return effect('terms-stay', sum(await countedAt(ctx, [library])), n => termWords.stay(n, name, becomes !== undefined))
  const partners = others(becomes, library)
  return effect('one-too-many', partners.length ? await both(ctx, [library], partners) : 0, termWords.oneTooMany)
}

/** By which type a library treats the members of another under one of its types; none where they do not borrow there. */
interface Visit { readonly from: UnitId; readonly at: UnitId; readonly type: string; readonly members: number; readonly was: string | undefined; readonly is: string | undefined }

async function visitsOf(ctx: Context, { before, after, moved, day }: Omit<Here, 'library'> & { moved: ReadonlySet<UnitId> }): Promise<Effect[]> {
  const visits = await eachVisit(ctx, { before, after, moved, day })
  const nameOf = (id: UnitId) => (unitAt(after, id, day) ?? unitAt(before, id, day))?.name ?? ''
  const effects: Effect[] = []
  const told = (code: string, some: readonly Visit[], say: typeof visitWords.begin) => {
    // Of whoever did not move themselves it is told in one line what they gain or lose at those who did.
    for (const group of Map.groupBy(some, ({ from }) => moved.has(from) ? from : '').values()) {
      const names = (ids: readonly UnitId[]) => [...new Set(ids)].map(nameOf)
      const people = new Map(group.map(({ from, type, members }) => [`${from} ${type}`, { members }]))
      effects.push(...effect(code, sum([...people.values()]), n => say(n, names(group.map(({ from }) => from)), names(group.map(({ at }) => at)))))
    }
  }
  told('visits-begin', visits.filter(({ was, is }) => was === undefined && is !== undefined), visitWords.begin)
  told('visits-end', visits.filter(({ was, is, from, at }) => was !== undefined && is === undefined && !shareGroup3(after, from, at, day)), visitWords.end)
  told('no-link', visits.filter(({ is, was, from, at }) => is === undefined && shareGroup3(after, from, at, day)
    && (was !== undefined || !shareGroup3(before, from, at, day))), visitWords.noLink)
  const altered = visits.filter(({ was, is, type }) => is !== undefined && is !== (was ?? type))
  for (const { from, at, type, members, was, is } of altered) {
    const typeIn = (unit: UnitId, code: string) => listed<MembershipType>(after, membershipTypeFact, unit, day).get(code)?.name
    const theirs = typeIn(from, type), there = typeIn(at, is ?? ''), now = was === undefined ? undefined : typeIn(at, was)
    if (theirs && there) effects.push(...effect('type-elsewhere', members, n => visitWords.as(n, [nameOf(from), nameOf(at)], { theirs, there, now })))
  }
  return effects
}

/** From each library to each that shared or will share a group of level 3 with it, where one of the two moves. A prison's members go nowhere. */
async function eachVisit(ctx: Context, { before, after, moved, day }: Omit<Here, 'library'> & { moved: ReadonlySet<UnitId> }): Promise<Visit[]> {
  const partnersOf = (library: UnitId) => [before, after].flatMap(reading => {
    const group = cooperationOf(reading, library, day)
    return group?.level === 3 ? others(group, library) : []
  })
  const pairs = new Map([...moved].flatMap(library => partnersOf(library).flatMap(other => [[library, other], [other, library]] as const))
    .map(pair => [pair.join(' '), pair]))
  if (!pairs.size) return []
  const libraries = [...new Set([...pairs.values()].flat())]
  const counted: Counted[] = await beyondReach(ctx, async () => (await ctx.db.raw(`
    select library_id, type, count(*)::int as members from membership
    where library_id = any (?::uuid[]) and status <> 9 and not discreet group by 1, 2 order by 1, 2`, [libraries])).rows)
  return [...pairs.values()].flatMap(([from, at]) => counted.filter(row => row.library_id === from).map(({ type, members }) => ({
    from, at, type, members, was: linkedType(before, type, from, at, day), is: linkedType(after, type, from, at, day),
  })))
}

/** The libraries whose group these items may alter, each with the day from which on; those of a group that changes are all of it. */
function librariesOf({ today }: Context, before: Configuration, items: readonly Item[]): { library: UnitId; day: Day }[] {
  return items.flatMap(({ kind, payload }) => {
    const { unit, from, fields } = payload as { unit: UnitId; from: Day; fields?: { level?: string } }
    const type = typeOf(before, unit)
    if (kind === changeUnit.name && (type !== 'group' || fields?.level === undefined)) return []
    if (type !== 'library' && type !== 'group') return []
    // A put back holds from today.
    const day = from < today() ? today() : from
    return librariesUnder(before, unit, { from: day, to: day }).map(library => ({ library, day }))
  })
}
