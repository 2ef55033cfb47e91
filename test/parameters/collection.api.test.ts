import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let zwalm: UnitId
let money: Staff
let helpdesk: Staff
let branchManager: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  const branch = await here.unit('branch', 'Munkzwalm', zwalm)
  await here.staff('system-admin')
  await here.staff('system-admin')
  money = await here.staff('finance-director', zwalm)
  helpdesk = await here.staff('helpdesk')
  branchManager = await here.staff('branch-manager', branch)
})
afterAll(() => here.close())

const mode = (value: string | null, from = '2026-11-23') =>
  ({ kind: 'parameters.set', payload: { unit: zwalm, parameter: 'notices.collection-mode', value, from, to: null } })
const saidNow = () => here.installation.snapshot.current.at(parameterFact, zwalm, 'notices.collection-mode', '2026-11-24')?.body.value
const reason = 'Gemeenteraad van 14 november'

test('reminders under a library’s own regulation ask a reason and a second person who may set it too', async () => {
  const preview = (await money.post('/api/changes/preview', { items: [mode('municipal')] })).body
  expect(preview).toMatchObject({ mayApply: true, secondPerson: true, asksReason: true })
  expect((await money.change([mode('municipal')])).body.faults?.[0].code).toBe('core.reason-needed')
  expect((await money.change([mode('municipal')], { reason })).body.code).toBe('core.second-person')
  const { body: set } = await money.change([mode('municipal')], { reason, asRequest: true })
  expect((await money.post(`/api/changes/${set.id}/decide`, { approve: true })).status).toBe(403)
  expect(saidNow()).toBeUndefined()
  expect((await helpdesk.post(`/api/changes/${set.id}/decide`, { approve: true })).body.state).toBe('applied')
  expect(saidNow()).toBe('municipal')
})

test('asked by somebody who may not set it, nobody becomes the second alone', async () => {
  const { body: set } = await branchManager.change([mode('municipal', '2027-02-01')], { reason, asRequest: true })
  expect((await helpdesk.post(`/api/changes/${set.id}/decide`, { approve: true })).body.code).toBe('core.one-of-two')
})

test('going back to the law takes one, and undoing that takes two again', async () => {
  const done = await money.change([mode('book-xix')])
  expect([done.status, saidNow()]).toEqual([201, 'book-xix'])
  const back = await money.post(`/api/changes/${done.body.id}/put-back`, { id: crypto.randomUUID(), mode: 'from-today' })
  expect(back.body.code).toBe('core.second-person')
  expect(saidNow()).toBe('book-xix')
})
