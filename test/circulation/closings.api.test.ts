import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceRuns } from '#core/run.ts'
import { deliverEvents } from '#core/outbox.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** What a closing for works does to running loans, as it was asked: in its period, late already, and as it moves. */
let here: Opened
let zwalm: Lending
let boss: Staff
let today: string

beforeAll(async () => {
  // Events wait by the clock of the database, so that of the test begins with it.
  here = await openInstallation({ now: new Date().toISOString() })
  zwalm = await lendingAt(here, 'Zwalm')
  boss = await here.staff('library-admin', zwalm.library)
  today = here.clock.now.toString().slice(0, 10)
  await zwalm.say('rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: null })
  await zwalm.say('rules.closed-days', true).catch(() => undefined)
  await follow()
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const plus = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()
/** The day itself, or the next from Tuesday to Saturday. */
const openFrom = (day: string): string => [1, 7].includes(Temporal.PlainDate.from(day).dayOfWeek) ? openFrom(plus(day, 1)) : day
async function follow() {
  here.clock.now = Temporal.Instant.from(new Date(Math.max(Date.now(), here.clock.now.epochMilliseconds)).toISOString()).add({ seconds: 1 })
  await deliverEvents(here.installation)
  await advanceRuns(here.installation)
}
/** A loan, due on a day as if it had been lent so long before. */
async function dueOn(branch: string, day: string) {
  const { id } = done(await zwalm.lend((await zwalm.patron()).card, (await zwalm.item()).barcode)).loan
  await here.database.owner('loan').where({ id }).update({ branch_id: branch, lent_on: plus(day, -28), raw_due_on: day, due_on: day })
  return id as string
}
const rowOf = async (id: string) => await here.database.owner('loan').where({ id }).first() as
  { due_on: string; frozen: Record<string, { from: string; to: string | null }[]>; moved: object | null }
const dueDays = (ids: readonly string[]) => Promise.all(ids.map(async id => (await rowOf(id)).due_on))
const closing = (branch: string, id: string, from: string, to: string | null, dueDates: object) => ({
  kind: 'branches.close', payload: {
    units: [branch], from, to, kind: 'G', text: 'werken', closing: id, provisionalEnd: true, parts: { 'due-dates': dueDates }, also: [], leave: [],
  },
})
const end = (id: string, to: string | null, more: object = {}) => ({ kind: 'branches.extend-closing', payload: { closing: id, to, ...more } })
async function act(...items: object[]) {
  const preview = done(await boss.post('/api/changes/preview', { items }))
  const set = randomUUID()
  done(await boss.post('/api/changes', { id: set, items, reason: 'test' }))
  await follow()
  return { set, effects: Object.fromEntries(preview.effects.map((one: { code: string }) => [one.code, one])) as Record<string, { count: number; cents?: number; text: string }> }
}
async function putBack(set: string) {
  done(await boss.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today', reason: 'Vergissing' }))
  await follow()
}
async function branchOf(name: string) {
  const branch = await here.unit('branch', name, zwalm.library)
  await zwalm.openOn(branch)
  await follow()
  return branch
}

test('moves what falls in it or all of its period, leaves or extends what is late, and one put back undoes it all', async () => {
  const branch = await branchOf('Alles')
  const [from, to] = [plus(today, 20), plus(today, 40)]
  const days = [openFrom(plus(today, -12)), openFrom(plus(today, 3)), openFrom(plus(today, 25)), openFrom(plus(today, 60))]
  const ids = await Promise.all(days.map(day => dueOn(branch, day)))
  const reopening = openFrom(plus(to, 1))
  const falling = await act(closing(branch, randomUUID(), from, to, { move: 'falling', late: 'leave' }))
  expect(falling.effects['circulation.due-days']?.count).toBe(1)
  expect(await dueDays(ids)).toEqual([days[0], days[1], reopening, days[3]])
  await putBack(falling.set)
  expect(await dueDays(ids)).toEqual(days)

  const all = await act(closing(branch, randomUUID(), from, to, { move: 'all', late: 'extend' }))
  expect(all.effects).toMatchObject({
    'circulation.due-days': { count: 2 },
    'circulation.late-extended': { count: 1, text: '1 uitlening die al te laat is, schuift mee; de boete van nu vervalt' },
  })
  expect(all.effects['circulation.late-extended']?.cents).toBeGreaterThan(0)
  expect(await dueDays(ids)).toEqual([reopening, reopening, reopening, days[3]])
  await putBack(all.set)
  expect(await dueDays(ids)).toEqual(days)
  expect((await Promise.all(ids.map(rowOf))).map(({ moved }) => moved)).toEqual([null, null, null, null])

  const period = await act(closing(branch, randomUUID(), from, to, { move: 'all', from: plus(today, 15), late: 'leave' }))
  expect(await dueDays(ids)).toEqual([days[0], days[1], reopening, days[3]])
  await putBack(period.set)
})

test('what it moved goes along when it is extended, shortened, reopened in between or put back; what was renewed since stays', async () => {
  const branch = await branchOf('Mee')
  const id = randomUUID()
  const [from, to] = [plus(today, 20), plus(today, 40)]
  const days = [openFrom(plus(today, 3)), openFrom(plus(today, 22)), openFrom(plus(today, 30)), openFrom(plus(today, 31))]
  const ids = await Promise.all(days.map(day => dueOn(branch, day)))
  const renewed = ids[3] as string
  const first = await act(closing(branch, id, from, to, { move: 'all', late: 'leave' }))
  const reopens = (day: string) => openFrom(plus(day, 1))
  expect(await dueDays(ids)).toEqual(Array(4).fill(reopens(to)))
  const [touched] = [openFrom(plus(to, 40))]
  await here.database.owner('loan').where({ id: renewed }).update({ due_on: touched })
  const longer = plus(to, 14)
  const extended = await act(end(id, longer))
  expect(extended.effects['circulation.due-days']?.count).toBe(3)
  expect(await dueDays(ids)).toEqual([...Array(3).fill(reopens(longer)), touched])

  const shorter = plus(today, 26)
  const shortened = await act(end(id, shorter))
  expect(shortened.effects['circulation.due-days-back']).toMatchObject({ count: 3, text: '3 uitleningen krijgen een vroegere inleverdatum terug' })
  expect(await dueDays(ids)).toEqual([reopens(shorter), reopens(shorter), days[2], touched])
  await putBack(shortened.set)
  expect(await dueDays(ids)).toEqual([...Array(3).fill(reopens(longer)), touched])
  await putBack(extended.set)
  expect(await dueDays(ids)).toEqual([...Array(3).fill(reopens(to)), touched])

  await putBack(first.set)
  expect(await dueDays(ids)).toEqual([...days.slice(0, 3), touched])
})

test('where its first days or some in between are open again, what was due on them stands there again', async () => {
  const branch = await branchOf('Open')
  const [from, to] = [plus(today, 20), plus(today, 60)]
  const days = [openFrom(plus(today, 21)), openFrom(plus(today, 35)), openFrom(plus(today, 50))]
  const ids = await Promise.all(days.map(day => dueOn(branch, day)))
  const first = await act(closing(branch, randomUUID(), from, to, { move: 'falling', late: 'leave' }))
  const reopening = openFrom(plus(to, 1))
  expect(await dueDays(ids)).toEqual([reopening, reopening, reopening])
  const lift = (since: number, last: number) =>
    act({ kind: 'branches.lift', payload: { units: [branch], from: plus(today, since), to: plus(today, last) } })
  const begins = await lift(20, 26)
  expect(await dueDays(ids)).toEqual([days[0], reopening, reopening])
  const between = await lift(33, 40)
  expect(await dueDays(ids)).toEqual([days[0], days[1], reopening])
  await putBack(between.set)
  await putBack(begins.set)
  expect(await dueDays(ids)).toEqual([reopening, reopening, reopening])
  await putBack(first.set)
  expect(await dueDays(ids)).toEqual(days)
})

test('the fine of what is late stands still over its days, says so, and runs again when it is put back', async () => {
  const branch = await branchOf('Stil')
  const id = randomUUID()
  const late = openFrom(plus(today, -9))
  const loan = await dueOn(branch, late)
  const [from, to] = [today, plus(today, 20)]
  const closed = await act(closing(branch, id, from, to, { move: 'falling', late: 'freeze' }))
  expect(closed.effects['circulation.fines-frozen']).toMatchObject({ count: 1 })
  expect((await rowOf(loan)).frozen).toEqual({ [id]: [{ from, to }] })
  const longer = plus(to, 7)
  await act(end(id, longer))
  expect((await rowOf(loan)).frozen).toEqual({ [id]: [{ from, to: longer }] })
  await act(end(id, to))
  expect((await rowOf(loan)).frozen).toEqual({ [id]: [{ from, to }] })
  const steps = await here.database.owner('loan_step').where({ loan_id: loan }).orderBy('at').select('act')
  expect(steps.map(step => step.act)).toEqual(['lent', 'frozen', 'frozen', 'frozen'])
  await act({ kind: 'branches.lift', payload: { units: [branch], from, to } })
  expect((await rowOf(loan)).frozen).toEqual({})
})

test('a run that is announced again, or taken up again where it was left, does nothing twice', async () => {
  const branch = await branchOf('Weer')
  const day = openFrom(plus(today, 9))
  const loan = await dueOn(branch, day)
  const { set } = await act(closing(branch, randomUUID(), day, plus(day, 7), { move: 'falling', late: 'leave' }))
  const moved = (await rowOf(loan)).due_on
  const run = await here.database.owner('run').where({ kind: 'circulation.due-days' }).whereRaw(`detail->>'set' = ?`, [set]).first()
  expect(run).toMatchObject({ state: 'done', done: 1, report: { moved: 1, kept: 0 } })
  await here.database.owner('run').where({ id: run.id }).update({ state: 'running' })
  await follow()
  expect((await rowOf(loan)).due_on).toBe(moved)
  expect(await here.database.owner('loan_step').where({ set_id: set })).toHaveLength(1)
  expect(await here.database.owner('run').where({ kind: 'circulation.due-days', state: 'failed' })).toEqual([])
})

test('whose due day it moved is listed for a message: by name to whoever may see them, and to nobody else', async () => {
  const branch = await branchOf('Lijst')
  const day = openFrom(plus(today, 9))
  const ids = await Promise.all([1, 2, 3].map(() => dueOn(branch, day)))
  const people: { id: string; person_id: string }[] = await here.database.owner('loan').whereIn('id', ids).select('id', 'person_id')
  const [first, second] = people.map(({ person_id: id }) => id)
  await here.database.owner('person').where({ id: first }).update({ email: '=an@voorbeeld.be', language: 'fr', family_name: 'Aerts' })
  await here.database.owner('person').where({ id: second }).update({ restricted_on: today, family_name: 'Bogaert' })
  const { set } = await act(closing(branch, randomUUID(), day, plus(day, 7), { move: 'falling', late: 'leave' }))
  expect((await boss.get(`/api/moved-loans/count?set=${set}`)).body).toEqual({ loans: 3, busy: false })
  const listed = done(await boss.get(`/api/moved-loans?set=${set}&limit=2`))
  expect(listed.total).toBe(3)
  expect(listed.data).toMatchObject([
    { name: 'An Aerts', email: '=an@voorbeeld.be', language: 'fr', unwritten: false, act: 'moved', actName: 'Verschoven', before: day,
      after: openFrom(plus(day, 8)), stands: true, title: 'Wierook', branch: 'Lijst', card: expect.stringMatching(/^CARD/) },
    { name: 'An Bogaert', unwritten: true },
  ])
  expect(await here.database.owner('audit').where({ act: 'view', row_id: first })).toHaveLength(1)
  const file = await boss.get(`/api/moved-loans/file?set=${set}`)
  expect(file.body).toContain('An Aerts,')
  expect(file.body).toContain("'=an@voorbeeld.be")
  expect(file.body).not.toContain('Bogaert')
  const stranger = await here.staff('library-admin', await here.unit('library', 'Zoersel'))
  expect((await stranger.get(`/api/moved-loans?set=${set}`)).body).toEqual({ data: [], total: 0 })
  expect((await (await here.staff('helpdesk')).get(`/api/moved-loans?set=${set}`)).status).toBe(403)
})
