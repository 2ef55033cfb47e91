import type { Database } from './database.ts'
import { begin, layFirst } from './first-start.ts'
import { Installation, type InstallationKind, type SignIn, type Surroundings } from './installation.ts'
import { Obstacle } from './obstacle.ts'
import type { Registry } from './registry.ts'

/** Fills a demo or a practice region, and tells as whom one may sign in there. */
export type Fill = (installation: Installation) => Promise<{ readonly signIns: readonly SignIn[] }>

const words: Readonly<Record<InstallationKind, string>> = {
  demo: 'a demo (--demo)', practice: 'a practice region (--practice)', live: 'a region of its own (--empty)',
}

/** A first start that was cut short while it filled the database; what stands there is worth nothing. */
export class HalfFilled extends Obstacle {}

/**
 * What this database holds: settled at its first start, which begins it and fills a demo or practice
 * region; every later start reads it. One process does so at a time. Refuses to open one kind as another.
 */
export async function openInstallation(
  database: Database, registry: Registry, kind: InstallationKind, fill: Fill,
  surroundings: Surroundings = {},
): Promise<Installation> {
  await database.owner.transaction(async lock => {
    await lock.raw(`select pg_advisory_xact_lock(hashtext('filiaal.first-start'))`)
    const known = await database.owner('kind_of_installation').first('kind', 'filled_at')
    if (known && known.kind !== kind) {
      throw new Obstacle(`This database holds ${words[known.kind as InstallationKind]}, not ${words[kind]}.`)
    }
    if (known?.filled_at) return layFirst(new Installation({ knex: database.app, job: database.job, registry, kind }))
    if (known && kind !== 'live')
      throw new HalfFilled('The first start was cut short: empty the database and start again.')
    if (!known) await database.owner('kind_of_installation').insert({ kind })
    const installation = new Installation({ knex: database.app, job: database.job, registry, kind, ...surroundings })
    await begin(installation, kind === 'demo' ? 'Demoregio' : kind === 'practice' ? 'Oefenregio' : 'Mijn regio')
    const { signIns } = kind === 'live' ? { signIns: [] } : await fill(installation)
    await database.owner('kind_of_installation')
      .update({ filled_at: database.owner.fn.now(), sign_ins: JSON.stringify(signIns) })
  })
  const { sign_ins: signIns } = await database.owner('kind_of_installation').first('sign_ins')
  return new Installation({ knex: database.app, job: database.job, registry, kind, signIns, ...surroundings })
}
