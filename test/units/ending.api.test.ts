import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { unitByCode } from '#plugins/units/index.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff

beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
})
afterAll(() => here.close())

const item = (kind: string, payload: object) => ({ kind: `units.${kind}`, payload })
const unitsOn = async (day: string) => new Map(
  ((await admin.get(`/api/units?on=${day}`)).body.data as { id: UnitId; parent: UnitId }[]).map(unit => [unit.id, unit])
)
const faultsOf = (answer: { body: { faults: { code: string }[] } }) => answer.body.faults.map(({ code }) => code)
const found = (code: string, day: string) => unitByCode(here.installation.snapshot.current, code, day)

let codes = 0
async function library(name: string, branches = 2) {
  const code = `I${700 + ++codes}`
  const id = await here.unit('library', name, SYSTEM, { code })
  const below: UnitId[] = []
  for (let n = 1; n <= branches; n++) below.push(
    await here.unit('branch', `${name} ${n}`, id, { code: `7${String(codes).padStart(2, '0')}${n}` })
  )
  return { id, code, below, branchCode: (n: number) => `7${code.slice(2)}${n}` }
}

describe('merging', () => {
  test('the branches go along, and old codes lead to the library that goes on', async () => {
    const [gone, stays] = [await library('Gavere'), await library('Nazareth')]
    const { status, body } = await admin.change([item('merge', { unit: gone.id, into: stays.id, from: '2027-01-01' })])
    expect([status, body.sentences]).toEqual([
      201, ['Gavere gaat vanaf 1 januari 2027 op in Nazareth, met Gavere 1 en Gavere 2'],
    ])
    const after = await unitsOn('2027-01-01')
    expect([after.has(gone.id), ...gone.below.map(id => after.get(id)?.parent)]).toEqual([false, stays.id, stays.id])
    expect((await unitsOn('2026-12-31')).has(gone.id)).toBe(true)
    expect([found(gone.code, '2026-12-31'), found(gone.code, '2027-01-01')]).toEqual([gone.id, stays.id])
    expect(found(gone.branchCode(1), '2027-01-01')).toBe(gone.below[0])
    const told = (await admin.get(`/api/units/${stays.id}?on=2027-01-02`)).body.predecessors
    expect(told).toEqual([{ id: gone.id, code: gone.code, name: 'Gavere' }])
    expect(
      (await admin.get(`/api/units/${gone.id}?on=2027-01-02`)).body
    ).toMatchObject({ exists: false, successor: { id: stays.id } })
  })

  test('codes lead on through a second merger, and are never given out again', async () => {
    const [first, second, third] = [await library('A'), await library('B'), await library('C')]
    await admin.change([item('merge', { unit: first.id, into: second.id, from: '2027-01-01' })])
    await admin.change([item('merge', { unit: second.id, into: third.id, from: '2028-01-01' })])
    expect([found(first.code, '2027-06-01'), found(first.code, '2028-01-01')]).toEqual([second.id, third.id])
    const again = await admin.change([item('open', {
      id: randomUUID(), parent: SYSTEM, from: '2029-01-01', unit: { type: 'library', code: first.code, name: 'Nieuw' },
    })])
    expect(faultsOf(again)).toEqual(['units.code-taken'])
  })

  test('putting it back undoes the whole of it', async () => {
    const [gone, stays] = [await library('D'), await library('E')]
    const set = await admin.change([item('merge', { unit: gone.id, into: stays.id, from: '2027-01-01' })])
    await admin.post(`/api/changes/${set.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    const after = await unitsOn('2027-01-01')
    expect(gone.below.map(id => after.get(id)?.parent)).toEqual([gone.id, gone.id])
    expect(found(gone.code, '2027-01-01')).toBe(gone.id)
  })

  test('refuses itself, another type, and what will not be there', async () => {
    const [one, other] = [await library('F'), await library('G')]
    const merge = (unit: UnitId, into: UnitId) => admin.change([item('merge', { unit, into, from: '2027-01-01' })])
    expect(faultsOf(await merge(one.id, one.id))).toEqual(['units.merge-itself'])
    expect(faultsOf(await merge(one.id, other.below[0] ?? ''))).toEqual(['units.merge-types'])
    expect(faultsOf(await merge(randomUUID(), randomUUID()))).toEqual(['units.not-there', 'units.not-there'])
    await admin.change([item('close', { unit: other.id, from: '2028-01-01', also: other.below })])
    expect(faultsOf(await merge(one.id, other.id))).toEqual(['units.into-ends'])
  })

  test('says how many people hold a role there that ends, and gives them no other', async () => {
    const [gone, stays] = [await library('H'), await library('I')]
    const boss = await here.staff('library-admin', gone.id)
    const items = [item('merge', { unit: gone.id, into: stays.id, from: '2026-11-23' })]
    const preview = await admin.post('/api/changes/preview', { items })
    expect(
      preview.body.effects.find((effect: { code: string }) => effect.code === 'permissions.roles-end').count
    ).toBe(1)
    await admin.change(items)
    const rename = await boss.change([
      item('change', { unit: gone.below[0], from: '2026-11-23', fields: { name: 'Van mij' } })
    ])
    expect(rename.status).toBe(403)
  })

  test('whoever reaches the successor reaches what the other library left behind', async () => {
    const [gone, stays] = [await library('J'), await library('K')]
    const old = await here.staff('desk', gone.id)
    await admin.change([item('merge', { unit: gone.id, into: stays.id, from: '2026-11-23' })])
    const boss = await here.staff('library-admin', stays.id)
    const names = (await boss.get('/api/staff')).body.data.map((row: { id: string }) => row.id)
    expect(names).toContain(old.id)
    const there = (await boss.get(`/api/staff?unit=${stays.id}`)).body.data.map((row: { id: string }) => row.id)
    expect(there).toContain(old.id)
    expect((await boss.get(`/api/staff/${old.id}`)).body).toMatchObject({ homeUnit: { id: stays.id }, mayManage: true })
  })
})

describe('closing for good', () => {
  test('is refused while something hangs below, unless that is named', async () => {
    const { id, below, code } = await library('Lierde')
    const refused = await admin.change([item('close', { unit: id, from: '2027-01-01' })])
    expect([refused.status, refused.body.faults[0].message]).toEqual([422,
      'Hieronder is nog open: Lierde 1 en Lierde 2. Sluit of verplaats dat eerst, of sluit het mee.'])
    expect(
      faultsOf(await admin.change([item('close', { unit: id, from: '2027-01-01', also: [...below, randomUUID()] })]))
    ).toEqual(['units.not-below'])
    expect((await admin.change([item('close', { unit: id, from: '2027-01-01', also: below })])).status).toBe(201)
    const after = await unitsOn('2027-01-01')
    expect([id, ...below].some(one => after.has(one))).toBe(false)
    expect(found(code, '2027-06-01')).toBe(id)
  })

  test('a branch that only opens later counts as hanging below too', async () => {
    const { id, below } = await library('Maarkedal', 1)
    await admin.change([
      item(
        'open',
        { id: randomUUID(), parent: id, from: '2028-01-01', unit: { type: 'branch', code: '7990', name: 'Later' } }
      )
    ])
    expect(
      faultsOf(await admin.change([item('close', { unit: id, from: '2027-01-01', also: below })]))
    ).toEqual(['units.open-below'])
  })

  test('nothing opens or moves under what closes', async () => {
    const { id, below } = await library('Kruisem', 1)
    await admin.change([item('close', { unit: id, from: '2028-01-01', also: below })])
    const open = await admin.change([
      item(
        'open',
        { id: randomUUID(), parent: id, from: '2027-01-01', unit: { type: 'branch', code: '7991', name: 'Te laat' } }
      )
    ])
    expect(faultsOf(open)).toEqual(['units.parent-ends'])
  })

  test('is put back with all that closed along', async () => {
    const { id, below } = await library('Wortegem')
    const set = await admin.change([item('close', { unit: id, from: '2027-01-01', also: below })])
    const back = await admin.post(`/api/changes/${set.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect(back.status).toBe(201)
    const after = await unitsOn('2027-06-01')
    expect(below.map(one => after.get(one)?.parent)).toEqual([id, id])
  })
})

describe('sets beside the tree', () => {
  const setting = (
    unit: UnitId, code: string, members: UnitId[] | null, kind = 'financial-organisation'
  ) => item('set-members', {
    unit, code, from: '2026-12-01', set: members && { kind, name: `Groep ${code}`, members },
  })

  test('are kept by a unit, and read by everybody', async () => {
    const { id, below } = await library('Evergem')
    const { body } = await admin.change([setting(id, 'FO1', below)])
    expect(body.sentences).toEqual(['De financiële organisatie Groep FO1 telt 2 leden vanaf 1 december 2026'])
    const desk = await here.staff('desk', below[0])
    const { data } = (await desk.get(`/api/unit-sets?unit=${below[1]}`)).body
    expect(data).toMatchObject([{
      code: 'FO1', owner: id, kindName: 'financiële organisatie', mayChange: false,
      members: [{ name: 'Evergem 1' }, { name: 'Evergem 2' }],
    }])
    expect((await desk.change([setting(id, 'FO1', [])])).status).toBe(403)
  })

  test('refuse strangers, and a second financial organisation', async () => {
    const [one, other] = [await library('Melle'), await library('Wetteren')]
    await admin.change([setting(SYSTEM, 'FO2', one.below)])
    const { body } = await admin.change([setting(one.id, 'FO3', [...one.below, ...other.below, randomUUID()])])
    expect(body.faults.map(({ code }: { code: string }) => code)).toEqual([
      'units.two-organisations', 'units.two-organisations', 'units.not-below', 'units.not-below', 'units.not-there',
    ])
    expect(faultsOf(await admin.change([setting(one.id, 'FO9', null)]))).toEqual(['units.no-set'])
  })

  test('follow a merger and lose what closes', async () => {
    const [gone, stays] = [await library('Aalst'), await library('Erpe')]
    await admin.change([setting(SYSTEM, 'HN1', [gone.id, stays.id, ...stays.below], 'hold-network')])
    await admin.change([item('merge', { unit: gone.id, into: stays.id, from: '2027-01-01' })])
    await admin.change([item('close', { unit: stays.below[0], from: '2027-02-01' })])
    const { data } = (await admin.get('/api/unit-sets?on=2027-03-01')).body
    const set = data.find((row: { code: string }) => row.code === 'HN1')
    expect(set.members.map((member: { id: string }) => member.id)).toEqual([stays.id, stays.below[1]])
  })
})
