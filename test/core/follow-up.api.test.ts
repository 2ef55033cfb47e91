import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenSeal, sealAudit } from '#core/seal.ts'
import { defineEvent } from '#core/contract.ts'
import { Heartbeat } from '#core/heartbeat.ts'
import type { Installation } from '#core/installation.ts'
import { deliverEvents } from '#core/outbox.ts'
import { definePlugin, on } from '#core/plugin.ts'
import { advanceRuns, readRun, startRun } from '#core/run.ts'
import { lastSlot, runDueJobs } from '#core/schedule.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { openInstallation, type Opened } from '../installation.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const rung = defineEvent('bell.rung', Type.Object({ how: Type.String() }))
const note = (ctx: { db: OpenContext['db'] }, word: string) =>
  ctx.db('one_time_link').insert({ id: randomUUID(), token_digest: Buffer.from(`${word} ${randomUUID()}`), purpose: 'invitation', expires_at: '2030-01-01' })

let failing = false
let jobFails = false
/** Rings, is heard by two, strikes every day and counts to five: all that may follow a commit. */
const bell = definePlugin({
  name: 'bell', emits: [rung],
  handles: [
    on(rung, 'note it', async ctx => { await note(ctx, 'heard') }),
    on(rung, 'fail now and then', async ctx => {
      await note(ctx, 'second')
      if (failing) throw new Error('the handler was not in the mood')
    }),
  ],
  jobs: [{ name: 'jam', schedule: '0 6 * * *', run: async () => { if (jobFails) throw new Error('the hammer is stuck') } },
    { name: 'strike', schedule: '0 6 * * *', run: async ctx => { await note(ctx, 'struck') } }],
  runs: [{
    name: 'bell.count', advance: async (ctx, run) => {
      const { until, breakAt } = run.detail as { until: number; breakAt?: number }
      await note(ctx, 'counted')
      if (run.done + 1 === breakAt) throw new Error('the clapper fell off')
      return { done: run.done + 1, total: until, finished: run.done + 1 === until, report: { last: run.done + 1 } }
    },
  }],
})

let here: Opened
beforeAll(async () => { here = await openInstallation({ plugins: [bell] }) })
afterAll(() => here.close())

const work = <T>(act: (ctx: OpenContext) => Promise<T>, installation: Installation = here.installation) => inWork(installation, asSystem, act)
const noted = async (word: string): Promise<number> => (await here.database.owner.raw(
  `select count(*)::int as n from one_time_link where convert_from(token_digest, 'UTF8') like ?`, [`${word} %`])).rows[0].n

describe('events', () => {
  test('reach every handler once, however many processes deliver', async () => {
    const before = [await noted('heard'), await noted('second')]
    await work(async ctx => { for (let n = 0; n < 20; n++) await ctx.emit(rung, { how: `ring ${n}` }) })
    const other = await here.second()
    await Promise.all([deliverEvents(here.installation), deliverEvents(other.installation), deliverEvents(here.installation)])
    expect([await noted('heard'), await noted('second')]).toEqual([before[0]! + 20, before[1]! + 20])
    await other.app.close()
  })

  test('of work that was rolled back are never heard', async () => {
    const before = await noted('heard')
    await work(async ctx => { await ctx.emit(rung, { how: 'never' }); throw new Error('no') }).catch(() => {})
    await deliverEvents(here.installation)
    expect(await noted('heard')).toBe(before)
  })

  test('come back after a failure, without repeating what had succeeded', async () => {
    const before = [await noted('heard'), await noted('second')]
    failing = true
    await work(ctx => ctx.emit(rung, { how: 'softly' }))
    await deliverEvents(here.installation)
    expect([await noted('heard'), await noted('second')]).toEqual([before[0]! + 1, before[1]])
    failing = false
    here.clock.now = here.clock.now.add({ minutes: 5 })
    await deliverEvents(here.installation)
    expect([await noted('heard'), await noted('second')]).toEqual([before[0]! + 1, before[1]! + 1])
  })
})

describe('jobs', () => {
  test('are done once a slot, however many processes look', async () => {
    const other = await here.second()
    const before = await noted('struck')
    await Promise.all([runDueJobs(here.installation), runDueJobs(other.installation)])
    await runDueJobs(here.installation)
    expect(await noted('struck')).toBe(before + 1)
    here.clock.now = here.clock.now.add({ hours: 24 })
    await runDueJobs(other.installation)
    expect(await noted('struck')).toBe(before + 2)
    await other.app.close()
  })

  test('that fail hold up no other, and are tried again after a while', async () => {
    here.clock.now = here.clock.now.add({ hours: 24 })
    const before = await noted('struck')
    jobFails = true
    await expect(runDueJobs(here.installation)).rejects.toThrow('1 jobs failed')
    jobFails = false
    expect(await noted('struck')).toBe(before + 1)
    expect(await runDueJobs(here.installation)).toEqual([])
    here.clock.now = here.clock.now.add({ minutes: 2 })
    expect(await runDueJobs(here.installation)).toEqual(['bell.jam'])
  })

  test('at half past two in the night of both clock changes happen once', () => {
    const at = (now: string) => {
      here.clock.now = Temporal.Instant.from(now)
      return lastSlot(here.installation, '30 2 * * *')
    }
    const kept = here.clock.now
    const autumn = new Set(['2027-10-31T00:35:00Z', '2027-10-31T01:00:00Z', '2027-10-31T01:35:00Z', '2027-10-31T05:00:00Z'].map(at))
    const spring = new Set(['2027-03-28T01:35:00Z', '2027-03-28T03:00:00Z', '2027-03-28T06:00:00Z'].map(at))
    here.clock.now = kept
    expect(autumn.size).toBe(1)
    expect(spring.size).toBe(1)
  })
})

