import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM, type Unit } from '#core/unit.ts'
import { applyDue } from '#core/waiting.ts'
import { unitByCode } from '#plugins/units/index.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let group: UnitId
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId
let zwalmAdmin: Staff
let desk: Staff

beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  group = await here.unit('group', 'Biblio Streek', SYSTEM, { code: 'G90', level: '3b' })
  zwalm = await here.unit('library', 'Zwalm', SYSTEM, { code: 'I900' })
  branch = await here.unit('branch', 'Munkzwalm', zwalm, { code: '9001' })
  zoersel = await here.unit('library', 'Zoersel', SYSTEM, { code: 'I901' })
  zwalmAdmin = await here.staff('library-admin', zwalm)
  desk = await here.staff('desk', branch)
})
afterAll(() => here.close())

const item = (kind: string, payload: object) => ({ kind: `units.${kind}`, payload })
const opening = (unit: Partial<Unit>, parent = zwalm, from = '2027-01-01', id = randomUUID()) =>
  item('open', { id, parent, from, unit: { type: 'branch', code: '9100', name: 'Nederzwalm', ...unit } })
const codesOf = (answer: { body: { faults: { code: string; pointer: string }[] } }) => answer.body.faults.map(
  ({ code, pointer }) => `${code} ${pointer.replace('/items/0/payload', '')}`
)
const treeOn = async (day: string) => (await admin.get(`/api/units?on=${day}`)).body.data as {
  id: string; parent: string | null; code: string
}[]
const parentOf = async (id: UnitId, day: string) => (await treeOn(day)).find(unit => unit.id === id)?.parent

