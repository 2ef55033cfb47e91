import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { deliverEvents } from '#core/outbox.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let branch: UnitId
let there: UnitId
let manager: Staff
let helpdesk: Staff
const hooks = { own: randomUUID(), other: randomUUID(), region: randomUUID() }

beforeAll(async () => {
  here = await openInstallation({ now: new Date().toISOString() })
  const zwalm = await here.unit('library', 'Bib Zwalm')
  const zoersel = await here.unit('library', 'Bib Zoersel')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  there = await here.unit('branch', 'Zoersel dorp', zoersel)
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
  const admin = await here.staff('system-admin')
  for (const [id, unit] of [[hooks.own, zwalm], [hooks.other, zoersel], [hooks.region, SYSTEM]]) {
    const endpoint = {
      name: 'tickets', address: 'https://tickets.example.org/', events: ['change-requests.moved'], language: 'nl', names: true, on: true,
    }
    await admin.change([{ kind: 'webhooks.set-endpoint', payload: { id, unit, endpoint } }])
    await admin.post(`/api/webhooks/${id}/secret`)
  }
})
afterAll(() => here.close())

interface Heard { readonly type: string; readonly data: Record<string, unknown> }
const heardAt = async (hook: string): Promise<Heard[]> => {
  here.clock.now = here.clock.now.add({ seconds: 60 })
  await deliverEvents(here.installation)
  const bodies: string[] = await here.database.owner('webhook_delivery').where({ endpoint_id: hook }).orderBy('event_id').pluck('body')
  return bodies.map(body => JSON.parse(body))
}
const rule = (unit: UnitId) => ({
  kind: 'branches.set-rule', payload: { unit, key: 'feest', from: null, to: null, rule: { on: { date: '07-11' }, kind: 'G', text: 'Feest' } },
})

test('the ticket system of a library and of the region hear of its requests, with a number, a state and a link, and no subject', async () => {
  const id = randomUUID()
  expect((await manager.post('/api/changes', { id, items: [rule(branch)], asRequest: true, reason: 'vertrouwelijk' })).status).toBe(201)
  const { name } = await here.database.owner('staff').where({ id: manager.id }).first('name')
  const [came] = await heardAt(hooks.own)
  expect(came).toMatchObject({ type: 'change-requests.moved', data: {
    request: id, form: 'change-requests.change', from: null, to: 'submitted', units: [{ name: 'Munkzwalm' }, { name: 'Bib Zwalm' }],
    link: `https://filiaal.proef.be/#/requests/${id}`, by: { id: manager.id, name },
  } })
  expect(came?.data['sentences']).toEqual([`Aanvraag ${String(came?.data['number'])} van Munkzwalm: verstuurd`])
  expect((await helpdesk.post(`/api/changes/${id}/decide`, { approve: true })).status).toBe(200)
  const later = await heardAt(hooks.own)
  expect(later.map(({ data }) => [data['from'], data['to']])).toEqual([[null, 'submitted'], ['submitted', 'applied']])
  expect(JSON.stringify(later)).not.toMatch(/vertrouwelijk|Feest/)
  expect((await heardAt(hooks.region)).map(({ data }) => data['sentences'])).toEqual(later.map(({ data }) => data['sentences']))
  expect(await heardAt(hooks.other)).toEqual([])
})

test('of a request for two libraries each hears that it moved, of its own units only', async () => {
  const id = randomUUID()
  const asked = await helpdesk.post('/api/changes', { id, items: [rule(branch), rule(there)], asRequest: true })
  expect(asked.status).toBe(201)
  const other = (await heardAt(hooks.other)).filter(({ data }) => data['request'] === id)
  expect(other).toHaveLength(1)
  expect(other[0]?.data['sentences']).toEqual(['een aanvraag ging verder'])
  expect(JSON.stringify(other)).not.toContain('zwalm')
  expect((await heardAt(hooks.region)).filter(({ data }) => data['request'] === id)).toHaveLength(1)
})
