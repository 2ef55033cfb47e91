import type { Knex } from 'knex'
import type { Installation } from '#core/installation.ts'
import { unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { fillDesk, type DeskSize } from '#plugins/circulation/demo/filled-desk.ts'

const FILLED = ['person', 'membership', 'membership_period', 'card', 'item', 'loan', 'loan_step']

/**
 * People, items and loans over all branches of a region, as many as asked, in one transaction of the owner and without
 * the triggers of these tables: nobody did this, so the audit has nothing to tell of it.
 */
export async function makeDesk(owner: Knex, installation: Installation, size: DeskSize): Promise<void> {
  const [reading, today] = await inWork(
    installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => [ctx.configuration, ctx.today()] as const)
  const branches = [...reading.all(unitFact)].flat().flatMap(({ unit, body }) => (body.type === 'branch' ? [unit] : []))
  await owner.transaction(async db => {
    for (const table of FILLED) await db.raw('alter table ?? disable trigger user', [table])
    await fillDesk(db, reading, today, [...new Set(branches)], size)
    for (const table of FILLED) await db.raw('alter table ?? enable trigger user', [table])
  })
  for (const table of FILLED) await owner.raw('analyze ??', [table])
}
