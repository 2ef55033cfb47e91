import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import { advanceRuns } from '#core/run.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** A closing day matters because of the loans that it moves: counted before, moved after, and put back. */
let here: Opened
let zwalm: Lending
let boss: Staff

beforeAll(async () => {
  // Events wait by the clock of the database, so that of the test begins with it.
  here = await openInstallation({ now: new Date().toISOString() })
  zwalm = await lendingAt(here, 'Zwalm')
  boss = await here.staff('library-admin', zwalm.library)
  await follow()
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const lent = async () => done(await zwalm.lend((await zwalm.patron()).card, (await zwalm.item()).barcode)).loan as { id: string; dueOn: string }
const closing = (from: string, to = from, more: object = {}) =>
  ({ kind: 'branches.close', payload: { units: [zwalm.branch], from, to, kind: 'G', text: 'inventaris', also: [], leave: [], ...more } })
const dueOf = async (id: string) => (await here.database.owner('loan').where({ id }).first()).due_on as string
const follow = async () => {
  here.clock.now = Temporal.Instant.from(new Date(Math.max(Date.now(), here.clock.now.epochMilliseconds)).toISOString()).add({ seconds: 1 })
  await deliverEvents(here.installation)
  await advanceRuns(here.installation)
}
const counted = (preview: Answer) =>
  done(preview).effects.find(({ code }: { code: string }) => code === 'circulation.due-days') as { count: number; text: string; sample: string[] } | undefined
const openAfter = (day: string) => {
  let next = Temporal.PlainDate.from(day).add({ days: 1 })
  while (next.dayOfWeek === 1 || next.dayOfWeek === 7) next = next.add({ days: 1 })
  return next.toString()
}

describe('a closing day', () => {
  test('is previewed with the loans that it moves, moves them, explains it, and moves them back', async () => {
    const [first, second, renewed] = [await lent(), await lent(), await lent()]
    const day = first.dueOn
    const [effect] = [counted(await boss.post('/api/changes/preview', { items: [closing(day)] }))]
    expect(effect).toMatchObject({ count: 3, text: '3 uitleningen krijgen een latere inleverdatum' })
    expect(effect?.sample).toHaveLength(1)
    const set = randomUUID()
    done(await boss.post('/api/changes', { id: set, items: [closing(day)] }))
    await follow()
    const later = openAfter(day)
    expect(await Promise.all([first, second, renewed].map(({ id }) => dueOf(id)))).toEqual([later, later, later])
    expect(await here.database.owner('loan_step').where({ set_id: set, act: 'moved' })).toHaveLength(3)
    const why = await zwalm.why(first.id)
    expect([why.dueOn, why.sentences.at(-1), why.differs]).toEqual([later, expect.stringMatching(/^Daarna heeft je bib de datum verschoven van .* omdat de vestiging sluit: inventaris\.$/), []])
    expect(counted(await boss.post('/api/changes/preview', { items: [closing(day)] }))).toBeUndefined()

    await here.database.owner('loan').where({ id: renewed.id }).update({ due_on: openAfter(later) })
    done(await boss.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today', reason: 'Toch open' }))
    await follow()
    expect(await Promise.all([first, second, renewed].map(({ id }) => dueOf(id)))).toEqual([day, day, openAfter(later)])
    const { report } = await here.database.owner('run').where({ kind: 'circulation.due-days' }).orderBy('at', 'desc').first('report')
    expect(report).toEqual({ moved: 2, kept: 1 })
    expect((await zwalm.why(first.id)).sentences.at(-1)).toMatch(/^Die verschuiving is teruggedraaid/)
  })

  test('moves nothing where whoever closes says so, and never anything to an earlier day', async () => {
    const loan = await lent()
    expect(counted(await boss.post('/api/changes/preview', { items: [closing(loan.dueOn, loan.dueOn, { extendLoans: false })] }))).toBeUndefined()
    const stays = { parts: { 'due-dates': { move: 'none', late: 'leave' } } }
    expect(counted(await boss.post('/api/changes/preview', { items: [closing(loan.dueOn, loan.dueOn, stays)] }))).toBeUndefined()
    done(await boss.post('/api/changes', { id: randomUUID(), items: [closing(loan.dueOn, loan.dueOn, { extendLoans: false })] }))
    await follow()
    expect(await dueOf(loan.id)).toBe(loan.dueOn)
  })

  test('is counted right by who may not see the loans', async () => {
    const helpdesk = await here.staff('helpdesk')
    const loan = await lent()
    const others = await here.database.owner('loan').where({ branch_id: zwalm.branch, due_on: loan.dueOn }).whereNull('ended_at')
    const day = Temporal.PlainDate.from(loan.dueOn)
    const items = [closing(day.subtract({ days: 1 }).toString(), day.add({ days: 1 }).toString())]
    const effect = counted(await helpdesk.post('/api/changes/preview', { items }))
    expect(effect?.count ?? 0).toBeGreaterThanOrEqual(others.length)
    expect(JSON.stringify(effect)).not.toContain('Peeters')
  })

  test('that the whole library has moves in parts, and a second delivery moves nothing more', async () => {
    const loan = await lent()
    const set = randomUUID()
    const payload = { units: [zwalm.library], from: loan.dueOn, to: loan.dueOn, kind: 'V', text: 'vakantie', also: [zwalm.branch], leave: [] }
    done(await boss.post('/api/changes', { id: set, items: [{ kind: 'branches.close', payload }] }))
    await follow()
    const moved = await dueOf(loan.id)
    await follow()
    expect(moved > loan.dueOn).toBe(true)
    expect(await dueOf(loan.id)).toBe(moved)
    expect(await here.database.owner('run').where({ kind: 'circulation.due-days', state: 'failed' })).toEqual([])
  })
})
