import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { hours, week } from '../branches/region.ts'

let here: Opened
let desk: Staff
let group: UnitId
let mol: UnitId
let balen: UnitId
let branch: UnitId

const DAY = '2026-11-24'
const rule = (unit: UnitId, parameter: string, value: unknown, more: object = {}) =>
  ({ kind: 'parameters.set', payload: { unit, parameter, from: DAY, to: null, value, ...more } })
const loan = (loanDays: number) => ({ loanDays, renewalDays: 28, feeCents: 0, minimumAge: 0 })
const withPending = (pending: readonly object[], more: object = {}) =>
  desk.post('/api/rules/try', { unit: branch, membership: '60', material: 'BOEK', day: DAY, pending, ...more })

/** Two libraries of a group of level 3, whose adults are not the same type. */
beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-23T09:00:00Z' })
  group = await here.unit('group', 'Groep Kempen', SYSTEM, { level: '3a' })
  mol = await here.unit('library', 'Bib Mol', group)
  balen = await here.unit('library', 'Bib Balen', group)
  branch = await here.unit('branch', 'Bib Balen centrum', balen)
  await here.apply(
    hours(branch, { week }),
    rule(SYSTEM, 'rules.loan', loan(14), { where: { membership: '61' }, from: '2026-01-01' }),
    { kind: 'parameters.set-membership-link', payload: {
      unit: group, code: 'VOLW', from: '2026-01-01', to: null, body: { types: { [mol]: '60', [balen]: '61' } },
    } },
  )
  desk = await here.staff('desk', branch)
})
afterAll(() => here.close())

describe('rules that are not saved yet', () => {
  const free = [
    rule(SYSTEM, 'rules.loan', loan(7), { where: { membership: '60', material: 'BOEK' } }),
    rule(SYSTEM, 'rules.fine', { amountCents: 50, periodDays: 1, graceDays: 0, maximumCents: 100 }),
  ]

  test('are reckoned with by the very functions that lend, told apart in the why, and not kept', async () => {
    const before = (await desk.get(`/api/rules/try?unit=${branch}&membership=60&material=BOEK&day=${DAY}`)).body
    const { status, body } = await withPending(free, { returned: '2026-12-31' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: before.version, loan: { loanDays: 7 }, due: { day: '2026-12-01' }, fineAt: { cents: 100 } })
    expect(body.why.filter((one: { notSaved?: boolean }) => one.notSaved).map((one: { parameter: string }) => one.parameter))
      .toEqual(['rules.loan', 'rules.fine'])
    const after = (await desk.get(`/api/rules/try?unit=${branch}&membership=60&material=BOEK&day=${DAY}`)).body
    expect(after).toEqual(before)
    expect(after.loan.loanDays).not.toBe(7)
    expect(after.why.some((one: object) => 'notSaved' in one)).toBe(false)
  })

  test('are refused as the door would, each fault with its cell', async () => {
    const { status, body } = await withPending([
      ...free, rule(SYSTEM, 'rules.loan', loan(-1)), rule(SYSTEM, 'rules.loan', loan(7), { where: { material: 'NIETS' } }),
      rule(SYSTEM, 'rules.loan', loan(7), { to: '2026-01-01' }),
    ])
    expect(status).toBe(422)
    expect(body.faults.map((one: { pointer: string }) => one.pointer)).toEqual([
      '/pending/2/payload/value/loanDays', '/pending/3/payload/where/material', '/pending/4/payload/to',
    ])
  })

  test('are rules: another kind of change, and a body that is none, are refused', async () => {
    for (const pending of [[], [{ kind: 'units.close', payload: {} }], 'x', [{ kind: 'parameters.set', payload: {}, more: 1 }]]) {
      expect((await withPending(pending as object[])).status).toBe(400)
    }
    for (const payload of [null, 'x', {}, []]) {
      expect([payload, (await withPending([{ kind: 'parameters.set', payload }])).status]).toEqual([payload, 422])
    }
  })
})

describe('a member of another library of the group', () => {
  const visiting = async (query: string) => desk.get(`/api/rules/try?unit=${branch}&material=BOEK&day=${DAY}&${query}`)

  test('borrows by the type that is linked to theirs, and the answer says which and by whose word', async () => {
    const { body } = await visiting(`home=${mol}&membership=60`)
    expect(body).toMatchObject({
      membership: { code: '61' }, loan: { loanDays: 14 },
      visitor: { home: { unitName: 'Bib Mol' }, membership: { code: '60', name: 'Volwassene' }, link: { unitName: 'Groep Kempen' } },
    })
    const own = (await visiting(`home=${balen}&membership=60`)).body
    expect([own.membership.code, own.visitor]).toEqual(['60', undefined])
    expect(own.loan.loanDays).not.toBe(14)
  })

  test('is not touched by a link that does not speak of the lending library', async () => {
    const other = await here.unit('library', 'Bib Geel', group)
    await here.apply({ kind: 'parameters.set-membership-link', payload: {
      unit: group, code: 'JEUGD', from: '2026-01-01', to: null, body: { types: { [mol]: '1', [other]: '20' } },
    } })
    expect((await visiting(`home=${mol}&membership=1`)).body.membership.code).toBe('1')
  })

  test('borrows by the same code where nothing is linked', async () => {
    const { body } = await visiting(`home=${mol}&membership=1`)
    expect(body).toMatchObject({ membership: { code: '1' }, visitor: { membership: { code: '1' }, link: null } })
  })

  test('of no such group enrols first, whatever code they have', async () => {
    const two = await here.unit('group', 'Groep Noord', SYSTEM, { level: '2' })
    for (const elsewhere of [await here.unit('library', 'Bib Essen', two), await here.unit('library', 'Bib Zwalm')]) {
      for (const membership of ['60', '*']) {
        const { status, body } = await visiting(`home=${elsewhere}&membership=${membership}`)
        expect([status, body.faults[0].code, body.faults[0].pointer]).toEqual([422, 'rules.enrols-first', '/querystring/home'])
      }
    }
  })

  test('is refused where the lending library has no such type, and a home that is no library is nothing', async () => {
    const name = { nl: 'Leesclub', en: 'Reading club', fr: 'Club de lecture' }
    await here.apply({ kind: 'parameters.set-membership-type', payload: {
      unit: SYSTEM, code: '77', from: '2027-03-01', to: null, body: { name, kind: 'person' },
    } })
    const none = await visiting(`home=${mol}&membership=77`)
    expect([none.status, none.body.faults[0].pointer]).toEqual([422, '/querystring/membership'])
    expect(none.body.faults[0].message).toBe('Bib Balen kent geen lidsoort voor wie bij Bib Mol lidsoort 77 heeft.')
    expect((await visiting(`home=${branch}&membership=60`)).status).toBe(404)
    expect((await visiting('home=00000000-0000-4000-8000-00000000abcd&membership=60')).status).toBe(404)
    expect((await visiting(`home=${mol}&membership=NIETS`)).status).toBe(422)
  })
})
