import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantFact } from '#core/grant.ts'
import { Snapshot } from '#core/snapshot.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let group: string
let zwalm: string
let zoersel: string
let branch: string
let admin: Staff
let ofZwalm: Staff
let ofZoersel: Staff

beforeAll(async () => {
  here = await openInstallation()
  group = await here.unit('group', 'Streek', SYSTEM, { level: '2', code: 'G1' })
  zwalm = await here.unit('library', 'Zwalm', group)
  zoersel = await here.unit('library', 'Zoersel', group)
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  admin = await here.staff('system-admin')
  ofZwalm = await here.staff('library-admin', zwalm)
  ofZoersel = await here.staff('library-admin', zoersel)
})
afterAll(() => here.close())

const day = '2026-11-23'
const rename = (unit: string, name: string, from = day) => ({
  kind: 'units.change',
  payload: { unit, from, fields: { name } },
})
const withdraw = (staff: Staff, role: string, unit: string) => ({
  kind: 'permissions.withdraw',
  payload: { staff: staff.id, role, unit, from: day },
})
const putBack = (by: Staff, set: string, mode = 'from-today') =>
  by.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode })

/** The grants at a unit, as a process that starts now would know them. */
async function grantsAt(unit: string) {
  const fresh = await new Snapshot(here.installation.job).catchUp(here.installation.snapshot.current.version)
  return fresh.of(grantFact, unit).filter(({ to }) => to === null).map(({ body }) => body.staff)
}

describe('a right is taken away for good', () => {
  test('at a branch that moved here from another library', async () => {
    const manager = await here.staff('branch-manager', branch)
    expect(
      (await admin.change([{ kind: 'units.move', payload: { unit: branch, parent: zoersel, from: day } }]))
        .status,
    ).toBe(201)
    expect((await ofZoersel.change([withdraw(manager, 'branch-manager', branch)])).status).toBe(201)
    expect(await grantsAt(branch)).toEqual([])
    expect((await manager.get('/api/changes')).status).toBe(403)
    expect(
      (await admin.change([{ kind: 'units.move', payload: { unit: branch, parent: zwalm, from: day } }]))
        .status,
    ).toBe(201)
  })

  test('at a group, and given back by putting that back', async () => {
    const chief = await here.staff('library-admin', group)
    const clerk = await here.staff('desk', group)
    const { status, body: set } = await chief.change([withdraw(clerk, 'desk', group)])
    expect(status).toBe(201)
    expect(await grantsAt(group)).toEqual([chief.id])
    expect((await putBack(admin, set.id)).status).toBe(201)
    expect((await grantsAt(group)).sort()).toEqual([chief.id, clerk.id].sort())
  })
})

describe('another library', () => {
  test('is neither changed nor asked to be', async () => {
    expect((await ofZwalm.change([rename(zoersel, 'Van ons')])).status).toBe(403)
    expect((await ofZwalm.change([rename(zoersel, 'Van ons')], { asRequest: true })).status).toBe(403)
    expect(
      (await ofZwalm.change([rename(zwalm, 'Zwalm zelf'), rename(zoersel, 'Van ons')], { asRequest: true }))
        .status,
    ).toBe(403)
    const both = {
      kind: 'branches.close',
      payload: {
        units: [branch],
        from: '2026-12-24',
        to: '2026-12-24',
        kind: 'G',
        text: 'x',
        also: [],
        leave: [],
      },
    }
    const theirs = await here.unit('branch', 'Zoersel dorp', zoersel)
    expect(
      (await ofZwalm.change([{ ...both, payload: { ...both.payload, units: [branch, theirs] } }])).status,
    ).toBe(403)
    const asker = await here.staff('desk', branch)
    expect((await asker.change([both], { asRequest: true })).body.state).toBe('requested')
    expect(
      (
        await asker.change([{ ...both, payload: { ...both.payload, units: [branch, theirs] } }], {
          asRequest: true,
        })
      ).status,
    ).toBe(403)
    const move = { kind: 'units.move', payload: { unit: zwalm, parent: SYSTEM, from: '2027-01-01' } }
    expect((await ofZwalm.change([move], { asRequest: true })).body.state).toBe('requested')
    const merge = { kind: 'units.merge', payload: { unit: zwalm, into: zoersel, from: '2027-01-01' } }
    expect((await ofZwalm.change([merge], { asRequest: true })).body.state).toBe('requested')
  })

  test('finds no set, request, plan or reason of this one by its id', async () => {
    const sets = [
      (await ofZwalm.change([rename(branch, 'Munk')], { reason: 'intern' })).body.id,
      (await ofZwalm.change([rename(branch, 'Munk 2')], { reason: 'intern', asRequest: true })).body.id,
      (await ofZwalm.change([rename(branch, 'Munk 3')], { reason: 'intern', applyOn: '2027-06-01' })).body.id,
    ]
    for (const id of sets) {
      expect((await ofZoersel.get(`/api/changes/${id}`)).status).toBe(404)
      expect((await putBack(ofZoersel, id)).status).toBe(404)
      expect((await ofZoersel.post(`/api/changes/${id}/cancel`)).status).toBe(404)
    }
    const { body } = await ofZoersel.get(`/api/changes?unit=${branch}`)
    expect(JSON.stringify(body)).not.toContain('intern')
    const decider = await here.staff('helpdesk', zoersel)
    expect((await decider.post(`/api/changes/${sets[1]}/decide`, { approve: false })).status).toBe(404)
  })

  test('that sends an id already used learns nothing and does nothing', async () => {
    const { body: set } = await ofZwalm.change([rename(branch, 'Eerst')])
    const again = await ofZoersel.post('/api/changes', { id: set.id, items: [rename(branch, 'Eerst')] })
    expect([again.status, again.body.code, again.body.sentences]).toEqual([409, 'core.id-used', undefined])
    expect(
      (await ofZwalm.post('/api/changes', { id: set.id, items: [rename(branch, 'Eerst')] })).body.version,
    ).toBe(set.version)
    expect((await ofZwalm.post('/api/changes', { id: set.id, items: [rename(branch, 'Anders')] })).status).toBe(
      409,
    )
  })
})

