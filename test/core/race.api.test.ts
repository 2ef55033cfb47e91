import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantFact } from '#core/grant.ts'
import { makeLink } from '#core/session.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened } from '../installation.ts'

const TODAY = '2026-11-23'

let here: Opened
let other: Awaited<ReturnType<Opened['second']>>
let library: string
let branch: string
beforeAll(async () => {
  here = await openInstallation()
  other = await here.second()
  library = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', library)
})
afterAll(async () => {
  await other.app.close()
  await here.close()
})

const withdraw = (staff: string, role = 'system-admin', unit = SYSTEM) =>
  ({ kind: 'permissions.withdraw', payload: { staff, role, unit, from: TODAY } })
const rename = (name: string) => ({ kind: 'units.change', payload: { unit: branch, from: TODAY, fields: { name } } })
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort()
const ROUNDS = [1, 2, 3, 4]
const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

describe('at once on two processes', () => {
  test('the last admins, each taking the other away, leave one', async () => {
    const own = await openInstallation()
    const second = await own.second()
    for (const _round of ROUNDS) {
      const before = own.installation.snapshot.current.of(grantFact, SYSTEM)
        .filter(({ to }) => to === null).map(({ body }) => body.staff)
      const [ann, bob] = [await own.staff('system-admin'), await own.staff('system-admin')]
      for (const staff of before) expect((await ann.change([withdraw(staff)])).status).toBe(201)
      const answers = await Promise.all([ann.change([withdraw(bob.id)]), bob.on(second.app).change([withdraw(ann.id)])])
      expect(statuses(answers)[0]).toBe(201)
      expect([403, 422]).toContain(statuses(answers)[1])
      const left = answers[0].status === 201 ? ann : bob
      expect((await left.on(second.app).get('/api/staff')).status).toBe(200)
      const both = await Promise.all([left, left.on(second.app)].map(who => who.change([withdraw(left.id)])))
      expect(both.map(({ status, body }) => [status, body.faults[0].code]))
        .toEqual([[422, 'permissions.last-admin'], [422, 'permissions.last-admin']])
    }
    await second.app.close()
    await own.close()
  })

  test('one id sent by two people is one act of one of them, and the other learns nothing of it', async () => {
    const [ann, bob] = [await here.staff('library-admin', library), await here.staff('library-admin', library)]
    for (const round of ROUNDS) {
      const id = randomUUID()
      const answers = await Promise.all([ann, bob.on(other.app)].map((who, n) =>
        who.post('/api/changes', { id, items: [rename(`Naam ${round} van ${n}`)], reason: `reden ${n}` })))
      expect(statuses(answers)).toEqual([201, 409])
      const lost = answers.findIndex(({ status }) => status === 409)
      expect(answers[lost]?.body.code).toBe('core.id-used')
      expect(JSON.stringify(answers[lost]?.body)).not.toContain(`reden ${1 - lost}`)
    }
  })

  test('one id sent twice by one person is one act', async () => {
    const ann = await here.staff('library-admin', library)
    for (const round of ROUNDS) {
      const act = { id: randomUUID(), items: [rename(`Tweemaal ${round}`)] }
      const answers = await Promise.all([ann, ann.on(other.app)].map(who => who.post('/api/changes', act)))
      expect(statuses(answers)).toEqual([201, 201])
      expect(answers[0]?.body.version).toBe(answers[1]?.body.version)
    }
  })

  test('a request that is approved by two people is approved by one', async () => {
    const [asker, ...deciders] = await Promise.all([
      here.staff('library-admin', library), here.staff('system-admin'), here.staff('system-admin')])
    for (const round of ROUNDS) {
      const { body: asked } = await asker.change([rename(`Gevraagd ${round}`)], { asRequest: true })
      const answers = await Promise.all(deciders.map((who, n) =>
        (n ? who.on(other.app) : who).post(`/api/changes/${asked.id}/decide`, { approve: true })))
      expect(statuses(answers)).toEqual([200, 409])
    }
  })

  test('a request that is approved and taken back is one of the two, and stays so', async () => {
    const [asker, decider] = [await here.staff('library-admin', library), await here.staff('system-admin')]
    for (const round of ROUNDS) {
      const { body: asked } = await asker.change([rename(`Of niet ${round}`)], { asRequest: true })
      const [decided, cancelled] = await Promise.all([
        decider.on(other.app).post(`/api/changes/${asked.id}/decide`, { approve: true }),
        asker.post(`/api/changes/${asked.id}/cancel`),
      ])
      expect(statuses([decided, cancelled])).toEqual([200, 409])
      const { body: now } = await asker.get(`/api/changes/${asked.id}`)
      expect(now.state).toBe(decided.status === 200 ? 'applied' : 'cancelled')
    }
  })

  test('nothing is approved by somebody whose right was gone when their turn came', async () => {
    const [asker, admin] = [await here.staff('library-admin', library), await here.staff('system-admin')]
    for (const round of ROUNDS) {
      const decider = await here.staff('helpdesk')
      const { body: asked } = await asker.change([rename(`Nog net ${round}`)], { asRequest: true })
      const [gone, decided] = await Promise.all([
        admin.change([withdraw(decider.id, 'helpdesk')]),
        decider.on(other.app).post(`/api/changes/${asked.id}/decide`, { approve: true }),
      ])
      expect(gone.status).toBe(201)
      expect([200, 403]).toContain(decided.status)
      if (decided.status === 200) expect(decided.body.version).toBeLessThan(gone.body.version)
      else expect((await asker.get(`/api/changes/${asked.id}`)).body.state).toBe('requested')
    }
  })

  test('an invitation lets one in', async () => {
    for (const _round of ROUNDS) {
      const clerk = await here.staff('desk', branch)
      const token = await inWork(here.installation, asSystem, ctx => makeLink(ctx, 'invitation', clerk.id))
      const answers = await Promise.all([here.app, other.app].map(async app => {
        const { statusCode: status } = await app.inject({
          method: 'POST', url: '/api/invitation', payload: { token, password: 'paardenbloem in de regen' } })
        return { status }
      }))
      expect(statuses(answers)).toEqual([200, 410])
    }
  })

  test('a role is never given that is taken away', async () => {
    const admin = await here.staff('system-admin')
    const clerk = await here.staff('desk', branch)
    for (const round of ROUNDS) {
      const code = `passing-${round}`
      const role = { name: { nl: 'x', en: 'x', fr: 'x' }, permissions: ['core.see'] }
      await admin.change([{ kind: 'permissions.set-role', payload: { code, unit: library, from: TODAY, role } }])
      const [ended, given] = await Promise.all([
        admin.change([{ kind: 'permissions.end-role', payload: { code, unit: library, from: TODAY } }]),
        admin.on(other.app).change([
          { kind: 'permissions.grant', payload: { staff: clerk.id, role: code, unit: branch, from: TODAY, to: null } },
        ]),
      ])
      expect(statuses([ended, given])).toEqual([201, 422])
    }
  })
})
