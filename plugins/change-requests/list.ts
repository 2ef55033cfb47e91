import type { Context } from '#core/context.ts'
import { unitsBelow, treeOn } from '#core/unit.ts'
import type { Requests, RequestsAsked } from './contract/answer.ts'
import { OWN_TEAMS } from './contract/setup.ts'
import { bouncedAbout } from './mail/about.ts'
import { helpdeskStates, openStates, requestStates, type RequestState } from './contract/state.ts'
import { listed, RequestRow, toFollow, toHandle, type Asked } from './request.ts'
import { teamsOf } from './setup.ts'

/** The requests of a box that answer a question, and how many stand open there. */
export async function listRequests(ctx: Context, question: RequestsAsked): Promise<Requests> {
  const { box, sort = 'due', limit = 25, offset = 0 } = question
  const found = filtered(ctx, boxOf(ctx, box), question).select(ctx.db.raw(`${placeIn(sort, question.state === 'open' ? DUE_OF_OPEN : DUE)} as place`)).toKnexQuery()
  // Every page asks for the order of all that is found: it is sorted in memory, as bare numbers.
  await ctx.db.raw(`set local work_mem = '16MB'`)
  const { rows: [{ total, places }] } = await ctx.db.raw(`
    select count(*)::int as total, coalesce((array_agg(place order by place))[? :: int : ? :: int], '{}') as places from (?) as found`,
  [offset + 1, offset + limit, found])
  const numbers = (places as readonly string[]).map(place => numberAt(BigInt(place)))
  const known = new Map((await RequestRow.query(ctx.db).whereIn('number', numbers)).map(row => [String(row.number), row]))
  const rows = numbers.flatMap(number => known.get(number) ?? [])
  const bounced = box === 'inbox' ? await bouncedAbout(ctx, rows) : undefined
  return {
    data: rows.map(row => listed(ctx, row, bounced)), total, counts: await countsOf(ctx, boxOf(ctx, box)),
  }
}

/** As `waitsForHelpdesk` has it. */
const FOR_HELPDESK = `state in (${helpdeskStates.map(state => `'${state}'`).join(', ')})
  and (asker_name is null or confirmed_at is not null) and awaits_since is null`

/** 38 bits: more requests than anybody will ever send. */
const NUMBER_BITS = 38
const orderBy = (day: string) => `coalesce(${day}, 4194303)::bigint << ${NUMBER_BITS} | number`
const DAY = `due_on - date '0001-01-01'`
const DUE = orderBy(DAY)
/** Of what stands open the helpdesk's own comes first. Of a hundred thousand that also ended, asking that would cost as much again. */
const DUE_OF_OPEN = orderBy(`case when ${FOR_HELPDESK} then ${DAY} end`)

/**
 * Where a request stands in an order, as one number that ends in its own: of a hundred thousand that is sorted and
 * kept in a fifth of the time that three columns and an id ask. What has no day stands after every day there is.
 */
const placeIn = (sort: NonNullable<RequestsAsked['sort']>, due: string): string =>
  ({ new: '-number', old: 'number', due, priority: `priority::bigint << 60 | (${due})` })[sort]
const numberAt = (place: bigint) => String(place < 0n ? -place : BigInt.asUintN(NUMBER_BITS, place))

/** Nobody handles what its author has not sent yet. */
const boxOf = (ctx: Context, box: RequestsAsked['box']): Asked =>
  box === 'inbox' ? toHandle(ctx).whereNot('state', 'draft')
    : toFollow(ctx).where(row => row.whereNot('state', 'draft').orWhere('author_id', ctx.actor.id))

const ended: readonly RequestState[] = requestStates.filter(state => state !== 'draft' && !openStates.includes(state) && state !== 'planned')

function filtered(ctx: Context, query: Asked, question: RequestsAsked): Asked {
  const { state, team, assignee, form, unit, priority, due, q } = question
  const today = ctx.today()
  if (state === 'open') void query.whereIn('state', [...openStates])
  else if (state === 'ended') void query.whereIn('state', [...ended])
  else if (state) void query.where({ state })
  if (team === OWN_TEAMS) void query.whereIn('team', teamsOf(ctx, ctx.actor.id))
  else if (team) void query.where({ team })
  if (assignee === 'nobody') void query.whereNull('assignee_id')
  else if (assignee) void query.where('assignee_id', assignee === 'me' ? ctx.actor.id : assignee)
  if (form) void query.where({ form })
  if (unit) {
    const units = unitsBelow(treeOn(ctx.configuration, today), unit)
    void query.where(row => row.whereIn('unit_id', units).orWhereRaw('library_ids && ?::uuid[]', [units]))
  }
  if (priority) void query.where({ priority })
  if (due) void query.whereRaw(FOR_HELPDESK).where('due_on', '<', due === 'late' ? today : plusDays(today, 8))
  for (const word of q?.trim().split(/\s+/) ?? []) {
    if (word) void query.whereRaw('words like plain_words(?)', [`%${word.replace(/[\\%_]/g, sign => `\\${sign}`)}%`])
  }
  return query
}

const plusDays = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

async function countsOf(ctx: Context, box: Asked): Promise<Requests['counts']> {
  const [counts] = await box.whereIn('state', [...openStates]).select(
    ctx.db.raw('count(*)::int as open'),
    ctx.db.raw('count(*) filter (where assignee_id = ?)::int as mine', [ctx.actor.id]),
    ctx.db.raw('count(*) filter (where assignee_id is null)::int as nobody'),
    ctx.db.raw('count(*) filter (where team = any (?))::int as team', [teamsOf(ctx, ctx.actor.id)]),
    ctx.db.raw(`count(*) filter (where due_on < ? and ${FOR_HELPDESK})::int as late`, [ctx.today()]),
    ctx.db.raw(`count(*) filter (where state = 'question')::int as question`)) as unknown as Requests['counts'][]
  const { open = 0, mine = 0, nobody = 0, team = 0, late = 0, question = 0 } = counts ?? {}
  return { open, mine, nobody, team, late, question }
}
