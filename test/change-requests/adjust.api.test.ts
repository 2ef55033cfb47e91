import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resolve } from '#core/parameter.ts'
import { feedDays } from '#plugins/branches/contract/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { deliverEvents } from '#core/outbox.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let library: string
let branch: string
let manager: Staff
let libraryAdmin: Staff
let other: Staff
let helpdesk: Staff
let colleague: Staff

const TODAY = '2026-11-23'
beforeAll(async () => {
  here = await openInstallation()
  library = await here.unit('library', 'Bib Zwalm')
  libraryAdmin = await here.staff('library-admin', library)
  other = await here.staff('helpdesk', await here.unit('library', 'Bib Zoersel'))
  colleague = await here.staff('helpdesk')
})
beforeEach(async () => {
  here.clock.now = Temporal.Instant.from(`${TODAY}T09:00:00Z`)
  branch = await here.unit('branch', 'Munkzwalm', library)
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => here.close())

/** Nobody stays signed in for days. */
async function later(days: number) {
  here.clock.now = here.clock.now.add({ hours: 24 * days })
  helpdesk = await here.staff('helpdesk')
}
const act = (who: Staff, id: string, path: string, body: object = {}) => who.post(`/api/requests/${id}/${path}`, body)
const read = async (who: Staff, id: string) => (await who.get(`/api/requests/${id}`)).body
const setting = (more: object = {}) => ({
  kind: 'parameters.set', payload: { unit: branch, parameter: 'branches.feed-days', from: TODAY, to: null, value: 30, ...more },
})
async function asked(items: readonly object[] = [setting()], more: object = {}): Promise<string> {
  const id = randomUUID()
  const { status, body } = await manager.post('/api/requests', { id, form: 'change-requests.change', unit: branch, filled: {}, items, ...more })
  expect([status, body.faults]).toEqual([201, undefined])
  return id
}
const hours = (weekday: string, opens: string) => ({ weekday, opens: true, hours: [{ from: opens, to: '18:00' }] })
async function weekday(more: object = {}): Promise<string> {
  const id = randomUUID()
  const { status, body } = await manager.post('/api/requests', {
    id, form: 'branches.weekday', unit: branch, from: '2026-11-25', filled: hours('we', '13:00'), ...more,
  })
  expect([status, body.faults]).toEqual([201, undefined])
  return id
}
const valueOn = (day: string) => inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx =>
  resolve(ctx.configuration, feedDays, branch, day).value)
const rowsOf = async (request: string) => {
  const { set_id: set } = await here.database.owner('request').where({ id: request }).first('set_id')
  return here.database.owner('segment').where({ said_in: set }).select('fact', here.database.owner.raw('lower(valid)::text as "from"'))
}

