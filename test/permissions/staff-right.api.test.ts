import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { withName } from '#core/names.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let zwalm: UnitId
let branch: UnitId
let other: UnitId
let zoersel: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  other = await here.unit('branch', 'Nederzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel')
  admin = await here.staff('system-admin')
  await here.staff('system-admin')
})
afterAll(() => here.close())

const TODAY = '2026-11-23'
const grant = (staff: string, role: string, unit: UnitId, more: object = {}) =>
  ({ kind: 'permissions.grant', payload: { staff, role, unit, from: TODAY, to: null, ...more } })
const ids = ({ body }: Answer): string[] => body.data.map(({ id }: { id: string }) => id)
/** A role of the region's own, which reaches a whole library unless it says otherwise. */
const roleOf = async (code: string, permissions: string[], reach?: 'branch') => {
  const name = { nl: code, en: code, fr: code }
  const role = { name, permissions, ...(reach && { reach }) }
  await here.apply({ kind: 'permissions.set-role', payload: { code, unit: SYSTEM, from: TODAY, role } })
}

describe('who reaches more people than they manage', () => {
  test('reads the staff of where they manage; of others nothing, or the name of who holds a role there', async () => {
    const both = await here.staff('desk', zoersel)
    await here.apply(grant(both.id, 'library-admin', zwalm))
    const [theirs, ours, visitor] = [
      await here.staff('desk', zoersel), await here.staff('desk', branch), await here.staff('library-admin', zoersel),
    ]
    await here.apply(grant(visitor.id, 'desk', branch))
    const listed = ids(await both.get('/api/staff'))
    expect(listed).toEqual(expect.arrayContaining([both.id, ours.id, visitor.id]))
    expect(listed).not.toContain(theirs.id)
    expect((await both.get(`/api/staff/${theirs.id}`)).status).toBe(404)
    expect((await both.get(`/api/staff/${visitor.id}`)).body).toMatchObject({
      elsewhere: true, email: null, homeUnit: null, grants: [{ role: 'desk', unit: branch }],
    })
    expect((await both.get(`/api/staff/${visitor.id}`)).body.grants).toHaveLength(1)
    expect((await both.get(`/api/staff?q=${encodeURIComponent('desk')}`)).body.data.map(({ id }: { id: string }) => id))
      .not.toContain(theirs.id)
  })

  test('at a single branch reads no colleague of the other branches', async () => {
    await roleOf('branch-staff', ['core.see', 'permissions.manage'])
    const chief = await here.staff('branch-staff', branch)
    const [near, far] = [await here.staff('desk', branch), await here.staff('desk', other)]
    const listed = ids(await chief.get('/api/staff'))
    expect(listed).toEqual(expect.arrayContaining([chief.id, near.id]))
    expect(listed).not.toContain(far.id)
    expect((await chief.get(`/api/staff/${far.id}`)).status).toBe(404)
    expect((await chief.get(`/api/staff/${near.id}`)).body).toMatchObject({ elsewhere: false, email: expect.any(String) })
  })

  test('is asked about by the right to look into rights, where that is held', async () => {
    await roleOf('reviewer', ['core.see', 'permissions.review'])
    const reviewer = await here.staff('desk', zoersel)
    await here.apply(grant(reviewer.id, 'reviewer', zwalm))
    const [ours, theirs] = [await here.staff('desk', branch), await here.staff('desk', zoersel)]
    const found = async (staff: string) => (await reviewer.get(`/api/rights/people?staff=${staff}`)).status
    expect([await found(ours.id), await found(theirs.id)]).toEqual([200, 404])
    expect((await reviewer.get('/api/staff')).status).toBe(403)
  })
})

