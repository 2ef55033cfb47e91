import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import * as entra from './entra.ts'
import * as okta from './okta.ts'
import { address, openProvisioning } from './provisioning.ts'

const { here, admin, zwalm, branch, zoersel, scim, elsewhere, known, signIn } = await openProvisioning()
afterAll(() => here.close())

const unused = { externalId: undefined }

describe('creating', () => {
  test('as Entra sends it makes an account at the unit of the token, and gives no role', async () => {
    const userName = 'Els.DeWit@zwalm.be'
    const { status, body, headers } = await scim('POST', '/Users', entra.create(userName))
    expect([status, headers['content-type'], headers['location']])
      .toEqual([201, 'application/scim+json; charset=utf-8', body.meta.location])
    expect(body).toMatchObject({
      userName: 'els.dewit@zwalm.be', externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef', displayName: 'Els De Wit', active: true,
      name: { givenName: 'Els', familyName: 'De Wit' }, emails: [{ value: 'els.dewit@zwalm.be', type: 'work' }],
      meta: { resourceType: 'User', created: expect.any(String) },
    })
    const staff = (await admin.get(`/api/staff/${body.id}`)).body
    expect(staff).toMatchObject({ homeUnit: { id: zwalm }, disabled: false, grants: [] })
    const { rows } = await here.database.owner.raw(
      `select s.author_name, i.kind from change_item i join change_set s on s.id = i.set_id where i.payload ->> 'staff' = ?`, [body.id])
    expect(rows).toEqual([{ author_name: 'Personeelssysteem', kind: 'sign-in.open-provisioned' }])
  })

  test('as Okta sends it keeps nothing of a password', async () => {
    const { status, body } = await scim('POST', '/Users', okta.create(address()))
    expect([status, body.displayName, body.password, body.groups]).toEqual([201, 'Jan Peeters', undefined, undefined])
    expect(await here.database.owner('staff_password').where({ staff_id: body.id })).toEqual([])
  })

  test('of an address that is taken is refused alike, wherever it is taken', async () => {
    const mine = await known()
    const theirs = await known(elsewhere)
    const [near, far] = [await scim('POST', '/Users', entra.create(mine.userName, unused)),
      await scim('POST', '/Users', entra.create(theirs.userName, unused))]
    expect(near).toMatchObject({ status: 409, body: { scimType: 'uniqueness', status: '409' } })
    expect(far.body).toEqual(near.body)
    expect(JSON.stringify(far.body)).not.toMatch(/zoersel|zwalm/i)
  })

  test('names what does not fit, in the shape of the standard', async () => {
    for (const [body, scimType] of [
      [entra.create('geen adres', { emails: [] }), 'invalidValue'], [entra.create('x@zwalm.be', { active: 'maybe' }), 'invalidValue'],
      [{ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'] }, 'invalidValue'], [{ userName: 4 }, 'invalidValue'],
      [entra.create('x@zwalm.be', { displayName: 'x'.repeat(130) }), 'invalidValue'],
    ] as const) {
      expect(await scim('POST', '/Users', body)).toMatchObject({ status: 400, body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '400', scimType, detail: expect.any(String),
      } })
    }
    expect((await scim('POST', '/Users', '{"userName": ')).status).toBe(400)
    expect((await scim('POST', '/Users', '{"__proto__": {"active": true}, "userName": "p@zwalm.be"}')).status).toBe(400)
    expect((await scim('POST', '/Users', '[]')).status).toBe(400)
    expect((await scim('POST', '/Users', `{"userName": "${'x'.repeat(200_000)}"}`)).status).toBe(413)
  })

  test('takes no role, no unit and no right from the body', async () => {
    const { body } = await scim('POST', '/Users', entra.create(address(), {
      ...unused, roles: [{ value: 'system-admin', primary: true }], groups: [{ value: 'system-admin' }],
      entitlements: [{ value: 'permissions.manage' }], library_id: zoersel, unit: SYSTEM, role: 'system-admin',
    }))
    expect((await admin.get(`/api/staff/${body.id}`)).body).toMatchObject({ grants: [], homeUnit: { id: zwalm } })
  })
})

describe('looking for', () => {
  test('somebody by userName or externalId, in any case', async () => {
    const externalId = randomUUID()
    const { id, userName } = await known(scim, { externalId })
    for (const filter of [`userName eq "${userName.toUpperCase()}"`, `externalId eq "${externalId}"`, `emails.value eq "${userName}"`,
      `userName Eq "${userName}" and externalId eq "${externalId}"`]) {
      const { status, body } = await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)
      expect([status, body.totalResults, body.Resources[0]?.id], filter).toEqual([200, 1, id])
    }
    const none = await scim('GET', `/Users?filter=${encodeURIComponent('userName eq "niemand@zwalm.be"')}`)
    expect(none).toMatchObject({ status: 200, body: { totalResults: 0, Resources: [], schemas: [expect.stringContaining('ListResponse')] } })
  })

  test('all of them goes page by page', async () => {
    await known()
    const all = (await scim('GET', '/Users?count=200')).body
    const pages: string[] = []
    for (let start = 1; start <= all.totalResults; start += 2) {
      const { body } = await scim('GET', `/Users?startIndex=${start}&count=2`)
      expect([body.startIndex, body.totalResults]).toEqual([start, all.totalResults])
      pages.push(...body.Resources.map(({ id }: { id: string }) => id))
    }
    expect(pages).toEqual(all.Resources.map(({ id }: { id: string }) => id))
    expect((await scim('GET', '/Users?count=0')).body).toMatchObject({ totalResults: all.totalResults, Resources: [] })
    expect((await scim('GET', '/Users?startIndex=-5&count=1')).body).toMatchObject({ startIndex: 1, itemsPerPage: 1 })
  })

  test('what it cannot look for it says', async () => {
    for (const filter of ['foo bar', '((((', 'userName co "els"', 'password eq "x"', 'userName eq "a" or userName eq "b"', 'active eq true', '']) {
      expect((await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body, filter).toMatchObject({ status: '400' })
    }
  })
})

describe.each([['Entra', entra.disable, entra.enable], ['Okta', okta.disable, okta.enable]])('as %s sends it', (_vendor, disable, enable) => {
  test('active=false counts from the next request on, and can be taken back', async () => {
    const { id, userName } = await known()
    await here.apply({ kind: 'foundation.grant', payload: { staff: id, role: 'desk', unit: branch } })
    const asks = await signIn(userName)
    expect(await asks()).toBe(200)
    expect(await scim('PATCH', `/Users/${id}`, disable)).toMatchObject({ status: 200, body: { active: false } })
    expect(await asks()).toBe(401)
    expect((await scim('PATCH', `/Users/${id}`, disable)).body.active).toBe(false)
    expect((await scim('GET', `/Users/${id}`)).body.active).toBe(false)
    expect((await scim('PATCH', `/Users/${id}`, enable)).body.active).toBe(true)
    expect(await asks()).toBe(401)
    expect((await admin.get(`/api/staff/${id}`)).body).toMatchObject({ disabled: false, homeUnit: { id: zwalm } })
  })
})

describe('changing', () => {
  test('several things at once, as Entra does', async () => {
    const { id } = await known()
    const now = address()
    const { status, body } = await scim('PATCH', `/Users/${id}`, entra.rename(now))
    expect([status, body.emails[0].value, body.name.familyName, body.displayName]).toEqual([200, now, 'De Wit-Maes', 'Els De Wit-Maes'])
    expect((await admin.get(`/api/staff/${id}`)).body).toMatchObject({ email: now, name: 'Els De Wit-Maes' })
  })

  test('the whole of a user, as Okta does', async () => {
    const { id, userName } = await known()
    const said = { ...okta.create(userName), displayName: 'Els Maes', externalId: 'E12', active: false }
    expect(await scim('PUT', `/Users/${id}`, said)).toMatchObject({ status: 200, body: { displayName: 'Els Maes', active: false } })
  })

  test('is all or nothing, and names what does not fit', async () => {
    const { id, userName } = await known()
    const other = await known()
    const patch = (...Operations: unknown[]) => scim('PATCH', `/Users/${id}`, { Operations })
    const rename = { op: 'replace', path: 'displayName', value: 'Iemand Anders' }
    for (const wrong of [
      { op: 'zap', path: 'active', value: true }, { op: 'replace', path: 'shoeSize', value: 43 }, { op: 'replace', path: 'active', value: 'maybe' },
      { op: 'replace', path: '__proto__.active', value: true }, { op: 'replace', path: 'id', value: randomUUID() },
      { op: 'remove', path: 'userName' }, { op: 'replace' }, 'nonsense', null,
    ]) expect(await patch(rename, wrong), JSON.stringify(wrong)).toMatchObject({ status: 400, body: { status: '400' } })
    expect(await patch(rename, { op: 'replace', path: 'userName', value: other.userName })).toMatchObject({ status: 409 })
    expect((await scim('PATCH', `/Users/${id}`, {})).status).toBe(400)
    expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ displayName: 'Els De Wit', userName })
  })

  test('gives no new way in to somebody who holds roles elsewhere', async () => {
    const { id, userName } = await known()
    await here.apply({ kind: 'foundation.grant', payload: { staff: id, role: 'system-admin', unit: SYSTEM } })
    expect(await scim('PATCH', `/Users/${id}`, entra.rename(address()))).toMatchObject({ status: 403 })
    expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ userName, emails: [{ value: userName }] })
    expect((await scim('PATCH', `/Users/${id}`, entra.disable)).body.active).toBe(false)
  })

  test('gives no new way in to whoever may do more here than the system itself, and says why', async () => {
    const { id, userName } = await known()
    await here.apply({ kind: 'foundation.grant', payload: { staff: id, role: 'library-admin', unit: zwalm } })
    const renamed = await scim('PATCH', `/Users/${id}`, entra.rename(address()))
    expect(renamed).toMatchObject({ status: 403, body: { status: '403', detail: expect.stringContaining('corrects their address') } })
    const number = { Operations: [{ op: 'Add', path: 'externalId', value: 'E9' }] }
    expect((await scim('PATCH', `/Users/${id}`, number)).status).toBe(403)
    const called = { Operations: [{ op: 'replace', path: 'displayName', value: 'Els Maes' }] }
    expect((await scim('PATCH', `/Users/${id}`, called)).body).toMatchObject({ displayName: 'Els Maes', userName })
    const desk = await known(scim, { externalId: 'E10' })
    await here.apply({ kind: 'foundation.grant', payload: { staff: desk.id, role: 'desk', unit: branch } })
    expect((await scim('PATCH', `/Users/${desk.id}`, number)).status).toBe(403)
  })

  test('a new address ends the links that lie in the old letter box', async () => {
    const { id } = await known()
    await admin.post(`/api/staff/${id}/invitation`)
    const waiting = () => here.database.owner('one_time_link').where({ staff_id: id }).whereNull('used_at').pluck('id')
    expect(await waiting()).toHaveLength(1)
    expect((await scim('PATCH', `/Users/${id}`, entra.rename(address()))).status).toBe(200)
    expect(await waiting()).toEqual([])
  })

  test('does not open an account that a person here closed', async () => {
    const { id, userName } = await known()
    await admin.send('PATCH', `/api/staff/${id}`, { disabled: true })
    for (const again of [entra.enable, okta.enable, { Operations: [{ op: 'replace', value: { active: true } }] }]) {
      expect(await scim('PATCH', `/Users/${id}`, again)).toMatchObject({
        status: 403, body: { detail: expect.stringContaining('closed by a person') },
      })
    }
    expect((await scim('PUT', `/Users/${id}`, okta.create(userName))).status).toBe(403)
    expect((await scim('PATCH', `/Users/${id}`, entra.disable)).body.active).toBe(false)
    expect((await scim('PATCH', `/Users/${id}`, entra.enable)).status).toBe(403)
    await admin.send('PATCH', `/api/staff/${id}`, { disabled: false })
    expect((await scim('PATCH', `/Users/${id}`, entra.disable)).body.active).toBe(false)
    expect((await scim('PATCH', `/Users/${id}`, entra.enable)).body.active).toBe(true)
  })

  test('finds people who were invited, and keeps their number from then on', async () => {
    const email = address()
    const { body: { staff } } = await admin.post('/api/staff', {
      id: randomUUID(), name: 'Piet', email, language: 'fr', role: 'desk', unit: branch,
    })
    const { body: { Resources: [found] } } = await scim('GET', `/Users?filter=${encodeURIComponent(`userName eq "${email}"`)}`)
    expect([found.id, found.externalId, found.preferredLanguage]).toEqual([staff.id, undefined, 'fr'])
    const patched = await scim('PATCH', `/Users/${staff.id}`, { Operations: [{ op: 'Add', path: 'externalId', value: 'E7' }] })
    expect(patched.body).toMatchObject({ externalId: 'E7', preferredLanguage: 'fr' })
    expect((await admin.get(`/api/staff/${staff.id}`)).body).toMatchObject({ homeUnit: { id: branch }, grants: [{ role: 'desk' }] })
  })
})

test('it says what of the standard it speaks', async () => {
  expect((await scim('GET', '/ServiceProviderConfig')).body).toMatchObject({ patch: { supported: true }, bulk: { supported: false } })
  expect((await scim('GET', '/ResourceTypes')).body.Resources).toMatchObject([{ endpoint: '/Users' }])
  expect((await scim('GET', '/Schemas')).body.Resources.map(({ id }: { id: string }) => id)).toEqual([
    'urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  ])
})
