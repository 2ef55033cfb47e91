import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { applyDue } from '#core/waiting.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let zwalm: string
let branch: string
let people: Record<'manager' | 'libraryAdmin' | 'desk' | 'other' | 'helpdesk' | 'colleague' | 'auditor', Staff>
const decides = ['helpdesk', 'colleague']

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  people = {
    manager: await here.staff('branch-manager', branch), libraryAdmin: await here.staff('library-admin', zwalm),
    desk: await here.staff('desk', branch), other: await here.staff('library-admin', await here.unit('library', 'Bib Zoersel')),
    helpdesk: await here.staff('helpdesk'), colleague: await here.staff('helpdesk'), auditor: await here.staff('auditor'),
  }
})
afterAll(() => here.close())

let keys = 0
const rule = (unit = branch, key = `dag-${++keys}`) => ({
  kind: 'branches.set-rule',
  payload: { unit, key, from: null, to: null, rule: { on: { date: '07-11' }, kind: 'G', text: 'Feest' } },
})

type Who = keyof typeof people
const acts = {
  take: (who: Staff, id: string) => who.post(`/api/requests/${id}/handle`, { assignee: who.id }),
  ask: (who: Staff, id: string) => who.post(`/api/requests/${id}/say`, { id: randomUUID(), text: 'Tot wanneer?', to: 'library', asks: true }),
  answer: (who: Staff, id: string) => who.post(`/api/requests/${id}/answer`, { id: randomUUID(), text: 'Zo' }),
  approve: (who: Staff, id: string) => who.post(`/api/requests/${id}/approve`, {}),
  decide: (who: Staff, id: string) => who.post(`/api/changes/${id}/decide`, { approve: true }),
  together: (who: Staff, id: string) => who.post('/api/requests/approve', { ids: [id] }),
  refuse: (who: Staff, id: string) => who.post(`/api/requests/${id}/refuse`, { text: 'nee' }),
  withdraw: (who: Staff, id: string) => who.post(`/api/requests/${id}/withdraw`, {}),
  cancel: (who: Staff, id: string) => who.post(`/api/changes/${id}/cancel`),
  putBack: (who: Staff, id: string) => who.post(`/api/changes/${id}/put-back`, { id: randomUUID(), mode: 'as-if-never', reason: 'fout' }),
} as const
const mayFollow: Record<string, readonly string[]> = {
  'requested': ['submitted', 'in-review', 'question', 'approved'], 'applied': ['applied'], 'refused': ['refused'],
  'cancelled': ['withdrawn'], 'put-back': ['put-back'], 'planned': ['planned'],
}

test('whatever people do in whatever order: only who may decide brings a change about, and it is there whole or not at all', async () => {
  const step = fc.record({
    who: fc.constantFrom(...Object.keys({ manager: 0, libraryAdmin: 0, desk: 0, other: 0, helpdesk: 0, colleague: 0, auditor: 0 }) as Who[]),
    act: fc.constantFrom(...Object.keys(acts) as (keyof typeof acts)[]),
  })
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async steps => {
    const id = randomUUID()
    const sent = await people.manager.post('/api/changes', { id, items: [rule(), rule()], asRequest: true })
    expect(sent.status).toBe(201)
    let wasApplied = false
    for (const { who, act } of steps) {
      const { status } = await acts[act](people[who], id)
      expect(status).toBeLessThan(500)
      const { owner } = here.database
      const set = await owner('change_set').where({ id }).first('state')
      const request = await owner('request').where({ id }).first('state', 'ended_at')
      const laid = await owner('segment').where({ said_in: id }).whereNull('ended_in')
      const story = JSON.stringify({ steps, who, act, status, set, request })
      expect(mayFollow[set.state], story).toContain(request.state)
      expect(laid.length, story).toBe(set.state === 'applied' ? 2 : 0)
      if (set.state === 'applied' && !wasApplied) {
        expect(decides, story).toContain(who)
        expect(['approve', 'decide', 'together'], story).toContain(act)
      }
      wasApplied ||= set.state === 'applied'
      expect(request.ended_at !== null, story).toBe(['applied', 'refused', 'withdrawn', 'put-back'].includes(request.state))
    }
  }), { numRuns: 25 })
}, 120_000)

/** What was laid, without what differs by chance: ids of rows and sets, and the version. */
const rowsOf = async (id: string) => (await here.database.owner('segment').where({ said_in: id }).orderBy('key')
  .select('fact', 'unit_id', 'valid', 'body', 'walled', 'library_id')).map(row => JSON.stringify(row))

test('applied by the library admin, by the helpdesk or by the schedule, the rows are the same to the byte', async () => {
  const key = 'zelfde'
  const sendAs = async (who: Staff, more: object) => {
    const id = randomUUID()
    const { status } = await who.post('/api/changes', { id, items: [rule(branch, key)], ...more })
    expect(status).toBe(201)
    return id
  }
  const undo = async (set: string) => expect((await people.libraryAdmin.post(`/api/changes/${set}/put-back`,
    { id: randomUUID(), mode: 'as-if-never', reason: 'opnieuw' })).status).toBe(201)

  const direct = await sendAs(people.libraryAdmin, {})
  const byAdmin = await rowsOf(direct)
  await undo(direct)
  const asked = await sendAs(people.manager, { asRequest: true })
  expect((await acts.approve(people.helpdesk, asked)).status).toBe(200)
  const byHelpdesk = await rowsOf(asked)
  await undo(asked)
  const planned = await sendAs(people.manager, { asRequest: true, applyOn: '2026-12-01' })
  expect((await acts.approve(people.helpdesk, planned)).body.state).toBe('planned')
  await applyDue(here.installation, '2026-12-01')
  expect(byAdmin).toHaveLength(1)
  expect(byHelpdesk).toEqual(byAdmin)
  expect(await rowsOf(planned)).toEqual(byAdmin)
})

test('approved for a day and the process is gone: others apply it once, however many come at once', async () => {
  const id = randomUUID()
  await people.manager.post('/api/changes', { id, items: [rule()], asRequest: true, applyOn: '2026-12-02' })
  await acts.approve(people.helpdesk, id)
  const [one, two] = [await here.second(), await here.second()]
  await Promise.all([applyDue(one.installation, '2026-12-02'), applyDue(two.installation, '2026-12-02'), applyDue(one.installation, '2026-12-02')])
  expect(await rowsOf(id)).toHaveLength(1)
  expect(await here.database.owner('change_set').where({ id }).first('state')).toEqual({ state: 'applied' })
  expect((await people.manager.get(`/api/requests/${id}`)).body.state).toBe('applied')
})

test('whoever approved has lost the right by the day: the plan stops and asks again', async () => {
  const leaver = await here.staff('helpdesk')
  const id = randomUUID()
  await people.manager.post('/api/changes', { id, items: [rule()], asRequest: true, applyOn: '2026-12-03' })
  expect((await acts.approve(leaver, id)).body.state).toBe('planned')
  await here.apply({ kind: 'foundation.leave', payload: { staff: leaver.id, unit: SYSTEM, from: '2026-11-23' } })
  await applyDue(here.installation, '2026-12-03')
  const { body } = await people.helpdesk.get(`/api/requests/${id}`)
  expect(body).toMatchObject({ state: 'in-review', change: { state: 'requested' } })
  expect(body.stopped).toMatch(/toegang/)
  expect(await rowsOf(id)).toEqual([])
})
