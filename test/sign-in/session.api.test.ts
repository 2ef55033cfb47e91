import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { Authenticator } from './authenticator.ts'
import { Browser, PASSWORD, personOf, withPhone } from './person.ts'

let here: Opened
let zwalm: UnitId
let zoersel: UnitId
beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  zoersel = await here.unit('library', 'Zoersel')
})
afterAll(() => here.close())

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const inside = async (browser: Browser) => (await browser.get('/session')).status
const atHome = async (role = 'desk', unit?: UnitId) => {
  const person = await personOf(here, role, unit)
  const browser = new Browser(here)
  await browser.password(person.email)
  return { person, browser }
}
const later = (minutes: number) => { here.clock.now = here.clock.now.add({ minutes }) }

describe('sessions', () => {
  test('are listed with since when, from where and how, and ended one by one or all others at once', async () => {
    const { person, browser } = await atHome()
    const others = [new Browser(here, '192.0.2.7'), new Browser(here), new Browser(here)]
    for (const other of others) await other.password(person.email)
    const { body: { data } } = await browser.get('/sessions')
    expect(data).toHaveLength(5)
    expect(data.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
    const there = data.find(({ network }: { network: string }) => network === '192.0.2.7')
    expect(there).toMatchObject({
      method: 'password', current: false, secondFactor: false, startedAt: expect.any(String),
      lastSeenAt: expect.any(String), expiresAt: expect.any(String), agent: expect.any(String),
    })
    const left = await browser.send('DELETE', `/sessions/${there.id}`)
    expect(left.body.data).toHaveLength(4)
    expect(await Promise.all(others.map(inside))).toEqual([401, 200, 200])
    expect((await browser.send('DELETE', '/sessions')).body.data).toHaveLength(1)
    expect(await Promise.all([...others, browser].map(inside))).toEqual([401, 401, 401, 200])
  })

  test('of somebody else are ended by nobody who has not the right, and look like nothing', async () => {
    const { person, browser } = await atHome()
    const { browser: other } = await atHome()
    const [{ id }] = (await browser.get('/sessions')).body.data
    const [foreign, nothing] = [await other.send('DELETE', `/sessions/${id}`), await other.send('DELETE', `/sessions/${randomUUID()}`)]
    expect([foreign.status, foreign.body.title]).toEqual([404, nothing.body.title])
    expect((await other.get(`/staff/${person.id}/sessions`)).status).toBe(403)
    expect(await inside(browser)).toBe(200)
  })

  test('of staff are seen and ended by their library’s admin, noted, and by no other library', async () => {
    const { person, browser } = await atHome('desk', zwalm)
    const { browser: admin, person: boss } = await atHome('library-admin', zwalm)
    const { browser: elsewhere } = await atHome('library-admin', zoersel)
    for (const method of ['GET', 'DELETE'] as const)
      expect((await elsewhere.send(method, `/staff/${person.id}/sessions`)).status).toBe(404)
    expect((await admin.get(`/staff/${person.id}/sessions`)).body.data).toHaveLength(2)
    expect((await admin.send('DELETE', `/staff/${person.id}/sessions`)).body.data).toEqual([])
    expect([await inside(browser), await inside(admin)]).toEqual([401, 200])
    const { rows } = await here.database.owner.raw('select act from audit where actor = ? and row_id = ? order by id', [boss.id, person.id])
    expect(rows.map(({ act }: { act: string }) => act)).toEqual(['view', 'sign-out'])
  })

  test('get a new number at each sign-in and at logout stand nowhere any more', async () => {
    const { person, browser } = await atHome()
    const first = browser.cookie
    await browser.password(person.email)
    expect(browser.cookie).not.toBe(first)
    const ids = (await browser.get('/sessions')).body.data.map(({ id }: { id: string }) => id)
    expect(new Set(ids)).toHaveLength(3)
    const kept = browser.cookie
    expect((await browser.send('DELETE', '/session')).status).toBe(204)
    browser.cookie = kept
    expect(await inside(browser)).toBe(401)
  })
})

describe('time', () => {
  test('is told in the zone of the installation, whatever the browser says', async () => {
    const { browser } = await atHome()
    expect((await browser.get('/session')).body.installation).toMatchObject({ zone: 'Europe/Brussels' })
  })

  test('left idle ends a session, and each use of it begins the waiting anew', async () => {
    const { browser } = await atHome()
    for (let n = 0; n < 3; n++) {
      later(119)
      expect(await inside(browser), `${n}`).toBe(200)
    }
    later(121)
    expect(await inside(browser)).toBe(401)
  })

  test('ends a session for good after the longest day, however busy, and as the home unit says', async () => {
    const branch = await here.unit('branch', 'Nederzwalm', zwalm)
    await here.apply({ kind: 'parameters.set', payload: { unit: branch, parameter: 'core.session-hours', from: '2026-11-23', to: null, value: 2 } })
    const [{ browser: short }, { browser: long }] = [await atHome('desk', branch), await atHome('desk', zwalm)]
    later(119)
    expect([await inside(short), await inside(long)]).toEqual([200, 200])
    later(2)
    expect([await inside(short), await inside(long)]).toEqual([401, 200])
    for (let n = 0; n < 5; n++) {
      later(119)
      expect(await inside(long)).toBe(200)
    }
    later(10)
    expect(await inside(long)).toBe(401)
  })

  test('ends a session of whoever gives rights elsewhere as early as is said there', async () => {
    const lax = await here.unit('library', 'Zele')
    await here.apply({ kind: 'parameters.set', payload: { unit: lax, parameter: 'core.session-hours', from: '2026-11-23', to: null, value: 24 } })
    const left = async (id: string) => {
      const signedIn = await inWork(here.installation, asSystem, async ctx =>
        openSession(ctx, await StaffRow.query(ctx.db).findById(id).throwIfNotFound()))
      const row = await here.database.owner('session').where({ id: signedIn.actor.session }).first('started_at', 'expires_at')
      return (Date.parse(row.expires_at) - Date.parse(row.started_at)) / 3_600_000
    }
    const { person } = await atHome('library-admin', lax)
    expect(await left(person.id)).toBe(24)
    await here.apply({ kind: 'foundation.grant', payload: { staff: person.id, role: 'system-admin', unit: SYSTEM } })
    expect(await left(person.id)).toBe(12)
  })

  test('is shorter on a desk that is shared', async () => {
    const { person } = await atHome()
    const shared = await inWork(here.installation, asSystem, async ctx => openSession(
      ctx, await StaffRow.query(ctx.db).findById(person.id).throwIfNotFound(),
      { method: 'badge', confirmed: false, idleMinutes: 5 }))
    const browser = new Browser(here)
    const token = here.app.jwt.sign({ sub: person.id, sid: shared.actor.session ?? '', name: '', lang: 'nl' })
    browser.cookie = `filiaal=${token}`
    later(4)
    expect(await inside(browser)).toBe(200)
    later(6)
    expect(await inside(browser)).toBe(401)
  })
})

describe('proving again who one is', () => {
  test('gives the session a new number; the old one is worth nothing, and the day gets no longer', async () => {
    const { browser } = await atHome()
    const [old] = (await browser.get('/sessions')).body.data
    const stolen = new Browser(here)
    stolen.cookie = browser.cookie
    later(20)
    expect((await browser.post('/session/confirm', { password: PASSWORD })).status).toBe(200)
    expect([await inside(browser), await inside(stolen)]).toEqual([200, 401])
    const [now] = (await browser.get('/sessions')).body.data
    expect(now).toMatchObject({ current: true, expiresAt: old.expiresAt, startedAt: old.startedAt })
    expect(now.id).not.toBe(old.id)
  })

  test('by a wrong password is refused, counted, and does not sign anybody out', async () => {
    const { browser } = await atHome()
    const answers = []
    for (let n = 0; n < 9; n++) answers.push((await browser.post('/session/confirm', { password: 'geraden' })).status)
    expect(answers).toEqual([422, 422, 422, 422, 422, 422, 422, 422, 429])
    expect(await inside(browser)).toBe(200)
  })

  test('is done by password, code or passkey', async () => {
    const { browser } = await atHome()
    const { phone, recoveryCodes: [code] } = await withPhone(here, browser)
    const passkey = new Authenticator('https://filiaal.proef.be')
    const { body: options } = await browser.post('/factors/passkey/options')
    await browser.post('/factors/passkey', { name: 'Sleutel', passkey: passkey.register(options) })
    const { body: asked } = await browser.post('/session/confirm/options')
    for (const shown of [{ password: PASSWORD }, { code: phone.code() }, { code }, { passkey: passkey.show(asked) }]) {
      const before = browser.cookie
      expect((await browser.post('/session/confirm', shown)).status, Object.keys(shown)[0]).toBe(200)
      expect(browser.cookie).not.toBe(before)
    }
    expect((await browser.post('/session/confirm', { passkey: passkey.show(asked) })).status).toBe(422)
    expect((await browser.post('/session/confirm', { code: '123456' })).body.code).toBe('sign-in.wrong-second')
  })

  test('after coming in without the second step, by badge say, asks for it and not for the password', async () => {
    const { person, browser } = await atHome()
    const { phone } = await withPhone(here, browser)
    const badge = await inWork(here.installation, asSystem, async ctx => openSession(
      ctx, await StaffRow.query(ctx.db).findById(person.id).throwIfNotFound(), { method: 'badge', confirmed: false }))
    browser.cookie = `filiaal=${here.app.jwt.sign({ sub: person.id, sid: badge.actor.session ?? '', name: '', lang: 'nl' })}`
    expect((await browser.post('/session/confirm', { password: PASSWORD })).body.code).toBe('sign-in.show-second')
    expect((await browser.post('/session/confirm', { code: phone.code() })).body.session).toEqual({ method: 'badge', secondFactor: true, byBadge: false })
  })

  test('is not done by a new password, where a second step is due', async () => {
    const { person, browser } = await atHome('library-admin', zwalm)
    await withPhone(here, browser)
    const badge = await inWork(here.installation, asSystem, async ctx => openSession(
      ctx, await StaffRow.query(ctx.db).findById(person.id).throwIfNotFound(), { method: 'badge', confirmed: false }))
    browser.cookie = `filiaal=${here.app.jwt.sign({ sub: person.id, sid: badge.actor.session ?? '', name: '', lang: 'nl' })}`
    expect((await browser.send('PUT', '/password', { old: PASSWORD, password: 'vier woorden over sneeuw' })).status).toBe(200)
    expect((await browser.post(`/staff/${person.id}/invitation`)).body.code).toBe('core.not-by-badge')
  })

  test('by two at once renews the session once', async () => {
    const { browser } = await atHome()
    const twice = [new Browser(here), new Browser(here)]
    for (const one of twice) one.cookie = browser.cookie
    const answers = await Promise.all(twice.map(one => one.post('/session/confirm', { password: PASSWORD })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await here.database.owner('session').whereNull('ended_at').where({ staff_id: answers.find(one => one.status === 200)?.body.staff.id })))
      .toHaveLength(2)
  })
})

describe('help for who does not get in', () => {
  test('lets somebody try again at once, with a reason that is noted', async () => {
    const { person } = await atHome('desk', zwalm)
    const { browser: admin, person: boss } = await atHome('library-admin', zwalm)
    const { browser: elsewhere } = await atHome('library-admin', zoersel)
    const away = new Browser(here)
    for (let n = 0; n < 8; n++) await away.post('/session', { email: person.email, password: 'vergeten' })
    expect((await away.post('/session', { email: person.email, password: PASSWORD })).status).toBe(429)
    const help = (browser: Browser, reason: string) => browser.post(`/staff/${person.id}/unlock`, { reason })
    expect([(await help(elsewhere, 'x')).status, (await help(admin, ' ')).status]).toEqual([404, 400])
    expect((await help(admin, 'belde op, stem herkend')).status).toBe(204)
    expect((await away.post('/session', { email: person.email, password: PASSWORD })).status).toBe(200)
    const { body: { data: [row] } } = await admin.get(`/audit?act=unlock&staff=${person.id}`)
    expect(row?.sentence ?? '').toContain('weer aanmelden: belde op, stem herkend')
    expect(row.by.id).toBe(boss.id)
  })

  test('takes a lost second step away: sessions end, a mail tells it, and a new one is set up at sign-in', async () => {
    const { person, browser } = await atHome('desk', zwalm)
    await withPhone(here, browser)
    const { browser: admin } = await atHome('library-admin', zwalm)
    expect((await browser.post(`/staff/${person.id}/factors/reset`, { reason: 'x' })).status).toBe(403)
    expect((await admin.post(`/staff/${person.id}/factors/reset`, { reason: 'telefoon kwijt' })).status).toBe(204)
    expect(await inside(browser)).toBe(401)
    expect(await here.database.owner('second_factor').where({ staff_id: person.id })).toEqual([])
    const mail = await here.database.owner('mail').where({ staff_id: person.id, kind: 'sign-in.second-reset' }).first()
    expect(mail.subject).toBe('Je tweede stap is gewist')
    expect(await browser.password(person.email)).toBe('')
    expect(await inside(browser)).toBe(200)
  })

  test('is given to nobody who gives rights that the helper could not, nor who may something elsewhere', async () => {
    const { browser: admin } = await atHome('library-admin', zwalm)
    const { browser: helpdesk } = await atHome('helpdesk')
    const [elsewhere, boss, clerk] = [
      await personOf(here, 'desk', zwalm), await personOf(here, 'library-admin', zwalm), await personOf(here, 'desk', zwalm),
    ]
    await here.apply({ kind: 'foundation.grant', payload: { staff: elsewhere.id, role: 'finance-director', unit: SYSTEM } })
    const help = async (browser: Browser, id: string) => Promise.all(['unlock', 'factors/reset'].map(async act => {
      const { status, body } = await browser.post(`/staff/${id}/${act}`, { reason: 'belde op' })
      return body?.code ?? status
    }))
    const beyond = ['sign-in.beyond-say', 'sign-in.beyond-say']
    expect(await help(admin, elsewhere.id)).toEqual(beyond)
    expect(await help(helpdesk, boss.id)).toEqual(beyond)
    expect([await help(helpdesk, clerk.id), await help(helpdesk, elsewhere.id)]).toEqual([[204, 204], [204, 204]])
    expect(await help(admin, boss.id)).toEqual([204, 204])
    const { body: { data: [row] } } = await admin.get(`/audit?act=unlock&staff=${boss.id}`)
    expect(row.sentence).toContain('belde op')
  })

  test('is not given to who gets such rights later', async () => {
    const { browser: helpdesk } = await atHome('helpdesk')
    const clerk = await personOf(here, 'desk', zwalm)
    await here.apply({ kind: 'permissions.grant', payload: {
      staff: clerk.id, role: 'library-admin', unit: zwalm, from: '2030-01-01', to: null,
    } })
    expect((await helpdesk.post(`/staff/${clerk.id}/factors/reset`, { reason: 'x' })).body.code).toBe('sign-in.beyond-say')
  })

  test('is given by who has just proved who they are, and to nobody’s own second step', async () => {
    const { person: boss, browser: admin } = await atHome('library-admin', zwalm)
    expect((await admin.post(`/staff/${boss.id}/factors/reset`, { reason: 'x' })).status).toBe(422)
    const { person } = await atHome('desk', zwalm)
    later(16)
    expect((await admin.post(`/staff/${person.id}/factors/reset`, { reason: 'x' })).body.code).toBe('core.confirm-yourself')
  })
})