describe('a role that reaches a single branch and manages its staff', () => {
  let chief: Staff
  const work = ['core.see', 'permissions.manage', 'audit.read']

  beforeAll(async () => {
    await roleOf('cell-chief', work, 'branch')
    await roleOf('cell-desk', ['core.see'], 'branch')
    chief = await here.staff('cell-chief', branch)
  })

  test('reads, corrects, invites and closes the people of that branch, and nobody else', async () => {
    const els = await here.staff('cell-desk', branch)
    const far = await here.staff('cell-desk', other)
    expect((await chief.get(`/api/staff/${els.id}`)).body).toMatchObject({ elsewhere: false, mayManage: true, homeUnit: { id: branch } })
    expect((await chief.send('PATCH', `/api/staff/${els.id}`, { name: 'Els De Wit' })).body).toMatchObject({ name: 'Els De Wit' })
    expect(ids(await chief.get('/api/staff?q=de wit'))).toEqual([els.id])
    expect((await chief.post(`/api/staff/${els.id}/invitation`)).status).toBe(201)
    expect((await chief.send('PATCH', `/api/staff/${els.id}`, { disabled: true })).body).toMatchObject({ disabled: true })
    expect((await chief.send('PATCH', `/api/staff/${els.id}`, { disabled: false })).body).toMatchObject({ disabled: false })
    const jan = { id: randomUUID(), name: 'Jan', email: 'jan@zwalm.be', language: 'nl', role: 'cell-desk', unit: branch }
    expect(await chief.post('/api/staff', jan)).toMatchObject({ status: 201, body: { staff: { id: jan.id, elsewhere: false } } })
    expect((await chief.post('/api/staff', { ...jan, id: randomUUID(), email: 'piet@zwalm.be', unit: other })).status).toBe(404)
    for (const answer of [
      await chief.get(`/api/staff/${far.id}`), await chief.send('PATCH', `/api/staff/${far.id}`, { name: 'x' }),
      await chief.post(`/api/staff/${far.id}/invitation`),
    ]) expect(answer.status).toBe(404)
    expect(await here.database.owner('staff').where({ id: far.id }).first('name')).not.toEqual({ name: 'x' })
  })

  test('loses them when they go to work at another branch', async () => {
    const els = await here.staff('cell-desk', branch)
    await here.apply({ kind: 'permissions.open-account', payload: { staff: els.id, unit: other, from: TODAY, to: null } })
    expect((await chief.get(`/api/staff/${els.id}`)).body).toMatchObject({ elsewhere: true, email: null })
    expect((await chief.send('PATCH', `/api/staff/${els.id}`, { name: 'x' })).status).toBe(404)
  })

  test('reads the audit of that branch, and of nothing else', async () => {
    const els = await here.staff('cell-desk', branch)
    const far = await here.staff('cell-desk', other)
    await chief.send('PATCH', `/api/staff/${els.id}`, { name: 'Els Maes' })
    await admin.send('PATCH', `/api/staff/${far.id}`, { name: 'Ver Weg' })
    const { status, body } = await chief.get('/api/audit?limit=200')
    expect(status).toBe(200)
    const told = JSON.stringify(body)
    expect(told).toContain(els.id)
    expect(told).not.toContain(far.id)
  })
})

describe('history', () => {
  test('names whom a sentence is about to whoever may know them, in every language', async () => {
    const els = await here.staff('desk', branch)
    await admin.send('PATCH', `/api/staff/${els.id}`, { name: 'Els De Wit' })
    const { body: set } = await admin.change([grant(els.id, 'branch-manager', branch)])
    const [boss, stranger, far] = [
      await here.staff('library-admin', zwalm), await here.staff('library-admin', zoersel), await here.staff('desk', zoersel),
    ]
    const sentences = async (reader: Staff, headers = {}) => (await reader.get(`/api/changes/${set.id}`, headers)).body.sentences
    expect(await sentences(boss)).toEqual(['Els De Wit wordt vestigingsbeheerder van Munkzwalm vanaf 23 november 2026'])
    const { body: page } = await boss.get(`/api/changes?unit=${branch}`)
    expect(page.data.find(({ id }: { id: string }) => id === set.id).sentences).toEqual(await sentences(boss))
    expect((await stranger.get(`/api/changes/${set.id}`)).status).toBe(404)
    const back = await admin.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect(back.body.sentences[0]).toMatch(/^Teruggedraaid: Els De Wit wordt/)

    // One set about two libraries: each reads the name of its own, and of the other nothing.
    const { body: both } = await admin.change([grant(els.id, 'prison-library', branch), grant(far.id, 'branch-manager', zoersel)])
    const told = (await boss.get(`/api/changes/${both.id}`)).body.sentences.join(' ')
    expect(told).toContain('Els De Wit wordt')
    expect(told).not.toMatch(/desk \d+ wordt/)
    const asRow = await here.database.owner('change_item').where({ set_id: set.id }).first('sentence')
    expect(asRow.sentence.nl).toMatch(/^Een medewerker wordt/)
  })

  test('in French, too', () => {
    expect(withName('Le système retire l’accès d’un collaborateur de Zwalm', 'Jan', 'fr')).toBe('Le système retire l’accès de Jan de Zwalm')
    expect(withName('Annulé : Un collaborateur devient agent', 'Jan', 'fr')).toBe('Annulé : Jan devient agent')
    expect(withName('The personnel system gives a member of staff access', '$&', 'en')).toBe('The personnel system gives $& access')
  })
})
