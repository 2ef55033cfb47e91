import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { deliverEvents } from '#core/outbox.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { CLIENT, comeThrough, openProvider, seconds, unsigned, type OpenProvider, type Said } from './vouching.ts'

let here: Opened
let provider: OpenProvider
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId
let admin: Staff
let boss: Staff
let id: string

const setting = (more: object = {}) => ({ name: 'Gemeente Zwalm', issuer: provider.issuer, clientId: CLIENT, linkBy: 'email', ...more })
const set = (unit: UnitId, key: string = randomUUID(), more: object = {}) =>
  ({ kind: 'sign-in.set-provider', payload: { id: key, unit, provider: setting(more) } })
const rules = (...said: object[]) => ({ kind: 'sign-in.set-claim-rules', payload: { provider: id, unit: zwalm, rules: said } })
const rule = (value: string, role: string, unit = branch) => ({ claim: 'groups', value, role, unit })
const codesOf = (answer: { body: { faults: { code: string }[] } }) => answer.body.faults.map(({ code }) => code)
const come = async (staff: Staff, claims: Said = {}) => {
  const { email } = await here.database.owner('staff').where({ id: staff.id }).first('email')
  return comeThrough(here, provider, id, { claims: { email, email_verified: true, sub: staff.id, ...claims } })
}
const rolesOf = async (staff: Staff) => {
  const { body } = await admin.get(`/api/staff/${staff.id}`)
  return body.grants.map(({ role, unit }: { role: string; unit: string }) => `${role} ${unit === branch ? 'branch' : unit === zwalm ? 'zwalm' : '?'}`).sort()
}

beforeAll(async () => {
  here = await openInstallation({ now: new Date().toISOString(), privateNetwork: true })
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel')
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
  provider = await openProvider()
  id = randomUUID()
  await admin.change([set(zwalm, id)])
})
afterAll(async () => {
  await Promise.all([here.close(), provider.stop()])
})

