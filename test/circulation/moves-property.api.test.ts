import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import { advanceRuns } from '#core/run.ts'
import { calendarOf, isOpen } from '#plugins/branches/index.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** What holds of every closing there may be, whichever loans run: forward and on open days, as previewed; and put back it is as if it never was. */
const today = '2031-09-23'
const LOANS = 16
let here: Opened
let zwalm: Lending
let boss: Staff
let loans: readonly string[]

beforeAll(async () => {
  // Events wait by the clock of the database: that of the test is ahead of it.
  here = await openInstallation({ now: `${today}T10:00:00Z` })
  const holidays = [['2031-10-27', '2031-11-02'], ['2031-12-22', '2032-01-04']].map(([from, to]) =>
    ({ from, to, name: { nl: 'vakantie', en: 'holidays', fr: 'vacances' } }))
  await here.apply({ kind: 'branches.set-day-set', payload: { code: 'school-nl', set: {
    code: 'school-nl', name: { nl: 'schoolvakanties', en: 'school holidays', fr: 'vacances scolaires' }, periods: holidays,
  } } })
  zwalm = await lendingAt(here, 'Zwalm')
  await zwalm.say('circulation.school-holidays', ['school-nl'], { where: { membership: '120' } })
  for (const [kind, from, to] of [['V', '2031-10-06', '2031-10-12'], ['B', '2031-10-14', '2031-10-16'], ['G', '2031-11-11', '2031-11-11']] as const)
    await zwalm.close(kind, from, to)
  const cards = [(await zwalm.patron()).card, (await zwalm.patron({}, { type: '120' })).card]
  const made: string[] = []
  for (let n = 0; n < LOANS; n++) made.push(done(await zwalm.lend(cards[n % 2] ?? '', (await zwalm.item()).barcode)).loan.id)
  loans = made
  boss = await here.staff('library-admin', zwalm.library)
  await follow()
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const plus = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()
async function follow() {
  await deliverEvents(here.installation)
  await advanceRuns(here.installation)
}
const isSchool = (day: string) => (day < '2031-10-27' || day > '2031-11-02') && (day < '2031-12-22' || day > '2032-01-04')
interface Standing { readonly id: string; readonly membership: string; readonly due_on: string; readonly frozen: object; readonly moved: object | null }
const stand = (): Promise<Standing[]> => here.database.owner('loan').whereIn('id', loans).orderBy('id').select('id', 'membership', 'due_on', 'frozen', 'moved')

/** Each is due where lending could have put it, from two weeks ago to seven weeks ahead. */
async function dueOn(offsets: readonly number[]) {
  const calendar = calendarOf(here.installation.snapshot.current, zwalm.branch)
  for (const [n, loan] of (await stand()).entries()) {
    let day = plus(today, offsets[n] ?? 0)
    while (!isOpen(calendar, day) || (loan.membership === '120' && !isSchool(day))) day = plus(day, 1)
    await here.database.owner('loan').where({ id: loan.id })
      .update({ lent_on: plus(day, -28), raw_due_on: day, due_on: day, frozen: '{}', moved: null })
  }
}

const anyClosing = fc.record({
  from: fc.integer({ min: 1, max: 40 }), days: fc.integer({ min: 0, max: 30 }), kind: fc.constantFrom('G' as const, 'V' as const),
  move: fc.constantFrom('none', 'falling', 'all'), late: fc.constantFrom('leave', 'extend', 'freeze'),
})
const anyOffsets = fc.array(fc.integer({ min: -14, max: 50 }), { minLength: LOANS, maxLength: LOANS })

test('of any closing', { timeout: 120_000 }, () => fc.assert(fc.asyncProperty(anyClosing, anyOffsets, async ({ from, days, kind, move, late }, offsets) => {
  await dueOn(offsets)
  const before = await stand()
  const set = randomUUID()
  const items = [{ kind: 'branches.close', payload: {
    units: [zwalm.branch], from: plus(today, from), to: plus(today, from + days), kind, text: 'werken', closing: randomUUID(), provisionalEnd: false,
    parts: { 'due-dates': { move, late } }, also: [], leave: [],
  } }]
  const { effects } = done(await boss.post('/api/changes/preview', { items }))
  done(await boss.post('/api/changes', { id: set, items, reason: 'proef' }))
  await follow()
  const after = await stand()
  const calendar = calendarOf(here.installation.snapshot.current, zwalm.branch)
  const moved = after.filter(({ due_on: due }, n) => due !== before[n]?.due_on)
  for (const [n, { due_on: due, membership }] of after.entries()) {
    const was = before[n]?.due_on ?? ''
    expect(due >= was).toBe(true)
    if (due !== was) expect([isOpen(calendar, due), membership !== '120' || isSchool(due)]).toEqual([true, true])
    if (move !== 'none' && due >= today) expect(isOpen(calendar, due)).toBe(true)
  }
  const onTime = moved.filter(({ id }) => (before.find(one => one.id === id)?.due_on ?? '') >= today)
  expect(effects.find(({ code }: { code: string }) => code === 'circulation.due-days')?.count ?? 0).toBe(onTime.length)
  if (move === 'none' && late !== 'extend') expect(moved).toEqual([])

  done(await boss.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today', reason: 'Vergissing' }))
  await follow()
  expect(await stand()).toEqual(before)
}), { numRuns: 20 }))
