import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { broken, fitting, type Schema, type World } from '../fuzz/arbitrary.ts'
import { fuzz } from '../fuzz/fuzz.ts'

let here: Opened
let admin: Staff
let ids: string[]
beforeAll(async () => {
  here = await openInstallation()
  const library = await here.unit('library', 'Zwalm')
  const branch = await here.unit('branch', 'Zwalm Munkzwalm', library)
  admin = await here.staff('system-admin')
  ids = [SYSTEM, library, branch, await here.unit('group', 'Zwalmvallei')]
})
afterAll(() => here.close())

const seed = Number(process.env['FUZZ_SEED'] ?? 42)
const runs = Number(process.env['FUZZ_RUNS'] ?? 40)

test(
  'every kind of change answers any payload with a preview or with faults',
  { timeout: 180_000 },
  async () => {
    const world: World = { deref: schema => schema, ids }
    for (const { kind } of here.installation.registry.changes.values()) {
      const schema = kind.payload as Schema
      const payloads = fc.oneof(
        { weight: 3, arbitrary: fitting(schema, world) },
        { weight: 1, arbitrary: broken(schema, world) },
      )
      await fc.assert(
        fc.asyncProperty(payloads, async payload => {
          const { status, body } = await admin.post('/api/changes/preview', {
            items: [{ kind: kind.name, payload }],
          })
          expect([200, 400, 403, 404], JSON.stringify([kind.name, payload, body])).toContain(status)
        }),
        { numRuns: runs, seed },
      )
    }
  },
)

test('no route answers what it did not document, whatever it is asked', { timeout: 180_000 }, async () => {
  const { requests, statuses, findings } = await fuzz(here.app, { cookie: admin.cookie }, { runs, seed, ids })
  expect(requests).toBeGreaterThan(500)
  expect(statuses['200'], JSON.stringify(statuses)).toBeGreaterThan(100)
  expect(findings).toEqual([])
})
