import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let boss: Staff
let els: Staff
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel')
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
  els = await here.staff('desk', branch)
})
afterAll(() => here.close())

const grant = (staff: string, role: string, unit: UnitId, more: object = {}) =>
  ({ kind: 'permissions.grant', payload: { staff, role, unit, from: '2026-11-23', to: null, ...more } })
const query = (asked: Record<string, string>) => new URLSearchParams(asked).toString()
const explain = (who: Staff, asked: Record<string, string>) => who.get(`/api/rights/explain?${query(asked)}`)

describe('“may she close here on 3 March?”', () => {
  const asking = () => ({ staff: els.id, permission: 'branches.close', unit: branch, day: '2027-03-03' })

  test('no, and what is closest; yes, because, and who gave it why', async () => {
    const { body: no } = await explain(boss, asking())
    expect(no).toMatchObject({ holds: false, because: [], closest: { what: 'role-lacks', grant: { role: 'desk' } } })
    expect(no.sentence).toMatch(/mag dit niet op 3 maart 2027 in Munkzwalm: sluitingsdagen/)
    expect(no.closest.sentence).toBe('baliemedewerker van Munkzwalm, maar die rol laat dit niet toe')
    const set = await boss.change([grant(els.id, 'branch-manager', zwalm, { to: '2027-03-31' })], { reason: 'Vervangt Jan' })
    const { body: yes } = await explain(boss, asking())
    expect(yes).toMatchObject({
      holds: true, closest: null, because: [{
        sentence: 'vestigingsbeheerder van Zwalm tot en met 31 maart 2027', role: 'branch-manager', unitName: 'Zwalm',
        via: [{ id: zwalm, name: 'Zwalm' }, { id: branch, name: 'Munkzwalm' }],
        set: { id: set.body.id, reason: 'Vervangt Jan' },
      }],
    })
    expect((await explain(boss, { ...asking(), day: '2027-04-01' })).body.closest).toMatchObject({
      what: 'ended', sentence: 'vestigingsbeheerder van Zwalm tot en met 31 maart 2027, maar dan niet meer',
    })
  })

  test('a limit is part of the question', async () => {
    const jan = await here.staff('desk', branch)
    await boss.change([grant(jan.id, 'branch-manager', branch, { limits: { 'branches.days-closed': 5 } })])
    const ask = async (days: number) =>
      (await explain(boss, { ...asking(), staff: jan.id, asked: `branches.days-closed=${days}` })).body
    expect([(await ask(5)).holds, (await ask(6)).closest]).toMatchObject([true, {
      what: 'limit', sentence: expect.stringMatching(/hoogstens 5\), maar dit gaat verder dan die grens$/),
    }])
  })

  test('everybody asks it of themselves, of others only who looks into rights there', async () => {
    expect((await explain(els, asking())).status).toBe(200)
    expect((await explain(els, { ...asking(), staff: boss.id })).status).toBe(403)
    const outside = await here.staff('library-admin', zoersel)
    expect((await explain(outside, asking())).status).toBe(404)
    expect((await explain(boss, { ...asking(), staff: outside.id })).status).toBe(404)
    expect((await explain(boss, { ...asking(), permission: 'branches.nothing' })).status).toBe(404)
  })

  test('what somebody may do beyond the reader’s reach is not told', async () => {
    const both = await here.staff('desk', branch)
    await admin.change([grant(both.id, 'branch-manager', zoersel)])
    const question = { ...asking(), staff: both.id }
    expect((await explain(admin, question)).body.closest.what).toBe('elsewhere')
    expect((await explain(boss, question)).body.closest.what).toBe('role-lacks')
  })
})

describe('“who may do this here?”', () => {
  test('names people in reach; whoever comes from further up is a role alone', async () => {
    const holders = async (who: Staff) =>
      (await who.get(`/api/rights/holders?${query({ permission: 'units.change', unit: branch })}`)).body.data
    await here.staff('system-admin')
    const rows = await holders(boss)
    expect(rows).toEqual([
      expect.objectContaining({ staff: { id: boss.id, name: expect.any(String) }, role: 'library-admin' }),
      expect.objectContaining({ staff: null, role: 'system-admin', sentence: 'systeembeheerder van Proefstreek' }),
    ])
    expect((await holders(admin)).filter(({ staff }: { staff: object | null }) => staff === null)).toEqual([])
  })

  test('holds back from other libraries', async () => {
    const outside = await here.staff('library-admin', zoersel)
    const asked = query({ permission: 'units.change', unit: branch })
    expect((await outside.get(`/api/rights/holders?${asked}`)).status).toBe(404)
    expect((await els.get(`/api/rights/holders?${asked}`)).status).toBe(403)
  })
})