describe('a request', () => {
  test('is never for what only the installation itself does', async () => {
    const items = [{ kind: 'foundation.grant', payload: { staff: ofZwalm.id, role: 'system-admin', unit: zwalm } }]
    expect((await ofZwalm.change(items, { asRequest: true })).status).toBe(403)
    expect((await ofZwalm.post('/api/changes/preview', { items })).body.mayApply).toBe(false)
  })

  test('that others made stale is approved once the approver has seen what stands', async () => {
    const { version } = here.installation.snapshot.current
    const { body: asked } = await ofZwalm.change([{ ...rename(branch, 'Gevraagd'), seen: version }], {
      asRequest: true,
    })
    await admin.change([rename(branch, 'Intussen')])
    const stale = await admin.post(`/api/changes/${asked.id}/decide`, { approve: true })
    expect([stale.status, stale.body.code]).toEqual([409, 'core.conflict'])
    const preview = await admin.post(`/api/changes/${asked.id}/preview`)
    expect(preview.body).toMatchObject({ mayApply: true, faults: [] })
    expect((await ofZoersel.post(`/api/changes/${asked.id}/preview`)).status).toBe(404)
    const seen = preview.body.version
    expect((await admin.post(`/api/changes/${asked.id}/decide`, { approve: true, seen })).body.state).toBe('applied')
  })

  test('for a later day is planned when it is approved', async () => {
    const { body: asked } = await ofZwalm.change([rename(branch, 'Straks', '2027-05-01')], {
      asRequest: true,
      applyOn: '2027-04-01',
    })
    const { body: planned } = await admin.post(`/api/changes/${asked.id}/decide`, { approve: true })
    expect(planned).toMatchObject({ state: 'planned', applyOn: '2027-04-01' })
  })
})

describe('history and put back', () => {
  test('of a group are there for whoever works at the group, with what happened below it', async () => {
    const chief = await here.staff('library-admin', group)
    await admin.change([rename(group, 'Streekbibliotheken')])
    const sentences = async (url: string) =>
      (await chief.get(url)).body.data.flatMap((set: { sentences: string[] }) => set.sentences).join()
    expect(await sentences(`/api/changes?unit=${group}`)).toContain('Streekbibliotheken')
    expect(await sentences(`/api/changes?unit=${group}`)).not.toContain('Eerst')
    expect(await sentences(`/api/changes?unit=${group}&below=true`)).toContain('Eerst')
  })

  test('rewriting days gone by asks for that right wherever it happens, also where a word was only taken away', async () => {
    const set = {
      kind: 'parameters.set',
      payload: {
        unit: zwalm,
        parameter: 'parameters.help-links',
        from: '2026-01-01',
        to: null,
        value: { now: 'https://a.example' },
      },
    }
    const reason = 'De link stond verkeerd.'
    await ofZwalm.change([set], { reason })
    const { body: taken } = await ofZwalm.change([{ ...set, payload: { ...set.payload, value: null } }], { reason })
    const { body } = await ofZwalm.post(`/api/changes/${taken.id}/put-back`, {
      id: randomUUID(),
      mode: 'as-if-never',
      preview: true,
    })
    expect(body).toMatchObject({ mayApply: true, missing: [] })
    const manager = await here.staff('branch-manager', zwalm)
    const preview = await manager.post(`/api/changes/${taken.id}/put-back`, {
      id: randomUUID(),
      mode: 'as-if-never',
      preview: true,
    })
    expect(preview.body.missing.map(({ permission }: { permission: string }) => permission)).toContain(
      'core.correctPast',
    )
  })
})

test('every audited row of a set says who and in which set', async () => {
  const { body: set } = await ofZwalm.change([rename(branch, 'Nagekeken')], { asRequest: true })
  await admin.post(`/api/changes/${set.id}/decide`, { approve: true })
  const { rows } = await here.database.owner.raw(
    `select distinct actor, table_name, act from audit where change_set = ? order by 3, 2`, [set.id])
  expect(rows).toEqual(expect.arrayContaining([
    { actor: ofZwalm.id, table_name: 'change_set', act: 'insert' },
    { actor: admin.id, table_name: 'segment', act: 'insert' },
    { actor: admin.id, table_name: 'change_set', act: 'update' },
  ]))
  const { rows: stray } = await here.database.owner.raw(
    `select table_name, act from audit where table_name in ('change_set', 'segment') and change_set is null`)
  expect(stray).toEqual([])
})

test('of a set that is applied at once the audit tells one thing, and what it laid', async () => {
  const { body: set } = await admin.change([rename(branch, 'Meteen')])
  const { rows } = await here.database.owner.raw(`
    select a.table_name, a.act, b.body -> 'after' ->> 'state' as state, b.body -> 'after' ->> 'version' as version
    from audit a join audit_body b on b.audit_id = a.id where a.change_set = ? and a.act in ('insert', 'update') order by 1`, [set.id])
  expect(rows).toContainEqual({ table_name: 'change_set', act: 'insert', state: 'applied', version: String(set.version) })
  expect(rows.filter(({ table_name: table }: { table_name: string }) => table === 'change_set')).toHaveLength(1)
  const { rows: told } = await here.database.owner.raw(`select detail from event where detail ->> 'set' = ?`, [set.id])
  expect(told).toEqual([{ detail: { set: set.id, version: set.version } }])
})
