import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { runDueJobs } from '#core/schedule.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { openReceiver, signaturesThatFit, type Receiver } from './receiver.ts'
import { telling } from './told.ts'

let here: Opened
let receiver: Receiver
let tell: ReturnType<typeof telling>
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId
let there: UnitId
let admin: Staff
let boss: Staff
let other: Staff

beforeAll(async () => {
  here = await openInstallation({ now: new Date().toISOString(), webhookNetwork: 'private' })
  receiver = await openReceiver()
  tell = telling(here, receiver)
  zwalm = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Bib Zoersel')
  there = await here.unit('branch', 'Zoersel dorp', zoersel)
  tell.later(60)
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
  other = await here.staff('library-admin', zoersel)
})
afterAll(async () => {
  await here.close()
  await receiver.close()
})
const codesOf = (answer: { body: { faults: { code: string }[] } }) => answer.body.faults.map(({ code }) => code)
const listOf = async (staff: Staff) => ((await staff.get('/api/webhooks')).body.data as { id: string }[]).map(({ id }) => id)

describe('a webhook', () => {
  test('hears of its own unit and below, never of another library; the one of the region hears all', async () => {
    await tell.listen(boss, zwalm, '/zwalm')
    await tell.listen(other, zoersel, '/zoersel')
    await tell.listen(admin, SYSTEM, '/all')
    await tell.close(boss, [branch], '2027-01-14')
    await tell.close(other, [there], '2027-01-15')
    await tell.leave()
    const sentences = (path: string) => receiver.at(path).map(({ body }) => body.data.sentences.join()).sort()
    expect(sentences('/zwalm')).toEqual([expect.stringContaining('Munkzwalm')])
    expect(sentences('/zoersel')).toEqual([expect.stringContaining('Zoersel dorp')])
    expect(sentences('/all')).toHaveLength(2)
    expect(receiver.at('/zwalm').map(({ raw }) => raw).join()).not.toContain('Zoersel')
  })

  test('hears that something happened in its own part of what touches others too, without the sentence that names them', async () => {
    receiver.received.length = 0
    expect((await tell.close(admin, [branch, there], '2027-01-18')).status).toBe(201)
    await tell.leave()
    const [mine] = receiver.at('/zwalm')
    expect(mine?.body.data).toMatchObject({ units: [{ id: branch, name: 'Munkzwalm' }] })
    expect(mine?.raw).not.toMatch(/Zoersel/)
    expect(mine?.raw).not.toContain(there)
    expect(receiver.at('/all')[0]?.body.data.units).toHaveLength(2)
  })

  test('hears of a put back what it heard of the change', async () => {
    const { body: { id } } = await tell.close(boss, [branch], '2027-01-19')
    await tell.leave()
    receiver.received.length = 0
    expect((await boss.post(`/api/changes/${id}/put-back`, { id: randomUUID(), mode: 'from-today' })).status).toBe(201)
    await tell.leave()
    expect(receiver.at('/zwalm')[0]?.body.data).toMatchObject({ putsBack: id, units: [{ name: 'Munkzwalm' }] })
    expect(receiver.at('/zoersel')).toEqual([])
  })

  test('hears only what it chose, and nothing without a secret or while it is off', async () => {
    const off = await tell.listen(boss, zwalm, '/off')
    expect((await boss.change([tell.set(zwalm, '/off', { id: off.id, on: false })])).status).toBe(201)
    const bare = tell.set(zwalm, '/bare')
    await boss.change([bare])
    await tell.close(boss, [branch], '2027-01-20')
    await tell.leave()
    expect([receiver.at('/off').length, receiver.at('/bare').length]).toEqual([0, 0])
    const unknown = await boss.change([tell.set(zwalm, '/x', { events: ['core.password-changed'] })])
    expect([unknown.status, codesOf(unknown)]).toEqual([422, ['webhooks.no-event']])
    const { body } = await boss.get('/api/webhooks/events')
    const changed = body.data.find(({ name }: { name: string }) => name === 'core.changed')
    expect(changed).toMatchObject({ title: 'de configuratie is gewijzigd' })
    expect(changed.schema.properties.data.properties).toHaveProperty('sentences')
    expect(body.data.map(({ name }: { name: string }) => name)).not.toContain('core.password-changed')
  })

  test('asked for by somebody else shows whoever agrees where it goes and what goes along', async () => {
    const desk = await here.staff('desk', branch)
    const item = tell.set(branch, '/asked', { name: 'Onschuldig', address: 'https://elders.example.org/x', names: true })
    expect((await desk.change([item])).status).toBe(403)
    const asked = await desk.change([item], { asRequest: true, reason: 'graag' })
    expect([asked.status, asked.body.sentences]).toEqual(
      [201, ['Munkzwalm laat “Onschuldig” (elders.example.org) horen wat er gebeurt, en wie het deed']])
    const deeper = await boss.change([tell.set(branch, '/asked', { address: 'https://elders.example.org/een-sleutel' })])
    const told = JSON.stringify([deeper.body, (await boss.get('/api/audit?limit=200')).body])
    expect(told).toContain('elders.example.org')
    expect(told).not.toContain('een-sleutel')
  })

  test('is one of twenty at most', async () => {
    const full = await here.unit('branch', 'Vol', zwalm)
    const twenty = Array.from({ length: 20 }, () => tell.set(full, '/full', { on: false }))
    expect((await boss.change(twenty)).status).toBe(201)
    const more = await boss.change([tell.set(full, '/full', { on: false })])
    expect([more.status, codesOf(more)]).toEqual([422, ['webhooks.too-many']])
    expect((await boss.change(twenty.slice(0, 1))).status).toBe(201)
  })

  test('is behind its wall: list, log, secret, ping, change', async () => {
    const { id } = await tell.listen(boss, zwalm, '/wall')
    await tell.close(boss, [branch], '2027-01-21')
    await tell.leave()
    const { body } = await boss.get(`/api/webhooks/${id}/deliveries`)
    const delivery = body.data[0].id as string
    expect(await listOf(other)).not.toContain(id)
    expect(await listOf(admin)).toContain(id)
    for (const asked of [
      other.get(`/api/webhooks/${id}/deliveries`), other.get(`/api/deliveries/${delivery}`), other.post(`/api/deliveries/${delivery}/again`),
      other.post(`/api/webhooks/${id}/secret`), other.post(`/api/webhooks/${id}/ping`), other.get(`/api/webhooks?unit=${zwalm}`),
      other.get(`/api/webhooks/${randomUUID()}/deliveries`),
    ]) expect((await asked).status).toBe(404)
    expect((await other.change([tell.set(zwalm, '/wall', { id })])).status).toBe(403)
    expect((await other.change([tell.set(zoersel, '/wall', { id })])).status).toBe(422)
    const manager = await here.staff('branch-manager', branch)
    expect((await manager.get('/api/webhooks')).status).toBe(403)
  })

  test('asks who sets it to confirm who they are, as a put back that brings it back does; stopping it does not', async () => {
    const { id } = await tell.listen(boss, zwalm, '/weighs')
    await here.database.owner('session').where({ staff_id: boss.id }).update({ confirmed_at: null })
    expect((await boss.change([tell.set(zwalm, '/elders', { id })])).body.code).toBe('core.confirm-yourself')
    expect((await boss.post(`/api/webhooks/${id}/secret`)).body.code).toBe('core.confirm-yourself')
    const ended = await boss.change([{ kind: 'webhooks.end-endpoint', payload: { id, unit: zwalm } }])
    expect(ended.status).toBe(201)
    const back = { id: randomUUID(), mode: 'from-today' }
    expect((await boss.post(`/api/changes/${ended.body.id}/put-back`, back)).body.code).toBe('core.confirm-yourself')
    await here.database.owner('session').where({ staff_id: boss.id }).update({ confirmed_at: here.clock.now.toString() })
    expect((await boss.post(`/api/changes/${ended.body.id}/put-back`, back)).status).toBe(201)
    expect(await listOf(boss)).toContain(id)
  })
})

