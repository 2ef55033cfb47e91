import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyDue } from '#core/waiting.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { otherProcesses } from '../other-process.ts'
import type { Desk } from './desk-process.ts'

const DAY = '2026-12-01'
let here: Opened
let others: Awaited<ReturnType<typeof otherProcesses<Pick<Desk, 'now' | 'approves'>>>>
let branch: string
let manager: Staff
let helpdesk: Staff

beforeAll(async () => {
  here = await openInstallation()
  branch = await here.unit('branch', 'Munkzwalm', await here.unit('library', 'Bib Zwalm'))
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
  others = await otherProcesses(here, join(import.meta.dirname, 'desk-process.ts'))
})
afterAll(async () => {
  others.close()
  await here.close()
})

let keys = 0
async function asked(applyOn: string | null): Promise<string> {
  const id = randomUUID()
  const rule = { on: { date: '07-11' }, kind: 'G', text: 'Feest' }
  const { status } = await manager.post('/api/changes', {
    id, asRequest: true, applyOn, items: [{ kind: 'branches.set-rule', payload: { unit: branch, key: `dag-${++keys}`, from: null, to: null, rule } }],
  })
  expect(status).toBe(201)
  return id
}

const count = async (query: string, values: readonly string[]): Promise<number> =>
  (await here.database.owner.raw(`select count(*)::int as n from ${query}`, [...values])).rows[0].n
const start = (desk: Pick<Desk, 'now' | 'approves'>) => others.start(desk)
const killedAt = (table: string, desk: Pick<Desk, 'now' | 'approves'>) => others.killedAt(table, desk)

const stateOf = async (id: string) => {
  const set: { state: string; version: number | null } = await here.database.owner('change_set').where({ id }).first('state', 'version')
  return {
    state: set.state, told: await count(`event where name = 'core.changed' and detail ->> 'set' = ?`, [id]),
    rows: await count('segment where said_in = ?', [id]), request: (await here.database.owner('request').where({ set_id: id }).first('state')).state,
  }
}
const once = { state: 'applied', told: 1, rows: 1, request: 'applied' }
const notYet = (state: string, request: string) => ({ state, told: 0, rows: 0, request })
const at = (day: string) => `${day}T09:00:00Z`

describe('a process that is killed', { timeout: 120_000 }, () => {
  test.each(['configuration', 'segment', 'event'])('while it approves and applies, at %s: nothing has happened, and the next yes applies it once', async table => {
    const id = await asked(null)
    const approves = { request: id, staff: helpdesk.id, session: helpdesk.session }
    await killedAt(table, { now: at('2026-11-23'), approves })
    expect(await stateOf(id)).toEqual(notYet('requested', 'submitted'))
    // Another process that says yes is one of this test: to start one more shows nothing else.
    const { app } = await here.second()
    expect((await helpdesk.on(app).post(`/api/requests/${id}/approve`, {})).status).toBe(200)
    expect(await stateOf(id)).toEqual(once)
    expect((await helpdesk.post(`/api/requests/${id}/approve`, {})).status).toBe(409)
    expect(await stateOf(id)).toEqual(once)
  })

  test.each(['configuration', 'change_set', 'segment', 'event'])('on the day of a plan, at %s: it is planned still, and the next process applies it once', async table => {
    const id = await asked(DAY)
    expect((await helpdesk.post(`/api/requests/${id}/approve`, {})).body.state).toBe('planned')
    await killedAt(table, { now: at(DAY), approves: null })
    expect(await stateOf(id)).toEqual(notYet('planned', 'planned'))
    const { installation } = await here.second()
    await applyDue(installation, DAY)
    expect(await stateOf(id)).toEqual(once)
    await applyDue(here.installation, DAY)
    expect(await stateOf(id)).toEqual(once)
  })

  test.each([0, 40, 200])('%i ms after it approved for a day that is there: planned or applied, and once in the end', async after => {
    const id = await asked(DAY)
    const first = await start({ now: at('2026-11-23'), approves: { request: id, staff: helpdesk.id, session: helpdesk.session } })
    await first.says('approved')
    await first.kill()
    expect(await stateOf(id)).toEqual(notYet('planned', 'planned'))
    const second = await start({ now: at(DAY), approves: null })
    await second.says('ready')
    await pause(after)
    await second.kill()
    const left = await stateOf(id)
    expect([once, notYet('planned', 'planned')]).toContainEqual(left)
    const { installation } = await here.second()
    await applyDue(installation, DAY)
    expect(await stateOf(id)).toEqual(once)
  })
})
