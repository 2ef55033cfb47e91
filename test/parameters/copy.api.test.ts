import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Day, Parameter, UnitId } from '#core/contract.ts'
import { copyOf } from '#core/copy/export.ts'
import { fillFrom } from '#core/copy/import.ts'
import { linesOf } from '#core/copy/line.ts'
import { makeDatabase, openDatabase, type Database } from '#core/database.ts'
import { Installation } from '#core/installation.ts'
import { resolve } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins as product } from '#plugins/index.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { decision, fee, grace, lists, setting, term, trial } from './trial.ts'

let here: Opened
let copied: Database | undefined
let units: readonly UnitId[]

beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, trial] })
  await here.database.owner('kind_of_installation').insert({ kind: 'live', filled_at: '2026-11-23T09:00:00Z' }).onConflict().ignore()
  const group = await here.unit('group', 'Waasland', SYSTEM, { level: '2', code: 'G2' })
  const library = await here.unit('library', 'Temse', group)
  units = [SYSTEM, group, library, await here.unit('branch', 'Steendorp', library)]
})
afterAll(async () => {
  await here.close()
  await copied?.close()
})

/** Every value of every unit, for every code, on days before, in and after what was set. */
const valuesIn = ({ snapshot: { current } }: Installation, days: readonly Day[]) => [term, fee, grace].flatMap((parameter: Parameter) =>
  units.flatMap(unit => days.flatMap(day => ['*', '60', '61'].flatMap(membership => ['*', 'BOEK', 'DVD'].map(material =>
    resolve(current, parameter, unit, day, parameter.dimensions ? { membership, material } : {}).value)))))

test('a copy says the same of every setting, and keeps its decision', async () => {
  await here.apply(...lists())
  const drawn = fc.sample(fc.record({
    parameter: fc.constantFrom(term, fee, grace), at: fc.nat({ max: 3 }), value: fc.nat({ max: 30 }), from: fc.integer({ min: 10, max: 28 }),
    membership: fc.constantFrom('*', '60', '61'), material: fc.constantFrom('*', 'BOEK', 'DVD'), ends: fc.boolean(),
  }), { numRuns: 60, seed: 7 })
  for (const { parameter, at, value, from, membership, material, ends } of drawn) {
    // A row beside the one table of the group is refused; whatever else fits is said.
    if (parameter === term && at > 1) continue
    await here.apply(setting(units[at] ?? SYSTEM, parameter.name, value, {
      from: `2026-12-${from}`, to: ends ? '2027-02-10' : null, basis: decision,
      ...(parameter === grace ? {} : { where: { membership, material } }),
    }))
  }
  const days = ['2026-12-01', '2026-12-15', '2026-12-31', '2027-02-10', '2027-02-11', '2027-07-15']
  const text = (await Array.fromAsync(copyOf(here.database.owner, '2026-11-23T09:00:00.000Z'))).join('')
  const name = `copy_${randomUUID().slice(0, 8)}`
  await makeDatabase(inject('postgres'), name)
  copied = await openDatabase({ host: inject('postgres'), database: name })
  await fillFrom(copied.owner, linesOf(Readable.from([Buffer.from(text)])))
  const { registry, snapshot } = here.installation
  const there = new Installation({ knex: copied.app, job: copied.job, registry })
  await there.snapshot.catchUp(snapshot.current.version)
  expect(valuesIn(there, days)).toEqual(valuesIn(here.installation, days))
  const basisOf = ({ snapshot: { current } }: Installation) => units.map(unit => resolve(current, fee, unit, '2027-07-15').row?.body.basis)
  expect(basisOf(there)).toEqual(basisOf(here.installation))
})
