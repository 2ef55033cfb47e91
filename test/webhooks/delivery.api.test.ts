import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { runDueJobs } from '#core/schedule.ts'
import { deliverWebhooks, RETRY_SECONDS } from '#plugins/webhooks/delivery.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { openReceiver, signaturesThatFit, type Receiver } from './receiver.ts'
import { telling } from './told.ts'

let here: Opened
let receiver: Receiver
let tell: ReturnType<typeof telling>
let zwalm: UnitId
let branch: UnitId
let boss: Staff

beforeAll(async () => {
  // Events wait by the clock of the database, so that of the test goes with it.
  here = await openInstallation({ now: new Date().toISOString(), webhookNetwork: 'private' })
  receiver = await openReceiver()
  tell = telling(here, receiver)
  zwalm = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
})
/** Time moves in most of these tests, and who set something long ago proves anew who they are: each has people of its own. */
beforeEach(async () => {
  tell.later(60)
  boss = await here.staff('library-admin', zwalm)
})
afterAll(async () => {
  await here.close()
  await receiver.close()
})
afterEach(async () => {
  receiver.moods.clear()
  receiver.received.length = 0
  const { owner } = here.database
  await owner('webhook_delivery').delete()
  await owner('webhook_secret').delete()
})
const first = async (id: string) => (await tell.rows(id))[0] as Record<string, unknown>