describe('comparing people', () => {
  test('tells what one may and the other may not, and counts a wider limit as more', async () => {
    const [jan, an] = [await here.staff('desk', branch), await here.staff('desk', branch)]
    const limits = (cents: number) => ({ limits: { 'fee-waivers.amount': cents } })
    await boss.change([grant(jan.id, 'branch-manager', branch, limits(500))])
    await boss.change([grant(an.id, 'branch-manager', branch, limits(2500))])
    const asked = (a: string, b: string) => boss.get(`/api/rights/compare?${query({ a, b, unit: branch })}`)
    const { body } = await asked(jan.id, an.id)
    expect([body.onlyA, body.onlyB]).toEqual([[], [{
      plugin: 'fee-waivers', pluginName: 'Kwijtscheldingen', rights: [{
        name: 'fee-waivers.waive', allows: 'openstaande kosten kwijtschelden',
        limit: expect.stringMatching(/^kwijt te schelden bedrag: hoogstens €\s25,00$/),
      }],
    }]])
    const colleague = (await asked(els.id, boss.id)).body
    expect(colleague.onlyA).toEqual([])
    expect(colleague.onlyB.map(({ plugin }: { plugin: string }) => plugin)).toContain('permissions')
    const outside = await here.staff('desk', zoersel)
    expect((await asked(els.id, outside.id)).status).toBe(404)
  })
})

describe('conflicting duties', () => {
  test('tell who sets tariffs and waives, where the two meet', async () => {
    const jan = await here.staff('finance-director', zwalm)
    const conflicts = async (who: Staff, unit?: string) => (await who.get(`/api/rights/conflicts${unit ? `?unit=${unit}` : ''}`))
      .body.data.filter(({ staff }: { staff: { id: string } }) => staff.id === jan.id)
    expect(await conflicts(boss)).toEqual([])
    await boss.change([grant(jan.id, 'branch-manager', branch, { limits: { 'fee-waivers.amount': 500 } })])
    const found = [
      { pair: 'tariffs-and-waivers', duty: 'legt tarieven vast én scheldt kwijt', unitName: 'Munkzwalm' },
      { pair: 'drawer-and-approval' }, { pair: 'bailiff-and-waivers' },
    ]
    expect(await conflicts(boss)).toMatchObject(found)
    expect((await conflicts(boss))[0].grants).toHaveLength(2)
    expect(await conflicts(boss, branch)).toMatchObject(found)
    const outside = await here.staff('library-admin', zoersel)
    expect([await conflicts(outside), (await outside.get(`/api/rights/conflicts?unit=${branch}`)).status]).toEqual([[], 404])
  })
})

