import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { runDueJobs } from '#core/schedule.ts'
import { DECISION_BYTES_AT_MOST } from '#plugins/parameters/contract/answer/decision.ts'
import { fineRule } from '#plugins/rules/contract/method.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let zwalm: UnitId
let boss: Staff
let money: Staff
let desk: Staff
let neighbour: Staff
const pdf = Buffer.from('%PDF-1.7\nbesluit')

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  const zoersel = await here.unit('library', 'Zoersel')
  boss = await here.staff('library-admin', zwalm)
  money = await here.staff('finance-director', zwalm)
  desk = await here.staff('desk', zwalm)
  neighbour = await here.staff('library-admin', zoersel)
})
afterAll(() => here.close())

const send = (staff: Staff, bytes: Buffer, more: object = {}) => staff.post('/api/decisions', {
  id: randomUUID(), unit: zwalm, name: 'Raadsbesluit "112".pdf', content: bytes.toString('base64'), ...more,
})

test('a decision is kept once and read by whoever reads the price, also in another library', async () => {
  const id = randomUUID()
  expect((await send(money, pdf, { id })).status).toBe(201)
  expect((await send(money, pdf, { id })).status).toBe(201)
  const answer = await neighbour.get(`/api/decisions/${id}`)
  expect([answer.status, answer.headers['content-type'], answer.headers['x-content-type-options']])
    .toEqual([200, 'application/pdf', 'nosniff'])
  expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''Raadsbesluit%20%22112%22.pdf`)
  expect((await here.database.owner('decision_file').where({ id })).map(row => row.content.toString())).toEqual([pdf.toString()])
  expect((await boss.get(`/api/decisions/${randomUUID()}`)).status).toBe(404)
})

test('is brought in by whoever sets settings or tariffs there, and is what it says it is', async () => {
  expect((await send(boss, pdf)).status).toBe(201)
  expect((await send(desk, pdf)).status).toBe(403)
  expect((await send(neighbour, pdf)).status).toBe(403)
  const codes = async (bytes: Buffer) => (await send(boss, bytes)).body.faults.map((fault: { code: string }) => fault.code)
  expect(await codes(Buffer.from('<script>alert(1)</script>'))).toEqual(['core.no-such-file'])
  expect(await codes(Buffer.alloc(DECISION_BYTES_AT_MOST + 1, 'x'))).toEqual(['core.no-such-file', 'core.file-too-large'])
  expect((await send(boss, pdf, { unit: randomUUID() })).status).toBe(404)
})

test('the audit tells who brought it in, without what it says', async () => {
  const bodies = await here.database.owner('audit as a').join('audit_body as b', 'b.audit_id', 'a.id')
    .where('a.table_name', 'decision_file').pluck('b.body')
  expect(bodies.length).toBeGreaterThan(0)
  expect(JSON.stringify(bodies)).not.toContain('content')
})

test('goes after a month when nothing names it, and never while something does', async () => {
  const brought = async () => {
    const id = randomUUID()
    expect((await send(money, pdf, { id })).status).toBe(201)
    return id
  }
  const [left, young, stands, was, asked] = await Promise.all([brought(), brought(), brought(), brought(), brought()])
  const price = (id: string | undefined, more: object = {}) => ({ kind: 'parameters.set', payload: {
    unit: zwalm, parameter: fineRule.name, from: '2026-11-23', to: null,
    value: { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 300 },
    basis: { number: '2026/7', date: '2026-11-02', text: `/api/decisions/${id}` }, ...more,
  } })
  await here.apply(price(was))
  await here.apply(price(stands))
  expect((await boss.change([price(asked)], { asRequest: true })).status).toBe(201)
  const owner = here.database.owner('decision_file')
  await owner.clone().whereNot({ id: young }).update({ at: here.clock.now.subtract({ hours: 24 * 31 }).toString() })
  here.clock.now = here.clock.now.add({ hours: 24 })
  expect(await runDueJobs(here.installation)).toContain('parameters.forget-decisions')
  const kept = await owner.clone().pluck('id')
  expect(kept).toEqual(expect.arrayContaining([young, stands, was, asked]))
  expect(kept).not.toContain(left)
  await expect(here.database.app('decision_file').delete()).rejects.toMatchObject({ code: '42501' })
})
