import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setPassword } from '#core/session.ts'
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
