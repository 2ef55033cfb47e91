import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

const TODAY = '2026-11-23'

let here: Opened
let admin: Staff
let zwalm: string
let zoersel: string
let branch: string
let sister: string
/** Of Zwalm: who sets things. Of Zoersel: who looks. */
let chief: Staff
let neighbour: Staff
beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  zwalm = await here.unit('library', 'Zwalm')
  zoersel = await here.unit('library', 'Zoersel')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  sister = await here.unit('branch', 'Nederzwalm', zwalm)
  chief = await here.staff('library-admin', zwalm)
  neighbour = await here.staff('library-admin', zoersel)
})
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const closing = (unit: string, day: string, text: string) => ({
  kind: 'branches.close', payload: { units: [unit], from: day, to: day, kind: 'G', text, also: [], leave: [] },
})
const rename = (unit: string, name: string, from = TODAY) =>
  ({ kind: 'units.change', payload: { unit, from, fields: { name } } })
/** Everything a reader is told of a branch, of whichever library. */
const toldOf = async (who: Staff, unit: string) => JSON.stringify((await Promise.all([
  `/api/units/${unit}`, `/api/branches/${unit}`, `/api/units/${unit}/hours`, `/api/units/${unit}/year/2026`,
  `/api/units/${unit}/calendar?from=2026-12-01&to=2026-12-31`,
  `/api/units/${unit}/calendar?from=2027-05-01&to=2027-05-31`,
  `/api/parameters/values?unit=${unit}`, `/api/parameters/branches.feed-days?unit=${unit}`, `/api/tariffs?unit=${unit}`, '/api/units', `/api/now?unit=${unit}`, '/api/branches',
].map(url => who.get(url)))).map(({ body }) => body))

describe('what is in force at one library is read by the other:', () => {
  test('its units, closings and parameters', async () => {
    done(await chief.change([closing(branch, '2026-12-24', 'Kerstavond')], { reason: 'Wegens ziekte van An' }))
    done(await chief.change([rename(branch, 'Munkzwalm Centrum')]))
    const told = await toldOf(neighbour, branch)
    expect(told).toContain('Kerstavond')
    expect(told).toContain('Munkzwalm Centrum')
  })

  test('a role that was made there, by its name and what it allows', async () => {
    const role = { name: { nl: 'Leeszaal', en: 'Reading room', fr: 'Salle de lecture' }, permissions: ['core.see'] }
    const payload = { code: 'leeszaal', unit: zwalm, from: TODAY, role }
    done(await chief.change([{ kind: 'permissions.set-role', payload }]))
    expect(JSON.stringify((await neighbour.get('/api/roles')).body)).toContain('Leeszaal')
  })
})

describe('what one library keeps to itself is not read by the other:', () => {
  test('the reason of a change, and its history', async () => {
    expect(await toldOf(neighbour, branch)).not.toContain('ziekte')
    const { body } = await neighbour.get(`/api/changes?unit=${branch}&below=true`)
    expect(body.data).toEqual([])
    const { body: all } = await neighbour.get('/api/changes?limit=200')
    expect(JSON.stringify(all)).not.toMatch(/Munkzwalm|Kerstavond|ziekte/)
    expect(JSON.stringify((await chief.get(`/api/changes?unit=${branch}`)).body)).toContain('ziekte')
  })

  test('a request and a planned set, whatever they would change', async () => {
    const asked = done(await chief.change([rename(branch, 'Aangevraagde naam')], { asRequest: true, reason: 'Intern' }))
    const later = closing(branch, '2027-05-03', 'Geplande sluiting')
    const planned = done(await chief.change([later], { applyOn: '2027-04-01' }))
    expect([asked.state, planned.state]).toEqual(['requested', 'planned'])
    expect(await toldOf(neighbour, branch)).not.toMatch(/Aangevraagde|Geplande|Intern/)
    for (const state of ['requested', 'planned'])
      expect((await neighbour.get(`/api/changes?state=${state}`)).body.data).toEqual([])
    for (const { id } of [asked, planned]) expect((await neighbour.get(`/api/changes/${id}`)).status).toBe(404)
  })

  test('who works there, who holds which role and who acted', async () => {
    const clerk = await here.staff('desk', branch)
    const { body: me } = await clerk.get('/api/session')
    const { body: staff } = await neighbour.get('/api/staff?limit=200')
    expect(JSON.stringify(staff)).not.toContain(clerk.id)
    expect((await neighbour.get(`/api/staff/${clerk.id}`)).status).toBe(404)
    expect(await toldOf(neighbour, branch)).not.toContain(me.staff.name)
    const log = await neighbour.get(`/api/audit?unit=${zoersel}`)
    expect([log.status, JSON.stringify(log.body).includes(chief.id)]).toEqual([200, false])
  })
})

