import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let branch: UnitId
let zwalm: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
})
afterAll(() => here.close())

const stepsOf = async (staff: Staff) => Object.fromEntries(
  (
    (await staff.get('/api/checklist')).body.data as { step: string; done: boolean }[]
  ).map(({ step, done }) => [step, done]))

test('a branch manager’s steps tick themselves off by what they do', async () => {
  const fatima = await here.staff('branch-manager', branch)
  expect(await stepsOf(fatima)).toEqual({
    'see-now': false, 'check-hours': false, 'close-day': false, 'confirm-year': false, 'see-history': false,
  })
  await fatima.change([{
    kind: 'branches.close',
    payload: { units: [branch], from: '2026-12-24', to: '2026-12-24', kind: 'G', text: 'Kerstavond' },
  }])
  await fatima.post('/api/checklist/see-now')
  const again = await fatima.post('/api/checklist/see-now')
  expect([again.status, await stepsOf(fatima)]).toMatchObject([
    200, { 'see-now': true, 'close-day': true, 'check-hours': false },
  ])
})

test('what asks for an act is not ticked off by hand, nor is another role’s step', async () => {
  const fatima = await here.staff('branch-manager', branch)
  for (
    const step of ['confirm-year', 'open-unit', 'nothing']
  ) expect((await fatima.post(`/api/checklist/${step}`)).status).toBe(404)
})

test('each role has steps of its own', async () => {
  const keys = async (role: string, at?: UnitId) => Object.keys(await stepsOf(await here.staff(role, at)))
  expect(await keys('system-admin')).toContain('open-unit')
  expect(await keys('helpdesk')).toContain('decide-request')
  expect(await keys('library-admin', zwalm)).toContain('invite-staff')
  expect(await keys('desk', branch)).toEqual(['see-now', 'see-calendar'])
})

test('the sign-in page knows what it stands before', async () => {
  const { body } = await here.app.inject({ url: '/api/installation' })
  expect(JSON.parse(body)).toMatchObject({
    name: 'Proefstreek', kind: 'live', needsFirstAdmin: false, languages: ['nl', 'en', 'fr'],
  })
  const empty = await openInstallation()
  expect(
    (await empty.app.inject({ url: '/api/installation' })).json()
  ).toMatchObject({ kind: 'empty', needsFirstAdmin: true })
  await empty.close()
})