describe('a message', () => {
  test('arrives signed, thin, in the language that was asked, and says where to look', async () => {
    const { id, secret } = await tell.listen(boss, zwalm, '/a', { language: 'fr' })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const done = await tell.close(boss, [branch])
    expect(await tell.leave()).toBe(1)
    const [message] = receiver.at('/a')
    expect(message?.headers).toMatchObject({ 'content-type': 'application/json' })
    expect(Math.abs(Number(message?.headers['webhook-timestamp']) * 1000 - here.clock.now.epochMilliseconds)).toBeLessThan(60_000)
    expect(message && await signaturesThatFit(message, secret)).toBe(1)
    expect(message && await signaturesThatFit({ ...message, raw: message.raw.replace('core', 'core2') }, secret)).toBe(0)
    expect(message?.body).toMatchObject({
      type: 'core.changed',
      data: {
        set: done.body.id, more: 0, units: [{ id: branch, name: 'Munkzwalm' }], link: `https://filiaal.proef.be/#/history?set=${done.body.id}`,
        sentences: [expect.stringContaining('Munkzwalm')],
      },
    })
    expect(message?.body.data.sentences[0]).toContain('14 janvier 2027')
    expect(message?.body.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(message?.raw).not.toContain(boss.id)
    expect(await first(id)).toMatchObject({ state: 'sent', tries: 1, status: 200, said: 'dank je', failure: null, id: message?.id })
  })

  test('names who did it only to whoever asked for names', async () => {
    await tell.listen(boss, zwalm, '/named', { names: true })
    await tell.close(boss, [branch], '2027-01-15')
    await tell.leave()
    const { name } = await here.database.owner('staff').where({ id: boss.id }).first('name')
    expect(receiver.at('/named')[0]?.body.data.by).toEqual({ id: boss.id, name })
  })

  test('is tried again for three days under the same number, ever later, until it arrives', async () => {
    const { id, secret } = await tell.listen(boss, zwalm, '/ill')
    receiver.moods.set('/ill', 500)
    await tell.close(boss, [branch], '2027-01-18')
    expect(await tell.leave()).toBe(0)
    for (const [n, seconds] of RETRY_SECONDS.slice(0, 5).entries()) {
      expect(await tell.deliver()).toBe(0)
      expect(receiver.at('/ill')).toHaveLength(n + 1)
      tell.later(seconds * 1.2 + 2)
      if (n === 4) receiver.moods.delete('/ill')
      expect(await tell.deliver()).toBe(n === 4 ? 1 : 0)
    }
    const tried = receiver.at('/ill')
    expect(new Set(tried.map(one => one.id)).size).toBe(1)
    expect(new Set(tried.map(one => one.headers['webhook-timestamp'])).size).toBe(6)
    for (const one of tried) expect(await signaturesThatFit(one, secret)).toBe(1)
    expect(await first(id)).toMatchObject({ state: 'sent', tries: 6, failure: null })
    expect(RETRY_SECONDS.reduce((sum, one) => sum + one) / 86_400).toBeCloseTo(3, 0)
  })

  test('waits as long as the other side asks', async () => {
    await tell.listen(boss, zwalm, '/busy')
    receiver.moods.set('/busy', answer => answer.writeHead(429, { 'retry-after': '3600' }).end())
    await tell.close(boss, [branch], '2027-01-19')
    await tell.leave()
    tell.later(3000)
    expect(await tell.deliver()).toBe(0)
    receiver.moods.clear()
    tell.later(700)
    expect([await tell.deliver(), receiver.at('/busy').length]).toEqual([1, 2])
  })

  test('that nobody takes for days switches its webhook off, and whoever set it is told', async () => {
    const { id } = await tell.listen(boss, zwalm, '/dead')
    receiver.moods.set('/dead', 503)
    await tell.close(boss, [branch], '2027-01-20')
    await tell.leave()
    await tell.close(boss, [branch], '2027-01-21')
    await tell.write()
    for (const seconds of RETRY_SECONDS) {
      tell.later(seconds * 1.2 + 30)
      await tell.deliver()
    }
    expect((await tell.rows(id)).map(({ state }) => state)).toEqual(['failed', 'failed'])
    const later = await here.staff('library-admin', zwalm)
    const { body } = await later.get('/api/webhooks')
    expect(body.data.find((one: { id: string }) => one.id === id).endpoint.on).toBe(false)
    const { body: history } = await later.get(`/api/changes?unit=${zwalm}&limit=20`)
    const off = history.data.find((set: { sentences: string[] }) => set.sentences[0] === '“ticketsysteem /dead” nam dagenlang niets aan; de webhook is uitgezet')
    expect(off).toMatchObject({ by: { id: null, name: 'Filiaal' }, mayPutBack: true })
    const mails = await here.database.owner('mail').where({ kind: 'webhooks.switched-off', about: id })
    expect(mails).toMatchObject([{ staff_id: boss.id, subject: 'De webhook “ticketsysteem /dead” is uitgezet', library_id: zwalm }])
    expect(mails[0]?.text).toContain('drie dagen lang geen enkel bericht')
  })

  test('whose receiver says 410 Gone switches the webhook off at once', async () => {
    const { id } = await tell.listen(boss, zwalm, '/gone')
    receiver.moods.set('/gone', 410)
    await tell.close(boss, [branch], '2027-01-22')
    await tell.leave()
    expect(await first(id)).toMatchObject({ state: 'failed', failure: 'gone', status: 410, tries: 1 })
    expect(await here.database.owner('mail').where({ about: id }).first()).toMatchObject({ staff_id: boss.id })
    await tell.close(boss, [branch], '2027-01-25')
    await tell.leave()
    expect(receiver.at('/gone')).toHaveLength(1)
  })

  test('goes nowhere that it is sent on to', async () => {
    const { id } = await tell.listen(boss, zwalm, '/moved')
    receiver.moods.set('/moved', answer => answer.writeHead(307, { location: '/elsewhere' }).end())
    await tell.close(boss, [branch], '2027-01-26')
    await tell.leave()
    expect([receiver.at('/moved').length, receiver.at('/elsewhere').length]).toEqual([1, 0])
    expect(await first(id)).toMatchObject({ state: 'waiting', failure: 'elsewhere', status: 307 })
  })

  test('of which the process was killed halfway leaves again under the same number', async () => {
    const { id } = await tell.listen(boss, zwalm, '/killed')
    await tell.close(boss, [branch], '2027-01-27')
    await tell.write()
    const stop = new AbortController()
    receiver.moods.set('/killed', () => stop.abort())
    expect(await deliverWebhooks(here.installation, stop.signal)).toBe(0)
    expect(await first(id)).toMatchObject({ state: 'waiting', tries: 1, failure: null })
    receiver.moods.clear()
    const other = await here.second()
    expect(await deliverWebhooks(other.installation)).toBe(0)
    tell.later(90)
    expect(await deliverWebhooks(other.installation)).toBe(1)
    const came = receiver.at('/killed').map(one => one.id)
    expect([came.length, new Set(came).size]).toEqual([2, 1])
    await other.app.close()
  })

  test('leaves once, however many processes send', async () => {
    await tell.listen(boss, zwalm, '/many')
    for (let day = 10; day < 20; day++) await tell.close(boss, [branch], `2027-02-${day}`)
    await tell.write()
    const other = await here.second()
    const sent = await Promise.all([here.installation, other.installation, here.installation].map(one => deliverWebhooks(one)))
    expect(sent.reduce((sum, one) => sum + one)).toBe(10)
    expect(new Set(receiver.at('/many').map(one => one.id)).size).toBe(10)
    expect(receiver.at('/many')).toHaveLength(10)
    await other.app.close()
  })

  test('to somebody slow holds up nobody else, also when it was written later', async () => {
    const slow = await tell.listen(boss, zwalm, '/slow')
    const quick = await tell.listen(boss, branch, '/quick')
    receiver.moods.set('/slow', () => undefined)
    receiver.received.length = 0
    await here.database.owner('webhook_delivery').delete()
    await tell.close(boss, [branch], '2027-03-01')
    await tell.close(boss, [branch], '2027-03-02')
    await tell.write()
    const began = Date.now()
    const beat = tell.deliver()
    await expect.poll(() => receiver.at('/quick').length, { timeout: 5000 }).toBe(2)
    await tell.close(boss, [branch], '2027-03-03')
    await tell.write()
    await expect.poll(() => receiver.at('/quick').length, { timeout: 5000 }).toBe(3)
    expect(await beat).toBe(3)
    expect(Date.now() - began).toBeGreaterThan(14_000)
    expect(receiver.at('/slow')).toHaveLength(1)
    expect((await tell.rows(slow.id)).map(({ failure }) => failure)).toEqual(['too-slow', null, null])
    expect((await tell.rows(quick.id)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  }, 40_000)

  test('whose answer never ends is an answer all the same, of which the beginning is kept', async () => {
    const { id } = await tell.listen(boss, zwalm, '/talks')
    receiver.moods.set('/talks', answer => {
      answer.writeHead(202)
      for (let n = 0; n < 500; n++) answer.write(`\u0000regel ${n}\n`)
    })
    await tell.close(boss, [branch], '2027-03-04')
    expect(await tell.leave()).toBe(1)
    const { said, state } = await first(id)
    expect([state, String(said).length <= 300, String(said).startsWith('regel 0 regel 1')]).toEqual(['sent', true, true])
  })

  test('goes after ninety days; what waits stays', async () => {
    const { id } = await tell.listen(boss, zwalm, '/old')
    await tell.close(boss, [branch], '2027-03-05')
    await tell.leave()
    receiver.moods.set('/old', 500)
    await tell.close(boss, [branch], '2027-03-08')
    await tell.leave()
    tell.later(91 * 86_400)
    await runDueJobs(here.installation)
    expect((await tell.rows(id)).map(({ state }) => state)).toEqual(['waiting'])
  })
})
