import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import type { Texts, UnitId, Where } from '#core/contract.ts'
import { parameterKey, parameterOf } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { pathToday, unitAt } from '#core/unit.ts'
import { alterationsAt, keyOf, passedSets, type Alteration } from './alteration.ts'
import type { Asked } from './asked.ts'
import type { ChangeForUs, ChangesForUs } from './contract/answer/for-us.ts'
import { rowsAbove, versionBefore } from './past-row.ts'
import { textOf } from './value-text.ts'
import { waitingSets } from './waiting-set.ts'
import { whereWords } from './where-words.ts'
import { placed } from './whole.ts'

const DAYS_BACK = 60
const MOST_SETS = 300
const MOST_TOLD = 500

interface KnownSet { id: string; version: number; state: ChangeForUs['state']; at: string }
type Said = Pick<ChangeForUs, 'set' | 'state' | 'appliedAt'> & { alteration: Alteration; sentences: ReadonlyMap<string, Texts> }

/**
 * "Changed for us": what is or becomes another at a unit by sets that spoke elsewhere, of the last 60 days and
 * still to come. Asked in a handful of questions, however many rows there are; the rest is reckoned in memory.
 */
export async function changesForUs(ctx: Context, unit: UnitId): Promise<ChangesForUs> {
  const { configuration, installation: { registry: { parameters } } } = ctx
  if (!unitAt(configuration, unit, ctx.today())) throw notFound()
  const since = await versionBefore(ctx, DAYS_BACK)
  const rows = await rowsAbove(ctx, unit, since)
  const known = await setsOf(ctx, [...new Set(rows.flatMap(({ madeIn, endedIn }) => [madeIn, ...(endedIn ? [endedIn] : [])]))])
  const passed: { set: KnownSet; alteration: Alteration }[] = []
  let walked = 0
  for (const passing of passedSets(configuration, rows, since)) {
    const set = known.get(passing.version)
    if (!set) continue
    if (++walked > MOST_SETS) break
    const day = ctx.installation.today(configuration, unit, Temporal.Instant.from(set.at))
    passed.push(...alterationsAt(passing, unit, parameters, day).map(alteration => ({ set, alteration })))
  }
  const path = pathToday(configuration, unit, ctx.today())
  const sentences = await sentencesOf(ctx, [...new Set(passed.map(({ set }) => set.id))], path)
  const waiting = await waitingSets(ctx, path)
  const said: Said[] = [
    ...waiting.flatMap(({ id, day, passing, items }) => alterationsAt(passing, unit, parameters, day).map(alteration => ({
      set: id, state: 'planned' as const, appliedAt: null, alteration,
      // What the set plans for others is not told.
      sentences: bySetting(ctx, items.filter(({ units }) => units.some(one => path.includes(one)))),
    }))),
    ...passed.map(({ set: { id, state, at }, alteration }) =>
      ({ set: id, state, appliedAt: at, alteration, sentences: sentences.get(id) ?? new Map<string, Texts>() })),
  ]
  const told = said.map(one => toldOf(ctx, one)).toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
  return { unit, data: told.slice(0, MOST_TOLD), more: told.length > MOST_TOLD || walked > MOST_SETS }
}

async function setsOf(ctx: Context, versions: readonly number[]): Promise<ReadonlyMap<number, KnownSet>> {
  const rows: KnownSet[] = await beyondReach(ctx, () => ctx.db('change_set').whereIn('version', [...versions])
    .select('id', 'version', 'state', 'applied_at as at'))
  return new Map(rows.map(row => [row.version, row]))
}

type Sentenced = { payload: unknown; sentence: Texts }

/** What sets said of these units, and of nobody else. */
async function sentencesOf(ctx: Context, sets: readonly string[], units: readonly UnitId[]) {
  const rows: (Sentenced & { set: string })[] = (await beyondReach(ctx, () => ctx.db.raw(`
    select set_id as set, payload, sentence from change_item
    where set_id = any (?::uuid[]) and (payload->>'unit' = any (?) or branch_ids && ?::uuid[]) order by n`,
  [[...sets], [...units], [...units]]))).rows
  return new Map([...Map.groupBy(rows, ({ set }) => set)].map(([set, items]) => [set, bySetting(ctx, items)]))
}

/** By the key that a set spoke of, its words; under the bare name, and under nothing, what comes nearest. */
function bySetting({ installation: { registry: { parameters } } }: Context, items: readonly Sentenced[]): Map<string, Texts> {
  const words = new Map<string, Texts>()
  for (const { payload, sentence } of items) {
    const { parameter: name = '', where } = payload as Partial<Asked> & { where?: Where }
    const parameter = parameters.get(name)
    const keys = parameter ? [parameterKey(parameter, where), name, ''] : ['']
    for (const key of keys) if (!words.has(key)) words.set(key, sentence)
  }
  return words
}

function toldOf(ctx: Context, { set, state, appliedAt, alteration, sentences }: Said): ChangeForUs {
  const { configuration, language } = ctx
  const { parameter, where, day, before, after } = alteration
  const key = keyOf(alteration)
  const speaker = after?.unit ?? before?.unit ?? ''
  return {
    set, state, appliedAt, day, at: placed(ctx, speaker, day),
    sentence: (sentences.get(key) ?? sentences.get(parameterOf(key)) ?? sentences.get(''))?.[language] ?? '',
    parameter: parameter.name, title: parameter.title[language],
    whereText: whereWords(configuration, parameter, speaker, day, { where }, language),
    before: textOf(parameter, before, language), after: textOf(parameter, after, language),
  }
}
