import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { applyDue } from '#core/waiting.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

/** A library comes under the table of a group with its own word, whichever act brings it there. */
const TODAY = '2026-11-23'
let here: Opened
let admin: Staff
let neighbour: Staff
beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  neighbour = await here.staff('library-admin', await here.unit('library', 'Zwalm', SYSTEM))
})
afterAll(() => here.close())

let groups = 0
const cooperation = async (level: '1' | '2' | '3a' = '2') => {
  const group = await here.unit('group', `Waasland ${++groups}`, SYSTEM, { level, code: `G${groups}` })
  const member = await here.unit('library', `Zele ${groups}`, group)
  return { group, member, ofMember: await here.staff('library-admin', member) }
}
const alone = async (parent: UnitId = SYSTEM) => {
  const library = await here.unit('library', `Temse ${++groups}`, parent)
  return { library, branch: await here.unit('branch', `Tielrode ${groups}`, library), own: await here.staff('library-admin', library) }
}
const move = (unit: UnitId, parent: UnitId, from = TODAY) => ({ kind: 'units.move', payload: { unit, parent, from } })
const merge = (unit: UnitId, into: UnitId) => ({ kind: 'units.merge', payload: { unit, into, from: TODAY } })
const level = (unit: UnitId, to: string, from = TODAY) => ({ kind: 'units.change', payload: { unit, from, fields: { level: to } } })
const loan = (unit: UnitId, loanDays: number, from = TODAY) => ({ kind: 'parameters.set', payload: {
  unit, parameter: 'rules.loan', from, to: null, where: { membership: '60' },
  value: { loanDays, renewalDays: 7, feeCents: 0, minimumAge: 0 },
} })
const codeOf = ({ status, body }: Answer) => [status, body.code]
const UNAGREED = [403, 'core.agreement-needed']
const linesOf = (body: { agreement: { unit: UnitId; agrees: boolean | null }[] }) => body.agreement.map(({ unit, agrees }) => [unit, agrees])
const answer = (staff: Staff, id: string, unit: UnitId, agrees = true) => staff.post(`/api/changes/${id}/agreement`, { unit, agrees })
const request = async (items: Parameters<Staff['change']>[0], by = admin): Promise<string> => {
  const { status, body } = await by.change(items, { asRequest: true })
  expect(status).toBe(201)
  return body.id
}
const settle = (day = TODAY) => applyDue(here.installation, day)
const stateOf = async (id: string, staff = admin) => (await staff.get(`/api/changes/${id}`)).body.state
const parentOf = async (unit: UnitId) => (await admin.get('/api/units')).body.data.find((row: { id: UnitId }) => row.id === unit)?.parent
const backOf = (id: string, more: object = {}) =>
  admin.post(`/api/changes/${id}/put-back`, { id: crypto.randomUUID(), mode: 'from-today', ...more })

