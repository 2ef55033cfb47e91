import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import * as entra from './entra.ts'
import * as okta from './okta.ts'
import { address, openProvisioning } from './provisioning.ts'

const { here, admin, zwalm, branch, zoersel, scim, elsewhere, known, signIn, machine, tokenAt } = await openProvisioning()
afterAll(() => here.close())

describe('walls', () => {
  test('the people of another library do not exist, and stay as they were', async () => {
    const theirs = await known(elsewhere)
    const before = await here.database.owner('staff').where({ id: theirs.id }).first()
    const nobody = await scim('GET', `/Users/${randomUUID()}`)
    expect(nobody).toMatchObject({ status: 404, body: { status: '404' } })
    for (const [method, body] of [['GET'], ['PUT', entra.create(address())], ['PATCH', entra.disable], ['DELETE']] as const) {
      expect([method, (await scim(method, `/Users/${theirs.id}`, body)).body]).toEqual([method, nobody.body])
    }
    const { body } = await scim('GET', `/Users?filter=${encodeURIComponent(`userName eq "${theirs.userName}"`)}`)
    expect(body.totalResults).toBe(0)
    expect((await scim('GET', '/Users?count=200')).body.Resources.map(({ id }: { id: string }) => id)).not.toContain(theirs.id)
    expect(await here.database.owner('staff').where({ id: theirs.id }).first()).toEqual(before)
    expect((await elsewhere('GET', `/Users/${theirs.id}`)).body.active).toBe(true)
  })

  test('whoever went to work elsewhere belongs there', async () => {
    const { id } = await known()
    await here.apply(
      { kind: 'permissions.open-account', payload: { staff: id, unit: zoersel, from: '2026-11-23', to: null } })
    expect((await scim('GET', `/Users/${id}`)).status).toBe(404)
    expect((await scim('PATCH', `/Users/${id}`, entra.disable)).status).toBe(404)
  })

  test('only a token that holds the right opens the door, and a browser never does', async () => {
    const desk = machine(await tokenAt(zwalm, 'desk'))
    expect(await desk('GET', '/Users')).toMatchObject({ status: 403, body: { schemas: [expect.stringContaining('Error')] } })
    expect(await machine('nonsense')('GET', '/Users')).toMatchObject({ status: 401, body: { status: '401' } })
    const cookie = { cookie: admin.cookie }
    for (const method of ['GET', 'POST'] as const) {
      const answer = await here.app.inject({ method, url: '/scim/v2/Users', headers: cookie, ...(method === 'POST' && { payload: okta.create(address()) }) })
      expect(answer.statusCode).toBe(401)
    }
  })

  test('its kinds open nobody else’s account through the other door', async () => {
    const theirs = await known(elsewhere)
    await elsewhere('PATCH', `/Users/${theirs.id}`, entra.disable)
    const mine = await here.staff('provisioning', zwalm)
    const answer = await mine.change([{ kind: 'sign-in.open-provisioned', payload: { staff: theirs.id, unit: zwalm } }])
    expect(answer.status).toBeGreaterThanOrEqual(403)
    expect((await elsewhere('GET', `/Users/${theirs.id}`)).body.active).toBe(false)
  })
})

test('deleting closes the account and takes the roles there; the row stays for what they did', async () => {
  const { id, userName } = await known()
  await here.apply({ kind: 'foundation.grant', payload: { staff: id, role: 'desk', unit: branch } })
  const asks = await signIn(userName)
  expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204)
  expect(await asks()).toBe(401)
  expect((await admin.get(`/api/staff/${id}`)).body).toMatchObject({ disabled: true, grants: [] })
  expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204)
})
