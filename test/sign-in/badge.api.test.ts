import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openSession } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { permissions as staffRights } from '#plugins/permissions/contract/permission.ts'
import { feeWaiversAhead, shopSalesAhead } from '#plugins/permissions/contract/ahead/money.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { Browser, PASSWORD, personOf, withPhone } from './person.ts'

let here: Opened
let zwalm: UnitId
let branch: UnitId
let second: UnitId
beforeAll(async () => {
  here = await openInstallation({ secondFactor: true })
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  second = await here.unit('branch', 'Nederzwalm', zwalm)
  await here.staff('system-admin')
})
afterAll(() => here.close())

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const { manage } = staffRights
const { waive } = feeWaiversAhead
const { sell } = shopSalesAhead

/** Somebody of the library who takes a place by PIN at the desk of Munkzwalm, with an app on their phone or without. */
async function atDesk(role: string, { phone = false } = {}) {
  const person = await personOf(here, role, zwalm)
  const own = new Browser(here)
  own.cookie = person.cookie
  const app = phone ? (await withPhone(here, own)).phone : undefined
  const signedIn = await inWork(here.installation, asSystem, async ctx => openSession(
    ctx, await StaffRow.query(ctx.db).findById(person.id).throwIfNotFound(), { method: 'badge', confirmed: false, desk: branch }))
  const browser = new Browser(here)
  browser.cookie = `filiaal=${here.app.jwt.sign({ sub: person.id, sid: signedIn.actor.session ?? '', name: '', lang: 'nl' })}`
  return { person, browser, phone: app, may: () => mayOf(signedIn.actor) }
}

/** Asked of the very rights that the guard, the door and every list ask. */
const mayOf = (actor: { id: string | null; name: string; session: string | null }) =>
  inWork(here.installation, { actor, language: 'nl' }, async ctx => ({
    give: ctx.may(manage, zwalm), sellHere: ctx.may(sell, branch), sellThere: ctx.may(sell, second), setAll: ctx.may(sell, zwalm),
    waive: ctx.may(waive, branch, { asked: { 'fee-waivers.amount': 100 } }),
  }))

describe('by badge alone', () => {
  test('nobody uses a right that gives rights, through any door', async () => {
    const { person, browser } = await atDesk('library-admin')
    const { body } = await browser.get('/session')
    expect(Object.keys(body.permissions)).not.toContain(manage.name)
    expect(Object.keys(body.permissions)).toContain('core.see')
    const grant = { id: randomUUID(), items: [{ kind: 'permissions.grant', payload: {
      staff: person.id, role: 'desk', unit: branch, from: '2026-12-01', to: null,
    } }] }
    const doors = [
      () => browser.get(`/staff?unit=${zwalm}`), () => browser.get(`/staff/${person.id}`), () => browser.post('/changes', grant),
      () => browser.post(`/staff/${person.id}/unlock`, { reason: 'x' }), () => browser.get(`/tokens?unit=${zwalm}`),
      () => browser.post(`/staff/${person.id}/invitation`),
    ]
    for (const one of doors) expect(await one()).toMatchObject({ status: 403, body: { code: 'core.not-by-badge' } })
    expect((await browser.post('/changes', grant)).body.title).toMatch(/^Met alleen je badge of pincode kan dit hier niet: .*“Mijn aanmelding”/)
  })

  test('whoever has not the right hears that, and not that the badge is at fault', async () => {
    const { browser } = await atDesk('desk')
    expect((await browser.get(`/staff?unit=${zwalm}`)).body.code).toBe('core.not-allowed')
  })

  test('money moves where the desk stands, and nowhere else', async () => {
    const { may, browser } = await atDesk('branch-manager')
    expect(await may()).toEqual({ give: false, sellHere: true, sellThere: false, setAll: false, waive: true })
    const { body } = await browser.get('/session')
    expect(body.permissions[sell.name]).toEqual([branch])
    const limited = await atDesk('desk')
    await here.apply({ kind: 'permissions.grant', payload: {
      staff: limited.person.id, role: 'branch-manager', unit: zwalm, from: '2026-11-23', to: null, limits: { 'fee-waivers.amount': 50 },
    } })
    expect((await limited.may()).waive).toBe(false)
  })

  test('at no desk that is known no money moves at all', async () => {
    const { person } = await atDesk('desk')
    const { actor } = await inWork(here.installation, asSystem, async ctx => openSession(
      ctx, await StaffRow.query(ctx.db).findById(person.id).throwIfNotFound(), { method: 'badge', confirmed: false }))
    expect(await mayOf(actor)).toMatchObject({ sellHere: false, sellThere: false })
  })
})

describe('after confirming', () => {
  test('the second step gives all of it back, until it is too long ago', async () => {
    const { browser, phone, person } = await atDesk('library-admin', { phone: true })
    const staffSeen = async () => (await browser.get(`/staff?unit=${zwalm}`)).status
    expect((await browser.post('/session/confirm', { password: PASSWORD })).body.code).toBe('sign-in.show-second')
    expect(await staffSeen()).toBe(403)
    const { body } = await browser.post('/session/confirm', { code: phone?.code() ?? '' })
    expect(body.permissions[manage.name]).toEqual([zwalm])
    expect(await staffSeen()).toBe(200)
    expect((await browser.get('/sessions')).body.data.find((one: { current: boolean }) => one.current).method).toBe('badge')
    const { rows } = await here.database.owner.raw(
      'select desk_unit_id from session where staff_id = ? and second_factor and ended_at is null and method = ?', [person.id, 'badge'])
    expect(rows).toEqual([{ desk_unit_id: branch }])
    here.clock.now = here.clock.now.add({ minutes: 16 })
    expect(await staffSeen()).toBe(403)
  })

  test('a password does not, where a second step is owed and not set up', async () => {
    const { browser } = await atDesk('library-admin')
    expect((await browser.post('/session/confirm', { password: PASSWORD })).body.code).toBe('sign-in.set-up-second')
    expect((await browser.post('/session/confirm', { password: PASSWORD, toSetUp: true })).status).toBe(200)
    expect((await browser.get(`/staff?unit=${zwalm}`)).body.code).toBe('core.not-by-badge')
    await withPhone(here, browser)
    expect((await browser.get(`/staff?unit=${zwalm}`)).status).toBe(200)
  })
})
