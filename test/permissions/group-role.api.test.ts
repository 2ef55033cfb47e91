import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let group: UnitId
let member: UnitId
let branch: UnitId

beforeAll(async () => {
  here = await openInstallation()
  group = await here.unit('group', 'BibliNK', SYSTEM, { level: '1' })
  member = await here.unit('library', 'Beerse', group)
  branch = await here.unit('branch', 'Vlimmeren', member)
  admin = await here.staff('system-admin')
})
afterAll(() => here.close())

const TODAY = '2026-11-23'
const role = (permissions: string[]) => ({ name: { nl: 'kring', en: 'circle', fr: 'cercle' }, permissions })

test('a role that a group made holds nothing in a library that left the group, and comes back with it', async () => {
  await here.apply({ kind: 'permissions.set-role', payload: {
    code: 'circle', unit: group, from: '2026-11-01', role: role(['core.see', 'branches.close', 'permissions.manage']),
  } })
  const els = await here.staff('circle', branch)
  const both = await here.staff('desk', branch)
  await here.apply({ kind: 'permissions.grant', payload: { staff: both.id, role: 'circle', unit: member, from: TODAY, to: null } })
  const may = async (who: Staff) => (await who.get('/api/session')).body.permissions['branches.close'] ?? []
  const question = (day: string) =>
    admin.get(`/api/rights/explain?${new URLSearchParams({ staff: els.id, permission: 'branches.close', unit: branch, day }).toString()}`)
  expect([await may(els), await may(both)]).toEqual([[branch], [member]])

  const move = { kind: 'units.move', payload: { unit: member, parent: SYSTEM, from: TODAY } }
  const preview = await admin.post('/api/changes/preview', { items: [move] })
  expect(preview.body.effects).toContainEqual(expect.objectContaining({
    code: 'permissions.roles-left', count: 2, text: '2 medewerkers hebben daar een rol van de groep, die dan niets meer toelaat',
  }))
  const moved = await admin.change([move])
  expect(moved.status).toBe(201)

  expect([await may(els), await may(both)]).toEqual([[], []])
  expect((await els.get('/api/staff')).status).toBe(403)
  expect((await question('2027-03-03')).body).toMatchObject({ holds: false, closest: {
    what: 'role-left', sentence: 'kring van Vlimmeren, maar die rol is van BibliNK, waar Vlimmeren geen deel meer van is',
  } })
  // What lies before the move is answered as it was.
  expect((await question('2026-11-22')).body).toMatchObject({ holds: true })

  const taken = await admin.change([{ kind: 'permissions.withdraw', payload: { staff: both.id, role: 'circle', unit: member, from: TODAY } }])
  expect(taken.status).toBe(201)
  const back = await admin.post(`/api/changes/${moved.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
  expect(back.status).toBe(201)
  expect([await may(els), await may(both)]).toEqual([[branch], []])
})
