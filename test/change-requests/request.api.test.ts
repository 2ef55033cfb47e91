import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyDue } from '#core/waiting.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let zwalm: string
let branch: string
let zoersel: string
let manager: Staff
let libraryAdmin: Staff
let other: Staff
let helpdesk: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Bib Zoersel')
  manager = await here.staff('branch-manager', branch)
  libraryAdmin = await here.staff('library-admin', zwalm)
  other = await here.staff('library-admin', zoersel)
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => here.close())

/** A rule of the whole library, which a branch manager may not set. */
const rule = (unit = zwalm, on = '07-11') => ({
  kind: 'branches.set-rule',
  payload: { unit, key: 'feest', from: null, to: null, rule: { on: { date: on }, kind: 'G', text: 'Feest' } },
})
const ask = async (who: Staff, more: object = {}) => {
  const id = randomUUID()
  const answer = await who.post('/api/changes', { id, items: [rule(branch)], asRequest: true, ...more })
  expect(answer.status).toBe(201)
  return id
}
const one = async (who: Staff, id: string) => (await who.get(`/api/requests/${id}`)).body

describe('a change that waits is a request', () => {
  test('whatever screen left it behind, it is in the inbox with its first sentence as its subject', async () => {
    const id = await ask(manager, { reason: 'Gemeentefeest' })
    const { status, body } = await helpdesk.get('/api/requests?box=inbox&state=open')
    expect(status).toBe(200)
    const request = body.data.find((line: { id: string }) => line.id === id)
    expect(request).toMatchObject({
      form: 'change-requests.change', formTitle: 'Wijziging', state: 'submitted', set: id,
      asker: { id: manager.id }, unit: { id: branch, name: 'Munkzwalm' },
    })
    expect(request.subject).toContain('Munkzwalm')
    expect(await one(manager, id)).toMatchObject({ reason: 'Gemeentefeest', may: ['say', 'attach', 'withdraw'] })
  })

  test('its state follows what happens to the change, whichever way', async () => {
    const [approved, refused, withdrawn] = [await ask(manager), await ask(manager), await ask(manager)]
    expect((await helpdesk.post(`/api/changes/${approved}/decide`, { approve: true })).status).toBe(200)
    expect((await helpdesk.post(`/api/changes/${refused}/decide`, { approve: false, reason: 'nee' })).status).toBe(200)
    expect((await manager.post(`/api/changes/${withdrawn}/cancel`)).status).toBe(200)
    expect([approved, refused, withdrawn].map(async id => (await one(manager, id)).state).length).toBe(3)
    expect(await Promise.all([approved, refused, withdrawn].map(async id => (await one(manager, id)).state)))
      .toEqual(['applied', 'refused', 'withdrawn'])
    const back = randomUUID()
    expect((await helpdesk.post(`/api/changes/${approved}/put-back`, { id: back, mode: 'as-if-never', reason: 'fout' })).status).toBe(201)
    expect((await one(manager, approved)).state).toBe('put-back')
  })

  test('one that waits for its day is planned, and applied by the schedule', async () => {
    const id = await ask(manager, { applyOn: '2026-12-01' })
    await helpdesk.post(`/api/changes/${id}/decide`, { approve: true })
    expect((await one(manager, id)).state).toBe('planned')
    await applyDue(here.installation, '2026-12-01')
    expect((await one(manager, id)).state).toBe('applied')
  })
})

describe('who sees a request', () => {
  test('its library and the helpdesk, and no other library', async () => {
    const id = await ask(manager)
    expect((await one(libraryAdmin, id)).id).toBe(id)
    expect((await other.get(`/api/requests/${id}`)).status).toBe(404)
    expect((await other.get('/api/requests?box=mine')).body.data).toEqual([])
    const mine = (await manager.get('/api/requests?box=mine&state=open')).body
    expect(mine.data.map((line: { id: string }) => line.id)).toContain(id)
    expect(mine.counts.open).toBe(mine.total)
  })

  test('a draft only its author', async () => {
    const id = randomUUID()
    const sent = await manager.post('/api/requests', {
      id, form: 'change-requests.change', unit: branch, filled: {}, items: [rule(branch)], draft: true,
    })
    expect(sent.body).toMatchObject({ state: 'draft', may: ['edit', 'attach', 'withdraw'] })
    expect((await libraryAdmin.get(`/api/requests/${id}`)).status).toBe(404)
    expect((await helpdesk.get(`/api/requests/${id}`)).status).toBe(404)
    const now = await manager.post('/api/requests', {
      id, form: 'change-requests.change', unit: branch, filled: {}, items: [rule(branch)],
    })
    expect(now.body).toMatchObject({ id, state: 'submitted', set: id, dueOn: '2026-11-26' })
    const again = await manager.post('/api/requests', {
      id, form: 'change-requests.change', unit: branch, filled: {}, items: [rule(branch)],
    })
    expect(again.body.number).toBe(now.body.number)
    expect(now.body.subject).toContain('Munkzwalm')
  })
})
