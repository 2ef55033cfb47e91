import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advanceRuns } from '#core/run.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let zwalm: string
let zoersel: string
let branch: string
let sister: string
let elsewhere: string
let desk: Staff
let boss: Staff
let neighbour: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  zoersel = await here.unit('library', 'Zoersel')
  branch = await here.unit('branch', 'Munkzwalm', zwalm, { code: '2902' })
  sister = await here.unit('branch', 'Nederzwalm', zwalm, { code: '2903' })
  elsewhere = await here.unit('branch', 'Zoersel dorp', zoersel, { code: '3101' })
  desk = await here.staff('desk', branch)
  boss = await here.staff('library-admin', zwalm)
  neighbour = await here.staff('desk', elsewhere)
})
afterAll(() => here.close())

const book = (more: object = {}) => ({
  id: randomUUID(), barcode: `B${randomUUID().slice(0, 8).toUpperCase()}`, title: 'De kapellekensbaan', author: 'Louis Paul Boon',
  material: 'BOEK', branch, ...more,
})
const enter = async (more: object = {}) => {
  const { status, body } = await desk.post('/api/items', book(more))
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

describe('an item', () => {
  test('is entered once, however often its question is repeated', async () => {
    const asked = book()
    const [first, again] = [await desk.post('/api/items', asked), await desk.post('/api/items', asked)]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(first.body).toMatchObject({ status: 'in', statusName: 'Binnen', library: { name: 'Zwalm' }, branch: { name: 'Munkzwalm' }, version: 1 })
    const other = await desk.post('/api/items', { ...asked, id: randomUUID() })
    expect([other.status, other.body.faults[0].code]).toEqual([422, 'circulation.barcode-taken'])
  })

  test('stands in a branch, and bears a material of the list', async () => {
    const { status, body } = await desk.post('/api/items', book({ material: 'ZZ' }))
    expect([status, body.faults[0].code, body.faults[0].pointer]).toEqual([422, 'circulation.no-such-material', '/material'])
    expect((await boss.post('/api/items', book({ branch: zwalm }))).body.faults[0].code).toBe('circulation.no-branch')
    expect((await boss.post('/api/items', book({ branch: randomUUID() }))).status).toBe(404)
  })

  test('is entered and changed only by who may at its branch', async () => {
    expect((await neighbour.post('/api/items', book())).status).toBe(403)
    const { id, version } = await enter()
    expect((await neighbour.send('PATCH', `/api/items/${id}`, { version, shelf: 'Z' })).status).toBe(403)
    expect((await neighbour.get(`/api/items/${id}`)).body).toMatchObject({ title: 'De kapellekensbaan', mayChange: false })
  })

  test('is changed in the version that its author saw', async () => {
    const { id } = await enter()
    const changed = await desk.send('PATCH', `/api/items/${id}`, { version: 1, shelf: 'R BOON', notForLoan: true, priceCents: 1599 })
    expect(changed.body).toMatchObject({ shelf: 'R BOON', notForLoan: true, priceCents: 1599, version: 2 })
    expect((await desk.send('PATCH', `/api/items/${id}`, { version: 1, shelf: 'X' })).status).toBe(409)
  })

  test('moves within its library and never out of it', async () => {
    const { id } = await enter()
    expect((await boss.send('PATCH', `/api/items/${id}`, { version: 1, branch: sister })).body)
      .toMatchObject({ branch: { name: 'Nederzwalm' }, at: { name: 'Nederzwalm' } })
    const admin = await here.staff('system-admin')
    const out = await admin.send('PATCH', `/api/items/${id}`, { version: 2, branch: elsewhere })
    expect([out.status, out.body.faults[0].code]).toEqual([422, 'circulation.other-library'])
  })

  test('is written off by who may, on the day of it', async () => {
    const { id } = await enter()
    expect((await desk.send('PATCH', `/api/items/${id}`, { version: 1, status: 'written-off' })).status).toBe(403)
    expect((await boss.send('PATCH', `/api/items/${id}`, { version: 1, status: 'written-off' })).body)
      .toMatchObject({ status: 'written-off', writtenOffOn: '2026-11-23' })
    expect((await boss.send('PATCH', `/api/items/${id}`, { version: 2, status: 'in' })).body.writtenOffOn).toBeNull()
  })
})

describe('looking for an item', () => {
  test('forgives accents and ij, and brings what bears the barcode first', async () => {
    const { barcode } = await enter({ title: 'Het achterhuis bij élan', author: 'Anne Frank' })
    await enter({ title: `Over ${barcode}` })
    const found = async (q: string) => (await desk.get(`/api/items?q=${encodeURIComponent(q)}`)).body
    expect((await found('elan achterhuis')).data).toMatchObject([{ author: 'Anne Frank' }])
    expect((await found('by frank')).total).toBe(1)
    expect((await found(barcode)).data.map((one: { title: string }) => one.title)).toEqual(['Het achterhuis bij élan', `Over ${barcode}`])
    expect((await found('100%_')).total).toBe(0)
    expect((await desk.get(`/api/items/by-barcode/${barcode}`)).body.barcode).toBe(barcode)
    expect((await desk.get('/api/items/by-barcode/NIETS123')).status).toBe(404)
  })

  test('goes by branch, material and status', async () => {
    await enter({ branch, material: 'DVD', title: 'Daens' })
    const { body } = await desk.get(`/api/items?branch=${branch}&material=DVD&status=in`)
    expect(body).toMatchObject({ total: 1, more: false, data: [{ title: 'Daens' }] })
    expect((await desk.get(`/api/items?branch=${branch}&status=out`)).body.total).toBe(0)
  })
})

describe('a file of items', () => {
  const take = async (content: string, who = boss, library = zwalm) => {
    const asked = { id: randomUUID(), library, name: 'boeken.csv', content }
    const started = await who.post('/api/items/import', asked)
    if (started.status !== 202) return started
    await advanceRuns(here.installation)
    return who.get(`/api/runs/${asked.id}`)
  }

  test('enters what is sound and tells each row that is not', async () => {
    await enter({ barcode: 'VANHIER1', title: 'Oude titel' })
    await neighbour.post('/api/items', book({ barcode: 'VANELDERS1', branch: elsewhere }))
    const { body } = await take([
      'Barcode;Titel;Auteur;Materiaalsoort;Vestiging;Prijs;Aankoopdatum',
      'NIEUW1;Sprakeloos;Tom Lanoye;BOEK;2902;19,99;4/3/2025', 'VANHIER1;Nieuwe titel;;BOEK;2903;;',
      'VANELDERS1;Niet van ons;;BOEK;2902;;', 'x;Kort;;BOEK;2902;;', 'NIEUW2;Zonder soort;;ZZ;2902;;',
      'NIEUW3;Elders;;BOEK;3101;;', 'NIEUW4;Duur;;BOEK;2902;veel;', 'NIEUW1;Nog eens;;BOEK;2902;;', 'NIEUW5;Wanneer;;BOEK;2902;;31/02/2025',
    ].join('\r\n'))
    expect(body).toMatchObject({ state: 'done', done: 9, total: 9, report: { entered: 1, changed: 1, same: 0, faulty: 7 } })
    expect(body.report.faults.map(({ row, field }: { row: number; field: string }) => [row, field])).toEqual([
      [4, 'barcode'], [5, 'barcode'], [6, 'material'], [7, 'branch'], [8, 'price'], [9, 'barcode'], [10, 'bought'],
    ])
    expect((await desk.get('/api/items/by-barcode/NIEUW1')).body).toMatchObject({ priceCents: 1999, boughtOn: '2025-03-04' })
    expect((await desk.get('/api/items/by-barcode/VANHIER1')).body)
      .toMatchObject({ title: 'Nieuwe titel', author: null, branch: { name: 'Nederzwalm' } })
  })

  test('a second time changes nothing', async () => {
    const content = 'barcode,title,material,branch\nTWEEMAAL1,Wierook,BOEK,2902\n'
    expect((await take(content)).body.report).toMatchObject({ entered: 1, same: 0 })
    expect((await take(content)).body.report).toMatchObject({ entered: 0, changed: 0, same: 1 })
  })

  test('goes on in batches of a thousand, and of another library is refused', async () => {
    const rows = Array.from({ length: 2500 }, (_one, n) => `PARTIJ${n},Boek ${n},BOEK,2902`)
    const { body } = await take(['barcode,title,material,branch', ...rows].join('\n'))
    expect(body).toMatchObject({ state: 'done', done: 2500, report: { entered: 2500, faulty: 0 } })
    expect((await take('barcode,title,material,branch\n', desk)).status).toBe(403)
    expect((await take('barcode,title,material,branch\n', boss, zoersel)).status).toBe(403)
    expect((await take('barcode,title,material,branch\n', boss, branch)).status).toBe(422)
  })
})
