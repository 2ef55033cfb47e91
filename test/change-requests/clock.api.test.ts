import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { followMembers } from '#core/consent.ts'
import { deliverEvents } from '#core/outbox.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

/** Monday. */
const TODAY = '2026-11-23'
let here: Opened
let helpdesk: Staff
let groups = 0
beforeAll(async () => { here = await openInstallation() })
beforeEach(async () => {
  here.clock.now = Temporal.Instant.from(`${TODAY}T09:00:00Z`)
  helpdesk = await here.staff('helpdesk')
})
afterAll(() => here.close())

/** Nobody stays signed in for days. */
async function later(days: number) {
  here.clock.now = here.clock.now.add({ hours: 24 * days })
  helpdesk = await here.staff('helpdesk')
}
/** A change of what a group shares, which its one library is to agree to, due on Wednesday. */
async function shared() {
  const group = await here.unit('group', `Meetjesland ${++groups}`, SYSTEM, { level: '2', code: `M${groups}` })
  const library = await here.unit('library', `Eeklo ${groups}`, group)
  const boss = await here.staff('group-admin', group)
  const { body: { id } } = await boss.change([{ kind: 'parameters.set', payload: {
    unit: group, parameter: 'rules.loan', from: '2027-02-01', to: null, value: { loanDays: 20, renewalDays: 7, feeCents: 0, minimumAge: 0 },
  } }], { asRequest: true })
  await deliverEvents(here.installation)
  await helpdesk.post(`/api/requests/${id}/handle`, { dueOn: '2026-11-25', assignee: helpdesk.id })
  return { id, group, library }
}
const read = async (id: string) => (await helpdesk.get(`/api/requests/${id}`)).body
const ask = (id: string) => helpdesk.post(`/api/requests/${id}/say`, { id: randomUUID(), text: 'Vanaf wanneer?', to: 'library', asks: true })
const answerAt = async (id: string, group: string) =>
  (await here.staff('group-admin', group)).post(`/api/requests/${id}/answer`, { id: randomUUID(), text: 'Vanaf februari.' })
const disagree = async (id: string, unit: string) => {
  await (await here.staff('library-admin', unit)).post(`/api/changes/${id}/agreement`, { unit, agrees: false, reason: 'Te kort.' })
  await deliverEvents(here.installation)
}

test('of a question and an agreement that stand open at once, the days that both take count once', async () => {
  const [one, other] = [await shared(), await shared()]
  for (const { id } of [one, other]) expect(await read(id)).toMatchObject({ awaitsLibraries: true, dueOn: '2026-11-25' })
  await later(1)
  for (const { id } of [one, other]) await ask(id)
  await later(1)
  // The one answers first and the library's word comes two days later; with the other it is the other way round.
  expect((await answerAt(one.id, one.group)).status).toBe(200)
  await disagree(other.id, other.library)
  expect([(await read(one.id)).dueOn, (await read(other.id)).dueOn]).toEqual(['2026-11-25', '2026-11-25'])
  await later(2)
  await disagree(one.id, one.library)
  expect((await answerAt(other.id, other.group)).status).toBe(200)
  // Asked on Monday for Wednesday: two working days were left, from Friday on.
  for (const { id } of [one, other])
    expect(await read(id)).toMatchObject({ state: 'in-review', awaitsLibraries: false, late: false, dueOn: '2026-12-01' })
})

test('a library that leaves the group is not waited for: the clock of the helpdesk goes on', async () => {
  const { id, library } = await shared()
  await later(1)
  await here.apply({ kind: 'units.move', payload: { unit: library, parent: SYSTEM, from: '2026-11-24' } })
  await followMembers(here.installation, '2026-11-24')
  await deliverEvents(here.installation)
  expect(await read(id)).toMatchObject({ awaitsLibraries: false, dueOn: '2026-11-26' })
  expect(await here.database.owner('agreement').where({ set_id: id })).toEqual([])
})

test('who has said yes or no before leaving has said so', async () => {
  const { id, library } = await shared()
  await disagree(id, library)
  await later(1)
  await here.apply({ kind: 'units.move', payload: { unit: library, parent: SYSTEM, from: '2026-11-24' } })
  await followMembers(here.installation, '2026-11-24')
  expect(await here.database.owner('agreement').where({ set_id: id }).pluck('agrees')).toEqual([false])
})