describe('roles by rule', () => {
  test('are laid at sign-in as one set of the system, and go when the claim goes; what a person gave stays', async () => {
    expect((await admin.change([rules(rule('jeugd', 'prison-library'), rule('staf', 'auditor', zwalm), rule('7', 'desk'))])).status).toBe(201)
    const els = await here.staff('prison-library', zwalm)
    expect((await come(els, { groups: ['jeugd', 'staf', 'andere'] })).session).toBeDefined()
    expect(await rolesOf(els)).toEqual(['auditor zwalm', 'prison-library branch', 'prison-library zwalm'])
    const { rows } = await here.database.owner.raw(`
      select s.author_name, s.reason, count(*)::int as n from change_item i join change_set s on s.id = i.set_id
      where i.kind = 'sign-in.lay-claimed' and i.payload ->> 'staff' = ? group by 1, 2`, [els.id])
    expect(rows).toEqual([{ author_name: 'Filiaal', reason: 'Gemeente Zwalm', n: 1 }])
    await come(els, { groups: ['jeugd', 'staf'] })
    await come(els, { groups: 'staf' })
    expect(await rolesOf(els)).toEqual(['auditor zwalm', 'prison-library zwalm'])
    await come(els)
    expect(await rolesOf(els)).toEqual(['prison-library zwalm'])
  })

  test('go when the provider ends, and what a person gave stays', async () => {
    const ending = randomUUID()
    await admin.change([set(zwalm, ending)])
    await admin.change([{ ...rules(rule('jeugd', 'auditor')), payload: { ...rules(rule('jeugd', 'auditor')).payload, provider: ending } }])
    const els = await here.staff('prison-library', zwalm)
    const { email } = await here.database.owner('staff').where({ id: els.id }).first('email')
    await comeThrough(here, provider, ending, { claims: { email, email_verified: true, sub: els.id, groups: ['jeugd'] } })
    expect(await rolesOf(els)).toEqual(['auditor branch', 'prison-library zwalm'])
    expect((await admin.change([{ kind: 'sign-in.end-provider', payload: { id: ending, unit: zwalm } }])).status).toBe(201)
    // Events wait by the clock of the database, which goes on while the one of the test stands.
    here.clock.now = Temporal.Now.instant().add({ seconds: 1 })
    await deliverEvents(here.installation)
    expect(await rolesOf(els)).toEqual(['prison-library zwalm'])
  })

  test('leave a role alone that a person gave at the same place', async () => {
    await admin.change([rules(rule('jeugd', 'prison-library'))])
    const els = await here.staff('prison-library', branch)
    await come(els, { groups: ['jeugd'] })
    await come(els)
    expect(await rolesOf(els)).toEqual(['prison-library branch'])
  })

  test('are not laid, and go, where a library has left the group whose provider gave them', async () => {
    const group = await here.unit('group', 'Waasland', undefined, { level: '1', code: 'G1' })
    const [zele, temse] = [await here.unit('library', 'Zele', group), await here.unit('library', 'Temse', group)]
    const theirs = randomUUID()
    const said = { provider: theirs, unit: group, rules: [rule('staf', 'auditor', zele)] }
    await admin.change([set(group, theirs), { kind: 'sign-in.set-claim-rules', payload: said }])
    const [els, jan] = [await here.staff('prison-library', temse), await here.staff('prison-library', temse)]
    const comes = async (staff: Staff) => {
      const { email } = await here.database.owner('staff').where({ id: staff.id }).first('email')
      return comeThrough(here, provider, theirs, { claims: { email, email_verified: true, sub: staff.id, groups: ['staf'] } })
    }
    const roles = async (staff: Staff) => (await admin.get(`/api/staff/${staff.id}`)).body.grants.map(({ role }: { role: string }) => role).sort()
    await comes(els)
    expect(await roles(els)).toEqual(['auditor', 'prison-library'])
    const from = here.clock.now.toString().slice(0, 10)
    const moved = await admin.change([{ kind: 'units.move', payload: { unit: zele, parent: '00000000-0000-4000-8000-000000000000', from } }])
    expect(moved.status).toBe(201)
    here.clock.now = Temporal.Now.instant().add({ seconds: 1 })
    await deliverEvents(here.installation)
    expect((await comes(jan)).session).toBeDefined()
    expect([await roles(els), await roles(jan)]).toEqual([['prison-library'], ['prison-library']])
  })

  test('go by what the claim says and nothing that looks like it', async () => {
    await admin.change([rules(rule('jeugd', 'auditor'), { claim: 'constructor', value: 'Object', role: 'auditor', unit: branch })])
    const els = await here.staff('prison-library', branch)
    for (const groups of ['JEUGD', 'jeugd ', ['jeugd2'], { jeugd: true }, [['jeugd']], null]) await come(els, { groups })
    expect(await rolesOf(els)).toEqual(['prison-library branch'])
  })

  test('never give more than their author holds, nor beside the provider', async () => {
    await here.apply({ kind: 'permissions.set-role', payload: { code: 'vouch', unit: zwalm, from: here.clock.now.toString().slice(0, 10), role: {
      name: { nl: 'x', en: 'x', fr: 'x' }, permissions: ['core.see', 'sign-in.providers'],
    } } })
    const it = await here.staff('vouch', zwalm)
    const wider = await it.change([rules(rule('staf', 'library-admin', zwalm))])
    expect([wider.status, wider.body.missing.length > 5]).toEqual([403, true])
    expect((await it.change([rules(rule('staf', 'vouch', zwalm))])).status).toBe(201)
    const beside = await admin.change([rules(rule('x', 'desk', zoersel), rule('x', 'emperor'))])
    expect([beside.status, codesOf(beside)]).toEqual([422, ['sign-in.rule-elsewhere', 'sign-in.no-role']])
  })

  test('are laid by nobody but the system', async () => {
    const lay = { kind: 'sign-in.lay-claimed', payload: { staff: boss.id, provider: id, give: [{ role: 'auditor', unit: zwalm }], take: [] } }
    expect((await admin.change([lay])).status).toBe(403)
    expect((await boss.change([lay], { asRequest: true })).status).toBe(403)
  })
})

