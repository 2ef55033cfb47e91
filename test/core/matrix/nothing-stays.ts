import type { Knex } from 'knex'
import { Installation } from '#core/installation.ts'
import type { Opened } from '../../installation.ts'

/** Thrown at the end of a transaction that went well, so that the database forgets it. */
class Forgotten extends Error {}

/**
 * A process over the same database that does everything it is asked, and whose database forgets it at
 * once: each answer is a true one, and the next question finds all as it was.
 */
export function whereNothingStays(here: Opened): Installation {
  const { registry, clock, address, mailServer } = here.installation
  const installation = new Installation({
    knex: forgetful(here.database.app), job: forgetful(here.database.job), registry, clock, address, mailServer,
    secret: 'x'.repeat(40),
  })
  // What was forgotten is not taken over as the newest configuration either.
  Object.defineProperty(installation.snapshot, 'accept', { value: () => {} })
  return installation
}

const forgetful = (knex: Knex): Knex => new Proxy(knex, {
  get(target, name) {
    if (name === 'transaction') return (act: (db: Knex.Transaction) => Promise<unknown>) => forget(target, act)
    return Reflect.get(target, name)
  },
})

async function forget(knex: Knex, act: (db: Knex.Transaction) => Promise<unknown>) {
  let result: unknown
  await knex.transaction(async db => {
    result = await act(db)
    throw new Forgotten('The work is done, and forgotten')
  }).catch(failure => { if (!(failure instanceof Forgotten)) throw failure })
  return result
}
