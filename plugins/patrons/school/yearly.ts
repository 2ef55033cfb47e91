import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { unitAt } from '#core/unit.ts'
import { classRollDay } from '../contract/parameter/school.ts'
import { idOf } from '../import/file.ts'
import { isEnded, MembershipRow } from '../membership.ts'
import { ClassRow } from './class.ts'
import { moveUp } from './roll.ts'

/** A server that was down that morning does it later, but not for ever. */
const CATCH_UP_DAYS = 14

/** The school year whose classes move up by themselves on a day; none where nobody wants that, or the day was too long ago. */
function yearDue(ctx: Context, library: UnitId): number | undefined {
  const today = ctx.today(library)
  const year = Number(today.slice(0, 4))
  const day = dayIn(ctx, library, year)
  return day !== undefined && day <= today && today <= Temporal.PlainDate.from(day).add({ days: CATCH_UP_DAYS }).toString() ? year : undefined
}

function dayIn(ctx: Context, library: UnitId, year: number): Day | undefined {
  const day = ctx.parameter(classRollDay, library)
  return day === 'never' ? undefined : `${year}-${day}`
}

/** Whether the classes of a library moved up to a school year already, by whomever; also where that was put back. */
const isRolled = async ({ db }: Context, library: UnitId, year: number): Promise<boolean> =>
  await db('class_roll').where({ library_id: library, year }).first('id') !== undefined

/**
 * Each morning: where it is the day that a library chose, its classes move up to the new school year, once. Who did it
 * themselves before, or put it back, is left alone.
 */
export async function rollEachYear(ctx: Context): Promise<void> {
  const libraries: UnitId[] = await ctx.db('school_class').distinct('library_id').orderBy('library_id').pluck('library_id')
  for (const library of libraries) {
    if (!unitAt(ctx.configuration, library, ctx.today())) continue
    const year = yearDue(ctx, library)
    if (year === undefined || await isRolled(ctx, library, year)) continue
    await moveUp(ctx, { id: idOf('class-roll', library, String(year)), library, year })
  }
}

/** When the classes of a library move up by themselves next, and to which school year; nothing where nobody wants that or no class is left. */
export async function nextRoll(ctx: Context, library: UnitId): Promise<{ day: Day; year: number } | null> {
  const today = ctx.today(library)
  const rows = await MembershipRow.query(ctx.db).whereIn('id', (await ClassRow.query(ctx.db).where({ library_id: library })).map(one => one.membershipId))
  if (!rows.some(row => !isEnded(row, today))) return null
  const here = Number(today.slice(0, 4))
  for (const year of [here, here + 1]) {
    const day = dayIn(ctx, library, year)
    if (day !== undefined && day > today && !await isRolled(ctx, library, year)) return { day, year }
  }
  return null
}
