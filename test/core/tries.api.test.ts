import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setPassword } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened } from '../installation.ts'

const PASSWORD = 'drie woorden over regen'
let here: Opened
beforeAll(async () => { here = await openInstallation() })
afterAll(() => here.close())

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const person = async () => {
  const staff = await here.staff('desk')
  const email = `${randomUUID().slice(0, 8)}@proef.be`
  await inWork(here.installation, asSystem, async ctx => {
    await StaffRow.query(ctx.db).findById(staff.id).patch({ email })
    await setPassword(ctx, staff.id, PASSWORD)
  })
  return email
}
let networks = 0
const network = () => `10.7.${networks >> 8}.${networks++ & 255}`
const signIn = (email: string, password: string, remoteAddress: string) =>
  here.app.inject({ method: 'POST', url: '/api/session', payload: { email, password }, remoteAddress })
const statusOf = async (...asked: Parameters<typeof signIn>) => (await signIn(...asked)).statusCode
const wrong = async (email: string, from: string, times: number) => {
  const all = []
  for (let n = 0; n < times; n++) all.push(await statusOf(email, 'geraden', from))
  return all
}
const later = (minutes: number) => { here.clock.now = here.clock.now.add({ minutes }) }

describe('wrong passwords', () => {
  test('make the next try wait a minute, then two, then four; the answer says how long', async () => {
    const [ann, from] = [await person(), network()]
    await wrong(ann, from, 8)
    const waits = []
    for (let n = 0; n < 4; n++) {
      const refused = await signIn(ann, PASSWORD, from)
      expect(refused.statusCode).toBe(429)
      const seconds = refused.json().retryAfterSeconds
      expect(refused.headers['retry-after']).toBe(String(seconds))
      waits.push(Math.round(seconds / 60))
      here.clock.now = here.clock.now.add({ seconds })
      expect(await statusOf(ann, 'geraden', from)).toBe(401)
    }
    expect(waits).toEqual([1, 2, 4, 8])
    later(61)
    expect(await statusOf(ann, PASSWORD, from)).toBe(200)
    expect(await wrong(ann, from, 2)).toEqual([401, 401])
  })

  test('from many networks make the account wait everywhere but where its person signs in', async () => {
    const [bea, desk] = [await person(), network()]
    expect(await statusOf(bea, PASSWORD, desk)).toBe(200)
    for (let n = 0; n < 10; n++) expect(await wrong(bea, network(), 2)).toEqual([401, 401])
    const elsewhere = network()
    expect(await statusOf(bea, PASSWORD, elsewhere)).toBe(429)
    expect(await statusOf(bea, PASSWORD, desk)).toBe(200)
    // At the desk only the desk's own wrong tries count.
    expect(await statusOf(bea, 'geraden', desk)).toBe(429)
    expect(await statusOf(bea, PASSWORD, desk)).toBe(200)
    later(2)
    expect(await statusOf(bea, PASSWORD, elsewhere)).toBe(200)
  })

  test('that have to wait anyway do not lengthen the wait of whoever the account is', async () => {
    const cor = await person()
    for (let n = 0; n < 10; n++) await wrong(cor, network(), 2)
    for (let n = 0; n < 10; n++) expect(await wrong(cor, network(), 1)).toEqual([429])
    later(2)
    expect(await statusOf(cor, PASSWORD, network())).toBe(200)
  })

  test('at everybody from one network: the 31st waits, and so does nobody elsewhere or known there', async () => {
    const [from, known, other] = [network(), await person(), await person()]
    expect(await statusOf(known, PASSWORD, from)).toBe(200)
    for (let n = 0; n < 30; n++) expect(await statusOf(`${randomUUID()}@proef.be`, 'lente in zicht', from)).toBe(401)
    expect(await statusOf(`${randomUUID()}@proef.be`, 'lente in zicht', from)).toBe(429)
    expect(await statusOf(other, PASSWORD, from)).toBe(429)
    expect(await statusOf(known, PASSWORD, from)).toBe(200)
    expect(await statusOf(other, PASSWORD, network())).toBe(200)
    later(61)
    expect(await statusOf(other, PASSWORD, from)).toBe(200)
  })

  test('are counted for an address that nobody has as for one that somebody has, in the same words', async () => {
    const told = []
    for (const email of [await person(), `${randomUUID()}@proef.be`]) {
      const from = network()
      const tries = []
      for (let n = 0; n < 10; n++) {
        const { statusCode, headers, body } = await signIn(email, 'geraden', from)
        const { request: _, retryAfterSeconds, ...said } = JSON.parse(body)
        tries.push({ statusCode, said, waits: retryAfterSeconds !== undefined, headers: Object.keys(headers).sort() })
      }
      told.push(tries)
    }
    expect(told[0]).toEqual(told[1])
  })

  test('that have to wait are noted once for an address and a network, however many; a right one begins anew', async () => {
    const [dirk, from] = [await person(), network()]
    const notes = async () => (await here.database.owner.raw(
      `select b.body from audit a join audit_body b on b.audit_id = a.id where a.act = 'sign-in-failed'`)).rows
      .filter(({ body }: { body: object }) => JSON.stringify(body).includes('"waits":true') && JSON.stringify(body).includes(from)).length
    await wrong(dirk, from, 8)
    expect(await notes()).toBe(0)
    expect(await wrong(dirk, from, 12)).toEqual(Array.from({ length: 12 }, () => 429))
    expect(await Promise.all(Array.from({ length: 6 }, () => statusOf(dirk, PASSWORD, from)))).toEqual(Array.from({ length: 6 }, () => 429))
    expect(await notes()).toBe(1)
    later(61)
    expect(await statusOf(dirk, PASSWORD, from)).toBe(200)
    await wrong(dirk, from, 10)
    expect(await notes()).toBe(2)
    const nobody = `${randomUUID()}@proef.be`
    await wrong(nobody, from, 10)
    expect(await notes()).toBe(3)
  })

  test('take as long for an address that nobody has', { timeout: 120_000 }, async () => {
    const known = await Promise.all(Array.from({ length: 6 }, person))
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let n = 0; n < 42; n++) {
      const from = network()
      for (const [kind, email] of [['known', known[n % 6] ?? ''], ['unknown', `${randomUUID()}@proef.be`]] as const) {
        const start = performance.now()
        expect(await statusOf(email, `geraden ${n}`, from)).toBe(401)
        if (n >= 2) times[kind].push(performance.now() - start)
      }
      // Each known address is tried from other networks; none may come to wait.
      if (n % 6 === 5) later(25 * 60)
    }
    const quartiles = Object.values(times).map(all => {
      const sorted = all.toSorted((a, b) => a - b)
      return [0.25, 0.5].map(part => sorted[Math.floor(sorted.length * part)] ?? 0)
    })
    // Generous, for a busy machine: an answer without the hashing would take a tenth of the time.
    for (const n of [0, 1]) {
      const [one = 0, other = 0] = quartiles.map(both => both[n] ?? 0)
      expect(Math.abs(one - other) / Math.max(one, other), JSON.stringify(quartiles)).toBeLessThan(0.4)
    }
  })
})
