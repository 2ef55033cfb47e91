import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let branch: string
let neighbour: string
let manager: Staff
let libraryAdmin: Staff
let other: Staff
let helpdesk: Staff

beforeAll(async () => {
  here = await openInstallation()
  const library = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', library)
  neighbour = await here.unit('branch', 'Nederzwalm', library)
  manager = await here.staff('branch-manager', branch)
  libraryAdmin = await here.staff('library-admin', library)
  other = await here.staff('library-admin', await here.unit('library', 'Bib Zoersel'))
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => here.close())

const days = (value: number, from: string, unit = branch) =>
  ({ kind: 'parameters.set', payload: { unit, parameter: 'branches.feed-days', from, to: null, value } })
const noFines = () => ({ kind: 'parameters.set', payload: { unit: branch, parameter: 'branches.no-fines', from: '2026-11-23', to: null, value: true } })
const apply = async (...items: object[]) => {
  const { status, body } = await libraryAdmin.change(items as Parameters<Staff['change']>[0])
  expect([status, body.faults]).toEqual([201, undefined])
  return body.id
}
const earlier = async (who: Staff, id: string): Promise<{ set: string; by: { id: string }; state: string; sentences: string[] }[]> =>
  (await who.get(`/api/requests/${id}/earlier`)).body.data

test('what became before of the very value that is asked, at the very unit, the newest first', async () => {
  const first = await apply(days(20, '2026-11-23'), noFines())
  await apply(days(50, '2026-11-23', neighbour))
  const second = await apply(days(25, '2026-12-01'))
  expect((await libraryAdmin.post(`/api/changes/${second}/put-back`, { id: crypto.randomUUID(), mode: 'as-if-never', reason: 'fout' })).status).toBe(201)
  const { body: { id } } = await manager.change([days(30, '2027-01-01')], { asRequest: true })

  const told = await earlier(helpdesk, id)
  expect(told.slice(-2)).toMatchObject([{ set: second, state: 'put-back' }, { set: first, state: 'applied', by: { id: libraryAdmin.id } }])
  expect(told).toHaveLength(3)
  expect(told.at(-1)?.sentences).toEqual([expect.stringContaining('20 dagen')])
  expect(told.at(-2)?.sentences).toEqual([expect.stringContaining('25 dagen')])
  expect((await other.get(`/api/requests/${id}/earlier`)).status).toBe(404)

  await helpdesk.post(`/api/requests/${id}/approve`, {})
  expect((await earlier(manager, id)).map(({ set }) => set)).toEqual(told.map(({ set }) => set))
})

test('of hours as of settings; of what nobody touched before, nothing', async () => {
  const hours = (from: string, opens: string) => ({ kind: 'branches.set-hours', payload: {
    unit: branch, key: 'staffed/regular', from, to: null,
    plan: { kind: 'staffed', layer: 'regular', week: { we: [{ from: opens, to: '18:00' }] } },
  } })
  const one = await manager.change([hours('2027-01-04', '13:00')], { asRequest: true })
  expect([one.status, one.body.faults]).toEqual([201, undefined])
  expect(await earlier(helpdesk, one.body.id)).toEqual([])
  const before = await apply(hours('2026-12-01', '10:00'))
  expect((await earlier(helpdesk, one.body.id)).map(({ set }) => set)).toEqual([before])
})

test('another of the same library that still waits is told to whoever handles it, so that nobody answers it twice', async () => {
  const send = async (text: string) => {
    const id = crypto.randomUUID()
    const { status } = await manager.post('/api/requests', { id, form: 'change-requests.question', unit: branch, filled: { text } })
    expect(status).toBe(201)
    return id
  }
  const [first, second] = [await send('Mag het?'), await send('Mag het nu?')]
  expect((await helpdesk.get(`/api/requests/${second}`)).body.similar).toMatchObject([{ id: first, state: 'submitted' }])
  expect((await manager.get(`/api/requests/${second}`)).body.similar).toEqual([])
})
