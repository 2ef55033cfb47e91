import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import type { ClassRoll, RollLine, RollPlan, RollWanted } from '../contract/school/class.ts'
import { permissions } from '../contract/permission.ts'
import { isEnded, MembershipRow } from '../membership.ts'
import { demandWithMembers, mayWithMembers } from '../patron.ts'
import { ClassRow, classTitle, rename } from './class.ts'

/** The last year of nursery school: from there it goes to the first of primary school. */
const LAST_OF_NURSERY = 3

/** What a class is called a year later: K2 K3, K3 1, 3A 4A, 6B nothing when six is the last; without a number the same. */
export function nextName(name: string, lastGrade: number): string | null {
  const found = /^(\D*)(\d+)(.*)$/su.exec(name)
  if (!found) return name
  const [, before = '', grade = '', after = ''] = found
  const next = Number(grade) + 1
  if (/^k$/i.test(before.trim())) return Number(grade) >= LAST_OF_NURSERY ? `1${after}` : `${before}${next}${after}`
  return next > lastGrade ? null : `${before}${next}${after}`
}

const beginsOn = (year: number): Day => `${year}-09-01`
const endOf = (year: number): Day => `${year + 1}-08-31`

interface Moving { readonly row: ClassRow; readonly membership: MembershipRow; readonly line: RollLine }

/** The classes that move up to a school year: those that were there before it began and did not move up to it yet. */
async function movingTo(ctx: Context, library: UnitId, year: number): Promise<Moving[]> {
  const known = await ClassRow.query(ctx.db).where({ library_id: library }).orderBy(['school', 'name', 'id'])
  // Also where it was of another library when it moved up.
  const done: string[] = await beyondReach(ctx, async () => ctx.db('class_roll_line').join('class_roll', 'class_roll.id', 'class_roll_line.roll_id')
    .where({ 'class_roll.year': year }).whereIn('class_id', known.map(({ id }) => id)).whereRaw('class_roll_line.put_back is not true').pluck('class_id'))
  const rows = known.filter(({ id }) => !done.includes(id))
  const memberships = new Map((await MembershipRow.query(ctx.db).findByIds(rows.map(({ membershipId }) => membershipId))).map(one => [one.id, one]))
  return rows.flatMap(row => {
    const membership = memberships.get(row.membershipId)
    if (!membership || isEnded(membership, ctx.today(row.branchId)) || membership.enrolledOn >= beginsOn(year)) return []
    const after = row.stays ? row.name : nextName(row.name, row.lastGrade)
    // Nobody's membership gets shorter, but of those who leave.
    const until = after === null ? endOf(year - 1) : membership.untilOn > endOf(year) ? membership.untilOn : endOf(year)
    return [{ row, membership, line: { id: row.id, school: row.school, before: row.name, after, until } }]
  })
}

/** What the roll-over would make of each class; nothing is done. */
export async function planRoll(ctx: Context, library: UnitId, year: number): Promise<RollPlan> {
  demandAt(ctx, library)
  return { year, lines: (await movingTo(ctx, library, year)).map(({ line }) => line) }
}

/** Moves the classes of a library up, for whoever may change them there. */
export async function rollClasses(ctx: Context, wanted: RollWanted): Promise<void> {
  demandAt(ctx, wanted.library)
  await moveUp(ctx, wanted)
}

/** A class that leaves is a member to the end of August. The same id twice is one roll-over. */
export async function moveUp(ctx: Context, { id, library, year }: RollWanted): Promise<void> {
  const [roll] = await ctx.db('class_roll').insert({
    id, library_id: library, year, staff_id: ctx.actor.id, staff_name: ctx.actor.id === null ? null : ctx.actor.name || null, at: ctx.now.toString(),
  }).onConflict('id').ignore().returning('id')
  if (!roll) return
  for (const { row, membership, line: { after, before, until } } of await movingTo(ctx, library, year)) {
    const today = ctx.today(row.branchId)
    const endsOn = until < today ? today : until
    await ctx.db('class_roll_line').insert({
      roll_id: id, class_id: row.id, library_id: library, before, after, until_before: membership.untilOn,
      until_after: after === null ? endsOn : until,
    })
    await ctx.db('membership').where({ id: membership.id }).update({
      version: membership.version + 1,
      ...(after === null ? { ends_on: endsOn, end_reason: 'other' } : { until_on: until }),
    })
    if (after !== null && after !== before) await callIt(ctx, row, after)
  }
}

