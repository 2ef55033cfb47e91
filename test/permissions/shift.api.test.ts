import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

/** Where a unit hangs decides who holds a role there, so moving it is giving and taking rights. */
const TODAY = '2026-11-23'
let here: Opened
let admin: Staff
let helpdesk: Staff
let groups: readonly [UnitId, UnitId]
let zwalm: UnitId
let zoersel: UnitId
let chief: Staff

beforeAll(async () => {
  here = await openInstallation()
  groups = [
    await here.unit('group', 'Oost', undefined, { level: '1', code: 'G1' }),
    await here.unit('group', 'West', undefined, { level: '1', code: 'G2' }),
  ]
  zwalm = await here.unit('library', 'Zwalm', groups[0])
  zoersel = await here.unit('library', 'Zoersel', groups[0])
  await here.unit('branch', 'Halle', zoersel)
  admin = await here.staff('system-admin')
  helpdesk = await here.staff('helpdesk')
  chief = await here.staff('group-admin', groups[1])
})
afterAll(() => here.close())

const move = (unit: UnitId, parent: UnitId, from = TODAY) => ({ kind: 'units.move', payload: { unit, parent, from } })
const codeOf = ({ status, body }: Answer) => [status, body.code]

describe('moving a library', () => {
  test('to where others hold roles is for whoever gives rights, says who gains them, and asks who one is once more', async () => {
    const refused = await helpdesk.change([move(zwalm, groups[1])])
    expect(codeOf(refused)).toEqual([403, 'core.not-allowed'])
    expect(refused.body.missing.map((one: { permission: string }) => one.permission)).toContain('permissions.manage')
    const now = here.clock.now
    here.clock.now = now.add({ minutes: 16 })
    const { body } = await admin.post('/api/changes/preview', { items: [move(zwalm, groups[1])] })
    expect(body).toMatchObject({ mayApply: true, confirms: true })
    expect(body.effects).toContainEqual({
      code: 'permissions.roles-gained', count: 1, text: '1 medewerker heeft daar dan een rol die er nu niet geldt',
      sample: [expect.stringContaining('group-admin')],
    })
    expect(codeOf(await admin.change([move(zwalm, groups[1])]))).toEqual([403, 'core.confirm-yourself'])
    here.clock.now = now
    const moved = await admin.change([move(zwalm, groups[1])])
    expect(moved.status).toBe(201)
    expect((await chief.change([{ kind: 'parameters.set', payload: {
      unit: zwalm, parameter: 'branches.feed-days', from: TODAY, to: null, value: 40,
    } }])).status).toBe(201)
    const home = { id: randomUUID(), mode: 'from-today', preview: true }
    const back = (await admin.post(`/api/changes/${moved.body.id}/put-back`, home)).body
    expect(back.effects.map(({ code }: { code: string }) => code)).toContain('permissions.roles-lost')
    expect((await helpdesk.post(`/api/changes/${moved.body.id}/put-back`, { ...home, preview: false })).status).toBe(403)
  })

  test('gives nobody more than whoever moves it holds', async () => {
    await here.apply({ kind: 'permissions.set-role', payload: { code: 'mover', unit: groups[0], from: TODAY, role: {
      name: { nl: 'x', en: 'x', fr: 'x' }, permissions: ['core.see', 'units.manage', 'permissions.manage'],
    } } })
    const els = await here.staff('mover', groups[0])
    const inner = await here.unit('group', 'Binnen', groups[0], { level: '1', code: 'G3' })
    await here.staff('group-admin', inner)
    const jan = await here.unit('library', 'Jan', groups[0])
    const refused = await els.change([move(jan, inner)])
    expect(refused.body.missing.map((one: { permission: string }) => one.permission)).toContain('parameters.set')
  })

  test('where nobody’s roles change asks no more than before', async () => {
    const bare = await here.unit('group', 'Leeg', groups[0], { level: '1', code: 'G4' })
    const items = [move(zoersel, bare)]
    expect((await helpdesk.post('/api/changes/preview', { items })).body).toMatchObject({ mayApply: true, confirms: false })
  })
})

test('a merger gives the staff of the one rights over the other, and is weighed so', async () => {
  const into = await here.unit('library', 'Ninove', groups[0])
  await here.staff('library-admin', into)
  const items = [{ kind: 'units.merge', payload: { unit: zoersel, into, from: TODAY } }]
  const { body } = await helpdesk.post('/api/changes/preview', { items })
  expect(body.missing.map((one: { permission: string }) => one.permission)).toContain('permissions.manage')
  expect((await admin.post('/api/changes/preview', { items })).body.effects.map(({ code }: { code: string }) => code))
    .toContain('permissions.roles-gained')
})
