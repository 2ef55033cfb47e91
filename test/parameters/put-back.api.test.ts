import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterFact } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let units: readonly UnitId[]

beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  const library = await here.unit('library', 'Zwalm')
  units = [SYSTEM, library, await here.unit('branch', 'Munkzwalm', library)]
})
afterAll(() => here.close())

/** All that is said about settings anywhere and by which set; a word that was cut and joined again is one word. */
function said(): string[] {
  const rows = units.flatMap(unit => here.installation.snapshot.current.of(parameterFact, unit)
    .map(({ key, from, to, body, saidIn }) => ({ of: JSON.stringify([unit, key, body, saidIn], inOneOrder), from: from ?? '', to })))
  return [...Map.groupBy(rows, ({ of }) => of)].flatMap(([of, pieces]) => {
    const joined: { from: string; to: string | null }[] = []
    for (const { from, to } of pieces.sort((one, other) => (one.from < other.from ? -1 : 1))) {
      const last = joined.at(-1)
      if (last?.to && plusDays(last.to, 1) === from) last.to = to
      else joined.push({ from, to })
    }
    return joined.map(({ from, to }) => `${of} ${from} ${to}`)
  }).sort()
}

/** The database keeps the names of a record in an order of its own. */
const inOneOrder = (_name: string, value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value

const future = fc.integer({ min: 1, max: 700 }).map(days => Temporal.PlainDate.from('2026-11-23').add({ days }).toString())
const item = fc.record({
  unit: fc.nat({ max: 2 }), from: future, lasts: fc.option(fc.integer({ min: 0, max: 300 })),
  what: fc.constantFrom('feed', 'loan', 'summer'), value: fc.integer({ min: 30, max: 300 }),
}).map(({ unit, from, lasts, what, value }) => () => ({
  kind: 'parameters.set', payload: {
    unit: units[unit] ?? SYSTEM, from, to: lasts === null ? null : Temporal.PlainDate.from(from).add({ days: lasts }).toString(),
    ...(what === 'feed' ? { parameter: 'branches.feed-days', value } : {
      parameter: 'rules.loan', where: { membership: '60' }, value: { loanDays: value, renewalDays: 28, feeCents: 0, minimumAge: 0 },
      ...(what === 'summer' && { season: { from: '07-01', to: '08-31' } }),
    }),
  },
}))

test('putting back a change that is still to come is the identity, whatever was planned there before', async () => {
  await fc.assert(fc.asyncProperty(fc.array(item, { maxLength: 4 }), fc.array(item, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('from-today', 'as-if-never'), async (earlier, later, mode) => {
      for (const one of earlier) expect((await admin.change([one()])).status).toBe(201)
      const before = said()
      const id = randomUUID()
      const { status, body } = await admin.post('/api/changes', { id, items: later.map(one => one()) })
      expect([status, body.faults]).toEqual([201, undefined])
      const back = await admin.post(`/api/changes/${id}/put-back`, { id: randomUUID(), mode, reason: 'proef' })
      expect([back.status, back.body.faults]).toEqual([201, undefined])
      expect(said()).toEqual(before)
    }), { numRuns: 25 })
}, 120_000)