async function callIt(ctx: Context, row: ClassRow, name: string) {
  await ctx.db('school_class').where({ id: row.id }).update({ name, version: row.version + 1 })
  await rename(ctx, row.personId, classTitle({ name, school: row.school }))
}

interface LineRow { class_id: string; before: string; after: string | null; until_before: Day; until_after: Day }

/** Puts a roll-over back, but for classes that somebody touched since: those stay, and are told. */
export async function putRollBack(ctx: Context, id: string): Promise<{ back: number; left: string[] }> {
  const roll: { library_id: UnitId; put_back_at: string | null } | undefined = await ctx.db('class_roll').where({ id }).first()
  if (!roll || !mayWithMembers(ctx, permissions.find, { libraryId: roll.library_id, branchId: roll.library_id })) throw notFound()
  demandAt(ctx, roll.library_id)
  if (roll.put_back_at !== null) throw isBack()
  const left: string[] = []
  const lines: LineRow[] = await ctx.db('class_roll_line').where({ roll_id: id }).orderBy('class_id')
  for (const line of lines) {
    const back = await lineBack(ctx, line)
    if (!back) left.push(line.after ?? line.before)
    await ctx.db('class_roll_line').where({ roll_id: id, class_id: line.class_id }).update({ put_back: back })
  }
  await ctx.db('class_roll').where({ id }).update({ put_back_at: ctx.now.toString(), put_back_name: ctx.actor.name || null })
  return { back: lines.length - left.length, left }
}

async function lineBack(ctx: Context, { class_id, before, after, until_before: until, until_after }: LineRow): Promise<boolean> {
  const row = await ClassRow.query(ctx.db).findById(class_id)
  const membership = row && await MembershipRow.query(ctx.db).findById(row.membershipId)
  if (!row || !membership || row.name !== (after ?? before)) return false
  if ((after === null ? membership.endsOn : membership.untilOn) !== until_after) return false
  await ctx.db('membership').where({ id: membership.id }).update({
    version: membership.version + 1,
    ...(after === null ? { ends_on: null, end_reason: null, ...(membership.status === 9 && { status: 5 }) } : { until_on: until }),
  })
  if (row.name !== before) await callIt(ctx, row, before)
  return true
}

/** What was rolled over before, the latest first. */
export async function rollsOf(ctx: Context, library: UnitId): Promise<ClassRoll[]> {
  const { rows } = await ctx.db.raw(`
    select r.id, r.year, r.at, r.staff_name as by, r.put_back_at as "putBackAt",
      (select count(*)::int from class_roll_line l where l.roll_id = r.id) as classes
    from class_roll r where r.library_id = ? order by r.at desc limit 20`, [library])
  const mayChange = mayWithMembers(ctx, permissions.change, { libraryId: library, branchId: library })
  return (rows as Omit<ClassRoll, 'mayPutBack'>[]).map(roll => ({ ...roll, mayPutBack: mayChange && roll.putBackAt === null }))
}

function demandAt(ctx: Context, library: UnitId): void {
  const place = { libraryId: library, branchId: library }
  if (!mayWithMembers(ctx, permissions.find, place)) throw notFound()
  demandWithMembers(ctx, permissions.change, place)
}

const isBack = () => new Refusal(409, 'patrons.roll-is-back', {
  nl: 'Deze overgang is al teruggezet.', en: 'This roll-over has been put back already.', fr: 'Ce passage a déjà été rétabli.',
})
