import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followMembers } from '#core/consent.ts'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { applyDue } from '#core/waiting.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

/** Who must agree is who is in the group when it happens, not who was when it was asked. */
const TODAY = '2026-11-23'
let here: Opened
let neighbour: Staff
beforeAll(async () => {
  here = await openInstallation()
  neighbour = await here.staff('library-admin', await here.unit('library', 'Zwalm', SYSTEM))
})
afterAll(() => here.close())

let groups = 0
const cooperation = async () => {
  const group = await here.unit('group', `Waasland ${++groups}`, SYSTEM, { level: '2', code: `G${groups}` })
  const boss = await here.staff('group-admin', group)
  return { group, boss, zele: await library('Zele', group), temse: await library('Temse', group) }
}
const library = async (name: string, parent: UnitId = SYSTEM) => {
  const id = await here.unit('library', `${name} ${groups}`, parent)
  return { id, own: await here.staff('library-admin', id) }
}
type Library = Awaited<ReturnType<typeof library>>
const move = (unit: UnitId, parent: UnitId, from = TODAY) => here.apply({ kind: 'units.move', payload: { unit, parent, from } })
const loan = (unit: UnitId, loanDays: number) => ({ kind: 'parameters.set', payload: {
  unit, parameter: 'rules.loan', from: TODAY, to: null, value: { loanDays, renewalDays: 7, feeCents: 0, minimumAge: 0 },
} })
const ask = async (boss: Staff, group: UnitId, more: object = {}): Promise<string> => {
  const { status, body } = await boss.change([loan(group, 21)], { asRequest: true, reason: 'samen beslist', ...more })
  expect(status).toBe(201)
  return body.id
}
const answer = ({ own, id: unit }: Library, id: string, agrees = true) => own.post(`/api/changes/${id}/agreement`, { unit, agrees })
const setOf = async (id: string, staff: Staff) => (await staff.get(`/api/changes/${id}`)).body
const linesOf = async (id: string, staff: Staff) => Object.fromEntries((await setOf(id, staff)).agreement
  .map(({ unit, agrees }: { unit: UnitId; agrees: boolean | null }) => [unit, agrees]))
const follow = (day = TODAY) => followMembers(here.installation, day)
const settle = (day = TODAY) => applyDue(here.installation, day)
const decideOn = async (id: string): Promise<Answer> =>
  (await here.staff('system-admin')).post(`/api/changes/${id}/decide`, { approve: true })

describe('a library that joins while a request waits', () => {
  test('finds it, has a line of its own, and it does not go on without its word', async () => {
    const { group, boss, zele, temse } = await cooperation()
    const id = await ask(boss, group)
    await answer(zele, id)
    const lokeren = await library('Lokeren')
    expect((await lokeren.own.get(`/api/changes/${id}`)).status).toBe(404)
    expect((await answer(lokeren, id)).status).toBe(404)
    await move(lokeren.id, group)
    await follow()
    const seen = await setOf(id, lokeren.own)
    expect([seen.sentences.length, seen.reason]).toEqual([1, 'samen beslist'])
    expect(seen.agreement.find(({ unit }: { unit: UnitId }) => unit === lokeren.id)).toMatchObject({ agrees: null, mayAnswer: true })
    expect(await linesOf(id, lokeren.own)).toEqual({ [zele.id]: true, [temse.id]: null, [lokeren.id]: null })
    const { body: waiting } = await lokeren.own.get('/api/changes?state=requested')
    expect(waiting.data.map((set: { id: string }) => set.id)).toContain(id)

    expect((await answer(temse, id)).body.state).toBe('requested')
    const refused = await decideOn(id)
    expect([refused.status, refused.body.code]).toEqual([409, 'core.agreement-needed'])
    expect((await answer(lokeren, id)).body.state).toBe('planned')
    await settle()
    expect((await setOf(id, boss)).state).toBe('applied')
    expect(await linesOf(id, lokeren.own)).toEqual({ [zele.id]: true, [temse.id]: true, [lokeren.id]: true })
  })

  test('is heard too where all had agreed and only its day was waited for', async () => {
    const { group, boss, zele, temse } = await cooperation()
    const id = await ask(boss, group, { applyOn: '2026-12-01' })
    await answer(zele, id)
    expect((await answer(temse, id)).body.state).toBe('planned')
    const lokeren = await library('Lokeren')
    await move(lokeren.id, group)
    await follow()
    const back = await setOf(id, lokeren.own)
    expect([back.state, back.decision]).toEqual(['requested', expect.stringContaining('Lokeren')])
    expect((await answer(lokeren, id)).body).toMatchObject({ state: 'planned', applyOn: '2026-12-01' })
  })

  test('and who joins on a later day is asked before that day', async () => {
    const { group, boss, zele, temse } = await cooperation()
    const lokeren = await library('Lokeren')
    await move(lokeren.id, group, '2027-01-01')
    const id = await ask(boss, group)
    expect(await linesOf(id, lokeren.own)).toEqual({ [zele.id]: null, [temse.id]: null, [lokeren.id]: null })
    await answer(zele, id)
    await answer(temse, id)
    expect((await decideOn(id)).status).toBe(409)
    expect((await answer(lokeren, id)).body.state).toBe('planned')
  })

  test('does not read what else stands in the set, nor does a library outside', async () => {
    const { group, boss, zele } = await cooperation()
    const closing = { kind: 'branches.announce', payload: {
      unit: await here.unit('branch', 'Durmen', zele.id), from: TODAY, to: TODAY, text: 'alleen voor Zele',
    } }
    const { status, body } = await boss.change([loan(group, 21), closing], { asRequest: true })
    expect(status).toBe(201)
    const lokeren = await library('Lokeren')
    await move(lokeren.id, group)
    await follow()
    expect(JSON.stringify(await setOf(body.id, zele.own))).toContain('Durmen')
    const seen = await setOf(body.id, lokeren.own)
    expect(seen.sentences).toHaveLength(1)
    expect((await neighbour.get(`/api/changes/${body.id}`)).status).toBe(404)
    expect((await neighbour.post(`/api/changes/${body.id}/agreement`, { unit: lokeren.id, agrees: true })).status).toBe(404)
    expect((await neighbour.get('/api/changes?state=requested')).body.data).toEqual([])
  })
})

describe('a library that leaves while a request waits', () => {
  test('is not waited for any more: with its going the last word is in', async () => {
    const { group, boss, zele, temse } = await cooperation()
    const id = await ask(boss, group)
    await answer(temse, id, false)
    await answer(zele, id)
    await follow()
    expect((await setOf(id, boss)).state).toBe('requested')
    await move(temse.id, SYSTEM)
    expect(await linesOf(id, boss)).toEqual({ [zele.id]: true })
    expect((await answer(temse, id)).status).toBe(404)
    await follow()
    await settle()
    expect((await setOf(id, boss)).state).toBe('applied')
  })

  test('nor is one whose last day in the group went by', async () => {
    const { group, boss, zele, temse } = await cooperation()
    const id = await ask(boss, group)
    await answer(zele, id)
    await move(temse.id, SYSTEM, '2026-11-24')
    await follow()
    expect(await linesOf(id, boss)).toEqual({ [zele.id]: true, [temse.id]: null })
    const now = here.clock.now
    here.clock.now = now.add({ hours: 24 })
    await follow('2026-11-24')
    await settle('2026-11-24')
    expect((await setOf(id, await here.staff('system-admin'))).state).toBe('applied')
    here.clock.now = now
  })
})
