import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const TODAY = '2026-11-23'
let here: Opened
let zwalm: UnitId
let zele: UnitId
let ofZwalm: Staff
let ofZele: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  zele = await here.unit('library', 'Zele')
  ofZwalm = await here.staff('library-admin', zwalm)
  ofZele = await here.staff('library-admin', zele)
})
afterAll(() => here.close())

const role = (code: string, unit: UnitId, permissions: readonly string[]) => ({
  kind: 'permissions.set-role',
  payload: { code, unit, from: TODAY, role: { name: { nl: code, en: code, fr: code }, permissions } },
})

test('a role whose code another place took meanwhile does not come back beside it', async () => {
  expect((await ofZwalm.change([role('jobstudent', zwalm, ['core.see', 'permissions.manage'])])).status).toBe(201)
  const ended = await ofZwalm.change([{ kind: 'permissions.end-role', payload: { code: 'jobstudent', unit: zwalm, from: TODAY } }])
  expect(ended.status).toBe(201)
  const made = await ofZele.change([role('jobstudent', zele, ['core.see'])])
  const back = await ofZwalm.post(`/api/changes/${ended.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
  expect([made.status, back.status, back.body.faults[0].code]).toEqual([201, 422, 'permissions.role-elsewhere'])
})
