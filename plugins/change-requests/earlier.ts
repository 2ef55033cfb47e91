import type { Texts, UnitId } from '#core/contract.ts'
import { Refusal } from '#core/refusal.ts'
import { itemsOf, rehearseWaiting } from '#core/waiting.ts'
import type { OpenContext } from '#core/work.ts'
import type { EarlierChanges } from './contract/answer.ts'
import { readable } from './request.ts'

/** One thing that is said at one unit, such as one setting with its codes, or the ordinary hours. */
interface Said { readonly fact: string; readonly unit: UnitId; readonly key: string }
interface Known { id: string; state: string; puts_back: string | null; put_back_mode: 'from-today' | 'as-if-never' | null }
interface SetRow {
  id: string; at: string; author_id: string | null; author_name: string
  state: EarlierChanges['data'][number]['state']; sentences: Texts[] | null
}

const SAID_AT_MOST = 50
const SETS_SHOWN = 8
const SENTENCES_SHOWN = 3

/** What became before of the very things that a request would change, where it would: the newest first, within reach. */
export async function earlierChanges(ctx: OpenContext, id: string): Promise<EarlierChanges> {
  const { setId } = await readable(ctx, id)
  const said = setId === null ? [] : (await saidBy(ctx, setId)).slice(0, SAID_AT_MOST)
  if (!said.length) return { data: [] }
  const { rows } = await ctx.db.raw(`
    with touched as (
      select distinct v.version from segment g join jsonb_to_recordset(:said) as s (fact text, unit uuid, key text)
        on g.fact = s.fact and g.unit_id = s.unit and g.key = s.key
      cross join lateral (values (g.made_in), (g.ended_in)) v (version))
    select s.id, coalesce(s.applied_at, s.at) as at, s.state, s.author_id, s.author_name,
      (select jsonb_agg(told.sentence order by told.n) from (
        select i.n, i.sentence from change_item i
        where i.set_id = s.id and i.branch_ids && :units::uuid[]
          and (i.payload->>'parameter' is null or i.payload->>'parameter' = any (:parameters))
        order by i.n limit :told) told) as sentences
    from change_set s join touched t on t.version = s.version
    where s.id <> :set order by s.version desc limit :most`, {
    said: JSON.stringify(said), units: said.map(({ unit }) => unit), parameters: said.map(({ key }) => key.split(/[|@]/)[0] ?? key),
    set: setId, most: SETS_SHOWN, told: SENTENCES_SHOWN,
  })
  return {
    data: (rows as SetRow[]).map(({ id: set, at, state, author_id: by, author_name: name, sentences }) => ({
      set, at, state, by: { id: by, name }, sentences: (sentences ?? []).map(sentence => sentence[ctx.language]),
    })),
  }
}

async function saidBy(ctx: OpenContext, setId: string): Promise<Said[]> {
  const set: Known | undefined = await ctx.db('change_set').where({ id: setId }).first('id', 'state', 'puts_back', 'put_back_mode')
  if (!set) return []
  if (!['requested', 'planned'].includes(set.state))
    return ctx.db('segment').where({ said_in: setId }).distinct('fact', 'unit_id as unit', 'key').limit(SAID_AT_MOST)
  const lays = await laysOf(ctx, set)
  const own = lays.flat().filter(({ unit }) => ctx.reaches(unit)).map(({ fact, unit, key }) => ({ fact: fact.name, unit, key }))
  return [...new Map(own.map(one => [JSON.stringify(one), one])).values()]
}

/** A put back that later changes stand in the way of lays nothing as things are. */
async function laysOf(ctx: OpenContext, set: Known) {
  try {
    return (await rehearseWaiting(ctx, set, await itemsOf(ctx, set.id))).lays
  } catch (refusal) {
    if (refusal instanceof Refusal) return []
    throw refusal
  }
}
