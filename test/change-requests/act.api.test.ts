import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let branch: string
let manager: Staff
let libraryAdmin: Staff
let desk: Staff
let other: Staff
let helpdesk: Staff
let colleague: Staff

beforeAll(async () => {
  here = await openInstallation()
  const zwalm = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  manager = await here.staff('branch-manager', branch)
  desk = await here.staff('desk', branch)
  libraryAdmin = await here.staff('library-admin', zwalm)
  other = await here.staff('library-admin', await here.unit('library', 'Bib Zoersel'))
  helpdesk = await here.staff('helpdesk')
  colleague = await here.staff('helpdesk')
})
afterAll(() => here.close())

const rule = (key = 'feest') => ({
  kind: 'branches.set-rule',
  payload: { unit: branch, key, from: null, to: null, rule: { on: { date: '07-11' }, kind: 'G', text: 'Feest' } },
})
const sent = (who: Staff, more: object = {}) => who.post('/api/requests', {
  id: randomUUID(), form: 'change-requests.change', unit: branch, filled: {}, items: [rule()], ...more,
})
const asked = async (more: object = {}): Promise<string> => {
  const { status, body } = await sent(manager, more)
  expect([status, body.faults]).toEqual([201, undefined])
  return body.id
}
const act = (who: Staff, id: string, path: string, body: object = {}) => who.post(`/api/requests/${id}/${path}`, body)
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString('base64')

describe('the helpdesk handles', () => {
  test('whoever takes it has it in hand, and only who may handle can be given it', async () => {
    const id = await asked()
    expect((await act(helpdesk, id, 'handle', { assignee: helpdesk.id, priority: 1 })).body)
      .toMatchObject({ state: 'in-review', assignee: { id: helpdesk.id }, priority: 1 })
    const { status, body } = await act(helpdesk, id, 'handle', { assignee: manager.id })
    expect([status, body.faults[0].code]).toEqual([422, 'change-requests.no-handler'])
    expect((await helpdesk.get(`/api/requests/handlers?unit=${branch}`)).body.data.map((one: { id: string }) => one.id).sort())
      .toEqual([helpdesk.id, colleague.id].sort())
    expect((await act(libraryAdmin, id, 'handle', { priority: 2 })).status).toBe(403)
  })

  test('a question waits for the library, whose answer brings it back; a repeat says it once', async () => {
    const id = await asked()
    const word = { id: randomUUID(), text: 'Tot wanneer?', to: 'library', asks: true }
    await act(helpdesk, id, 'say', word)
    const again = await act(helpdesk, id, 'say', word)
    expect(again.body).toMatchObject({ state: 'question' })
    expect(again.body.notes.filter((note: { text: string }) => note.text === 'Tot wanneer?')).toHaveLength(1)
    expect((await act(other, id, 'answer', { id: randomUUID(), text: 'x' })).status).toBe(404)
    const answered = await act(libraryAdmin, id, 'answer', { id: randomUUID(), text: 'Tot 1 mei.' })
    expect(answered.body).toMatchObject({ state: 'in-review' })
    expect(answered.body.notes.map((note: { kind: string }) => note.kind)).toEqual(['question', 'answer'])
  })

  test('what it notes for itself no library reads', async () => {
    const id = await asked()
    await act(helpdesk, id, 'say', { id: randomUUID(), text: 'lastig', to: 'internal' })
    expect((await helpdesk.get(`/api/requests/${id}`)).body.notes).toHaveLength(1)
    for (const who of [manager, libraryAdmin]) expect((await who.get(`/api/requests/${id}`)).body.notes).toEqual([])
    expect((await act(manager, id, 'say', { id: randomUUID(), text: 'x', to: 'internal' })).status).toBe(403)
  })

  test('an attachment is what it begins with, and nothing else is taken', async () => {
    const id = await asked()
    const file = { id: randomUUID(), name: 'plan.pdf', content: PNG }
    expect((await act(manager, id, 'files', file)).body.files).toMatchObject([{ name: 'plan.pdf', mediaType: 'image/png', bytes: 9 }])
    expect((await act(manager, id, 'files', file)).body.files).toHaveLength(1)
    expect((await manager.get(`/api/requests/${id}/files/${file.id}`)).headers['content-disposition']).toContain('attachment')
    expect((await other.get(`/api/requests/${id}/files/${file.id}`)).status).toBe(404)
    const { status, body } = await act(manager, id, 'files', { id: randomUUID(), name: 'x.pdf', content: Buffer.from('<html>').toString('base64') })
    expect([status, body.faults[0].code]).toEqual([422, 'core.no-such-file'])
  })
})

