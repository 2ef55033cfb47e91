import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import type { ListedRequest } from '#plugins/change-requests/contract/answer.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let branch: string
let manager: Staff
let helpdesk: Staff

const days = ['2026-12-01', null, '2099-12-31', '2026-12-01', '1900-01-01', null, '2026-01-01', '2026-11-30', '2026-12-01']

beforeAll(async () => {
  here = await openInstallation()
  branch = await here.unit('branch', 'Munkzwalm', await here.unit('library', 'Bib Zwalm'))
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
  for (const [n, dueOn] of days.entries()) {
    const id = randomUUID()
    const rule = { on: { date: '07-11' }, kind: 'G', text: 'Feest' }
    await manager.post('/api/requests', {
      id, form: 'change-requests.change', unit: branch, filled: {},
      items: [{ kind: 'branches.set-rule', payload: { unit: branch, key: `feest-${n}`, from: null, to: null, rule } }],
    })
    await helpdesk.post(`/api/requests/${id}/handle`, { dueOn, priority: 1 + n % 3 })
  }
})
afterAll(() => here.close())

type Asked = Pick<ListedRequest, 'number' | 'dueOn' | 'priority'>
const byDay = (a: Asked, b: Asked) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.number - b.number
const orders: Record<string, (a: Asked, b: Asked) => number> = {
  new: (a, b) => b.number - a.number,
  old: (a, b) => a.number - b.number,
  due: byDay,
  priority: (a, b) => a.priority - b.priority || byDay(a, b),
}
const read = async (who: Staff, query: string): Promise<{ data: ListedRequest[]; total: number }> => (await who.get(`/api/requests?${query}`)).body

test.each(Object.keys(orders))('sorted by %s, each page follows on the one before, whatever the day', async sort => {
  const all = (await read(helpdesk, `box=inbox&sort=${sort}`)).data
  expect(all.map(({ number }) => number)).toEqual(all.toSorted(orders[sort]).map(({ number }) => number))
  expect(all.map(({ dueOn }) => dueOn).toSorted()).toEqual(days.toSorted())
  for (const who of [helpdesk, manager]) {
    const pages: ListedRequest[] = []
    for (let offset = 0; offset < days.length + 2; offset += 2) {
      const { data, total } = await read(who, `box=${who === manager ? 'mine' : 'inbox'}&sort=${sort}&limit=2&offset=${offset}`)
      expect(total).toBe(days.length)
      pages.push(...data)
    }
    expect(pages.map(({ number }) => number)).toEqual(all.map(({ number }) => number))
  }
})

test('nothing found is an empty page', async () => {
  expect(await read(helpdesk, 'box=inbox&q=zzzz')).toMatchObject({ data: [], total: 0 })
  expect(await read(helpdesk, 'box=inbox&offset=5000')).toMatchObject({ data: [], total: days.length })
})

test('what a screen left behind is due as anything else', async () => {
  const id = randomUUID()
  const { status } = await manager.post('/api/changes', { id, asRequest: true, items: [
    { kind: 'branches.set-rule', payload: { unit: branch, key: 'scherm', from: null, to: null, rule: { on: { date: '07-12' }, kind: 'G', text: 'Feest' } } }] })
  expect(status).toBe(201)
  await deliverEvents(here.installation)
  expect((await helpdesk.get(`/api/requests/${id}`)).body.dueOn).toBe('2026-11-26')
})
