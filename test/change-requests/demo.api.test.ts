import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '#plugins/demo.ts'
import { requestStates } from '#plugins/change-requests/contract/state.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let helpdesk: Staff

beforeAll(async () => {
  here = await openInstallation({ kind: 'demo' })
  await loadDemo(here.installation)
  helpdesk = await here.staff('system-admin')
})
afterAll(() => here.close())

test('the demo shows requests in every state, of several libraries and kinds, and who said what about them', async () => {
  const rows: { state: string; form: string; library_ids: string[]; number: string }[] =
    await here.database.owner('request').orderBy('number').select('state', 'form', 'library_ids', 'number')
  expect(rows.length).toBeGreaterThanOrEqual(20)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(requestStates))
  expect(new Set(rows.map(({ library_ids: libraries }) => libraries.join())).size).toBeGreaterThanOrEqual(4)
  expect(new Set(rows.map(({ form }) => form)).size).toBeGreaterThanOrEqual(8)
  const kinds: string[] = await here.database.owner('request_note').distinct('kind').pluck('kind')
  expect(new Set(kinds)).toEqual(new Set(['comment', 'internal', 'question', 'answer', 'move']))
  const { body: setup } = await helpdesk.get('/api/requests/setup')
  expect([setup.teams.length, setup.templates.length]).toEqual([3, 4])
  const members = new Map(setup.teams.map((team: { code: string; members: { name: string }[] }) => [team.code, team.members.map(({ name }) => name).toSorted()]))
  expect([members.get('geld'), members.get('diensten'), members.get('helpdesk')]).toEqual([['Hakim Benali'], ['Inge Mertens', 'Rik Aerts'], []])
})

test('one waits for a second person, one for the library that has not confirmed it, and one for work outside Filiaal', async () => {
  const { body } = await helpdesk.get('/api/requests?box=inbox&state=open&limit=100')
  const lines: { id: string; state: string; unconfirmed: boolean; tasksOpen: number; form: string }[] = body.data
  expect(lines.filter(({ unconfirmed }) => unconfirmed)).toHaveLength(1)
  expect(lines.filter(({ state, tasksOpen }) => state === 'approved' && tasksOpen === 1)).toHaveLength(1)
  const second = lines.find(({ state, form }) => state === 'approved' && form === 'change-requests.change')
  expect((await helpdesk.get(`/api/requests/${second?.id}`)).body.approvedFirstBy).toMatchObject({ name: 'Sofie Maes' })
})

test('its report has figures per kind and per library, and a right that could be given away', async () => {
  const today = here.installation.today(here.installation.snapshot.current)
  const from = Temporal.PlainDate.from(today).subtract({ months: 6 }).toString()
  const { body } = await helpdesk.get(`/api/requests/report?from=${from}&to=${today}`)
  expect(body.total).toMatchObject({ refused: 1, putBack: 1 })
  expect(body.total.answerHours).toBeGreaterThan(0)
  expect(body.candidates[0]).toMatchObject({ permission: { name: 'accounts.set-tariffs' }, role: { code: 'library-admin' } })
})
