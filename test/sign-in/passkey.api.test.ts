import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { Authenticator, type Otherwise } from './authenticator.ts'
import { Browser, personOf } from './person.ts'

const ORIGIN = 'https://filiaal.proef.be'
let here: Opened
beforeAll(async () => { here = await openInstallation() })
afterAll(() => here.close())

const atHome = async () => {
  const person = await personOf(here)
  const browser = new Browser(here)
  await browser.password(person.email)
  return { person, browser }
}
const register = async (browser: Browser, passkey: Authenticator, otherwise: Otherwise = {}, name = 'Sleutelhanger') => {
  const { body: options } = await browser.post('/factors/passkey/options')
  return browser.post('/factors/passkey', { name, passkey: passkey.register(options, otherwise) })
}
const withPasskey = async () => {
  const { person, browser } = await atHome()
  const passkey = new Authenticator(ORIGIN)
  const kept = await register(browser, passkey)
  return { person, browser, passkey, kept }
}
const alone = async (passkey: Authenticator, otherwise: Otherwise = {}) => {
  const browser = new Browser(here)
  const { body: options } = await browser.post('/passkey/options')
  return browser.post('/passkey', { passkey: passkey.show(options, otherwise) })
}
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const dishonest: [string, Otherwise][] = [
  ['of another address', { origin: 'https://filiaal.proef.be.elders.example' }],
  ['of the same name without TLS', { origin: 'http://filiaal.proef.be' }],
  ['bound to another name', { rpId: 'proef.be' }],
  ['to a challenge nobody made', { challenge: Buffer.alloc(24, 7).toString('base64url') }],
  ['of another kind', { type: 'payment.get' }],
]

describe('a passkey', () => {
  test('is kept under a name, with ten codes for when it is lost', async () => {
    const { browser, kept } = await withPasskey()
    expect([kept.status, kept.body.recoveryCodes?.length, kept.body.session.secondFactor]).toEqual([200, 10, true])
    const { body } = await browser.get('/factors')
    expect(body.passkeys).toEqual([{ id: expect.any(String), name: 'Sleutelhanger', addedAt: expect.any(String), lastUsedAt: null }])
    const second = await register(browser, new Authenticator(ORIGIN), {}, 'Telefoon')
    expect([second.status, second.body.recoveryCodes]).toEqual([200, []])
    expect((await browser.get('/factors')).body.passkeys.map(({ name }: { name: string }) => name)).toEqual(['Sleutelhanger', 'Telefoon'])
  })

  test.each(dishonest)('whose answer is %s is not kept', async (_what, otherwise) => {
    const { browser } = await atHome()
    expect(await register(browser, new Authenticator(ORIGIN), otherwise)).toMatchObject({
      status: 422, body: { code: 'sign-in.wrong-passkey', faults: [{ pointer: '/passkey' }] },
    })
    expect((await browser.get('/factors')).body.passkeys).toEqual([])
  })

  test('is kept once, by who was asked for it, with the challenge of that asking', async () => {
    const { browser, passkey } = await withPasskey()
    expect((await register(browser, passkey)).status).toBe(422)
    const { browser: other } = await atHome()
    expect((await register(other, passkey)).status).toBe(422)
    const { body: options } = await browser.post('/factors/passkey/options')
    expect(options.excludeCredentials.map(({ id }: { id: string }) => id)).toEqual([passkey.id])
    const fresh = new Authenticator(ORIGIN)
    expect((await other.post('/factors/passkey', { name: 'x', passkey: fresh.register(options) })).status).toBe(422)
    expect((await browser.post('/factors/passkey', { name: 'x', passkey: fresh.register(options) })).status).toBe(422)
  })

  test('opens the second step after a password, and only its own person’s', async () => {
    const { person, passkey } = await withPasskey()
    const { passkey: another } = await withPasskey()
    const browser = new Browser(here)
    const ticket = await browser.password(person.email)
    const ask = async () => (await browser.post('/session/second/options', { ticket })).body
    const options = await ask()
    expect(options.allowCredentials.map(({ id }: { id: string }) => id)).toEqual([passkey.id])
    const foreign = await browser.post('/session/second', { ticket, passkey: another.show(options) })
    expect([foreign.status, foreign.body.code]).toEqual([401, 'sign-in.wrong-second'])
    for (const [what, otherwise] of [...dishonest, ['signed by a stranger', { key: stranger }]] as const) {
      const answer = await browser.post('/session/second', { ticket, passkey: passkey.show(await ask(), otherwise) })
      expect(answer.status, what).toBe(401)
    }
    // A device without finger or PIN is enough here: the password came first.
    const right = await browser.post('/session/second', { ticket, passkey: passkey.show(await ask(), { unverified: true }) })
    expect(right).toMatchObject({ status: 200, body: { staff: { id: person.id }, session: { method: 'password', secondFactor: true } } })
  })
})

describe('a passkey alone', () => {
  test('signs in whoever it belongs to', async () => {
    const { person, passkey } = await withPasskey()
    expect(await alone(passkey)).toMatchObject({
      status: 200, body: { staff: { id: person.id }, session: { method: 'passkey', secondFactor: true } },
    })
  })

  test.each([
    ...dishonest, ['signed by a stranger', { key: stranger }], ['of a device that did not ask who holds it', { unverified: true }],
  ] as [string, Otherwise][])('opens nothing with an answer that is %s', async (_what, otherwise) => {
    const { passkey } = await withPasskey()
    expect(await alone(passkey, otherwise)).toMatchObject({ status: 401, body: { code: 'sign-in.wrong-passkey' } })
    expect((await alone(passkey)).status).toBe(200)
  })

  test('answers each challenge once, within ten minutes, and a challenge of something else never', async () => {
    const { person, browser, passkey } = await withPasskey()
    const { body: options } = await browser.post('/passkey/options')
    const shown = passkey.show(options)
    expect((await browser.post('/passkey', { passkey: shown })).status).toBe(200)
    expect((await browser.post('/passkey', { passkey: shown })).status).toBe(401)
    const { body: late } = await browser.post('/passkey/options')
    here.clock.now = here.clock.now.add({ minutes: 11 })
    expect((await browser.post('/passkey', { passkey: passkey.show(late) })).status).toBe(401)
    const ticket = await browser.password(person.email)
    const { body: second } = await browser.post('/session/second/options', { ticket })
    expect((await browser.post('/passkey', { passkey: passkey.show(second) })).status).toBe(401)
  })

  test('that counts backwards was copied, and opens nothing', async () => {
    const { passkey } = await withPasskey()
    expect((await alone(passkey, { counter: 9 })).status).toBe(200)
    for (const counter of [9, 8, 0]) expect((await alone(passkey, { counter })).status, `${counter}`).toBe(401)
    expect((await alone(passkey, { counter: 10 })).status).toBe(200)
  })

  test('of nobody, of somebody who left, or taken away opens nothing, in the same words', async () => {
    const unknown = await alone(new Authenticator(ORIGIN))
    const { person, passkey } = await withPasskey()
    const { browser, passkey: lost } = await withPasskey()
    await here.staff('system-admin')
    await here.apply({ kind: 'foundation.leave', payload: { staff: person.id, unit: SYSTEM, from: '2026-11-23' } })
    const { body: { passkeys: [{ id }] } } = await browser.get('/factors')
    await browser.send('DELETE', `/factors/${id}`)
    const told = [unknown, await alone(passkey), await alone(lost)].map(({ status, body: { code, title } }) => ({ status, code, title }))
    expect(new Set(told.map(one => JSON.stringify(one)))).toHaveLength(1)
    expect(told[0]?.status).toBe(401)
  })
})
