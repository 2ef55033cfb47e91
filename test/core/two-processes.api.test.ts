import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockConfiguration } from '#core/change-set.ts'
import { Snapshot } from '#core/snapshot.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { Configuration, Segment } from '#core/configuration.ts'
import { SYSTEM, unitFact } from '#core/unit.ts'
import { inWork } from '#core/work.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let other: Awaited<ReturnType<Opened['second']>>
let admin: Staff
let libraries: string[]
beforeAll(async () => {
  here = await openInstallation()
  other = await here.second()
  admin = await here.staff('system-admin')
  libraries = [
    await here.unit('library', 'Zwalm'),
    await here.unit('library', 'Zoersel'),
    await here.unit('library', 'Lokeren'),
  ]
})
afterAll(async () => {
  await other.app.close()
  await here.close()
})

const rename = (unit: string, name: string, from = '2026-11-23') => ({
  kind: 'units.change',
  payload: { unit, from, fields: { name } },
})
const said = (configuration: Configuration) =>
  [...configuration.facts]
    .flatMap(name => [...configuration.all({ ...unitFact, name })].flat() as Segment[])
    .sort((a, b) => (a.id < b.id ? -1 : 1))

test('more requests at once than there are connections all catch up with the other process', async () => {
  for (let round = 0; round < 3; round++) {
    await admin.on(other.app).change([rename(libraries[0]!, `Zwalm ${round}`)])
    const answers = await Promise.all(Array.from({ length: 30 }, () => admin.get('/api/changes?limit=1')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  }
})

test('more changes at once than there are connections, on both processes, all come through', async () => {
  const both = [admin, admin.on(other.app)]
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, n) => both[n % 2]!.change([rename(libraries[n % 3]!, `Naam ${n}`)])),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(24).fill(201))
  expect(new Set(answers.map(({ body }) => body.version)).size).toBe(24)
})

test(
  'what both processes know after many changes at once is what the database says',
  { timeout: 60_000 },
  async () => {
    const both = [admin, admin.on(other.app)]
    const work = both.flatMap((who, process) =>
      [0, 1, 2].map(async line => {
        for (let n = 0; n < 8; n++) {
          const unit = libraries[(n + line) % 3]!
          const { body: set } = await who.change([
            rename(unit, `P${process} L${line} N${n}`, `2027-0${1 + ((n * 5 + line) % 9)}-01`),
          ])
          if (n % 3 === 0)
            await who.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
          await who.get('/api/units')
        }
      }),
    )
    await Promise.all(work)
    await Promise.all(both.map(who => who.get('/api/units')))
    const { version } = here.installation.snapshot.current
    const fresh = await new Snapshot(here.installation.job).catchUp(version)
    expect(other.installation.snapshot.current.version).toBe(version)
    expect(said(here.installation.snapshot.current)).toEqual(said(fresh))
    expect(said(other.installation.snapshot.current)).toEqual(said(fresh))
  },
)

test('what was previewed on one process is applied by the other', async () => {
  const unit = await here.unit('library', 'Beveren')
  for (const who of [admin, admin.on(other.app)]) await who.get('/api/units')
  const items = [rename(unit, 'Beveren-Kruibeke', '2027-01-01')]
  const { body: preview } = await admin.post('/api/changes/preview', { items })
  const { status, body } = await admin.on(other.app).change(items, { fingerprint: preview.fingerprint })
  expect([status, body.code]).toEqual([201, undefined])
})

test('a read is never older than a change that was answered, on whichever process', async () => {
  for (let n = 0; n < 10; n++) {
    const { body } = await admin.change([rename(libraries[1]!, `Nieuw ${n}`)])
    const { body: tree, headers } = await admin.on(other.app).get('/api/units')
    expect(tree.version).toBeGreaterThanOrEqual(body.version)
    expect(Number(headers['configuration-version'])).toBeGreaterThanOrEqual(body.version)
    expect(tree.data.find(({ id }: { id: string }) => id === libraries[1]).name).toBe(`Nieuw ${n}`)
  }
})

test('a right withdrawn while somebody waits their turn is gone when the turn comes', async () => {
  const chief = await here.staff('helpdesk')
  const caller = { actor: { id: chief.id, name: 'x', session: chief.session }, language: 'nl' as const }
  const seen = await inWork(here.installation, caller, async ctx => {
    const before = ctx.may(corePermissions.decide, SYSTEM)
    await admin
      .on(other.app)
      .change([
        {
          kind: 'permissions.withdraw',
          payload: { staff: chief.id, role: 'helpdesk', unit: SYSTEM, from: '2026-11-23' },
        },
      ])
    await lockConfiguration(ctx)
    return [before, ctx.may(corePermissions.decide, SYSTEM)]
  })
  expect(seen).toEqual([true, false])
})