describe('whoever reaches one branch only', () => {
  let keeper: Staff
  beforeAll(async () => {
    const role = {
      name: { nl: 'Gevangenis', en: 'Prison', fr: 'Prison' }, reach: 'branch',
      permissions: ['core.see', 'branches.close', 'permissions.manage'],
    }
    const payload = { code: 'prison', unit: SYSTEM, from: TODAY, role }
    done(await admin.change([{ kind: 'permissions.set-role', payload }]))
    keeper = await here.staff('prison', branch)
  })

  test('reads the history and the requests of that branch, not of its sister, nor of the library', async () => {
    const [own, other, above] = [
      done(await chief.change([closing(branch, '2027-02-01', 'Hier')], { reason: 'hier' })),
      done(await chief.change([closing(sister, '2027-02-02', 'Ginds')], { reason: 'ginds' })),
      done(await chief.change([rename(zwalm, 'Bib Zwalm')], { reason: 'boven' })),
    ]
    const asked = done(await chief.change([rename(sister, 'Nieuwe naam')], { asRequest: true, reason: 'ginds' }))
    const statuses = await Promise.all([own, other, above, asked]
      .map(async ({ id }) => (await keeper.get(`/api/changes/${id}`)).status))
    expect(statuses).toEqual([200, 404, 404, 404])
    const { body } = await keeper.get('/api/changes?limit=200')
    expect(JSON.stringify(body)).toContain('hier')
    expect(JSON.stringify(body)).not.toMatch(/ginds|boven/)
  })

  test('of a set that touches both reads its own items', async () => {
    const both = [closing(branch, '2027-03-01', 'Samen hier'), closing(sister, '2027-03-01', 'Samen ginds')]
    const { id } = done(await chief.change(both))
    const { body } = await keeper.get(`/api/changes/${id}`)
    expect(body.sentences).toHaveLength(1)
    expect(JSON.stringify(body)).not.toMatch(/Nederzwalm|ginds/)
    expect((await chief.get(`/api/changes/${id}`)).body.sentences).toHaveLength(2)
  })

  test('finds no colleague of the sister branch, and knows nothing of their rights', async () => {
    const [near, far] = [await here.staff('desk', branch), await here.staff('desk', sister)]
    const { body } = await keeper.get('/api/staff?limit=200')
    const ids = body.data.map(({ id }: { id: string }) => id)
    expect([ids.includes(near.id), ids.includes(far.id)]).toEqual([true, false])
    expect((await keeper.get(`/api/staff/${far.id}`)).status).toBe(404)
    const payload = { staff: far.id, role: 'desk', unit: sister, from: TODAY }
    expect((await keeper.change([{ kind: 'permissions.withdraw', payload }])).status).toBe(422)
  })

  test('acts there and nowhere else', async () => {
    expect((await keeper.change([closing(branch, '2027-04-01', 'x')])).status).toBe(201)
    expect((await keeper.change([closing(sister, '2027-04-01', 'x')])).status).toBe(403)
    expect((await keeper.change([closing(sister, '2027-04-01', 'x')], { asRequest: true })).status).toBe(403)
  })
})
