import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openInstallation } from '../installation.ts'
import * as entra from './entra.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
let people = 0
export const address = () => `els${++people}@zwalm.be`

/** An installation of two libraries, of which the system of each keeps its people over SCIM. */
export async function openProvisioning() {
  const here = await openInstallation()
  const zwalm = await here.unit('library', 'Zwalm')
  const branch = await here.unit('branch', 'Munkzwalm', zwalm)
  const zoersel = await here.unit('library', 'Zoersel')
  const admin = await here.staff('system-admin')
  const machine = (token: string) => async (
    method: Method, path: string, payload?: unknown, type = 'application/scim+json',
  ) => {
    const answer = await here.app.inject({
      method, url: `/scim/v2${path}`,
      headers: { authorization: `Bearer ${token}`, ...(payload !== undefined && { 'content-type': type }) },
      ...(payload !== undefined && { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
    })
    return { status: answer.statusCode, headers: answer.headers, body: answer.body ? answer.json() : null }
  }
  const tokenAt = async (unit: UnitId, role = 'provisioning') => {
    const { body } = await admin.post('/api/tokens', {
      id: randomUUID(), name: 'Personeelssysteem', unit, expires: '2027-06-30', grants: [{ role, unit }],
    })
    return body.token as string
  }
  const scim = machine(await tokenAt(zwalm))
  const elsewhere = machine(await tokenAt(zoersel))
  const known = async (call = scim, more: object = { externalId: undefined }) => {
    const { status, body } = await call('POST', '/Users', entra.create(address(), more))
    expect(status).toBe(201)
    return body as { id: string; userName: string }
  }
  /** Signs them in as if they had a password. */
  const signIn = async (email: string) => {
    const { id } = await here.database.owner('staff').where({ email }).first('id')
    const session = randomUUID()
    await here.database.owner('session').insert({
      id: session, staff_id: id, started_at: here.clock.now.toString(), last_seen_at: here.clock.now.toString(),
      expires_at: here.clock.now.add({ hours: 2 }).toString(),
    })
    const cookie = `filiaal=${here.app.jwt.sign({ sub: id, sid: session, name: 'x', lang: 'nl' })}`
    return async () => (await here.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).statusCode
  }
  return { here, admin, zwalm, branch, zoersel, scim, elsewhere, machine, tokenAt, known, signIn }
}