describe('runs', () => {
  test('go on part by part, by whichever process comes, to the end', async () => {
    const id = await work(ctx => startRun(ctx, 'bell.count', { until: 5 }, null))
    const before = await noted('counted')
    const other = await here.second()
    await Promise.all([advanceRuns(here.installation), advanceRuns(other.installation)])
    expect(await work(ctx => readRun(ctx, id))).toMatchObject({ state: 'done', done: 5, total: 5, report: { last: 5 } })
    expect(await noted('counted')).toBe(before + 5)
    await other.app.close()
  })

  test('that fail keep what earlier parts did, say so, and stop', async () => {
    const before = await noted('counted')
    const id = await work(ctx => startRun(ctx, 'bell.count', { until: 5, breakAt: 3 }, null))
    await advanceRuns(here.installation)
    expect(await work(ctx => readRun(ctx, id))).toMatchObject({ state: 'failed', done: 2, report: { code: 'core.failed' } })
    expect(await noted('counted')).toBe(before + 2)
  })

  test('asked for twice with one id are one run', async () => {
    const id = randomUUID()
    const ask = () => work(ctx => startRun(ctx, 'bell.count', { until: 1 }, null, id))
    expect(await Promise.all([ask(), ask()])).toEqual([id, id])
  })
})

describe('the heartbeat', () => {
  test('goes on with the rest when one part fails, and does not say so at every beat', async () => {
    const said: string[] = []
    const heart = new Heartbeat(here.installation, { error: ((about: { part: string }) => { said.push(about.part) }) as never })
    here.clock.now = here.clock.now.add({ hours: 24 })
    jobFails = true
    const before = await noted('heard')
    await work(ctx => ctx.emit(rung, { how: 'beside a failing job' }))
    await heart.once()
    expect(await noted('heard')).toBe(before + 1)
    here.clock.now = here.clock.now.add({ minutes: 2 })
    await heart.once()
    jobFails = false
    expect(said).toEqual(['jobs'])
  })
})

describe('the sealed audit', () => {
  test('seals what finished transactions wrote, and stays whole', async () => {
    await here.unit('library', 'Zwalm')
    // Transactions of other databases of this PostgreSQL may hold the sealer back for a moment.
    await expect.poll(async () => {
      await sealAudit(here.installation)
      const { rows: [{ unsealed }] } = await here.database.owner.raw(
        'select count(*)::int as unsealed from audit where id > coalesce((select max(last_id) from audit_seal), 0)')
      return unsealed
    }, { timeout: 20_000 }).toBe(0)
    expect(await brokenSeal(here.installation)).toBeNull()
  })

  test('two sealers at once make one chain', async () => {
    const other = await here.second()
    for (let n = 0; n < 5; n++) {
      await here.unit('library', `Bib ${n}`)
      await Promise.all([sealAudit(here.installation), sealAudit(other.installation)])
    }
    expect(await brokenSeal(here.installation)).toBeNull()
    await other.app.close()
  })

  test('a row of a slow transaction is never passed by a quicker one', async () => {
    const library = await here.unit('library', 'Traag')
    const slow = await here.database.owner.transaction()
    const add = (db: typeof slow | typeof here.database.owner, name: string) => db('staff').insert({
      id: randomUUID(), library_id: library, name, email: `${name}@proef.be`, language: 'nl',
    })
    await add(slow, 'traag')
    await add(here.database.owner, 'vlug')
    for (let n = 0; n < 3; n++) await sealAudit(here.installation)
    await slow.commit()
    await expect.poll(async () => {
      await sealAudit(here.installation)
      return (await here.database.owner.raw('select (select max(id) from audit) - (select max(last_id) from audit_seal) as behind')).rows[0].behind
    }, { timeout: 20_000 }).toBe(0)
    expect(await brokenSeal(here.installation)).toBeNull()
  })

  test('erasing a body breaks no seal; changing an envelope does', async () => {
    await here.database.owner.raw('delete from audit_body where audit_id = (select min(id) from audit)')
    expect(await brokenSeal(here.installation)).toBeNull()
    await here.database.owner.raw(`update audit set digest = sha256('forged') where id = (select min(first_id) from audit_seal)`)
    expect(await brokenSeal(here.installation)).not.toBeNull()
  })

  test('the runtime role can neither change nor erase it', async () => {
    for (const forbidden of ['delete from audit', 'update audit set actor = null', 'delete from audit_body', 'select salt from audit_body', 'update audit_seal set at = now()', 'select * from audit_seal']) {
      await expect(here.installation.knex.raw(forbidden)).rejects.toMatchObject({ code: '42501' })
    }
  })
})
