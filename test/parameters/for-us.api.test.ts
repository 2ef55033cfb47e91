import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { plugins as product } from '#plugins/index.ts'
import type { ChangeForUs } from '#plugins/parameters/contract/answer/for-us.ts'
import { mailDigests } from '#plugins/parameters/digest.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { setting, trial } from './trial.ts'

let here: Opened
let admin: Staff
let chief: Staff
let boss: Staff
let ofZele: Staff
let group: UnitId
let zwalm: UnitId
let branch: UnitId
let zele: UnitId

beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, trial] })
  group = await here.unit('group', 'Streekbibliotheken', SYSTEM, { level: '1', code: 'G1' })
  zwalm = await here.unit('library', 'Zwalm', group)
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zele = await here.unit('library', 'Zele', group)
  admin = await here.staff('system-admin')
  chief = await here.staff('group-admin', group)
  boss = await here.staff('library-admin', zwalm)
  ofZele = await here.staff('library-admin', zele)
})
afterAll(() => here.close())

const done = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body as { id: string }
}
const forUs = async (staff: Staff, unit: UnitId): Promise<ChangeForUs[]> => {
  const { status, body } = await staff.get(`/api/parameters/for-us?unit=${unit}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.data
}
const inShort = ({ title, whereText, day, before, after, at }: ChangeForUs) =>
  `${title}${whereText && ` (${whereText})`} ${day}: ${before} → ${after} (${at.unitName})`
const DVD = { where: { material: 'DVD' } }

describe('changed for us', () => {
  test('is what others set and what holds here is another for', async () => {
    await done(ofZele.change([setting(zele, 'trial.grace', 9)]))
    await done(chief.change([
      setting(group, 'trial.grace', 5, { from: '2027-01-01' }), setting(group, 'trial.fee', 0, DVD), setting(group, 'trial.term', 14, DVD),
    ]))
    expect((await forUs(boss, zwalm)).map(inShort)).toEqual([
      'Respijtdagen 2027-01-01: 0 dagen → 5 dagen (Streekbibliotheken)',
      'Leentermijn (DVD Dvd) 2026-11-23: 28 dagen → 14 dagen (Streekbibliotheken)',
    ])
    expect((await forUs(boss, zwalm))[0]?.sentence).toBe('Streekbibliotheken: “Respijtdagen” wordt 5 dagen vanaf 1 januari 2027')
    expect((await forUs(boss, branch)).map(({ parameter }) => parameter)).toEqual(['trial.grace', 'trial.term'])
    // Its own word shields Zele from the group’s, and what it said itself is no news to it.
    expect((await forUs(ofZele, zele)).map(({ parameter }) => parameter)).toEqual(['trial.term'])
  })

  test('goes with a set that waits for its day', async () => {
    await done(admin.change([setting(SYSTEM, 'trial.charges', true)], { applyOn: '2027-02-01' }))
    expect((await forUs(boss, zwalm))[0]).toMatchObject({
      state: 'planned', day: '2027-02-01', appliedAt: null, before: 'nee', after: 'ja', at: { unitName: 'Proefstreek' },
    })
  })

  test('tells nothing of what the same set does elsewhere', async () => {
    const both = [setting(zele, 'trial.most', 300), setting(SYSTEM, 'trial.most', 200)]
    await done(admin.change(both, { applyOn: '2027-02-02' }))
    await done(admin.change([setting(zele, 'branches.feed-days', 40), setting(SYSTEM, 'trial.most', 250)]))
    const told = (await forUs(boss, zwalm)).filter(({ parameter }) => parameter === 'trial.most').map(({ sentence }) => sentence)
    expect(told).toHaveLength(2)
    expect(told.every(sentence => sentence.startsWith('Proefstreek: “Hoogste boete”')), told.join()).toBe(true)
  })

  test('tells of a set that was put back, and of the putting back', async () => {
    const { id } = await done(chief.change([setting(group, 'trial.most', 100)]).then(async answer => {
      expect(answer.status).toBe(422)
      return chief.change([setting(group, 'trial.grace', 6, { from: '2027-01-01' })])
    }))
    await done(chief.post(`/api/changes/${id}/put-back`, { id: crypto.randomUUID(), mode: 'from-today' }))
    expect((await forUs(boss, zwalm)).filter(({ parameter }) => parameter === 'trial.grace').map(one => `${one.state} ${one.after}`))
      .toEqual(['applied 5 dagen', 'put-back 6 dagen', 'applied 5 dagen'])
  })

  test('goes with a move to another group', async () => {
    const other = await here.unit('group', 'Waasland', SYSTEM, { level: '1', code: 'G2' })
    await done(admin.change([setting(other, 'trial.term', 7, DVD)]))
    await here.apply({ kind: 'units.move', payload: { unit: zele, parent: other, from: '2027-03-01' } })
    expect((await forUs(ofZele, zele)).map(inShort)[0]).toBe('Leentermijn (DVD Dvd) 2027-03-01: 14 dagen → 7 dagen (Waasland)')
  })

  test('is for whoever works there', async () => {
    expect((await boss.get(`/api/parameters/for-us?unit=${zele}`)).status).toBe(404)
  })
})

describe('the digest', () => {
  const send = () => inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, mailDigests)
  const mails = (staff: Staff): Promise<{ subject: string; text: string; at: string }[]> =>
    here.database.owner('mail').where({ kind: 'parameters.changed-for-us', staff_id: staff.id }).orderBy('at')

  test('is mailed once per set, to whoever may set parameters there, and not to who did it', async () => {
    await send()
    const [first, ...more] = await mails(boss)
    expect(more).toEqual([])
    expect(first?.subject).toBe('Wat er verandert voor Zwalm')
    expect(first?.text).toContain('Leentermijn (DVD Dvd): 14 dagen vanaf 23 november 2026; het was 28 dagen. Ingesteld bij Streekbibliotheken.')
    expect(first?.text).not.toContain('6 dagen')
    expect(first?.text).toContain('Boetes vragen: ja vanaf 1 februari 2027; het was nee. Ingesteld bij Proefstreek.')
    // Who leads the group is told of what the system plans, not of their own table.
    const [ofGroup] = await mails(chief)
    expect([ofGroup?.text.includes('Boetes vragen'), ofGroup?.text.includes('Leentermijn')]).toEqual([true, false])
    await send()
    expect(await mails(boss)).toHaveLength(1)
  })

  test('is written in the reader’s language', async () => {
    await here.database.owner('staff').where({ id: boss.id }).update({ language: 'fr' })
    await done(chief.change([setting(group, 'trial.grace', 13, { from: '2026-12-20' })]))
    await send()
    await here.database.owner('staff').where({ id: boss.id }).update({ language: 'nl' })
    expect((await mails(boss)).map(({ subject }) => subject)).toContain('Ce qui change pour Zwalm')
  })

  test('leaves days before it takes effect', async () => {
    await done(chief.change([setting(group, 'trial.grace', 12, { from: '2026-12-05' })]))
    here.clock.now = Temporal.Instant.from('2026-11-24T05:30:00Z')
    await send()
    const last = (await mails(boss)).at(-1)
    expect(last?.text).toContain('Respijtdagen: 12 dagen vanaf 5 december 2026')
    const ahead = Temporal.PlainDate.from('2026-12-05').since(String(last?.at).slice(0, 10))
    expect(ahead.days).toBeGreaterThanOrEqual(3)
  })
})
