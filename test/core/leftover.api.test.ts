import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDueJobs } from '#core/schedule.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let owner: Opened['database']['owner']
let somebody: Staff
beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-23T01:00:00Z' })
  owner = here.database.owner
  somebody = await here.staff('library-admin', await here.unit('library', 'Zwalm'))
})
afterAll(() => here.close())

const ago = (days: number) => here.clock.now.subtract({ hours: 24 * days }).toString()
const night = async () => {
  here.clock.now = here.clock.now.add({ hours: 24 })
  expect(await runDueJobs(here.installation)).toContain('core.tidy')
}
const idsOf = (table: string) => owner(table).orderBy('id').pluck('id')

async function event(name: string, days: number, isDelivered: boolean): Promise<number> {
  const [{ id }] = await owner('event')
    .insert({ name, detail: '{}', at: ago(days), delivered_at: isDelivered ? ago(days) : null }).returning('id')
  if (isDelivered) await owner('delivery').insert({ event_id: id, handler: 'bell.hear' })
  return id
}

async function session(days: number, more: object = {}): Promise<string> {
  const id = randomUUID()
  await owner('session').insert({
    id, staff_id: somebody.id, method: 'password', started_at: ago(days), last_seen_at: ago(days), expires_at: ago(days), ...more,
  })
  return id
}

test('delivered events go with their deliveries after the days that are kept; what waits stays, however old', async () => {
  const [old, late, waits] = [await event('a.b', 402, true), await event('a.b', 390, true), await event('a.b', 500, false)]
  await night()
  const kept = await idsOf('event')
  expect(kept).not.toContain(old)
  expect(kept).toEqual(expect.arrayContaining([late, waits]))
  expect(await owner('delivery').pluck('event_id')).toEqual([late])
})

test('marks of jobs go, and no job is done again for it', async () => {
  await owner('job_slot').insert([{ job: 'old.job', slot: ago(450) }, { job: 'late.job', slot: ago(300) }])
  await night()
  const jobs = await owner('job_slot').pluck('job')
  expect(jobs).not.toContain('old.job')
  expect(jobs).toContain('late.job')
  expect(await runDueJobs(here.installation)).toEqual([])
})

test('ended sessions go with the provider’s word for them, and leave the desk that had them last', async () => {
  const old = await session(500, { ended_at: ago(500) })
  const desk = randomUUID()
  await owner('desk').insert({ id: desk, unit_id: SYSTEM, name: 'Balie', made_by: somebody.id, made_at: ago(600) })
  await owner('desk_key').insert({ desk_id: desk, digest: Buffer.from('a key'), session_id: old })
  await owner('federated_session').insert({ session_id: old, provider_id: randomUUID(), sid: 'one' })
  const runOut = await session(450)
  const late = await session(350, { ended_at: ago(350) })
  await night()
  const kept = await idsOf('session')
  expect(kept).not.toContain(old)
  expect(kept).not.toContain(runOut)
  expect(kept).toEqual(expect.arrayContaining([late, somebody.session]))
  expect(await owner('federated_session')).toEqual([])
  expect(await owner('desk_key').where({ desk_id: desk }).first('session_id')).toEqual({ session_id: null })
})

test('when somebody was last here can still be told, and a machine’s tokens stay listed', async () => {
  const away = await here.staff('library-admin')
  await owner('session').where({ id: away.session }).update({ last_seen_at: ago(700), expires_at: ago(700), ended_at: ago(700) })
  const token = await session(600, { method: 'token', token_digest: Buffer.from('a token'), ended_at: ago(600) })
  await night()
  expect(await idsOf('session')).toEqual(expect.arrayContaining([away.session, token]))
})

test('the region says how long', async () => {
  const item = (value: number) => ({
    kind: 'parameters.set',
    payload: { unit: SYSTEM, parameter: 'core.leftover-days', from: '2026-11-01', to: null, value },
  })
  const old = await event('a.b', 120, true)
  await here.apply(item(100))
  await night()
  expect(await idsOf('event')).not.toContain(old)
  const admin = await here.staff('system-admin')
  expect((await admin.change([item(99)])).status).toBe(422)
})

test('people’s requests may take none of it away', async () => {
  for (const table of ['event', 'delivery', 'session', 'job_slot'])
    await expect(here.database.app(table).delete()).rejects.toMatchObject({ code: '42501' })
})
