import type { Effect, Item } from '#core/change.ts'
import { beyondReach } from '#core/change-set.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Texts, UnitId } from '#core/contract.ts'
import type { EffectOf } from '#core/plugin.ts'
import { typeOf, unitAt } from '#core/unit.ts'
import { membershipTypeFact, type MembershipType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import { mergeUnit, moveUnit } from '#plugins/units/contract.ts'
import { goingWords, returnWords } from './effect-words.ts'
import { libraryAt } from './stands.ts'

export const effect = (code: string, count: number, say: (n: number) => Texts): Effect[] =>
  count === 0 ? [] : [{ code: `patrons.${code}`, count, text: say(count) }]

interface Place { readonly library_id: UnitId; readonly branch_id: UnitId }
interface Taken { readonly library_id: UnitId; readonly into_id: UnitId; readonly new_id: string | null; readonly made: boolean; readonly branch_id: UnitId }
interface Moved { readonly libraries: readonly UnitId[]; readonly before: Configuration; readonly after: Configuration; readonly day: Day }

/**
 * What it means for members when libraries become one, when a branch goes to another library, and when either is put back:
 * they stand at the library of their home branch. Counted beyond every wall, and of nobody by name.
 */
export const membersOfMerger: EffectOf = {
  kinds: [mergeUnit, moveUnit],
  async count(ctx, before, after, items) {
    const moves = items.flatMap(item => movedBy(ctx, before, after, item))
    const effects: Effect[] = []
    for (const moved of moves) effects.push(...await beyondReach(ctx, async () => [...await goingOf(ctx, moved), ...await returnOf(ctx, moved)]))
    return effects
  },
}

/** The libraries between which members may go, with the day from which on; a put back holds from today. */
function movedBy({ today }: Context, before: Configuration, after: Configuration, { payload }: Item): Moved[] {
  const { unit, into, from } = payload as { unit: UnitId; into?: UnitId; from: Day }
  const day = from < today() ? today() : from
  const libraries = typeOf(before, unit) === 'library' ? into === undefined ? [] : [unit, into]
    : [...new Set([libraryAt(before, unit, day), libraryAt(after, unit, day)])].filter(one => one !== undefined)
  return libraries.length < 2 || typeOf(before, unit) === 'group' ? [] : [{ libraries, before, after, day }]
}

/** Members whose home branch goes to another library than it was of. */
async function goingOf(ctx: Context, { libraries, before, after, day }: Moved): Promise<Effect[]> {
  const places: Place[] = await ctx.db('membership').whereIn('library_id', [...libraries]).whereNot({ status: 9 }).distinct('library_id', 'branch_id')
  const returning = (await takenBack(ctx, { libraries, after, day })).flatMap(({ new_id }) => new_id ?? [])
  const effects: Effect[] = []
  for (const into of libraries) {
    const branches = places.filter(({ library_id, branch_id }) =>
      library_id !== into && libraryAt(after, branch_id, day) === into && libraryAt(before, branch_id, day) !== into)
    if (!branches.length) continue
    const counted = await countedAt(ctx, { into, branches, returning })
    const name = unitAt(after, into, day)?.name ?? ''
    const types = listed<MembershipType>(after, membershipTypeFact, into, day)
    // A library that was not there is there again: who comes now enrolled while it was not.
    const [code, say] = unitAt(before, into, day) ? ['members-move', goingWords.move] as const : ['members-follow', goingWords.follow] as const
    effects.push(
      ...effect(code, sum(counted, 'members'), n => say(n, name)),
      ...effect('cards-move', sum(counted, 'cards'), goingWords.cards),
      ...effect('members-of-both', sum(counted, 'twins'), goingWords.both),
      ...effect('type-unknown', sum(counted.filter(({ type }) => !types.has(type)), 'members'), n => goingWords.unknown(n, name)),
    )
  }
  return effects
}

interface Counted { readonly type: string; readonly members: number; readonly cards: number; readonly twins: number }
const sum = (rows: readonly Counted[], of: 'members' | 'cards' | 'twins') => rows.reduce((total, row) => total + row[of], 0)

/** By type the members of these branches, but for those who are given back what was theirs. */
const countedAt = async ({ db }: Context, { into, branches, returning }: {
  into: UnitId; branches: readonly Place[]; returning: readonly string[]
}): Promise<Counted[]> => (await db.raw(`
  select m.type, count(*)::int as members, coalesce(sum(c.n), 0)::int as cards,
    count(*) filter (where exists (select from membership o where o.person_id = m.person_id and o.library_id = :into and o.status <> 9))::int as twins
  from membership m join lateral (select count(*) as n from card where membership_id = m.id and until_on is null) c on true
  where m.library_id = any (:libraries::uuid[]) and m.branch_id = any (:branches::uuid[]) and m.status <> 9 and not (m.id = any (:returning::uuid[]))
  group by m.type`, {
  into, libraries: branches.map(({ library_id }) => library_id), branches: branches.map(({ branch_id }) => branch_id), returning: [...returning],
})).rows

const takenBack = async ({ db }: Context, { libraries, after, day }: Omit<Moved, 'before'>): Promise<Taken[]> =>
  (await db('membership_takeover').whereIn('library_id', [...libraries]).whereIn('into_id', [...libraries]).whereNull('put_back_at')
    .select('library_id', 'into_id', 'new_id', 'made', db.raw(`(old_before ->> 'branchId')::uuid as branch_id`)) as Taken[])
    .filter(one => libraryAt(after, one.branch_id, day) === one.library_id)

/** Members who were taken over and stand at their own library again. */
async function returnOf(ctx: Context, { libraries, after, day }: Moved): Promise<Effect[]> {
  const taken = await takenBack(ctx, { libraries, after, day })
  const now = new Map((await ctx.db('membership').whereIn('id', taken.flatMap(({ new_id }) => new_id ?? []))
    .select('id', 'branch_id') as { id: string; branch_id: UnitId }[]).map(one => [one.id, one.branch_id]))
  const effects: Effect[] = []
  for (const library of libraries) {
    const [into] = libraries.filter(one => one !== library)
    const names = [library, into ?? library].map(one => unitAt(after, one, day)?.name ?? '') as [string, string]
    const theirs = taken.filter(one => one.library_id === library)
    const stays = ({ made, new_id, into_id }: Taken) => made && new_id !== null && libraryAt(after, now.get(new_id) ?? '', day) === into_id
    effects.push(
      ...effect('members-return', theirs.filter(one => one.made && !stays(one)).length, n => returnWords.back(n, names)),
      ...effect('both-again', theirs.filter(({ made }) => !made).length, n => returnWords.both(n, names)),
      ...effect('members-stay', theirs.filter(stays).length, n => returnWords.stay(n, names)),
    )
  }
  return effects
}