describe('a day that went by while it waited', () => {
  test('is shown to whoever approves, and what is laid is what the preview shows', async () => {
    const id = await weekday()
    await later(4)
    const shown = await read(helpdesk, id)
    expect(shown.passed).toEqual({ asked: '2026-11-25', from: '2026-11-27' })
    const preview = await act(helpdesk, id, 'preview')
    expect([preview.body.faults, preview.body.sentences.join()]).toEqual([[], expect.stringContaining('27 november 2026')])
    const approved = await act(helpdesk, id, 'approve', { seen: preview.body.version })
    expect([approved.status, approved.body.state]).toEqual([200, 'applied'])
    expect(approved.body.change.sentences).toEqual(preview.body.sentences)
    expect(await rowsOf(id)).toEqual([expect.objectContaining({ from: '2026-11-27' })])
    expect(approved.body.change.by.id).toBe(manager.id)
    for (const [language, words] of [['nl', '27 november 2026'], ['fr', '27 novembre 2026']] as const) {
      const notes = (await here.app.inject({ url: `/api/requests/${id}`, headers: { cookie: helpdesk.cookieIn(language) } })).json().notes
      expect(notes.filter((note: { kind: string }) => note.kind === 'adjusted')).toMatchObject([{ changes: [{ now: words }] }])
    }
  })

  test('moves to the day that the approver chooses, never to one that is past', async () => {
    const id = await weekday()
    await later(4)
    const refused = await act(helpdesk, id, 'approve', { from: '2026-11-26' })
    expect([refused.status, refused.body.faults[0].pointer]).toEqual([422, '/from'])
    expect((await act(helpdesk, id, 'preview', { from: '2026-12-01' })).body.sentences.join()).toContain('1 december 2026')
    expect((await act(helpdesk, id, 'approve', { from: '2026-12-01' })).body.state).toBe('applied')
    expect(await rowsOf(id)).toEqual([expect.objectContaining({ from: '2026-12-01' })])
  })

  test('also of what a screen left behind, and of several at once; one that has not come yet stays', async () => {
    const [today, future] = [await asked(), await asked([setting({ parameter: 'branches.no-fines', from: '2026-12-24', value: true })])]
    await later(2)
    expect((await read(helpdesk, today)).passed).toEqual({ asked: TODAY, from: '2026-11-25' })
    expect((await read(helpdesk, future)).passed).toBeNull()
    const { body: preview } = await helpdesk.post('/api/requests/preview', { ids: [today, future] })
    expect([preview.asksReason, preview.sentences.join()]).toEqual([false, expect.stringContaining('25 november 2026')])
    const { body } = await helpdesk.post('/api/requests/approve', { ids: [today, future], seen: preview.version })
    expect(body.data.map(({ refused, state }: { refused: string | null; state: string }) => [state, refused])).toEqual([['applied', null], ['applied', null]])
    expect([await rowsOf(today), await rowsOf(future)]).toMatchObject([[{ from: '2026-11-25' }], [{ from: '2026-12-24' }]])
  })

  test('asked as a correction of the past it stays one, with the right and a reason', async () => {
    const id = await asked([setting({ from: '2026-11-01', value: 40 })], { reason: 'zo was het altijd al' })
    await later(2)
    expect((await read(helpdesk, id)).passed).toBeNull()
    expect((await act(helpdesk, id, 'preview')).body.asksReason).toBe(true)
    expect((await act(helpdesk, id, 'approve')).body.state).toBe('applied')
    expect(await valueOn('2026-11-02')).toBe(40)
  })

  test('of a closure, whose days hang together, the past is not closed without a reason', async () => {
    const id = randomUUID()
    const { status } = await manager.post('/api/changes', { id, asRequest: true, items: [{ kind: 'branches.close', payload: {
      units: [branch], from: '2026-11-24', to: '2026-11-24', kind: 'G', text: 'Inventaris', also: [], leave: [],
    } }] })
    expect(status).toBe(201)
    await later(3)
    expect((await read(helpdesk, id)).passed).toBeNull()
    const preview = (await act(helpdesk, id, 'preview')).body
    expect(await act(helpdesk, id, 'approve')).toMatchObject(preview.mayApply ? { status: 200 } : { status: 403 })
  })
})

