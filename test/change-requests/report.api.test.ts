import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let zwalm: string
let branch: string
let zoersel: string
let manager: Staff
let libraryAdmin: Staff
let elsewhere: Staff
let helpdesk: Staff
let admin: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Bib Zoersel')
  manager = await here.staff('branch-manager', branch)
  libraryAdmin = await here.staff('library-admin', zwalm)
  elsewhere = await here.staff('library-admin', zoersel)
  helpdesk = await here.staff('helpdesk')
  admin = await here.staff('system-admin')
})
afterAll(() => here.close())

const setting = (unit: string, value: number) => ({
  kind: 'parameters.set', payload: { unit, parameter: 'branches.feed-days', from: '2026-11-23', to: null, value },
})
const asked = async (who: Staff, unit: string, value: number) => {
  const id = randomUUID()
  const { status, body } = await who.post('/api/changes', { id, items: [setting(unit, value)], asRequest: true })
  expect([status, body.faults]).toEqual([201, undefined])
  return id
}
const report = (who: Staff, more = '') => who.get(`/api/requests/report?from=2026-11-01&to=2026-12-31${more}`)

test('counts and times per kind and library, and what could be handed to the libraries', async () => {
  const ids = await Promise.all([100, 110, 120, 130, 140].map(value => asked(manager, branch, value)))
  here.clock.now = here.clock.now.add({ minutes: 12 })
  for (const id of ids) expect((await helpdesk.post(`/api/requests/${id}/approve`, {})).status).toBe(200)
  const refused = await asked(elsewhere, zoersel, 90)
  await helpdesk.post(`/api/requests/${refused}/refuse`, { text: 'nee' })
  const { status, body } = await report(helpdesk)
  expect(status).toBe(200)
  expect(body.total).toMatchObject({ asked: 6, applied: 5, refused: 1, open: 0, appliedHours: 0.2 })
  expect(body.byForm).toMatchObject([{ form: 'change-requests.change', title: 'Wijziging', asked: 6 }])
  expect(body.byLibrary).toMatchObject([{ unit: zwalm, name: 'Bib Zwalm', asked: 5, applied: 5 }, { unit: zoersel, asked: 1, refused: 1 }])
  expect(body.candidates).toEqual([])
  const here_ = (await report(helpdesk, `&unit=${zwalm}`)).body
  expect(here_.total.asked).toBe(5)
  expect(here_.candidates).toMatchObject([{
    kind: 'parameters.set', asked: 5, applied: 5, refused: 0, permission: { name: 'parameters.set' }, role: { code: 'branch-manager' },
  }])
})

test('what is asked for several libraries at once stands under each of them, once in all; what the region asks under none', async () => {
  const counted = async () => (await report(helpdesk)).body as {
    total: { asked: number }; byLibrary: { unit: string | null; asked: number }[]
  }
  const of = ({ byLibrary }: Awaited<ReturnType<typeof counted>>, unit: string | null) => byLibrary.find(row => row.unit === unit)?.asked ?? 0
  const before = await counted()
  const both = [setting(zwalm, 200), setting(zoersel, 200)]
  const system = setting('00000000-0000-4000-8000-000000000000', 210)
  for (const items of [both, [system]])
    expect((await helpdesk.post('/api/changes', { id: randomUUID(), items, asRequest: true })).status).toBe(201)
  const after = await counted()
  expect(after.total.asked - before.total.asked).toBe(2)
  expect([zwalm, zoersel, null].map(unit => of(after, unit) - of(before, unit))).toEqual([1, 1, 1])
})

test('a library sees no report of another, nor who may not see one at all', async () => {
  const groupAdmin = await here.staff('group-admin', zwalm)
  expect((await report(groupAdmin, `&unit=${zwalm}`)).status).toBe(200)
  expect((await report(groupAdmin, `&unit=${zoersel}`)).status).toBe(404)
  expect((await report(groupAdmin)).status).toBe(404)
  expect((await report(libraryAdmin, `&unit=${zwalm}`)).status).toBe(403)
})

test('a form lands with the team that takes it; teams and templates are changed by who may', async () => {
  const team = { name: { nl: 'Kalender', en: 'Calendar', fr: 'Calendrier' }, forms: ['change-requests.question'] }
  const item = { kind: 'change-requests.set-team', payload: { code: 'calendar', team } }
  expect((await libraryAdmin.change([item])).status).toBe(403)
  expect((await admin.change([item])).status).toBe(201)
  const { body } = await helpdesk.get('/api/requests/setup')
  expect(body.teams.map((one: { code: string }) => one.code)).toEqual(['calendar', 'helpdesk'])
  expect(body.templates.length).toBeGreaterThan(2)
  const forms = (await manager.get('/api/requests/forms')).body.data
  const question = forms.find((form: { name: string }) => form.name === 'change-requests.question')
  expect(question).toBeDefined()
  const sent = await manager.post('/api/requests', {
    id: randomUUID(), form: question.name, unit: branch,
    filled: Object.fromEntries(question.questions.filter((one: { optional: boolean }) => !one.optional).map((one: { name: string }) => [one.name, 'Mag dat?'])),
  })
  expect(sent.body).toMatchObject({ team: 'calendar', set: null, state: 'submitted' })
  const gone = await admin.change([{ kind: 'change-requests.set-team', payload: { code: 'helpdesk', team: null } }])
  expect([gone.status, gone.body.faults[0].code]).toEqual([422, 'change-requests.last-team'])
})