describe('what changed in rights this month', () => {
  test('names who, what, when and why, for those who may know, and as a safe file', async () => {
    const jan = await here.staff('desk', branch)
    const given = await boss.change([grant(jan.id, 'branch-manager', branch)], { reason: '=HYPERLINK("x")' })
    const { body } = await boss.get(`/api/rights/changes?month=2026-11&unit=${zwalm}`)
    expect(body.data[0]).toMatchObject({
      set: given.body.id, staff: { id: jan.id }, reason: '=HYPERLINK("x")', putBack: false,
      sentence: expect.stringMatching(/^desk \d+ wordt vestigingsbeheerder van Munkzwalm vanaf 23 november 2026$/),
    })
    expect((await boss.get('/api/rights/changes?month=2026-10')).body.data).toEqual([])
    const csv = await boss.get('/api/rights/changes?month=2026-11&format=csv')
    expect(String(csv.headers['content-type'])).toContain('text/csv')
    expect(csv.body).toContain(`"'=HYPERLINK(""x"")"`)
    const outside = await here.staff('library-admin', zoersel)
    const theirs = (await outside.get('/api/rights/changes?month=2026-11')).body.data
    expect(theirs.some(({ set }: { set: string }) => set === given.body.id)).toBe(false)
    expect((await outside.get(`/api/rights/changes?month=2026-11&unit=${branch}`)).status).toBe(404)
  })

  test('is told of the places where one looks into rights, not of others where one also works', async () => {
    const jan = await here.staff('desk', branch)
    const given = await boss.change([grant(jan.id, 'branch-manager', branch)])
    const both = await here.staff('library-admin', zoersel)
    await here.apply(grant(both.id, 'desk', branch))
    const seen = async (who: Staff) => (await who.get('/api/rights/changes?month=2026-11')).body.data
      .some(({ set }: { set: string }) => set === given.body.id)
    expect([await seen(both), await seen(boss), await seen(admin)]).toEqual([false, true, true])
  })

  test('tells of settings that guard rights and of units that move as well, and of no other setting', async () => {
    const set = (parameter: string, value: unknown) =>
      ({ kind: 'parameters.set', payload: { unit: zwalm, parameter, value, from: '2026-11-23', to: null } })
    const guarded = await boss.change([set('core.idle-minutes', 30)])
    const other = await boss.change([set('branches.feed-days', 30)])
    const stray = await here.unit('branch', 'Dwaal', zoersel)
    const moved = await admin.change([{ kind: 'units.move', payload: { unit: stray, parent: zwalm, from: '2026-11-23' } }])
    const { body } = await boss.get(`/api/rights/changes?month=2026-11&unit=${zwalm}`)
    const told = (id: string) => body.data.find((one: { set: string }) => one.set === id)?.sentence
    expect([told(guarded.body.id), told(other.body.id), told(moved.body.id)]).toEqual([
      expect.stringContaining('30'), undefined, 'Dwaal gaat vanaf 23 november 2026 van Zoersel naar Zwalm',
    ])
  })

  test('the set itself holds no name, so that a person can be forgotten', async () => {
    const jan = await here.staff('desk', branch)
    const { body } = await boss.change([grant(jan.id, 'branch-manager', branch)])
    const { rows: [item] } = await here.database.owner.raw(
      'select sentence, payload from change_item where set_id = ?', [body.id])
    expect(JSON.stringify(item)).not.toMatch(/desk \d/)
    expect(item.sentence.nl).toBe('Een medewerker wordt vestigingsbeheerder van Munkzwalm vanaf 23 november 2026')
  })
})

test('an auditor reads the reports of a library and changes nothing', async () => {
  const auditor = await here.staff('auditor', zwalm)
  expect((await auditor.get(`/api/rights/conflicts?unit=${zwalm}`)).status).toBe(200)
  expect((await auditor.get('/api/rights/changes?month=2026-11')).status).toBe(200)
  expect((await auditor.change([grant(els.id, 'desk', zwalm)])).status).toBe(403)
  expect((await auditor.get(`/api/rights/holders?${query({ permission: 'core.see', unit: SYSTEM })}`)).status).toBe(404)
})

test('whoever looks into rights finds whom to ask about, in their own places only, without a list of staff', async () => {
  const auditor = await here.staff('auditor', zwalm)
  const people = async (who: Staff, asked: Record<string, string> = {}) => who.get(`/api/rights/people?${query(asked)}`)
  expect((await auditor.get('/api/staff')).status).toBe(403)
  const { body } = await people(auditor, { staff: els.id })
  expect(body.data).toEqual([{ id: els.id, name: expect.stringMatching(/^desk/), unitName: 'Munkzwalm' }])
  expect((await people(auditor, { q: 'desk' })).body.data.map(({ id }: { id: string }) => id)).toContain(els.id)
  const outside = await here.staff('auditor', zoersel)
  const found = (await people(outside)).body.data.map(({ id }: { id: string }) => id)
  expect([found.includes(outside.id), found.includes(els.id), found.includes(boss.id)]).toEqual([true, false, false])
  expect((await people(outside, { staff: els.id })).status).toBe(404)
  expect((await people(els)).status).toBe(403)
})