describe('the helpdesk mends what is asked', () => {
  test('the same form filled otherwise: number and history stay, its asker reads what became what', async () => {
    const id = await weekday()
    const before = await read(manager, id)
    const set = randomUUID()
    const mended = { set, from: '2026-11-30', filled: hours('we', '14:00'), text: 'Om 13 uur is er nog niemand.' }
    const { status, body } = await act(helpdesk, id, 'adjust', mended)
    expect([status, body.faults]).toEqual([200, undefined])
    expect(body).toMatchObject({ number: before.number, state: 'in-review', set, asker: before.asker, from: '2026-11-30' })
    expect((await act(helpdesk, id, 'adjust', mended)).body.notes).toHaveLength(1)
    const [note] = (await read(manager, id)).notes
    expect(note).toMatchObject({ kind: 'adjusted', text: mended.text, by: { id: helpdesk.id } })
    expect(note.changes.map(({ was, now }: { was: string; now: string }) => [was, now])).toEqual([
      ['25 november 2026', '30 november 2026'], ['13:00–18:00', '14:00–18:00'],
    ])
    expect((await here.database.owner('change_set').where({ id: before.set }).first('state')).state).toBe('cancelled')
    expect((await act(helpdesk, id, 'approve')).body.state).toBe('applied')
    expect(await rowsOf(id)).toEqual([expect.objectContaining({ from: '2026-11-30' })])
  })

  test('other items in place of what a screen left behind, as long as they are there and touch the same library', async () => {
    const id = await asked()
    const shown = await read(helpdesk, id)
    expect(shown.items).toMatchObject([{ kind: 'parameters.set', payload: { value: 30 } }])
    expect((await read(manager, id)).items).toEqual([])
    const adjust = (items: readonly object[]) => act(helpdesk, id, 'adjust', { set: randomUUID(), items })
    expect((await adjust([setting()])).body.faults[0].code).toBe('change-requests.unchanged')
    expect((await adjust([setting({ value: 'veel' })])).status).toBe(422)
    const elsewhere = await here.unit('branch', 'Elders', await here.unit('library', 'Bib Elders'))
    expect((await adjust([setting(), setting({ unit: elsewhere })])).body.faults[0].code).toBe('change-requests.elsewhere')
    expect((await read(helpdesk, id)).set).toBe(shown.set)
    const { body } = await adjust([setting({ value: 35 })])
    expect(body.subject).toContain('35')
    expect(body.notes[0].changes).toMatchObject([{ was: expect.stringContaining('30'), now: expect.stringContaining('35') }])
    expect((await act(helpdesk, id, 'approve')).body.state).toBe('applied')
    expect(await valueOn(TODAY)).toBe(35)
  })

  test('nobody else does: not its asker, not its library, and for the helpdesk of another library it is not there', async () => {
    const id = await weekday()
    const body = { set: randomUUID(), from: '2026-11-30', filled: hours('we', '14:00') }
    for (const who of [manager, libraryAdmin]) {
      expect((await act(who, id, 'adjust', body)).status).toBe(403)
      expect((await read(who, id)).may).not.toContain('adjust')
    }
    expect((await act(other, id, 'adjust', body)).status).toBe(404)
    expect((await act(other, id, 'preview')).status).toBe(404)
    expect((await read(helpdesk, id)).may).toContain('adjust')
  })

  test('only as long as it waits, and its asker may still withdraw it', async () => {
    const [id, done] = [await weekday(), await weekday({ filled: hours('th', '10:00') })]
    await act(helpdesk, id, 'adjust', { set: randomUUID(), from: '2026-11-30', filled: hours('we', '14:30') })
    expect((await act(manager, id, 'withdraw', { text: 'dan niet' })).body.state).toBe('withdrawn')
    await act(helpdesk, done, 'approve')
    for (const one of [id, done]) {
      const late = await act(helpdesk, one, 'adjust', { set: randomUUID(), from: '2026-11-30', filled: hours('we', '15:00') })
      expect([late.status, late.body.code]).toEqual([409, 'change-requests.not-adjustable'])
    }
  })

  test('a form that is no longer filled right is refused question by question, and nothing changes', async () => {
    const id = await weekday()
    const { set } = await read(helpdesk, id)
    const { status, body } = await act(helpdesk, id, 'adjust', { set: randomUUID(), from: '2026-11-30', filled: { weekday: 'we', opens: true, hours: null } })
    expect([status, body.faults.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([422, ['/filled/hours']])
    expect(await read(helpdesk, id)).toMatchObject({ set, notes: [] })
  })

  test('two at once: one change waits, and it is one of theirs', async () => {
    const id = await weekday()
    const sets = [randomUUID(), randomUUID()]
    const answers = await Promise.all([helpdesk, colleague].map((who, n) => act(who, id, 'adjust',
      { set: sets[n], from: '2026-11-30', filled: hours('we', `1${n + 4}:15`) })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { set } = await read(manager, id)
    expect(sets).toContain(set)
    expect(await here.database.owner('change_set').whereIn('id', sets).where({ state: 'requested' }).pluck('id')).toEqual([set])
  })
})

describe('what it takes is asked anew', () => {
  test('two people answer for what reaches the whole region: whoever mended it is the first, somebody else the second', async () => {
    const [admin, second] = [await here.staff('system-admin'), await here.staff('system-admin')]
    const [els, jan] = [await here.staff('desk'), await here.staff('desk')]
    const grant = (staff: Staff) => ({ kind: 'permissions.grant', payload: { staff: staff.id, role: 'helpdesk', unit: SYSTEM, from: TODAY, to: null } })
    const { body: { id } } = await admin.change([grant(els)], { asRequest: true })
    const mended = (await act(second, id, 'adjust', { set: randomUUID(), items: [grant(jan)] })).body
    expect([mended.code, mended.faults, mended.state]).toEqual([undefined, undefined, 'in-review'])
    const own = await act(second, id, 'approve')
    expect([own.status, own.body.code]).toEqual([403, 'core.own-request'])
    expect((await act(admin, id, 'approve')).body.state).toBe('applied')
  })

  test('libraries that share it say yes to what it became; to the same from a later day they have said it', async () => {
    const group = await here.unit('group', 'Waasland', SYSTEM, { level: '2' })
    const [zele, temse] = [await here.unit('library', 'Zele', group), await here.unit('library', 'Temse', group)]
    const [boss, ofZele] = [await here.staff('group-admin', group), await here.staff('library-admin', zele)]
    const loan = (loanDays: number) => ({ kind: 'parameters.set', payload: {
      unit: group, parameter: 'rules.loan', from: TODAY, to: null, value: { loanDays, renewalDays: 7, feeCents: 0, minimumAge: 0 },
    } })
    const { body: { id } } = await boss.change([loan(20)], { asRequest: true })
    const saidYes = async () => {
      const { change } = (await helpdesk.get(`/api/requests/${id}`)).body
      return change.agreement.filter(({ agrees }: { agrees: boolean | null }) => agrees).map(({ unit }: { unit: string }) => unit)
    }
    const agree = async (who: Staff, unit: string) => who.post(`/api/changes/${(await read(helpdesk, id)).set}/agreement`, { unit, agrees: true })
    await agree(ofZele, zele)
    expect(await saidYes()).toEqual([zele])
    expect((await act(helpdesk, id, 'adjust', { set: randomUUID(), items: [loan(21)] })).status).toBe(200)
    expect(await saidYes()).toEqual([])
    expect((await act(helpdesk, id, 'approve')).body.code).toBe('core.agreement-needed')
    await agree(ofZele, zele)
    await later(2)
    await agree(await here.staff('library-admin', temse), temse)
    const { body } = await act(helpdesk, id, 'approve')
    expect([body.state, body.code]).toEqual(['applied', undefined])
    expect(await rowsOf(id)).toMatchObject([{ from: '2026-11-25' }])
  })

  test('while libraries that it binds are to agree, the clock of the helpdesk stands still', async () => {
    const group = await here.unit('group', 'Meetjesland', SYSTEM, { level: '2' })
    const eeklo = await here.unit('library', 'Eeklo', group)
    const boss = await here.staff('group-admin', group)
    const { body: { id } } = await boss.change([{ kind: 'parameters.set', payload: {
      unit: group, parameter: 'rules.loan', from: '2027-02-01', to: null, value: { loanDays: 20, renewalDays: 7, feeCents: 0, minimumAge: 0 },
    } }], { asRequest: true })
    await deliverEvents(here.installation)
    await act(helpdesk, id, 'handle', { dueOn: '2026-11-24' })
    here.clock.now = here.clock.now.add({ hours: 72 })
    helpdesk = await here.staff('helpdesk')
    expect(await read(helpdesk, id)).toMatchObject({ awaitsLibraries: true, late: false, dueOn: '2026-11-24' })
    expect((await helpdesk.get('/api/requests?box=inbox&due=late')).body.data.map((row: { id: string }) => row.id)).not.toContain(id)
    const ofEeklo = await here.staff('library-admin', eeklo)
    await ofEeklo.post(`/api/changes/${id}/agreement`, { unit: eeklo, agrees: false, reason: 'Te kort.' })
    await deliverEvents(here.installation)
    expect(await read(helpdesk, id)).toMatchObject({ awaitsLibraries: false, late: false, dueOn: '2026-11-27' })
  })
})