describe('a provider', () => {
  test('is set by whoever may at that unit and all below it', async () => {
    expect((await boss.change([set(zwalm)])).status).toBe(403)
    expect((await boss.get('/api/providers/settings')).status).toBe(403)
    expect((await boss.send('PUT', `/api/providers/${id}/secret`, { secret: 'x' })).status).toBe(403)
    const it = await here.staff('vouch', zwalm)
    expect((await it.change([set(zoersel)])).status).toBe(403)
    expect((await admin.change([set(zoersel, id)])).status).toBe(422)
    expect((await admin.change([set(zwalm, randomUUID(), { issuer: 'javascript:alert(1)' })])).status).toBe(422)
    expect((await admin.change([set(zwalm, randomUUID(), { clientSecret: 'x' })])).status).toBe(422)
    const theirs = randomUUID()
    await admin.change([set(zoersel, theirs)])
    expect((await it.send('PUT', `/api/providers/${theirs}/secret`, { secret: 'x' })).status).toBe(404)
    expect((await it.post(`/api/providers/${theirs}/check`)).status).toBe(404)
    expect((await it.get('/api/providers/settings')).body.data.map((one: { id: string }) => one.id)).toEqual([id])
  })

  test('keeps its secret sealed: not in answers, facts, history or audit', async () => {
    const secret = 'heel-geheim-van-de-gemeente'
    expect((await admin.send('PUT', `/api/providers/${id}/secret`, { secret })).status).toBe(204)
    const { body } = await admin.get('/api/providers/settings')
    expect(body.data.find((one: { id: string }) => one.id === id)).toMatchObject({
      hasSecret: true, callback: `https://filiaal.proef.be/api/oidc/${id}/callback`, provider: { clientId: CLIENT },
    })
    const { rows: [{ all }] } = await here.database.owner.raw(`
      select (select string_agg(s::text, ' ') from segment s) || (select string_agg(b::text, ' ') from audit_body b)
        || (select string_agg(i::text, ' ') from change_item i)
        || (select string_agg(encode(sealed, 'escape'), ' ') from provider_secret) as all`)
    expect(`${JSON.stringify(body)} ${all}`).not.toContain(secret)
    let sent = ''
    provider.server.service.once('beforeResponse', (_answer, request) => { sent = String((request.body as Record<string, unknown>)['client_secret']) })
    const els = await here.staff('prison-library', branch)
    const came = comeThrough(here, provider, id, { claims: { email: 'x', sub: els.id }, keep: true })
    await came
    expect(sent).toBe(secret)
  })

  test('is asked only at public addresses, by https', async () => {
    const strict = await openInstallation()
    const owner = await strict.staff('system-admin')
    const { port } = new URL(provider.issuer)
    for (const issuer of [
      provider.issuer, `https://localhost:${port}`, `https://127.0.0.1:${port}`, `https://[::1]:${port}`, 'https://[::ffff:10.0.0.1]',
      'https://169.254.169.254', 'https://10.0.0.1', 'https://192.168.1.1', 'https://2130706433', 'https://0x7f.1', 'http://example.org',
    ]) {
      const key = randomUUID()
      expect((await owner.change([set('00000000-0000-4000-8000-000000000000', key, { issuer })])).status, issuer).toBe(201)
      expect((await owner.post(`/api/providers/${key}/check`)).body, issuer).toMatchObject({ code: 'sign-in.provider-unreachable' })
      expect((await strict.app.inject({ method: 'GET', url: `/api/oidc/${key}/start` })).statusCode, issuer).toBe(424)
    }
    await strict.close()
  })
})

describe('signing out there', () => {
  // A token is dated by the machine's clock: the test's, which stands and may have been put ahead, goes along.
  beforeEach(() => { here.clock.now = Temporal.Now.instant() })

  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const tell = async (logout_token: string, key = id) => (await here.app.inject({
    method: 'POST', url: `/api/oidc/${key}/back-channel-logout`, headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ logout_token }).toString(),
  })).statusCode
  const token = (more: Said = {}, pen = provider.sign, header = {}) => pen({
    iss: provider.issuer, aud: CLIENT, iat: seconds(), exp: seconds(120), jti: randomUUID(), events: event, ...more,
  }, { header })
  const isIn = async (session: string | undefined) =>
    (await here.app.inject({ method: 'GET', url: '/api/session', headers: { cookie: session ?? '' } })).statusCode === 200

  test('ends what somebody opened through the provider, by who they are or by the session there', async () => {
    const [els, jan] = [await here.staff('prison-library', branch), await here.staff('prison-library', branch)]
    const came = [await come(els), await come(jan, { sid: 'there-1' })]
    expect(await tell(await token({ sub: els.id }, provider.sign, { typ: 'logout+jwt' }))).toBe(200)
    expect([await isIn(came[0]?.session), await isIn(came[1]?.session)]).toEqual([false, true])
    expect(await tell(await token({ sid: 'there-1' }))).toBe(200)
    expect(await isIn(came[1]?.session)).toBe(false)
    expect((await els.get('/api/session')).status).toBe(200)
  })

  test('by a token that does not stand ends nothing', async () => {
    const els = await here.staff('prison-library', branch)
    const { session } = await come(els)
    const by = { sub: els.id }
    for (const [what, forged] of Object.entries({
      unsigned: await token(by, unsigned), stranger: await token(by, provider.signAsStranger),
      itsOwnKey: await token(by, provider.signAsStranger, { jwk: provider.strangerKey }), otherClient: await token({ ...by, aud: 'other' }),
      otherIssuer: await token({ ...by, iss: 'https://elsewhere.be' }), old: await token({ ...by, iat: seconds(-900), exp: seconds(60) }),
      expired: await token({ ...by, exp: seconds(-300) }), noEvent: await token({ ...by, events: {} }), noEvents: await token({ ...by, events: undefined }),
      nonce: await token({ ...by, nonce: 'x' }), nobody: await token(), noId: await token({ ...by, jti: undefined }), nonsense: 'a.b.c',
    })) expect([what, await tell(forged)]).toEqual([what, 400])
    expect(await isIn(session)).toBe(true)
    expect(await tell(await token(by), randomUUID())).toBe(404)
  })

  test('told again ends nothing that was opened since', async () => {
    const els = await here.staff('prison-library', branch)
    await come(els)
    const told = await token({ sub: els.id, iat: seconds(-10) })
    here.clock.now = Temporal.Now.instant().add({ seconds: 30 })
    const { session } = await come(els)
    expect([await tell(told), await isIn(session)]).toEqual([200, true])
  })
})
