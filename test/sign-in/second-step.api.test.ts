import { Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstAdminToken } from '#core/first-start.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { Browser, nextStep, PASSWORD, personOf, Phone, withPhone } from './person.ts'

let here: Opened
beforeAll(async () => { here = await openInstallation({ secondFactor: true }) })
afterAll(() => here.close())

const inside = async (browser: Browser) => (await browser.get('/session')).status
const atHome = async (role = 'auditor') => {
  const person = await personOf(here, role)
  const browser = new Browser(here)
  await browser.password(person.email)
  return { person, browser }
}
const secondOf = async (email: string) => {
  const browser = new Browser(here)
  return { browser, ticket: await browser.password(email) }
}

describe('a second step', () => {
  test('is asked of whoever gives rights or moves money, and not of who only reads', async () => {
    const { browser } = await atHome()
    expect(await inside(browser)).toBe(200)
    expect(await secondOf((await personOf(here, 'desk')).email)).toMatchObject({ ticket: expect.stringMatching(/./) })
    const admin = await personOf(here, 'library-admin')
    const other = new Browser(here)
    const { status, body } = await other.post('/session', { email: admin.email, password: PASSWORD })
    expect([status, body]).toEqual([202, { asked: { ticket: expect.any(String), factors: [], enrol: true } }])
    expect(other.cookie).toBe('')
    expect((await other.get('/session')).status).toBe(401)
  })

  test('is asked as the home unit says: of nobody, of whoever gives rights, or of everyone', async () => {
    const library = await here.unit('library', 'Zwalm')
    const branch = await here.unit('branch', 'Munkzwalm', library)
    const askedOf = async () => Promise.all(['auditor', 'desk', 'library-admin'].map(async role =>
      (await secondOf((await personOf(here, role, branch)).email)).ticket !== ''))
    const say = (value: string) => here.apply({
      kind: 'parameters.set',
      payload: { unit: library, parameter: 'sign-in.second-factor', from: '2026-11-23', to: null, value },
    })
    const told: Record<string, boolean[]> = { unsaid: await askedOf() }
    for (const value of ['never', 'rights', 'rights-and-money', 'everyone']) {
      await say(value)
      told[value] = await askedOf()
    }
    expect(told).toEqual({
      'unsaid': [false, true, true], 'never': [false, false, false], 'rights': [false, false, true],
      'rights-and-money': [false, true, true], 'everyone': [true, true, true],
    })
  })

  test('is asked of whoever may more elsewhere, whatever their home unit says', async () => {
    const library = await here.unit('library', 'Zele')
    const other = await here.unit('library', 'Temse')
    const admin = await personOf(here, 'auditor', library)
    const asked = async () => (await secondOf(admin.email)).ticket !== ''
    const say = (unit: string, value: string) => here.apply({
      kind: 'parameters.set', payload: { unit, parameter: 'sign-in.second-factor', from: '2026-11-23', to: null, value },
    })
    const grant = (role: string, unit: string) =>
      here.apply({ kind: 'foundation.grant', payload: { staff: admin.id, role, unit } })
    await say(library, 'never')
    expect(await asked()).toBe(false)
    await grant('library-admin', library)
    await grant('auditor', other)
    expect(await asked()).toBe(false)
    await grant('desk', other)
    expect(await asked()).toBe(true)
    await say(other, 'rights')
    expect(await asked()).toBe(false)
    await grant('system-admin', SYSTEM)
    expect(await asked()).toBe(true)
  })

  test('is set up during the sign-in that asks for it, and gives ten codes', async () => {
    const admin = await personOf(here, 'library-admin')
    const { browser, ticket } = await secondOf(admin.email)
    const { body: { secret, uri } } = await browser.post('/session/enrol/totp', { ticket })
    expect(uri).toContain(`secret=${secret}`)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Filiaal:/)
    const phone = new Phone(here, secret)
    expect((await browser.post('/session/enrol/totp/confirm', { ticket, code: '000000' })).status).toBe(422)
    const kept = await browser.post('/session/enrol/totp/confirm', { ticket, code: phone.code() })
    expect(kept).toMatchObject({ status: 200, body: { staff: { id: admin.id }, session: { secondFactor: true } } })
    expect(new Set(kept.body.recoveryCodes)).toHaveLength(10)
    expect(await inside(browser)).toBe(200)
    expect((await browser.post('/session/enrol/totp/confirm', { ticket, code: phone.code() })).status).toBe(410)
  })

  test('is asked of the first admin of an installation as of anybody, and there is no way round it', async () => {
    const empty = await openInstallation({ secondFactor: true })
    const ann = new Browser(empty)
    const said = { name: 'Ann', email: 'ann@proef.be', password: PASSWORD, language: 'nl' }
    const { status, body } = await ann.post('/first-admin', { token: await firstAdminToken(empty.installation), ...said })
    expect([status, body]).toEqual([202, { asked: { ticket: expect.any(String), factors: [], enrol: true } }])
    expect([ann.cookie, await inside(ann)]).toEqual(['', 401])
    const again = new Browser(empty)
    expect(await again.password(said.email)).not.toBe('')
    expect(await inside(again)).toBe(401)
    const { ticket } = body.asked
    const { body: { secret } } = await ann.post('/session/enrol/totp', { ticket })
    const kept = await ann.post('/session/enrol/totp/confirm', { ticket, code: new Phone(empty, secret).code() })
    expect(kept.body).toMatchObject({ grants: [{ role: 'system-admin' }], session: { secondFactor: true } })
    await empty.close()
  })

  test('that is owed but not set up is not made good by a password: one sets it up first', async () => {
    const admin = await personOf(here, 'library-admin')
    const browser = new Browser(here)
    browser.cookie = admin.cookie
    const give = () => browser.post(`/staff/${admin.id}/invitation`)
    // In the first minutes after the sign-in too: rights that came later ask for it as well.
    expect((await give()).body.code).toBe('core.confirm-yourself')
    here.clock.now = here.clock.now.add({ minutes: 20 })
    const before = browser.cookie
    const refused = await browser.post('/session/confirm', { password: PASSWORD })
    expect([refused.status, refused.body.code]).toEqual([422, 'sign-in.set-up-second'])
    expect(refused.body.title).toContain('Mijn aanmelding')
    expect(browser.cookie).toBe(before)
    expect((await browser.post('/session/enrol/totp')).body.code).toBe('core.confirm-yourself')
    expect((await browser.post('/session/confirm', { password: 'geraden', toSetUp: true })).status).toBe(422)
    expect((await browser.post('/session/confirm', { password: PASSWORD, toSetUp: true })).status).toBe(200)
    expect((await give()).body.code).toBe('core.confirm-yourself')
    const { phone } = await withPhone(here, browser)
    expect((await give()).status).toBe(201)
    here.clock.now = here.clock.now.add({ minutes: 20 })
    expect((await browser.post('/session/confirm', { password: PASSWORD })).status).toBe(200)
    nextStep(here)
    expect((await browser.post('/session/confirm', { code: phone.code() })).status).toBe(200)
  })

  test('once set up is asked of anybody, and a password alone sets up no other', async () => {
    const { person, browser } = await atHome()
    const { phone } = await withPhone(here, browser)
    const { browser: thief, ticket } = await secondOf(person.email)
    expect(ticket).not.toBe('')
    for (const url of ['/session/enrol/totp', '/session/enrol/passkey/options'])
      expect(await thief.post(url, { ticket })).toMatchObject({ status: 403, body: { code: 'sign-in.has-second' } })
    expect(thief.cookie).toBe('')
    const shown = await thief.post('/session/second', { ticket, code: phone.code() })
    expect([shown.status, shown.body.session.secondFactor]).toEqual([200, true])
    expect((await thief.post('/session/second', { ticket, code: phone.code() })).status).toBe(410)
  })

  test('takes a code of the minute around now, and of five minutes ago not', async () => {
    const { person, browser } = await atHome()
    const { phone } = await withPhone(here, browser)
    nextStep(here)
    for (const [off, status] of [[-300, 401], [300, 401], [-60, 401], [60, 401]] as const) {
      const { browser: other, ticket } = await secondOf(person.email)
      expect((await other.post('/session/second', { ticket, code: phone.code(off) })).status, `${off}`).toBe(status)
    }
    for (const off of [-30, 0, 30]) {
      const { browser: other, ticket } = await secondOf(person.email)
      expect((await other.post('/session/second', { ticket, code: phone.code(off) })).status, `${off}`).toBe(200)
    }
  })

  test('takes no code twice, not even from two browsers at once, nor an older one after a newer', async () => {
    const { person, browser } = await atHome()
    const { phone } = await withPhone(here, browser)
    const code = phone.code()
    const both = await Promise.all([secondOf(person.email), secondOf(person.email)])
    const answers = await Promise.all(both.map(({ browser: one, ticket }) => one.post('/session/second', { ticket, code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    const { browser: later, ticket } = await secondOf(person.email)
    expect((await later.post('/session/second', { ticket, code: phone.code(-30) })).status).toBe(401)
    nextStep(here)
    expect((await later.post('/session/second', { ticket, code: phone.code() })).status).toBe(200)
  })

  test('is not to be guessed: after eight wrong codes one waits, whichever ticket they came with', async () => {
    const { person, browser } = await atHome()
    const { phone } = await withPhone(here, browser)
    const thief = new Browser(here)
    const answers = []
    for (let n = 0; n < 9; n++) {
      const ticket = await thief.password(person.email)
      answers.push(ticket ? (await thief.post('/session/second', { ticket, code: String(100_000 + n) })).status : 429)
    }
    expect(answers).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429])
    const ticket = await browser.password(person.email)
    expect((await browser.post('/session/second', { ticket, code: phone.code() })).status).toBe(200)
  })

  test('is out of time after ten minutes', async () => {
    const { person, browser } = await atHome()
    const { phone } = await withPhone(here, browser)
    const { browser: slow, ticket } = await secondOf(person.email)
    here.clock.now = here.clock.now.add({ minutes: 11 })
    expect((await slow.post('/session/second', { ticket, code: phone.code() })).status).toBe(410)
  })

  test('by recovery code works once each, however it is typed over', async () => {
    const { person, browser } = await atHome()
    const { recoveryCodes: [first = '', second = ''] } = await withPhone(here, browser)
    const use = async (code: string) => {
      const { browser: one, ticket } = await secondOf(person.email)
      return (await one.post('/session/second', { ticket, code })).status
    }
    expect(await use(first.toUpperCase().replaceAll('-', ' '))).toBe(200)
    expect(await use(first)).toBe(401)
    expect((await browser.get('/factors')).body.recoveryCodesLeft).toBe(9)
    const { body: { recoveryCodes: fresh } } = await browser.post('/factors/recovery')
    expect(await use(second)).toBe(401)
    expect(await Promise.all([use(fresh[0]), use(fresh[0])]).then(all => all.sort())).toEqual([200, 401])
  })
})

describe('one’s own second step', () => {
  test('is shown without its secrets', async () => {
    const { browser } = await atHome()
    expect((await browser.get('/factors')).body).toMatchObject({ password: true, required: false, totp: null, passkeys: [] })
    await withPhone(here, browser)
    const { body } = await browser.get('/factors')
    expect(body).toEqual({
      password: true, required: false, passkeys: [], recoveryCodesLeft: 10, badge: false, pin: false, providers: [],
      totp: { id: expect.any(String), addedAt: expect.any(String), lastUsedAt: expect.any(String) },
    })
  })

  test('is set up and taken away only by who has just proved who they are', async () => {
    const { browser } = await atHome()
    const { phone } = await withPhone(here, browser)
    const { body: { totp } } = await browser.get('/factors')
    here.clock.now = here.clock.now.add({ minutes: 16 })
    const tries = [
      () => browser.send('DELETE', `/factors/${totp.id}`), () => browser.post('/session/enrol/totp'),
      () => browser.post('/factors/passkey/options'), () => browser.post('/factors/recovery'),
    ]
    for (const one of tries) expect(await one()).toMatchObject({ status: 403, body: { code: 'core.confirm-yourself' } })
    expect((await browser.post('/session/confirm', { code: phone.code() })).status).toBe(200)
    expect((await browser.send('DELETE', `/factors/${totp.id}`)).body).toMatchObject({ totp: null, recoveryCodesLeft: 0 })
  })

  test('is not somebody else’s to take away', async () => {
    const { browser } = await atHome()
    await withPhone(here, browser)
    const { body: { totp } } = await browser.get('/factors')
    const { browser: other } = await atHome()
    expect((await other.send('DELETE', `/factors/${totp.id}`)).status).toBe(404)
    expect((await browser.get('/factors')).body.totp.id).toBe(totp.id)
  })

  test('stays where it is required, as long as there is no other', async () => {
    const admin = await personOf(here, 'library-admin')
    const { browser, ticket } = await secondOf(admin.email)
    const { body: { secret } } = await browser.post('/session/enrol/totp', { ticket })
    await browser.post('/session/enrol/totp/confirm', { ticket, code: new Phone(here, secret).code() })
    const { body: { totp, required } } = await browser.get('/factors')
    expect(required).toBe(true)
    expect(await browser.send('DELETE', `/factors/${totp.id}`)).toMatchObject({
      status: 422, body: { faults: [{ code: 'sign-in.last-factor' }] },
    })
  })

  test('lies locked in the database, and in no audit', async () => {
    const { person, browser } = await atHome()
    const { body: { secret } } = await browser.post('/session/enrol/totp')
    const { body: { recoveryCodes } } = await browser.post('/session/enrol/totp/confirm', { code: new Phone(here, secret).code() })
    const dump = async (table: string) => JSON.stringify((await here.database.owner.raw(`select ${table}::text from ${table}`)).rows)
    const kept = (await Promise.all(['second_factor', 'second_factor_use', 'recovery_code', 'audit_body'].map(dump))).join()
    expect(kept).toContain(person.id)
    const [code = ''] = recoveryCodes
    const hex = Secret.fromBase32(secret).hex.toLowerCase()
    for (const part of [secret, code, code.replaceAll('-', ''), hex]) expect(kept).not.toContain(part)
    expect(await dump('audit_body')).not.toMatch(/totp_secret|digest|public_key/)
    // A secret moved to somebody else's row opens no more.
    const { person: other, browser: theirs } = await atHome()
    await withPhone(here, theirs)
    await here.database.owner.raw(`
      update second_factor_use u set totp_secret = (select totp_secret from second_factor_use join second_factor f on f.id = factor_id
        where f.staff_id = ?) from second_factor f where f.id = u.factor_id and f.staff_id = ?`, [person.id, other.id])
    nextStep(here)
    const { browser: thief, ticket } = await secondOf(other.email)
    expect((await thief.post('/session/second', { ticket, code: new Phone(here, secret).code() })).status).toBe(401)
  })
})
