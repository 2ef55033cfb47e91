import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import { advanceRuns } from '#core/run.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** A closing that moves what a class has on loan keeps out of its holidays, as lending does. */
let here: Opened
let zwalm: Lending
let boss: Staff

beforeAll(async () => {
  // Events wait by the clock of the database: that of the test is ahead of it.
  here = await openInstallation({ now: '2031-09-27T10:00:00Z' })
  const period = (from: string, to: string) => ({ from, to, name: { nl: 'vakantie', en: 'holidays', fr: 'vacances' } })
  await here.apply({ kind: 'branches.set-day-set', payload: { code: 'school-nl', set: {
    code: 'school-nl', name: { nl: 'schoolvakanties', en: 'school holidays', fr: 'vacances scolaires' },
    periods: [period('2031-10-27', '2031-11-02'), period('2031-12-22', '2032-01-04')],
  } } })
  zwalm = await lendingAt(here, 'Zwalm')
  await zwalm.say('circulation.school-holidays', ['school-nl'], { where: { membership: '120' } })
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const follow = async () => {
  await deliverEvents(here.installation)
  await advanceRuns(here.installation)
}
async function both(day: string) {
  await zwalm.on(day)
  boss = await here.staff('library-admin', zwalm.library)
  const lend = async ({ card }: { card: string }) => done(await zwalm.lend(card, (await zwalm.item()).barcode)).loan
  const [klas, adult] = [await zwalm.patron({}, { type: '120' }), await zwalm.patron()]
  const loans = [await lend(klas), await lend(adult)]
  const due = async () => (await here.database.owner('loan').whereIn('id', loans.map(({ id }) => id)).orderBy('membership')).map(({ due_on: one }) => one)
  return { due, klas: loans[0].id as string }
}
const closing = (from: string, to: string, more: object = {}) => ({
  kind: 'branches.close', payload: { units: [zwalm.branch], from, to, kind: 'G', text: 'inventaris', extendLoans: true, also: [], leave: [], ...more },
})
async function act(...items: object[]) {
  const set = randomUUID()
  const { effects } = done(await boss.post('/api/changes/preview', { items }))
  done(await boss.post('/api/changes', { id: set, items, reason: 'test' }))
  await follow()
  const told = effects.filter(({ code }: { code: string }) => code === 'circulation.due-days').map(({ count, sample }: { count: number; sample: unknown }) => ({ count, sample }))
  return { set, told }
}

test('a day of which it is closed: the class goes past its holidays, others to the next open day, and both back', async () => {
  const { due, klas } = await both('2031-09-27')
  expect(await due()).toEqual(['2031-10-25', '2031-10-25'])
  const { set, told: [effect] } = await act(closing('2031-10-25', '2031-10-25'))
  expect(effect).toMatchObject({ count: 2 })
  expect(JSON.stringify(effect.sample)).toMatch(/4 november 2031/)
  expect(JSON.stringify(effect.sample)).toMatch(/28 oktober 2031/)
  expect(await due()).toEqual(['2031-11-04', '2031-10-28'])
  expect((await zwalm.why(klas)).sentences.at(-1)).toContain('van 25 oktober 2031 naar 4 november 2031')
  done(await boss.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today', reason: 'Toch open' }))
  await follow()
  expect(await due()).toEqual(['2031-10-25', '2031-10-25'])
})

test('a longer closing that moves all of a period, and ends sooner: each time outside the holidays', async () => {
  const { due } = await both('2031-11-12')
  expect(await due()).toEqual(['2031-12-10', '2031-12-10'])
  const id = randomUUID()
  await act(closing('2031-12-16', '2031-12-23', { closing: id, parts: { 'due-dates': { move: 'all', late: 'leave' } } }))
  expect(await due()).toEqual(['2032-01-06', '2031-12-24'])
  await act({ kind: 'branches.extend-closing', payload: { closing: id, to: '2031-12-18' } })
  expect(await due()).toEqual(['2031-12-19', '2031-12-19'])
})