describe('the word on it', () => {
  test('approved, it is applied under the rights of whoever approved; said twice it happens once', async () => {
    const id = await asked({ items: [rule('kermis')] })
    const [first, second] = await Promise.all([
      act(helpdesk, id, 'approve', { text: 'Prima' }), act(colleague, id, 'approve', {}),
    ])
    expect([first.status, second.status].sort()).toEqual([200, 409])
    const { body } = await manager.get(`/api/requests/${id}`)
    expect(body).toMatchObject({ state: 'applied', change: { state: 'applied', mayPutBack: false } })
    const laid = await here.database.owner('segment').where({ said_in: id })
    expect(laid).toHaveLength(1)
  })

  test('without the right to decide nobody approves, however they come', async () => {
    const id = await asked()
    for (const who of [manager, libraryAdmin, desk]) expect((await act(who, id, 'approve')).status).toBe(403)
    expect((await act(other, id, 'approve')).status).toBe(403)
    expect((await manager.get(`/api/requests/${id}`)).body.state).toBe('submitted')
  })

  test('refused, the library reads why', async () => {
    const id = await asked()
    expect((await act(helpdesk, id, 'refuse', { text: ' ' })).status).toBe(400)
    expect((await act(helpdesk, id, 'refuse', { text: 'Dat mag niet van de gemeente.' })).body.state).toBe('refused')
    const { body } = await manager.get(`/api/requests/${id}`)
    expect(body.notes.at(-1)).toMatchObject({ kind: 'move', state: 'refused', text: 'Dat mag niet van de gemeente.' })
    expect((await act(helpdesk, id, 'approve')).status).toBe(409)
  })

  test('its asker withdraws it, a draft too; nobody else does', async () => {
    const id = await asked()
    expect((await act(libraryAdmin, id, 'withdraw')).status).toBe(403)
    expect((await act(manager, id, 'withdraw')).body).toMatchObject({ state: 'withdrawn', change: { state: 'cancelled' } })
    const draft = await sent(manager, { draft: true })
    expect((await act(manager, draft.body.id, 'withdraw')).body.state).toBe('withdrawn')
  })

  test('what was entered on behalf of a library waits for the library', async () => {
    const { body } = await sent(helpdesk, {
      onBehalfOf: { staff: manager.id, name: 'An Claes', address: 'an@zwalm.be', language: 'nl' }, channel: 'phone',
    })
    expect(body).toMatchObject({ unconfirmed: true, asker: { id: manager.id }, enteredBy: { id: helpdesk.id } })
    for (const url of [`/api/requests/${body.id}/approve`, `/api/changes/${body.id}/decide`]) {
      const refused = await colleague.post(url, url.endsWith('decide') ? { approve: true } : {})
      expect([refused.status, refused.body.code]).toEqual([409, 'change-requests.unconfirmed'])
    }
    expect((await act(helpdesk, body.id, 'confirm')).status).toBe(403)
    expect((await act(manager, body.id, 'confirm')).body.unconfirmed).toBe(false)
    expect((await act(colleague, body.id, 'approve')).body.state).toBe('applied')
    expect((await sent(libraryAdmin, { onBehalfOf: { name: 'x', address: 'x@y.be', language: 'nl' } })).status).toBe(403)
  })
})

describe('several at once', () => {
  test('alike requests are looked at and approved in one act; one that cannot waits on', async () => {
    const ids = [await asked({ items: [rule('een')] }), await asked({ items: [rule('twee')] })]
    const stuck = (await sent(helpdesk, {
      items: [rule('drie')], onBehalfOf: { name: 'An', address: 'an@zwalm.be', language: 'nl' },
    })).body.id
    const preview = await helpdesk.post('/api/requests/preview', { ids })
    expect(preview.body.sentences).toHaveLength(2)
    const { status, body } = await helpdesk.post('/api/requests/approve', { ids: [ids[0], stuck, ids[1]] })
    expect([status, body.data.map((one: { state: string }) => one.state)]).toEqual([200, ['applied', 'submitted', 'applied']])
    expect(body.data[1].refused).toContain('bevestigd')
    expect((await here.database.owner('segment').whereIn('said_in', [...ids, stuck]))).toHaveLength(2)
    expect((await libraryAdmin.post('/api/requests/preview', { ids })).status).toBe(403)
  })
})
