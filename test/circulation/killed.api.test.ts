import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Answer, type Opened } from '../installation.ts'
import { otherProcesses } from '../other-process.ts'
import type { Desk } from './desk-process.ts'
import { lendingAt, type Lending } from './lending.ts'

/** Desks in processes of their own, killed between a scan and its answer. */
const NOW = '2026-11-24T14:00:00Z'
type Told = Omit<Desk, 'host' | 'database'>
let here: Opened
let zwalm: Lending
let others: Awaited<ReturnType<typeof otherProcesses<Told>>>

beforeAll(async () => {
  here = await openInstallation({ now: NOW })
  zwalm = await lendingAt(here, 'Zwalm')
  others = await otherProcesses(here, join(import.meta.dirname, 'desk-process.ts'))
}, 60_000)
afterAll(async () => {
  others.close()
  await here.close()
})

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const desk = (more: Partial<Told>): Told => ({ now: NOW, staff: zwalm.desk.id, session: zwalm.desk.session, ...more })
const scan = async () => {
  const [patron, item] = [await zwalm.patron(), await zwalm.item()]
  return { item, lends: { id: randomUUID(), branch: zwalm.branch, card: patron.card, item: item.barcode } }
}
const of = async ({ id }: { id: string }) => {
  const loans = await here.database.owner('loan').where({ item_id: id })
  const ids = loans.map(loan => loan.id)
  const told = (await here.database.owner('event').where({ name: 'circulation.lent' })).filter(({ detail }) => ids.includes(detail.loan))
  return { loans: ids, steps: (await here.database.owner('loan_step').whereIn('loan_id', ids)).length, told: told.length }
}

describe('a desk that is killed between scan and answer', { timeout: 120_000 }, () => {
  test.each(['loan', 'loan_step', 'event'])('while it writes the %s: nothing is lent, and the same scan again lends once', async table => {
    const { item, lends } = await scan()
    await others.killedAt(table, desk({ lends }))
    expect(await of(item)).toEqual({ loans: [], steps: 0, told: 0 })
    const { loan } = done(await zwalm.desk.post('/api/loans', lends))
    expect(await of(item)).toEqual({ loans: [loan.id], steps: 1, told: 1 })
  })

  test('after it lent and before anybody heard: the same scan again is the same loan with the same day', async () => {
    const { item, lends } = await scan()
    const first = await others.start(desk({ lends }))
    await first.says('done')
    await first.kill()
    const { loan } = done(await zwalm.desk.post('/api/loans', lends))
    expect(first.said()).toContain(`lent ${lends.id} due ${loan.dueOn}`)
    expect(await of(item)).toEqual({ loans: [lends.id], steps: 1, told: 1 })
  })

  test('while it does over what was done without a server: what it had not finished waits, and is done once', async () => {
    const all = await Promise.all(Array.from({ length: 25 }, scan))
    const acts = all.map(({ lends: { id, card, item } }, n) => ({ id, act: 'lend', card, item, at: `2026-11-24T09:${10 + n}:00Z` }))
    const batch = done(await zwalm.desk.post('/api/offline-batches', { id: randomUUID(), branch: zwalm.branch, device: 'Bibliobus', acts }))
    await others.killedAt('loan_step', desk({ replays: zwalm.branch }))
    expect(done(await zwalm.desk.get(`/api/offline-batches/${batch.id}`)).counts).toMatchObject({ waiting: 25, done: 0 })
    const second = await others.start(desk({ replays: zwalm.branch }))
    await second.says('a part')
    await second.kill()
    while (done(await zwalm.desk.post(`/api/offline-batches/${batch.id}/replay`)).left > 0);
    expect(done(await zwalm.desk.get(`/api/offline-batches/${batch.id}`)).counts).toMatchObject({ waiting: 0, done: 25 })
    for (const { item, lends } of all) expect(await of(item)).toEqual({ loans: [lends.id], steps: 1, told: 1 })
  })
})

test('of two desks in two processes that scan one item at once one lends it, and the other is told', { timeout: 120_000 }, async () => {
  const [{ item, lends }, other] = [await scan(), await scan()]
  const both = await others.together('loan', [lends, { ...other.lends, item: item.barcode }].map(one => desk({ lends: one })))
  for (const one of both) await one.says('done')
  const said = both.map(one => one.said())
  expect(said.filter(words => words.includes('lent '))).toHaveLength(1)
  expect(said.filter(words => /refused circulation\.(lent-meanwhile|asks)/.test(words))).toHaveLength(1)
  expect(await of(item)).toMatchObject({ steps: 1, told: 1 })
  for (const one of both) one.shoot()
  for (const one of both) await one.kill()
})
