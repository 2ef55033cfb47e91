import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLink, setPassword, type LinkPurpose } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const PASSWORD = 'drie woorden over regen'
const NEXT = 'vier andere woorden over zon'
let here: Opened
beforeAll(async () => { here = await openInstallation() })
afterAll(() => here.close())

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const withPassword = async (role = 'desk') => {
  const staff = await here.staff(role)
  const email = `${randomUUID().slice(0, 8)}@proef.be`
  await inWork(here.installation, asSystem, async ctx => {
    await StaffRow.query(ctx.db).findById(staff.id).patch({ email })
    await setPassword(ctx, staff.id, PASSWORD)
  })
  return { ...staff, email }
}
const signIn = (email: string, password: string, remoteAddress = '127.0.0.1') =>
  here.app.inject({ method: 'POST', url: '/api/session', payload: { email, password }, remoteAddress })
const cookieOf = ({ headers }: { headers: Record<string, unknown> }) => /^[^=]+=[^;]+/.exec(String(headers['set-cookie']))?.[0] ?? ''
const sessionBehind = async (cookie: string) =>
  (await here.app.inject({ url: '/api/session', headers: { cookie } })).statusCode
const change = (staff: Staff, old: string, password: string) => staff.send('PUT', '/api/password', { old, password })

describe('one’s own password', () => {
  test('changes for whoever knows the old one; every other session ends and this one gets a new id', async () => {
    const ann = await withPassword()
    const elsewhere = cookieOf(await signIn(ann.email, PASSWORD))
    expect(await sessionBehind(elsewhere)).toBe(200)
    const changed = await change(ann, PASSWORD, NEXT)
    expect(changed).toMatchObject({ status: 200, body: { staff: { id: ann.id } } })
    expect(await sessionBehind(elsewhere)).toBe(401)
    expect((await ann.get('/api/session')).status).toBe(401)
    expect(await sessionBehind(cookieOf(changed))).toBe(200)
    expect((await signIn(ann.email, PASSWORD)).statusCode).toBe(401)
    expect((await signIn(ann.email, NEXT)).statusCode).toBe(200)
  })

  test('stays when the old one is wrong, and the field that is wrong is named', async () => {
    const bea = await withPassword()
    expect(await change(bea, 'iets heel anders', NEXT)).toMatchObject({
      status: 422, body: { code: 'core.wrong-password', faults: [{ pointer: '/old' }] },
    })
    expect((await bea.get('/api/session')).status).toBe(200)
    expect((await signIn(bea.email, PASSWORD)).statusCode).toBe(200)
  })

  test('stays when the new one is easy to guess, told in the language of who chooses', async () => {
    const cor = await withPassword()
    const name = cor.email.split('@')[0] ?? ''
    for (const [password, code] of [['kort', 'short'], ['Welkom2026!', 'common'], [`${name}`, 'short']] as const)
      expect((await change(cor, PASSWORD, password)).body.faults[0].code).toBe(`core.password-${code}`)
    await cor.send('PATCH', '/api/session', { language: 'fr' })
    const [said] = (await here.app.inject({
      method: 'PUT', url: '/api/password', payload: { old: PASSWORD, password: 'azertyuiop' }, headers: { cookie: cor.cookieIn('fr') },
    })).json().faults
    expect(said).toMatchObject({ pointer: '/password', message: expect.stringContaining('mot de passe') })
  })

  test('is not to be guessed by whoever found an open session', async () => {
    const dora = await withPassword()
    const tries = []
    for (let n = 0; n < 9; n++) tries.push((await change(dora, `geraden ${n}`, NEXT)).status)
    expect(tries).toEqual([422, 422, 422, 422, 422, 422, 422, 422, 429])
  })

  test('is not changed by two at once: one wins, the other has no session left', async () => {
    const els = await withPassword()
    const both = await Promise.all([change(els, PASSWORD, NEXT), change(els, PASSWORD, `${NEXT} en maan`)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    expect(both.filter(({ status, headers }) => status === 200 && headers['set-cookie'])).toHaveLength(1)
  })

  test('of nobody who has not signed in', async () => {
    const answer = await here.app.inject({ method: 'PUT', url: '/api/password', payload: { old: PASSWORD, password: NEXT } })
    expect(answer.statusCode).toBe(401)
  })

  test('stands nowhere in the audit or the answer', async () => {
    const fay = await withPassword()
    const changed = await change(fay, PASSWORD, NEXT)
    const { rows: [{ hash }] } = await here.database.owner.raw('select hash from staff_password where staff_id = ?', [fay.id])
    const { rows: bodies } = await here.database.owner.raw('select body::text from audit_body')
    const told = JSON.stringify([bodies, changed.body])
    for (const secret of [PASSWORD, NEXT, hash]) expect(told).not.toContain(secret)
  })
})

describe('a link to choose a password', () => {
  const linkFor = (id: string, purpose: LinkPurpose) =>
    inWork(here.installation, asSystem, ctx => makeLink(ctx, purpose, id))
  const use = (token: string, password = NEXT) =>
    here.app.inject({ method: 'POST', url: '/api/invitation', payload: { token, password } })

  test.each(['invitation', 'reset'] as const)('(%s) used by two at once lets one in', async purpose => {
    const gus = await withPassword()
    const token = await linkFor(gus.id, purpose)
    const answers = await Promise.all([use(token), use(token, `${NEXT} en maan`), use(token)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410, 410])
  })

  test('works for three days when somebody is new, and half an hour when a password was lost', async () => {
    const hans = await withPassword()
    for (const [purpose, minutes] of [['invitation', 72 * 60], ['reset', 30]] as const) {
      const [early, late] = [await linkFor(hans.id, purpose), await linkFor(hans.id, purpose)]
      here.clock.now = here.clock.now.add({ minutes: minutes - 1 })
      expect((await use(early)).statusCode).toBe(200)
      here.clock.now = here.clock.now.add({ minutes: 1 })
      expect((await use(late)).statusCode).toBe(410)
    }
  })

  test('for something else opens nothing: no ticket of a second step, no challenge, no first admin', async () => {
    const ine = await withPassword()
    for (const purpose of ['second-factor', 'passkey', 'federation', 'first-admin'] as const)
      expect((await use(await linkFor(ine.id, purpose))).statusCode).toBe(410)
    const token = await linkFor(ine.id, 'reset')
    const second = await here.app.inject({ method: 'POST', url: '/api/session/second', payload: { ticket: token, code: '123456' } })
    expect(second.statusCode).toBe(410)
    expect((await use(token)).statusCode).toBe(200)
  })

  test('that was mailed ends the waiting that others caused', async () => {
    const jef = await withPassword()
    for (let n = 0; n < 22; n++) await signIn(jef.email, 'geraden', `10.8.${n}.1`)
    expect((await signIn(jef.email, PASSWORD, '10.8.99.1')).statusCode).toBe(429)
    expect((await use(await linkFor(jef.id, 'reset'))).statusCode).toBe(200)
    expect((await signIn(jef.email, NEXT, '10.8.99.1')).statusCode).toBe(200)
  })

  test('is nowhere in the database as it stands', async () => {
    const kaat = await withPassword()
    const token = await linkFor(kaat.id, 'reset')
    const { rows } = await here.database.owner.raw('select one_time_link::text from one_time_link')
    expect(rows.length).toBeGreaterThan(0)
    for (const part of [token, Buffer.from(token).toString('hex'), Buffer.from(token, 'base64url').toString('hex')])
      expect(JSON.stringify(rows)).not.toContain(part)
  })
})
