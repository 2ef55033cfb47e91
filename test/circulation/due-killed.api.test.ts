import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { calendarOf, isOpen } from '#plugins/branches/index.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { otherProcesses } from '../other-process.ts'
import type { Desk } from './desk-process.ts'
import { lendingAt, type Lending } from './lending.ts'

/** A server that is killed while due days move, and one that goes on where it was. */
type Told = Omit<Desk, 'host' | 'database'>
let here: Opened
let admin: Staff
let zwalm: Lending
let others: Awaited<ReturnType<typeof otherProcesses<Told>>>

beforeAll(async () => {
  here = await openInstallation({ now: new Date().toISOString() })
  zwalm = await lendingAt(here, 'Zwalm')
  await lendMany()
  // What all this announced is no matter of this test.
  await here.database.owner('event').update({ delivered_at: new Date() })
  admin = await here.staff('system-admin')
  others = await otherProcesses(here, join(import.meta.dirname, 'desk-process.ts'))
}, 120_000)
afterAll(async () => {
  others.close()
  await here.close()
})

const plus = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

/** As many as make up two parts of a run, due on the open days of four weeks, as if one desk had lent them by one scan after the other. */
async function lendMany() {
  const { id } = done(await zwalm.lend((await zwalm.patron()).card, (await zwalm.item()).barcode)).loan
  const today = here.clock.now.toString().slice(0, 10)
  const open = Array.from({ length: 28 }, (_, n) => plus(today, n + 1)).filter(day => ![1, 7].includes(Temporal.PlainDate.from(day).dayOfWeek))
  await here.database.owner.transaction(async db => {
    await db.raw('alter table item disable trigger user; alter table loan disable trigger user')
    await db.raw(`insert into item (id, barcode, title, material, library_id, branch_id, at_branch_id, at)
      select gen_random_uuid(), 'K' || lpad(n::text, 8, '0'), 'Wierook', material, library_id, branch_id, branch_id, at
      from item, generate_series(1, 8000) n where id = (select item_id from loan where id = ?)`, [id])
    await db.raw(`insert into loan (id, library_id, branch_id, item_id, item_library_id, person_id, membership_id, member_library_id,
        member_branch_id, membership, material, channel, lent_at, term_on, lent_on, raw_due_on, due_on, term)
      select gen_random_uuid(), l.library_id, l.branch_id, i.id, l.item_library_id, l.person_id, l.membership_id, l.member_library_id,
        l.member_branch_id, l.membership, l.material, 'desk', l.lent_at, l.term_on, l.lent_on, day, day, l.term
      from loan l, item i, lateral (select (?::date[])[1 + right(i.barcode, 8)::int % ?] as day) due
      where l.id = ? and i.barcode ~ '^K[0-9]{8}$'`, [open, open.length, id])
    await db.raw('alter table item enable trigger user; alter table loan enable trigger user')
  })
  await here.database.owner.raw('analyze loan')
}

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
let minutes = 0
/** Each starts some minutes after the one before: what that one had taken in hand when it was killed is free again by then. */
const server = (): Told => ({
  now: new Date(Date.now() + (minutes += 3) * 60_000).toISOString(), staff: admin.id, session: admin.session, follows: true,
})
interface Due { readonly id: string; readonly branch_id: string; readonly due_on: string; readonly version: number }
const open = (): Promise<Due[]> =>
  here.database.owner('loan').whereNull('ended_at').orderBy('id').select('id', 'branch_id', 'due_on', 'version')
const run = (set: string) => here.database.owner('run').whereRaw(`detail ->> 'set' = ?`, [set]).first()
const stepsOf = async (set: string, act: string) => (await here.database.owner.raw(
  'select count(*)::int as steps, count(distinct loan_id)::int as loans from loan_step where set_id = ? and act = ?', [set, act])).rows[0]

async function tillDone(set: string) {
  const other = await others.start(server())
  await other.says('done')
  await other.kill()
  const { state, report } = await run(set)
  expect(state, JSON.stringify(report)).toBe('done')
}

test('killed as it hears of a closing, in its first part and in a later one, it moves every loan once', { timeout: 240_000 }, async () => {
  const before = await open()
  const today = here.installation.today(here.installation.snapshot.current)
  const [from, to] = [plus(today, 1), plus(today, 40)]
  const set = randomUUID()
  done(await admin.post('/api/changes', { id: set, reason: 'werken', items: [{ kind: 'branches.close', payload: {
    units: [SYSTEM], from, to, kind: 'G', text: 'Proef', also: [], leave: [], extendLoans: true,
  } }] }))

  await others.killedAt('run', server())
  expect(await run(set)).toBeUndefined()
  await others.killedAt('loan_step', server())
  expect([(await run(set)).done, await open()]).toEqual([0, before])
  const last = before.filter(({ due_on: due }) => due <= to).toSorted((a, b) => (a.due_on < b.due_on ? 1 : -1))[0]
  await others.killedAt(`select id from loan where id = '${last?.id}' for update`, server())
  const half = await run(set)
  expect(half).toMatchObject({ state: 'running' })
  expect(await stepsOf(set, 'moved')).toEqual({ steps: half.done, loans: half.done })
  expect(half.done).toBeGreaterThan(1000)
  await tillDone(set)

  const after = new Map((await open()).map(loan => [loan.id, loan]))
  const moved = before.filter(({ id, due_on: due }) => after.get(id)?.due_on !== due)
  expect(moved.length).toBeGreaterThan(half.done)
  expect((await run(set)).done).toBe(moved.length)
  expect(moved.filter(({ id, version }) => after.get(id)?.version !== version + 1)).toEqual([])
  expect(await stepsOf(set, 'moved')).toEqual({ steps: moved.length, loans: moved.length })
  const reading = here.installation.snapshot.current
  expect([...after.values()].filter(({ branch_id: branch, due_on: due }) => due > today && !isOpen(calendarOf(reading, branch), due))).toEqual([])

  const back = randomUUID()
  done(await admin.post(`/api/changes/${set}/put-back`, { id: back, mode: 'from-today', reason: 'Vergissing' }))
  await others.killedAt(`select id from loan where id = '${moved.at(-1)?.id}' for update`, server())
  expect(await stepsOf(back, 'moved-back')).toEqual({ steps: (await run(back)).done, loans: (await run(back)).done })
  await tillDone(back)
  expect(await stepsOf(back, 'moved-back')).toEqual({ steps: moved.length, loans: moved.length })
  expect((await open()).map(({ id, due_on: due }) => [id, due])).toEqual(before.map(({ id, due_on: due }) => [id, due]))
})
