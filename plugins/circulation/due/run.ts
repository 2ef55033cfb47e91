import { createHash } from 'node:crypto'
import type { Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { changed } from '#core/event.ts'
import { on, type Handler, type RunKind } from '#core/plugin.ts'
import { startRun } from '#core/run.ts'
import { calendarOf, isOpen } from '#plugins/branches/index.ts'
import { branchesOf, calendarKinds, movesAt, type Move } from './plan.ts'

export const dueRun = 'circulation.due-days'
const LOANS_AT_ONCE = 5000

interface Detail {
  readonly set: string
  readonly branches: readonly UnitId[]
  /** The set whose moves are put back first. */
  readonly putsBack: string | null
}

/** The same set starts the same run, however often it is announced. */
const runOf = (set: string): string => {
  const digest = createHash('sha256').update(`${dueRun} ${set}`).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

/** When a calendar changed, what is due on a day that is closed now moves; when that is put back, so is the move. */
export const followCalendar: Handler = on(changed, 'due-days', async (ctx, { set }) => {
  const { puts_back: putsBack } = await ctx.db('change_set').where({ id: set }).first('puts_back') ?? { puts_back: null }
  const items: Item[] = await ctx.db('change_item').whereIn('set_id', [set, ...(putsBack ? [putsBack] : [])])
    .whereIn('kind', calendarKinds.map(({ name }) => name)).select('kind', 'payload')
  if (items.length === 0) return
  const branches = branchesOf(ctx.configuration, items, ctx.today())
  const moved = putsBack && await ctx.db('loan_step').where({ set_id: putsBack, act: 'moved' }).first('id')
  if (!moved && (await movesAt(ctx, ctx.configuration, branches)).length === 0) return
  const detail: Detail = { set, branches, putsBack: moved ? putsBack : null }
  await startRun(ctx, dueRun, detail, null, runOf(set))
})

/** First puts back, then moves on, some thousands in each transaction: killed half way it goes on where it was. */
export const movingDueDays: RunKind = {
  name: dueRun,
  async advance(ctx, { done, detail }) {
    const { set, branches, putsBack } = detail as Detail
    const back = putsBack ? await moveBack(ctx, set, putsBack) : 0
    if (back > 0) return { done: done + back, total: done + back, finished: false }
    const moves = await movesAt(ctx, ctx.configuration, branches)
    const left = moves.reduce((sum, { loans }) => sum + loans, 0)
    if (left === 0) return { done, total: done, finished: true, report: { moved: done, kept: putsBack ? await keptOf(ctx, putsBack) : 0 } }
    const moved = await moveOn(ctx, set, firstOf(moves))
    return { done: done + moved, total: done + left, finished: false }
  },
}

/** As many groups as make up a part; a day at a branch is not cut in two. */
function firstOf(moves: readonly Move[]): Move[] {
  let loans = 0
  return moves.filter(move => {
    const fits = loans < LOANS_AT_ONCE
    loans += move.loans
    return fits
  })
}

/** Each loan as it stands now: what was brought back or renewed meanwhile is left alone. */
async function moveOn(ctx: Context, set: string, moves: readonly Move[]): Promise<number> {
  const { rows } = await ctx.db.raw(`
    with wanted as (
      select * from jsonb_to_recordset(?::jsonb) as w(branch uuid, raw date, due date, "to" date)),
    moved as (
      update loan l set due_on = w."to", version = l.version + 1 from wanted w
      where l.ended_at is null and l.branch_id = w.branch and l.raw_due_on = w.raw and l.due_on = w.due
      returning l.id, l.library_id, l.branch_id, l.item_library_id, l.member_library_id, w.due, w."to")
    insert into loan_step (id, loan_id, library_id, branch_id, item_library_id, member_library_id, act, due_before, due_after, set_id, at)
    select gen_random_uuid(), id, library_id, branch_id, item_library_id, member_library_id, 'moved', due, "to", ?, ? from moved
    returning 1`, [JSON.stringify(moves), set, ctx.now.toString()])
  return rows.length
}

/** What a set moved and nobody has touched since stands on its former day again, as far as that day is open. */
async function moveBack(ctx: Context, set: string, putsBack: string): Promise<number> {
  const { rows: days } = await ctx.db.raw(`${untouched} select distinct branch_id, due_before from untouched`, [putsBack])
  const open = (days as { branch_id: UnitId; due_before: Day }[])
    .filter(({ branch_id: branch, due_before: day }) => isOpen(calendarOf(ctx.configuration, branch), day))
  if (open.length === 0) return 0
  const { rows } = await ctx.db.raw(`${untouched},
    wanted as (select * from jsonb_to_recordset(?::jsonb) as w(branch_id uuid, due_before date)),
    part as (select u.* from untouched u join wanted using (branch_id, due_before) limit ${LOANS_AT_ONCE}),
    moved as (
      update loan l set due_on = s.due_before, version = l.version + 1 from part s where l.id = s.loan_id
      returning l.id, l.library_id, l.branch_id, l.item_library_id, l.member_library_id, s.due_after, s.due_before)
    insert into loan_step (id, loan_id, library_id, branch_id, item_library_id, member_library_id, act, due_before, due_after, set_id, at)
    select gen_random_uuid(), id, library_id, branch_id, item_library_id, member_library_id, 'moved-back', due_after, due_before, ?, ? from moved
    returning 1`, [putsBack, JSON.stringify(open), set, ctx.now.toString()])
  return rows.length
}

const untouched = `
  with untouched as (
    select s.loan_id, l.branch_id, s.due_before, s.due_after from loan_step s join loan l on l.id = s.loan_id
    where s.set_id = ? and s.act = 'moved' and l.ended_at is null and l.due_on = s.due_after
      and not exists (select 1 from loan_step later where later.loan_id = s.loan_id and later.at > s.at))`

/** How many loans keep the later day: brought back, renewed or moved again since. */
async function keptOf(ctx: Context, putsBack: string): Promise<number> {
  const { rows: [{ kept }] } = await ctx.db.raw(`
    select count(*)::int as kept from loan_step s where s.set_id = ? and s.act = 'moved' and not exists (
      select 1 from loan_step b where b.loan_id = s.loan_id and b.act = 'moved-back' and b.at >= s.at)`, [putsBack])
  return kept
}
