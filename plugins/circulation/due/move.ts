import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { SYSTEM, zoneOf } from '#core/unit.ts'
import { calendarOf, isOpen } from '#plugins/branches/index.ts'
import type { Freeze, Thaw } from './freeze.ts'
import type { Move } from './plan.ts'

/** So many loans in one transaction, so that others who want the same rows wait for no more. */
export const LOANS_AT_ONCE = 5000

const noted = `
  insert into loan_step (id, loan_id, library_id, branch_id, item_library_id, member_library_id, act, due_before, due_after, reason,
    closing, set_id, at)
  select uuidv7(), id, library_id, branch_id, item_library_id, member_library_id`

/** Each loan as it stands now: what was brought back or renewed meanwhile is left alone. */
export async function moveOn(ctx: Context, set: string, moves: readonly Move[]): Promise<number> {
  const { rows } = await ctx.db.raw(`
    with wanted as (
      select * from jsonb_to_recordset(?::jsonb)
        as w(branch uuid, raw date, due date, was jsonb, "to" date, closing uuid, text text, "set" uuid, keeps jsonb,
          membership text, apart text[])),
    moved as (
      update loan l set due_on = w."to", moved = w.keeps, version = l.version + 1 from wanted w
      where l.ended_at is null and l.branch_id = w.branch and l.raw_due_on = w.raw and l.due_on = w.due
        and case when w.membership is null then l.membership <> all (w.apart) else l.membership = w.membership end
        and case when (l.moved->>'to')::date = l.due_on then l.moved end is not distinct from w.was
      returning l.id, l.library_id, l.branch_id, l.item_library_id, l.member_library_id, w.due, w."to", w.closing, w.text, w."set")
    ${noted}, case when "to" < due then 'moved-back' else 'moved' end, due, "to", text, closing, coalesce("set", ?), ? from moved
    returning 1`, [JSON.stringify(moves), set, ctx.now.toString()])
  return rows.length
}

/** As many groups as make up a part; a day at a branch is not cut in two. */
export function firstOf(moves: readonly Move[]): Move[] {
  let loans = 0
  return moves.filter(move => {
    const fits = loans < LOANS_AT_ONCE
    loans += move.loans
    return fits
  })
}

/**
 * What a set moved and nobody has moved or renewed since stands on its former day again, as far as that day is open; not
 * where that day has passed meanwhile and somebody could rely on the later one.
 */
export async function moveBack(ctx: Context, set: string, putsBack: string): Promise<number> {
  const zone = zoneOf(ctx.configuration, SYSTEM, ctx.today())
  const untouched = `
    with untouched as (
      select s.loan_id, s.act, s.closing, s.reason, l.branch_id, s.due_before, s.due_after, (s.at at time zone :zone)::date as "on"
      from loan_step s join loan l on l.id = s.loan_id
      where s.set_id = :putsBack and s.act in ('moved', 'moved-back') and l.ended_at is null and l.due_on = s.due_after
        and (s.due_before >= cast(:today as date) or s.due_before < (s.at at time zone :zone)::date)
        and not exists (select 1 from loan_step later where later.loan_id = s.loan_id and later.at > s.at
          and later.act in ('moved', 'moved-back', 'renewed')))`
  const asked = { zone, putsBack, today: ctx.today() }
  const { rows: days } = await ctx.db.raw(`${untouched} select distinct branch_id, due_before from untouched`, asked)
  const open = (days as { branch_id: UnitId; due_before: Day }[])
    .filter(({ branch_id: branch, due_before: day }) => isOpen(calendarOf(ctx.configuration, branch), day))
  if (open.length === 0) return 0
  const { rows } = await ctx.db.raw(`${untouched},
    wanted as (select * from jsonb_to_recordset(cast(:open as jsonb)) as w(branch_id uuid, due_before date)),
    part as (select u.* from untouched u join wanted using (branch_id, due_before) limit ${LOANS_AT_ONCE}),
    moved as (
      update loan l set due_on = s.due_before, version = l.version + 1, moved = case
        when s.closing is null or (l.moved->>'from')::date = s.due_before then null
        when l.moved is null and s.act = 'moved-back'
          then jsonb_build_object('closing', s.closing, 'from', s.due_after, 'to', s.due_before, 'on', s."on")
        else jsonb_set(l.moved, '{to}', to_jsonb(s.due_before)) end
      from part s where l.id = s.loan_id
      returning l.id, l.library_id, l.branch_id, l.item_library_id, l.member_library_id, s.due_after, s.due_before, s.closing, s.reason)
    ${noted}, case when due_before < due_after then 'moved-back' else 'moved' end, due_after, due_before, reason, closing, :set, :now from moved
    returning 1`, { ...asked, open: JSON.stringify(open), set, now: ctx.now.toString() })
  return rows.length
}

/** How many loans keep what a set gave them: brought back, renewed or moved again since. */
export async function keptOf(ctx: Context, putsBack: string): Promise<number> {
  const { rows: [{ kept }] } = await ctx.db.raw(`
    select count(*)::int as kept from loan_step s where s.set_id = ? and s.act in ('moved', 'moved-back') and not exists (
      select 1 from loan_step b where b.loan_id = s.loan_id and b.act in ('moved', 'moved-back') and b.at > s.at
        and b.due_after = s.due_before)`, [putsBack])
  return kept
}

/** The fines of what is late stand still over the days of a closing, and run again where it asks that no more. */
export async function freeze(ctx: Context, set: string, freezes: readonly Freeze[]): Promise<number> {
  if (freezes.length === 0) return 0
  const { rows } = await ctx.db.raw(`
    with wanted as (
      select * from jsonb_to_recordset(?::jsonb) as w(branch uuid, closing text, text text, days jsonb, until date)),
    part as (
      select l.id, w.closing, w.text, w.days from loan l join wanted w on w.branch = l.branch_id
      where l.ended_at is null and (w.until is null or l.due_on < w.until) and l.frozen->w.closing is distinct from w.days
      limit ${LOANS_AT_ONCE}),
    one as (select distinct on (id) * from part),
    frozen as (
      update loan l set frozen = l.frozen || jsonb_build_object(p.closing, p.days), version = l.version + 1 from one p where l.id = p.id
      returning l.id, l.library_id, l.branch_id, l.item_library_id, l.member_library_id, l.due_on, p.closing, p.text)
    ${noted}, 'frozen', due_on, due_on, text, closing::uuid, ?, ? from frozen
    returning 1`, [JSON.stringify(freezes), set, ctx.now.toString()])
  return rows.length
}

export async function thaw(ctx: Context, set: string, thaws: readonly Thaw[]): Promise<number> {
  if (thaws.length === 0) return 0
  const { rows } = await ctx.db.raw(`
    with wanted as (select * from jsonb_to_recordset(?::jsonb) as w(branch uuid, closing text)),
    part as (
      select l.id, w.closing from loan l join wanted w on w.branch = l.branch_id
      where l.ended_at is null and jsonb_exists(l.frozen, w.closing) limit ${LOANS_AT_ONCE}),
    one as (select distinct on (id) * from part),
    thawed as (
      update loan l set frozen = l.frozen - p.closing, version = l.version + 1 from one p where l.id = p.id
      returning l.id, l.library_id, l.branch_id, l.item_library_id, l.member_library_id, l.due_on, p.closing)
    ${noted}, 'thawed', due_on, due_on, null, closing::uuid, ?, ? from thawed
    returning 1`, [JSON.stringify(thaws), set, ctx.now.toString()])
  return rows.length
}