describe('opening', () => {
  test('a branch exists from its first day on, and not before', async () => {
    const id = randomUUID()
    const { status, body } = await admin.change([opening({ code: '9101', name: 'Beerlegem' }, zwalm, '2027-03-01', id)])
    expect([status, body.sentences]).toEqual([201, ['Beerlegem (9101) opent vanaf 1 maart 2027, onder Zwalm']])
    expect((await treeOn('2027-02-28')).some(unit => unit.id === id)).toBe(false)
    expect(await parentOf(id, '2027-03-01')).toBe(zwalm)
  })

  test('every refusal is named at once', async () => {
    const answer = await admin.change([opening({ code: '12', level: '1', timeZone: 'Mars/Olympus', name: ' ' }, group)])
    expect(answer.status).toBe(422)
    expect(codesOf(answer)).toEqual([
      'units.wrong-parent /parent', 'units.code-form /unit/code', 'units.level-of-group /unit/level',
      'units.time-zone /unit/timeZone', 'units.no-name /unit/name',
    ])
  })

  test.each([
    ['a library code is I and three digits', { type: 'library', code: '9102' }, 'system', 'units.code-form /unit/code'],
    ['a group needs a level', { type: 'group', code: 'G91' }, 'system', 'units.level-missing /unit/level'],
    ['branch numbers end at 9994', { code: '9995' }, 'zwalm', 'units.code-form /unit/code'],
    ['0000 is the system', { code: '0000' }, 'zwalm', 'units.code-form /unit/code'],
    ['there is one system', { type: 'system', code: '0000' }, 'zwalm', 'units.one-system /unit/type'],
    ['an offset is no time zone', { code: '9103', timeZone: '+01:00' }, 'zwalm', 'units.time-zone /unit/timeZone'],
    ['a code is borne once', { code: '9001' }, 'zwalm', 'units.code-taken /unit/code'],
    ['a stop hangs under a bookmobile', { type: 'stop', code: '9104' }, 'zwalm', 'units.wrong-parent /parent'],
    ['a parent must be there', { code: '9105' }, 'nowhere', 'units.not-there /parent'],
  ] as const)('%s', async (_rule, unit, under, refusal) => {
    const parent = { system: SYSTEM, zwalm, nowhere: randomUUID() }[under]
    expect(codesOf(await admin.change([opening(unit, parent)]))).toContain(refusal)
  })

  test('a library and its branches open in one set, each seeing what the earlier ones did', async () => {
    const id = randomUUID()
    const library = opening({ type: 'library', code: 'I905', name: 'Horebeke' }, SYSTEM, '2027-01-01', id)
    expect(
      (await admin.change([library, opening({ code: '9051' }, id), opening({ code: '9052' }, id)])).status
    ).toBe(201)
    expect(
      codesOf(await admin.change([opening({ code: '9053' }), opening({ code: '9053' })]))[0]
    ).toContain('units.code-taken')
  })

  test('who may not manage units may ask for it, and the helpdesk lets it happen', async () => {
    const asked = opening({ code: '9106', name: 'Rozebeke' })
    const refusal = await zwalmAdmin.change([asked])
    expect([refusal.status, refusal.body.missing[0].permission]).toEqual([403, 'units.manage'])
    const request = await zwalmAdmin.change([asked], { asRequest: true })
    expect(request.body.state).toBe('requested')
    const helpdesk = await here.staff('helpdesk')
    const decided = await helpdesk.post(`/api/changes/${request.body.id}/decide`, { approve: true })
    expect([decided.status, decided.body.state]).toEqual([200, 'applied'])
  })

  test('opening is put back, but not under what hangs below by then', async () => {
    const [library, id] = [randomUUID(), randomUUID()]
    const set = await admin.change([
      opening({ type: 'library', code: 'I906', name: 'Brakel' }, SYSTEM, '2027-01-01', library)
    ])
    const below = await admin.change([opening({ code: '9061', name: 'Elst' }, library, '2027-01-01', id)])
    const early = await admin.post(`/api/changes/${set.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect([early.status, early.body.faults[0].code]).toEqual([422, 'units.dangling'])
    expect(
      (await admin.post(`/api/changes/${below.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })).status
    ).toBe(201)
    expect(
      (await admin.post(`/api/changes/${set.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })).status
    ).toBe(201)
    expect((await treeOn('2027-06-01')).some(unit => unit.id === library)).toBe(false)
  })
})

describe('details', () => {
  test('change from a day on; what a later change says about the same detail stands', async () => {
    const rename = (name: string, from: string) => zwalmAdmin.change([
      item('change', { unit: branch, from, fields: { name } })
    ])
    await rename('Munkzwalm Plein', '2027-06-01')
    const { body } = await zwalmAdmin.change([item('change', {
      unit: branch, from: '2027-02-01', fields: {
        name: 'Munkzwalm Dorp', address: { street: 'Noordlaan 3', city: 'Zwalm' },
      },
    })])
    expect(body.sentences).toEqual(['Munkzwalm: naam “Munkzwalm Dorp” en adres vanaf 1 februari 2027'])
    const on = async (day: string) => (await admin.get(`/api/units/${branch}?on=${day}`)).body.unit
    expect((await on('2027-01-31')).name).toBe('Munkzwalm')
    expect(await on('2027-03-01')).toMatchObject({ name: 'Munkzwalm Dorp', address: { city: 'Zwalm' } })
    expect(await on('2027-07-01')).toMatchObject({ name: 'Munkzwalm Plein', address: { city: 'Zwalm' } })
  })

  test('null takes a detail away', async () => {
    await zwalmAdmin.change([
      item(
        'change',
        { unit: zwalm, from: '2026-12-01', fields: { website: 'https://zwalm.be', province: 'Oost-Vlaanderen' } }
      )
    ])
    await zwalmAdmin.change([item('change', { unit: zwalm, from: '2027-01-01', fields: { website: null } })])
    const { unit } = (await admin.get(`/api/units/${zwalm}?on=2027-01-02`)).body
    expect([unit.website, unit.province]).toEqual([undefined, 'Oost-Vlaanderen'])
  })

  test('codes and levels are the region’s business; another library’s details are not ours', async () => {
    const codes = await zwalmAdmin.change([
      item('change', { unit: branch, from: '2027-01-01', fields: { code: '9002' } })
    ])
    const others = await zwalmAdmin.change([
      item('change', { unit: zoersel, from: '2027-01-01', fields: { name: 'Wij' } })
    ])
    expect([
      codes.body.missing[0].permission, others.body.missing[0].permission,
    ]).toEqual(['units.manage', 'units.change'])
    expect(
      (await desk.change([item('change', { unit: branch, from: '2027-01-01', fields: { name: 'Ik' } })])).status
    ).toBe(403)
  })

  test('the system has a name, but its code stays', async () => {
    expect(
      (await admin.change([item('change', { unit: SYSTEM, from: '2027-01-01', fields: { name: 'Streek' } })])).status
    ).toBe(201)
    expect(
      codesOf(await admin.change([item('change', { unit: SYSTEM, from: '2027-01-01', fields: { code: '0001' } })]))
    ).toEqual(['units.system /unit'])
  })
})

describe('moving', () => {
  test('a library joins a group from a day: rehearsed first, done once it agrees, then put back', async () => {
    const temse = await here.unit('library', 'Temse', SYSTEM)
    const move = item('move', { unit: temse, parent: group, from: '2027-01-01' })
    const preview = await admin.post('/api/changes/preview', { items: [move] })
    expect([preview.body.mayApply, preview.body.sentences]).toEqual([
      true, ['Temse gaat vanaf 1 januari 2027 van Streek naar Biblio Streek'],
    ])
    expect(await parentOf(temse, '2027-01-01')).toBe(SYSTEM)

    const set = await admin.change([move], { fingerprint: preview.body.fingerprint, asRequest: true })
    const own = await here.staff('library-admin', temse)
    await own.post(`/api/changes/${set.body.id}/agreement`, { unit: temse, agrees: true })
    await applyDue(here.installation, '2026-11-23')
    expect([await parentOf(temse, '2026-12-31'), await parentOf(temse, '2027-01-01')]).toEqual([SYSTEM, group])
    await admin.post(`/api/changes/${set.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect(await parentOf(temse, '2027-01-01')).toBe(SYSTEM)
  })

  test('refuses what does not fit', async () => {
    const move = (unit: UnitId, parent: UnitId) => admin.change([item('move', { unit, parent, from: '2027-01-01' })])
    expect(codesOf(await move(branch, group))).toEqual(['units.wrong-parent /parent'])
    expect(codesOf(await move(zwalm, SYSTEM))).toEqual(['units.hangs-there /parent'])
    expect(codesOf(await move(SYSTEM, group))).toEqual(['units.system /unit'])
    expect(codesOf(await move(zwalm, randomUUID()))).toEqual(['units.not-there /parent'])
  })

  test('needs the right where it comes from and where it goes', async () => {
    const helper = await here.staff('helpdesk', group)
    const { status, body } = await helper.change([item('move', { unit: branch, parent: zoersel, from: '2027-01-01' })])
    expect(status).toBe(403)
    expect([...new Set(body.missing.map((missing: { unit: string }) => missing.unit))].sort()).toEqual([zwalm, zoersel].sort())
  })
})

describe('what the tree answers', () => {
  test('everybody reads it, with an ETag that holds until something changes', async () => {
    const first = await desk.get('/api/units')
    const again = await desk.get('/api/units', { 'if-none-match': String(first.headers['etag']) })
    expect([first.status, again.status, again.body]).toEqual([200, 304, ''])
    await admin.change([opening({ code: '9110', name: 'Hundelgem' })])
    expect((await desk.get('/api/units', { 'if-none-match': String(first.headers['etag']) })).status).toBe(200)
  })

  test('nobody reads it signed out, and a day that is none is refused', async () => {
    expect((await here.app.inject({ url: '/api/units' })).statusCode).toBe(401)
    expect((await desk.get('/api/units?on=2026-02-30')).status).toBe(400)
    expect((await desk.get(`/api/units/${randomUUID()}`)).status).toBe(404)
  })

  test('one unit tells its path, its past and its plans', async () => {
    const { body } = await admin.get(`/api/units/${branch}?on=2027-03-01`)
    expect(body.path.map((unit: { name: string }) => unit.name)).toEqual(['Streek', 'Zwalm', 'Munkzwalm Dorp'])
    expect(body.past.map((said: { text: string }) => said.text)).toEqual(['Munkzwalm (9001)'])
    expect(body.planned).toMatchObject([{ from: '2027-06-01', text: 'Munkzwalm Plein (9001)' }])
    const elsewhere = await here.staff('library-admin', zoersel)
    expect((await elsewhere.get(`/api/units/${branch}?on=2027-03-01`)).body.planned[0].by).toBeUndefined()
  })

  test('a code finds its unit', () => {
    const { current } = here.installation.snapshot
    expect(unitByCode(current, '9001', '2026-11-23')).toBe(branch)
    expect(unitByCode(current, '9999', '2026-11-23')).toBeUndefined()
  })
})