describe('its secret', () => {
  test('is shown once, and stands in no answer, fact, audit or message', async () => {
    const { id, secret } = await tell.listen(boss, zwalm, '/secret')
    const { body } = await boss.get('/api/webhooks')
    expect(body.data.find((one: { id: string }) => one.id === id)).toMatchObject({ hasSecret: true, formerUntil: null })
    const { rows: [{ all }] } = await here.database.owner.raw(`
      select (select string_agg(s::text, ' ') from segment s) || (select string_agg(b::text, ' ') from audit_body b)
        || (select string_agg(i::text, ' ') from change_item i) || coalesce((select string_agg(d::text, ' ') from webhook_delivery d), '')
        || (select string_agg(encode(sealed, 'escape') || encode(sealed, 'base64'), ' ') from webhook_secret) as all`)
    expect(`${JSON.stringify(body)} ${all}`).not.toContain(secret.slice('whsec_'.length, -4))
  })

  test('is renewed with a day in which both sign; after that only the new one', async () => {
    const { id, secret: former } = await tell.listen(boss, zwalm, '/turn')
    const renewed = await boss.post(`/api/webhooks/${id}/secret`)
    expect(renewed.status).toBe(201)
    const { secret } = renewed.body
    await tell.close(boss, [branch], '2027-01-22')
    await tell.leave()
    const during = receiver.at('/turn').at(-1)
    expect(during && [await signaturesThatFit(during, former), await signaturesThatFit(during, secret)]).toEqual([1, 1])
    expect(String(during?.headers['webhook-signature']).split(' ')).toHaveLength(2)
    tell.later(25 * 3600)
    const later = await here.staff('library-admin', zwalm)
    await tell.close(later, [branch], '2027-01-25')
    await tell.leave()
    const after = receiver.at('/turn').at(-1)
    expect(after && [await signaturesThatFit(after, former), await signaturesThatFit(after, secret)]).toEqual([0, 1])
    await runDueJobs(here.installation)
    expect(await here.database.owner('webhook_secret').where({ endpoint_id: id })).toHaveLength(1)
    admin = await here.staff('system-admin')
    boss = later
  })
})

