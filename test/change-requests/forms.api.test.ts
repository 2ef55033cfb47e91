import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plugins } from '#plugins/index.ts'
import { askedOf, trialsOf } from '#core/form-fault.ts'
import type { UnitType } from '#core/contract.ts'
import { formAt, type RequestForm } from '#core/contract/request-form.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const forms = plugins.flatMap(({ requestForms = [] }): readonly RequestForm[] => requestForms)
const FROM = '2027-01-04'

let here: Opened
let helpdesk: Staff
let stranger: Staff

beforeAll(async () => {
  here = await openInstallation()
  helpdesk = await here.staff('helpdesk')
  // What differs from the ordinary, so that a rule like it is a change.
  await here.apply({ kind: 'parameters.set', payload: {
    unit: '00000000-0000-4000-8000-000000000000', parameter: 'rules.loan', from: '2026-01-01', to: null,
    value: { loanDays: 7, renewalDays: 7, feeCents: 0, minimumAge: 0 }, where: { material: 'DVD' },
  } })
  stranger = await here.staff('library-admin', await here.unit('library', 'Bib Elders'))
})
afterAll(() => here.close())

interface Place { readonly unit: string; readonly branches: readonly string[]; readonly who: Staff }

/** A library of two branches, and somebody of a unit that may ask this. */
async function placeFor({ levels }: RequestForm): Promise<Place> {
  const library = await here.unit('library', 'Bib Zwalm')
  const branches = [await here.unit('branch', 'Munkzwalm', library), await here.unit('branch', 'Nederzwalm', library)]
  const [unit, role] = levels.includes('library') ? [library, 'library-admin'] : [branches[0] ?? '', 'branch-manager']
  return { unit, branches, who: await here.staff(role, unit) }
}

const levelsOf = ({ levels }: RequestForm) => levels.filter(level => level !== 'system')

/** A unit of a type in a group of one table, and its own admin. */
async function placeAt(level: UnitType): Promise<Place> {
  const group = await here.unit('group', 'Regio', undefined, { level: '2' })
  const library = await here.unit('library', 'Bib Lochristi', level === 'group' ? group : undefined)
  const places = [await here.unit(level === 'bookmobile' ? 'bookmobile' : 'branch', 'Beervelde', library), await here.unit('branch', 'Zeveneken', library)]
  const unit = { group, library }[level as string] ?? places[0] ?? ''
  return { unit, branches: places, who: await here.staff(level === 'group' ? 'group-admin' : 'library-admin', level === 'group' ? group : library) }
}

/** The examples of a form and the other answers that can be chosen, with branches that are there. */
const trials = (form: RequestForm, { branches: [, branch] }: Place) => trialsOf(form).map(filled => {
  const there: Readonly<Record<string, unknown>> = { branches: [branch], branch }
  return askedOf(form, Object.fromEntries(Object.entries(filled)
    .map(([name, example]) => [name, there[form.questions[name]?.as ?? ''] ?? example])))
})
const examples = (form: RequestForm, place: Place) => trials(form, place)[0] ?? {}

const fill = (form: RequestForm, { unit, who }: Place, filled: object) =>
  who.post(`/api/requests/forms/${form.name}/items`, { unit, from: FROM, filled })

