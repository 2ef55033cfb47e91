import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBasis } from '#console/change/basis.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import { itemsOf } from '#screens/parameters/edit/form.ts'
import { typedOf } from '#console/value/typed.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const FROM = '2027-01-04'
const NBH = 'parameters.activate-bill-reminder'
const decided = { decisionNumber: '2026/118', decisionDate: '2026-10-20' }
const basis = { number: '2026/118', date: '2026-10-20' }

let here: Opened
let library: string
let branch: string
let admin: Staff
let manager: Staff
let helpdesk: Staff

beforeAll(async () => {
  here = await openInstallation()
  library = await here.unit('library', 'Bib Zwalm', undefined, { code: 'I200' })
  branch = await here.unit('branch', 'Munkzwalm', library, { code: '2001' })
  admin = await here.staff('library-admin', library)
  manager = await here.staff('branch-manager', branch)
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => here.close())

interface Filled { items: { kind: string; payload: Record<string, unknown> }[]; tasks: string[]; faults: { code: string; pointer: string }[] }
const fill = async (form: string, filled: object, { who = admin, unit = library, ...more }: { who?: Staff; unit?: string; id?: string } = {}) => {
  const { status, body } = await who.post<Filled>(`/api/requests/forms/${form}/items`, { unit, from: FROM, filled, ...more })
  expect(status).toBe(200)
  return body
}
const pointers = ({ faults }: Filled) => faults.map(({ pointer }) => pointer)

/** What the settings screen would send for the same. */
async function onScreen(name: string, value: unknown, { where = {}, decision = false } = {}) {
  const { data } = (await admin.get<{ data: Definition[] }>('/api/parameters/definitions')).body
  const definition = data.find(one => one.name === name)
  if (!definition) throw new Error(name)
  const [item] = itemsOf(definition, library, {
    own: true, value: typedOf(definition, value), from: FROM, to: '', locked: false, where, seasonal: false, season: { from: '', to: '' },
    basis: decision ? { ...noBasis, ...basis } : noBasis, also: [],
  }, 'nl', 0) ?? []
  return item && { kind: item.kind, payload: item.payload }
}

describe('a setting that is asked', () => {
  test('is byte for byte what the settings screen would send', async () => {
    const { items } = await fill(NBH, { days: 21, asksCost: true, cost: 100, ...decided })
    expect(JSON.stringify(items)).toBe(JSON.stringify([
      await onScreen('notices.bill-reminder', true),
      await onScreen('notices.bill-reminder-days', 21),
      await onScreen('accounts.bill-reminder-cost', 100, { decision: true }),
    ]))
  })

  test('is asked for each type of membership it is for, and once where it knows none', async () => {
    const { items } = await fill('parameters.activate-bailiff', {
      memberships: ['60', '80'], collector: 'Deurwaarder', days: 42, least: 0, block: true, notice: true, letter: true,
    })
    expect(JSON.stringify(items)).toBe(JSON.stringify([
      await onScreen('notices.bailiff', true, { where: { membership: '60' } }),
      await onScreen('notices.bailiff', true, { where: { membership: '80' } }),
      await onScreen('notices.bailiff-name', 'Deurwaarder'),
      await onScreen('notices.bailiff-days', 42, { where: { membership: '60' } }),
      await onScreen('notices.bailiff-days', 42, { where: { membership: '80' } }),
    ]))
  })

  test('what costs nothing asks no amount and no decision; what costs something asks both', async () => {
    expect(await fill(NBH, { days: 21, asksCost: false })).toMatchObject({ faults: [], items: [{}, {}] })
    expect(pointers(await fill(NBH, { days: 21, asksCost: true })))
      .toEqual(['/filled/cost', '/filled/decisionNumber', '/filled/decisionDate'])
  })

  test('a question that hangs on one not put is not put either, whatever was answered before', async () => {
    const filled = { age: 60, minimum: 500, which: 'old', asksCost: false, iban: false, desk: false, reminder: false, asksReminderCost: true }
    const answered = await fill('parameters.activate-registration-bill', filled)
    expect(pointers(answered)).toEqual([])
    expect(pointers(await fill('parameters.activate-registration-bill', { ...filled, reminder: true, reminderDays: 20 })))
      .toEqual(['/filled/reminderCost', '/filled/decisionNumber', '/filled/decisionDate'])
  })

  test('what is not asked, or does not fit, is refused where it stands', async () => {
    expect(pointers(await fill(NBH, { days: 0, asksCost: false, other: 1 }))).toEqual(['/filled/other', '/filled/days'])
  })
})

describe('a form knows what holds', () => {
  test('it stands filled with that, and what is so already is not asked', async () => {
    await here.apply({ kind: 'parameters.set', payload: { unit: library, parameter: 'notices.bill-reminder', from: '2026-01-01', to: null, value: true } })
    await here.apply({ kind: 'parameters.set', payload: { unit: library, parameter: 'notices.bill-reminder-days', from: '2026-01-01', to: null, value: 30 } })
    const { body } = await admin.get(`/api/requests/forms?unit=${library}`)
    const days = body.data.find((form: { name: string }) => form.name === NBH).questions
      .find((question: { name: string }) => question.name === 'days')
    expect(days.default).toBe(30)
    expect((await fill(NBH, { asksCost: false })).faults).toMatchObject([{ code: 'change-requests.nothing-asked', pointer: '/filled' }])
    expect((await fill(NBH, { days: 31, asksCost: false })).items).toMatchObject([{ payload: { value: 31 } }])
  })

  test('what stood filled in is kept with the request, with the codes by their names', async () => {
    const { body } = await admin.post('/api/requests', {
      id: randomUUID(), form: 'parameters.messages', unit: library, from: FROM,
      filled: { wish: 'text', letter: 'reminder-1', text: 'Breng je boeken terug.' },
    })
    expect(body.filled).toMatchObject({ minors: 'everybody' })
    expect(body.answers).toContainEqual({ question: 'letter', title: 'Welk bericht?', text: 'Eerste aanmaning' })
    expect(body.tasks).toMatchObject([{ title: 'Pas de tekst van “Eerste aanmaning” aan, in elke versie die de bibliotheek gebruikt.' }])
    const stop = await admin.post('/api/requests', {
      id: randomUUID(), form: 'parameters.messages', unit: library, from: FROM, filled: { wish: 'stop', message: 'pre-notice', memberships: ['60'] },
    })
    expect(stop.body.answers.at(-1)).toMatchObject({ text: '60 Volwassene' })
  })

  test('a unit of another type is told to choose another', async () => {
    expect((await fill(NBH, { days: 21, asksCost: false }, { who: manager, unit: branch })).faults)
      .toMatchObject([{ code: 'change-requests.wrong-level', pointer: '/unit' }])
  })
})

describe('hours and branches', () => {
  test('a weekday changes in the branch’s own plan, the other days and its last day stay', async () => {
    const plan = { kind: 'staffed', layer: 'regular', week: { tu: [{ from: '10:00', to: '18:00' }], we: [] } }
    await here.apply({ kind: 'branches.set-hours', payload: { unit: branch, key: 'staffed/regular', from: '2026-01-01', to: '2027-12-31', plan } })
    const asked = { weekday: 'mo', opens: true, hours: [{ from: '09:00', to: '12:00' }] }
    const { items } = await fill('branches.weekday', asked, { who: manager, unit: branch })
    expect(items).toEqual([{ kind: 'branches.set-hours', payload: {
      unit: branch, key: 'staffed/regular', from: FROM, to: '2027-12-31',
      plan: { ...plan, week: { mo: [{ from: '09:00', to: '12:00' }], tu: [{ from: '10:00', to: '18:00' }], we: [] } },
    } }])
    expect((await fill('branches.weekday', { weekday: 'we', opens: false }, { who: manager, unit: branch })).faults)
      .toMatchObject([{ code: 'change-requests.nothing-asked' }])
  })

  test('a new branch is the same each time it is looked at, and opened by the helpdesk under the next number', async () => {
    const id = randomUUID()
    const filled = {
      branchName: 'Beerlegem', street: 'Kerkplein 1', postalCode: '9630', city: 'Zwalm', isPublic: true,
      hours: [{ weekday: 'we', from: '15:00', to: '18:00' }, { weekday: 'we', from: '09:00', to: '12:00' }],
    }
    const [first, again] = [await fill('branches.new-branch', filled, { id }), await fill('branches.new-branch', filled, { id })]
    expect(first).toEqual(again)
    expect((await fill('branches.new-branch', filled, { id: randomUUID() })).items[0]?.payload['id']).not.toBe(first.items[0]?.payload['id'])
    expect(first.items[0]?.payload).toMatchObject({ parent: library, unit: { code: '2002', name: 'Beerlegem' } })
    expect(first.items[1]?.payload).toMatchObject({ plan: { week: {
      mo: [], we: [{ from: '09:00', to: '12:00' }, { from: '15:00', to: '18:00' }],
    } } })
    const sent = await admin.post('/api/requests', { id, form: 'branches.new-branch', unit: library, from: FROM, filled })
    expect(sent.status).toBe(201)
    expect((await helpdesk.post(`/api/requests/${id}/approve`, {})).status).toBe(200)
    await helpdesk.post(`/api/requests/${id}/tasks/0`, { doneOn: '2026-11-23' })
    expect((await admin.get(`/api/requests/${id}`)).body.state).toBe('applied')
    const opened = await admin.get(`/api/units/${String(first.items[0]?.payload['id'])}?on=${FROM}`)
    expect(opened.body.unit).toMatchObject({ code: '2002', name: 'Beerlegem' })
  })
})

describe('access for a member of staff', () => {
  const asked = { person: 'An', roles: ['desk'], approver: 'Karin' }

  test('who signs in already gets the role; who is unknown, or of another library, is invited', async () => {
    const { email: address } = await here.database.owner('staff').where({ id: manager.id }).first('email') as { email: string }
    expect((await fill('permissions.access', { ...asked, address }, { who: admin })).items).toEqual([{ kind: 'permissions.grant', payload: {
      staff: manager.id, role: 'desk', unit: library, from: FROM, to: null,
    } }])
    const elsewhere = await here.unit('library', 'Bib Elders')
    const stranger = await here.staff('library-admin', elsewhere)
    expect(await fill('permissions.access', { ...asked, address }, { who: stranger, unit: elsewhere }))
      .toMatchObject({ items: [], tasks: [`Nodig An (${address}) uit als baliemedewerker`] })
  })

  test('only roles of a library are offered, and nothing else is taken', async () => {
    const { body } = await admin.get(`/api/requests/forms?unit=${library}`)
    const { choices } = body.data.find((form: { name: string }) => form.name === 'permissions.access').questions
      .find((question: { name: string }) => question.name === 'roles')
    expect(choices).toMatchObject({ desk: 'baliemedewerker', 'library-admin': 'bibliotheekbeheerder' })
    expect(choices).not.toHaveProperty('helpdesk')
    const { faults } = await fill('permissions.access', { ...asked, roles: ['system-admin'], address: 'an@bib.example' })
    expect(faults).toMatchObject([{ code: 'change-requests.no-choice', pointer: '/filled/roles' }])
  })
})

describe('rules', () => {
  test('a material without rules gets those of another, with the decision that they rest on', async () => {
    const loan = { unit: library, parameter: 'rules.hold', from: '2026-01-01', to: null, where: { material: 'DVD' }, basis,
      value: { allowed: true, placingCents: 50, pickupCents: 0, notCollectedCents: 0 } }
    await here.apply({ kind: 'parameters.set', payload: loan })
    const { items, tasks } = await fill('rules.missing-rule', { material: 'CD', like: 'DVD' })
    expect([items, tasks]).toEqual([[{ kind: 'parameters.set', payload: { ...loan, from: FROM, where: { material: 'CD' } } }], []])
    expect((await fill('rules.missing-rule', { material: 'CD' })).tasks).toHaveLength(1)
  })

  test('holds are moved to a network of some branches, in their own settings', async () => {
    const unit = await here.unit('library', 'Bib Zoersel')
    const [first, second] = [await here.unit('branch', 'Zoersel', unit), await here.unit('branch', 'Halle', unit)]
    const filled = { kind: 'network', network: [first], pickup: [first, second], moment: 'none', asksNotCollected: false }
    const { items } = await fill('circulation.holds', filled, { unit, who: await here.staff('library-admin', unit) })
    expect(items.map(({ payload }) => [payload['unit'], payload['parameter'], payload['value']])).toEqual([
      [unit, 'circulation.hold-kind', 'network'], [second, 'circulation.hold-network', false],
    ])
  })
})

test('money that is asked is approved by who sets tariffs, such as the helpdesk, not by who only follows requests', async () => {
  const id = randomUUID()
  await admin.post('/api/requests', { id, form: NBH, unit: library, from: FROM, filled: { days: 33, asksCost: true, cost: 100, ...decided } })
  const follower = await here.staff('group-admin')
  expect((await follower.post(`/api/requests/${id}/approve`, {})).status).toBe(403)
  expect((await helpdesk.post(`/api/requests/${id}/approve`, {})).body.state).toBe('applied')
})
