import { lacks } from '#core/badge.ts'
import { missingRights, type Need } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { notFound, Refusal, type Fault } from '#core/refusal.ts'
import { unitAt, unitFact } from '#core/unit.ts'
import { fault } from '#core/wording.ts'

/** What a unit is called on a day, or was last called. */
export const nameAt = (reading: Reading, unit: UnitId, day: Day) =>
  (unitAt(reading, unit, day) ?? reading.of(unitFact, unit).at(-1)?.body)?.name ?? ''

export const thereFaults = (reading: Reading, unit: UnitId, day: Day, pointer = '/unit'): Fault[] =>
  unitAt(reading, unit, day) ? [] : [fault('sign-in.no-unit', pointer, 'Deze eenheid bestaat niet op die dag.',
    'This unit does not exist on that day.', 'Cette unité n’existe pas ce jour-là.')]

/** Refuses what the caller lacks; of a unit out of reach nothing is told. */
export function refuseMissing(ctx: Context, needs: readonly Need[]): void {
  const [missing] = missingRights(ctx, needs)
  if (missing) throw ctx.reaches(missing.unit) ? lacks(ctx, missing.permission) : notFound()
}

/** What the door refuses of a form's one item, pointing into the form itself. */
export async function asForm<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !refusal.faults.length) throw refusal
    const faults = refusal.faults.map(said => ({ ...said, pointer: said.pointer.replace(/^\/items\/0\/payload/, '') }))
    throw new Refusal(refusal.status, refusal.code, refusal.title, { faults, more: refusal.more })
  }
}