describe('a library that joins a group with a table of its own', () => {
  test('says so itself; the preview names it and the values that will bind it', async () => {
    const { group, member, ofMember } = await cooperation()
    const { library, own } = await alone()
    await here.apply(loan(group, 21))
    const { body: preview } = await admin.post('/api/changes/preview', { items: [move(library, group)] })
    expect(linesOf(preview)).toEqual([[library, null]])
    const bound = preview.effects.find(({ code }: { code: string }) => code === 'parameters.bound')
    expect(bound).toMatchObject({ count: 1, sample: [expect.stringContaining('21/7/0')] })
    expect(bound.text).toMatch(/Waasland \d+ bindt dan Temse \d+/)

    expect(codeOf(await admin.change([move(library, group)]))).toEqual(UNAGREED)
    const id = await request([move(library, group)])
    expect((await answer(ofMember, id, member)).status).toBe(404)
    expect((await answer(neighbour, id, library)).status).toBe(404)
    expect((await neighbour.get(`/api/changes/${id}`)).status).toBe(404)
    expect(await settle()).toBe(0)
    // Who is in the group already is told, with what the newcomer said.
    expect(linesOf((await ofMember.get(`/api/changes/${id}`)).body)).toEqual([[library, null]])
    expect((await answer(own, id, library)).body.state).toBe('planned')
    expect(linesOf((await ofMember.get(`/api/changes/${id}`)).body)).toEqual([[library, true]])
    await settle()
    expect([await stateOf(id), await parentOf(library)]).toEqual(['applied', group])
  })

  test('has said so by asking for it', async () => {
    const { group } = await cooperation()
    const { library, own } = await alone()
    const id = await request([move(library, group)], own)
    expect(linesOf((await own.get(`/api/changes/${id}`)).body)).toEqual([[library, true]])
    expect((await admin.post(`/api/changes/${id}/decide`, { approve: true })).body.state).toBe('applied')
  })

  test('is not brought there without its word by whoever decides', async () => {
    const { group } = await cooperation()
    const { library, own } = await alone()
    const id = await request([move(library, group)])
    await answer(own, id, library, false)
    const second = await here.staff('system-admin')
    expect(codeOf(await second.post(`/api/changes/${id}/decide`, { approve: true }))).toEqual([409, 'core.agreement-needed'])
  })

  test('is asked by a merger of groups, of itself into a member, and of its branches one by one', async () => {
    const { group, member } = await cooperation()
    const loose = await cooperation('1')
    const { library, branch } = await alone()
    for (const [item, asked] of [
      [merge(loose.group, group), loose.member], [merge(library, member), library], [move(branch, member), library],
    ] as const) {
      expect(linesOf((await admin.post('/api/changes/preview', { items: [item] })).body)).toEqual([[asked, null]])
      expect(codeOf(await admin.change([item]))).toEqual(UNAGREED)
    }
  })

  test('is asked also where the group binds only later, or binds for a moment less', async () => {
    const { group } = await cooperation('1')
    await here.apply(level(group, '2', '2027-01-01'))
    const { library } = await alone()
    expect(codeOf(await admin.change([move(library, group)]))).toEqual(UNAGREED)
    expect(codeOf(await admin.change([level(group, '1', '2027-01-01'), move(library, group), level(group, '2', '2027-01-01')])))
      .toEqual(UNAGREED)
  })

  test('is asked again where its leaving is put back', async () => {
    const { group } = await cooperation()
    const { library, own } = await alone(group)
    const left = await admin.change([move(library, SYSTEM)])
    expect(left.status).toBe(201)
    expect(codeOf(await backOf(left.body.id))).toEqual(UNAGREED)
    const id = crypto.randomUUID()
    expect((await backOf(left.body.id, { id, asRequest: true })).status).toBe(201)
    expect((await answer(own, id, library)).body.state).toBe('planned')
    await settle()
    expect([await stateOf(id), await parentOf(library)]).toEqual(['applied', group])
  })

  test('is not asked where nothing binds it anew: another branch, a group of level 1, a way out, a library that opens', async () => {
    const { group, member } = await cooperation()
    const loose = await cooperation('1')
    const { library } = await alone()
    const other = await here.unit('library', `Sinaai ${++groups}`, group)
    const branch = await here.unit('branch', `Bazel ${groups}`, member)
    const opened = crypto.randomUUID()
    const opens = { kind: 'units.open', payload: {
      id: opened, parent: group, from: TODAY, unit: { type: 'library', code: 'I950', name: 'Nieuw' },
    } }
    expect((await admin.change([move(branch, other)])).status).toBe(201)
    expect((await admin.change([move(library, loose.group)])).status).toBe(201)
    expect((await admin.change([move(other, SYSTEM)])).status).toBe(201)
    expect((await admin.change([opens])).status).toBe(201)
  })
})

test('a library that a set opens itself is not asked to agree to the rest of it', async () => {
  const { group, member } = await cooperation()
  const opens = { kind: 'units.open', payload: {
    id: crypto.randomUUID(), parent: group, from: TODAY, unit: { type: 'library', code: 'I951', name: 'Nieuw' },
  } }
  const id = await request([opens, loan(group, 14)])
  expect(linesOf((await admin.get(`/api/changes/${id}`)).body)).toEqual([[member, null]])
})

describe('putting a shared value back', () => {
  test('asks every library that it binds, also one that joined since', async () => {
    const { group, member, ofMember } = await cooperation()
    const id = await request([loan(group, 35)])
    await answer(ofMember, id, member)
    await settle()
    expect(await stateOf(id)).toBe('applied')
    const { library, own } = await alone(group)
    expect(linesOf((await backOf(id, { preview: true })).body).toSorted()).toEqual([[member, null], [library, null]].toSorted())
    expect(codeOf(await backOf(id))).toEqual(UNAGREED)
    const back = crypto.randomUUID()
    expect((await backOf(id, { id: back, asRequest: true })).status).toBe(201)
    expect((await answer(ofMember, back, member)).body.state).toBe('requested')
    expect((await answer(own, back, library)).body.state).toBe('planned')
    expect(await settle()).toBe(1)
    expect([await stateOf(back), await stateOf(id)]).toEqual(['applied', 'put-back'])
  })
})