describe('its log', () => {
  test('says of a message what came of it, and sends it again under the same number', async () => {
    const { id } = await tell.listen(boss, zwalm, '/log')
    receiver.moods.set('/log', 500)
    const pinged = await boss.post(`/api/webhooks/${id}/ping`)
    expect([pinged.status, pinged.body.state]).toEqual([201, 'waiting'])
    await tell.deliver()
    const read = await boss.get(`/api/deliveries/${pinged.body.id}`)
    expect(read.body).toMatchObject({ state: 'failed', failure: 'refused', status: 500, said: 'dank je', tries: 1, type: 'webhooks.ping' })
    expect(JSON.parse(read.body.body)).toMatchObject({ type: 'webhooks.ping' })
    receiver.moods.clear()
    expect((await boss.post(`/api/deliveries/${pinged.body.id}/again`)).body.state).toBe('waiting')
    await tell.deliver()
    expect(receiver.at('/log').map(one => one.id)).toEqual([pinged.body.id, pinged.body.id])
    const { body } = await boss.get(`/api/webhooks/${id}/deliveries?state=sent`)
    expect(body.data.map((one: { id: string }) => one.id)).toContain(pinged.body.id)
    expect((await boss.get('/api/webhooks')).body.data.find((one: { id: string }) => one.id === id)).toMatchObject({ waiting: 0, failure: null })
  })
})

describe('an address', () => {
  test('that leads inside is refused when it is set and when it is asked', async () => {
    const strict = await openInstallation({ now: new Date().toISOString() })
    const owner = await strict.staff('system-admin')
    const { port } = new URL(receiver.address)
    for (const address of [
      receiver.address, `https://localhost:${port}`, `https://127.0.0.1:${port}`, `https://[::1]:${port}`, 'https://[::ffff:10.0.0.1]/x',
      'https://169.254.169.254/latest', 'https://10.0.0.1', 'https://192.168.1.1', 'https://2130706433', 'https://0x7f.1', 'http://example.org',
    ]) {
      const refused = await owner.change([telling(strict, receiver).set(SYSTEM, '/x', { address })])
      expect([address, refused.status, codesOf(refused)]).toEqual([address, 422, ['webhooks.not-public']])
    }
    for (const [address, code] of [['https://u:p@example.org/', 'webhooks.password-in-address'], ['https://exa mple.org', 'core.schema'], ['ftp://example.org', 'core.schema']]) {
      const refused = await owner.change([telling(strict, receiver).set(SYSTEM, '/x', { address })])
      expect([address, refused.status]).toEqual([address, 422])
      if (code !== 'core.schema') expect(codesOf(refused)).toEqual([code])
    }
    // A name that leads inside shows only when it is looked up.
    const id = randomUUID()
    const named = telling(strict, receiver).set(SYSTEM, '/x', { id, address: `https://filiaal-receiver.localhost:${port}/x` })
    expect((await owner.change([named])).status).toBe(201)
    await owner.post(`/api/webhooks/${id}/secret`)
    const pinged = await owner.post(`/api/webhooks/${id}/ping`)
    await telling(strict, receiver).deliver()
    const { body } = await owner.get(`/api/deliveries/${pinged.body.id}`)
    expect([body.state, ['not-public', 'not-found'].includes(body.failure)]).toEqual(['failed', true])
    await strict.close()
  })

  test('is told nothing from a demo, which shows what would leave', async () => {
    const demo = await openInstallation({ now: new Date().toISOString(), kind: 'demo' })
    const owner = await demo.staff('system-admin')
    const item = telling(demo, receiver).set(SYSTEM, '/demo', { address: 'https://tickets.example.org/' })
    await owner.change([item])
    await owner.post(`/api/webhooks/${item.payload.id}/secret`)
    const pinged = await owner.post(`/api/webhooks/${item.payload.id}/ping`)
    expect(await telling(demo, receiver).leave()).toBe(0)
    expect((await owner.get(`/api/deliveries/${pinged.body.id}`)).body).toMatchObject({ state: 'kept', tries: 0 })
    expect((await owner.get('/api/webhooks')).body.network).toBe('none')
    await demo.close()
  })
})

test('whoever leaves leaves their webhooks behind, and whoever sends them away is told', async () => {
  const leaver = await here.staff('library-admin', zwalm)
  const before = await admin.get(`/api/staff/${leaver.id}/leaving`)
  await tell.listen(leaver, zwalm, '/mine')
  const { status, body } = await admin.get(`/api/staff/${leaver.id}/leaving`)
  expect([status, before.body.webhooks, body.webhooks]).toEqual([200, 0, 1])
})