describe.each(forms.map(form => [form.name, form] as const))('%s', (_name, form) => {
  let place: Place
  beforeAll(async () => { place = await placeFor(form) })

  test('its examples give a change without faults, or work to do', async () => {
    const { status, body } = await fill(form, place, examples(form, place))
    expect([status, body.faults]).toEqual([200, []])
    expect(body.items.length + body.tasks.length > 0).toBe(Boolean(form.items ?? form.tasks))
    if (body.items.length === 0) return
    const preview = await place.who.post('/api/changes/preview', { items: body.items })
    expect([preview.status, preview.body.faults]).toEqual([200, []])
  })

  test('what is asked and not answered is refused by its name', async () => {
    const { body } = await fill(form, place, Object.fromEntries(Object.keys(form.questions).map(name => [name, null])))
    const unconditional = Object.entries(form.questions).filter(([, { optional, onlyWhen }]) => !optional && !onlyWhen)
    expect(body.faults.map((fault: { pointer: string }) => fault.pointer).sort())
      .toEqual(unconditional.map(([name]) => `/filled/${name}`).sort())
    expect(body.items).toEqual([])
  })

  test('whichever answer is chosen gives a change without faults, or says that nothing changes', async () => {
    for (const filled of trials(form, place)) {
      const { items, faults } = (await fill(form, place, filled)).body
      if (faults.length) expect(faults).toMatchObject([{ code: 'change-requests.nothing-asked' }])
      else if (items.length) expect([filled, (await place.who.post('/api/changes/preview', { items })).body.faults]).toEqual([filled, []])
    }
  })

  test('sent, it is a request with its answers in words, applied once it is approved', async () => {
    const { unit, who } = place
    const filled = examples(form, place)
    const sent = await who.post('/api/requests', { id: randomUUID(), form: form.name, unit, from: FROM, filled })
    expect([sent.status, sent.body.faults]).toEqual([201, undefined])
    expect(sent.body).toMatchObject({ form: form.name, state: 'submitted', unit: { id: unit } })
    expect(sent.body.answers.map((answer: { question: string }) => answer.question)).toEqual(expect.arrayContaining(Object.keys(filled)))
    for (const other of [who, stranger]) expect((await other.post(`/api/requests/${sent.body.id}/approve`, {})).status).toBe(403)
    const approved = await helpdesk.post(`/api/requests/${sent.body.id}/approve`, {})
    expect([approved.status, approved.body.faults]).toEqual([200, undefined])
    expect(approved.body.state).toBe(sent.body.tasks.length ? 'approved' : 'applied')
    const { length } = sent.body.tasks
    for (let n = 0; n < length; n++) await helpdesk.post(`/api/requests/${sent.body.id}/tasks/${n}`, { doneOn: '2026-11-23' })
    expect((await who.get(`/api/requests/${sent.body.id}`)).body.state).toBe('applied')
  })

  test.each(levelsOf(form))('each unit that may ask it gives the same: a %s', async level => {
    const { unit, who, branches } = await placeAt(level)
    const there = formAt(form, level)
    const { data } = (await who.get(`/api/requests/forms?unit=${unit}`)).body
    expect(data.find(({ name }: { name: string }) => name === form.name).questions.map(({ name }: { name: string }) => name))
      .toEqual(Object.keys(there.questions))
    const { body } = await fill(form, { unit, who, branches }, examples(there, { unit, who, branches }))
    expect(body.faults).toEqual([])
    if (body.items.length === 0) return
    expect((await who.post('/api/changes/preview', { items: body.items })).body.faults).toEqual([])
  })

  test('nobody asks it for a unit out of reach', async () => {
    expect((await fill(form, { ...place, who: stranger }, examples(form, place))).status).toBe(404)
    expect((await stranger.get(`/api/requests/forms?unit=${place.unit}`)).status).toBe(404)
  })
})

test('a role for whoever signs in already is approved by whoever gives roles, not by the helpdesk', async () => {
  const [unit, system] = [await here.unit('library', 'Bib Zwalm'), await here.staff('system-admin')]
  const [admin, els] = [await here.staff('library-admin', unit), await here.staff('desk', unit)]
  const [{ email }] = await here.database.owner('staff').where({ id: els.id }).select('email')
  const sent = await admin.post('/api/requests', { id: randomUUID(), form: 'permissions.access', unit, from: FROM, filled: {
    person: 'Els', address: email, roles: ['branch-manager'], services: [], approver: 'Karin De Smet, bibliothecaris',
  } })
  expect([sent.status, sent.body.change?.sentences.length]).toEqual([201, 1])
  const refused = await helpdesk.post(`/api/requests/${sent.body.id}/approve`, {})
  expect([refused.status, refused.body.code]).toEqual([403, 'core.not-allowed'])
  expect((await system.post(`/api/requests/${sent.body.id}/approve`, {})).body.state).toBe('applied')
})

test('a branch of another library in an answer is as one that is not there', async () => {
  const form = forms.find(({ name }) => name === 'circulation.holds')
  if (!form) throw new Error('no such form')
  const [own, other] = [await placeFor(form), await placeFor(form)]
  const filled = examples(form, own)
  expect((await fill(form, own, { ...filled, pickup: other.branches })).status).toBe(404)
  expect((await fill(form, own, { ...filled, pickup: [randomUUID()] })).status).toBe(404)
})
