import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { applyDue } from '#core/waiting.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import type { Desk } from './desk-process.ts'

const DAY = '2026-12-01'
let here: Opened
let database: string
let branch: string
let manager: Staff
let helpdesk: Staff
const children = new Set<ChildProcess>()

beforeAll(async () => {
  here = await openInstallation()
  branch = await here.unit('branch', 'Munkzwalm', await here.unit('library', 'Bib Zwalm'))
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
  const { rows: [{ name }] } = await here.database.owner.raw('select current_database() as name')
  database = name
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
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

/** Starts another process, which says how far it is. */
async function start(desk: Pick<Desk, 'now' | 'approves'>) {
  const before = await ours()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'desk-process.ts')], {
    cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DESK: JSON.stringify({ host: inject('postgres'), database, ...desk } satisfies Desk) },
  })
  children.add(child)
  let said = ''
  child.stdout.on('data', part => (said += part))
  const gone = new Promise<NodeJS.Signals | number | null>(done => child.once('close', (code, signal) => done(signal ?? code)))
  return {
    async says(word: string) {
      while (!said.includes(word)) {
        if (child.exitCode !== null) throw new Error(`It ended: ${said}`)
        await pause(2)
      }
    },
    shoot: () => child.kill('SIGKILL'),
    async kill() {
      child.kill('SIGKILL')
      expect(await gone).toBe('SIGKILL')
      children.delete(child)
      await settled(before)
    },
    ended: () => child.exitCode !== null,
  }
}

const count = async (query: string, values: readonly string[]): Promise<number> =>
  (await here.database.owner.raw(`select count(*)::int as n from ${query}`, [...values])).rows[0].n
/** The connections of requests and jobs in this database, whichever process holds them. */
const ours = async (): Promise<readonly number[]> => (await here.database.owner.raw(`
  select pid from pg_stat_activity where datname = current_database() and usename in ('filiaal_app', 'filiaal_job')`)).rows.map(({ pid }: { pid: number }) => pid)
/** Statements in this database that wait for a lock. */
const waiting = () => count('pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())', [])
/** What a killed process leaves behind at the server ends when it wants to answer. */
async function settled(before: readonly number[]) {
  while ((await ours()).some(pid => !before.includes(pid))) await pause(10)
}

/** Kills the process where it waits for what this test holds in its hands. */
async function killedAt(table: string, desk: Pick<Desk, 'now' | 'approves'>) {
  const holding = await here.database.owner.transaction()
  await holding.raw(table === 'configuration' ? 'select version from configuration for update' : `lock table ${table} in exclusive mode`)
  const process_ = await start(desk)
  await process_.says('ready')
  while (await waiting() === 0 && !process_.ended()) await pause(5)
  process_.shoot()
  await holding.rollback()
  await process_.kill()
}

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
    const again = await start({ now: at('2026-11-23'), approves })
    await again.says('approved')
    expect(await stateOf(id)).toEqual(once)
    await again.kill()
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
    const third = await start({ now: at(DAY), approves: null })
    while ((await stateOf(id)).state !== 'applied') await pause(20)
    await third.kill()
    expect(await stateOf(id)).toEqual(once)
  })
})
