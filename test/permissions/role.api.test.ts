import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { layFirst } from '#core/first-start.ts'
import { definePlugin } from '#core/plugin.ts'
import { definePermissions } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins } from '#plugins/index.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let boss: Staff
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
})
afterAll(() => here.close())

const names = (name: string) => ({ nl: name, en: name, fr: name })
const setRole = (code: string, unit: UnitId, permissions: readonly string[], more: object = {}) => ({
  kind: 'permissions.set-role', payload: { code, unit, from: '2026-11-23', role: { name: names(code), permissions, ...more } },
})
const endRole = (code: string, unit: UnitId, from = '2026-11-23') =>
  ({ kind: 'permissions.end-role', payload: { code, unit, from } })
const grant = (staff: string, role: string, unit: UnitId, more: object = {}) =>
  ({ kind: 'permissions.grant', payload: { staff, role, unit, from: '2026-11-23', to: null, ...more } })
const withdraw = (staff: string, role: string, unit: UnitId) =>
  ({ kind: 'permissions.withdraw', payload: { staff, role, unit, from: '2026-11-23' } })
const faultsOf = ({ body }: Answer): string[] => body.faults.map(({ code }: { code: string }) => code)
const roleShown = async (who: Staff, code: string) =>
  (await who.get('/api/roles')).body.data.find((role: { code: string }) => role.code === code)

describe('the roles that Filiaal brings along', () => {
  test('name every permission in sentences, and the widest holds all of them', async () => {
    const { data } = (await admin.get('/api/permissions')).body
    const held = (await roleShown(admin, 'system-admin')).permissions.map(({ name }: { name: string }) => name)
    expect(held.toSorted()).toEqual(data.map(({ name }: { name: string }) => name).sort())
    expect(data.find(({ name }: { name: string }) => name === 'fee-waivers.waive')).toMatchObject({
      pluginName: 'Kwijtscheldingen', allows: 'openstaande kosten kwijtschelden', touches: 'money',
      limitedBy: [{ name: 'fee-waivers.amount', kind: 'cents' }, { name: 'fee-waivers.journals', kind: 'codes' }],
    })
  })

  test('are desk, library, branch, prison, group, system, helpdesk, auditor and finance', async () => {
    const { data } = (await boss.get('/api/roles')).body
    expect(data.map(({ code }: { code: string }) => code).sort()).toEqual([
      'auditor', 'branch-manager', 'desk', 'finance-director', 'group-admin', 'helpdesk', 'library-admin',
      'prison-library', 'provisioning', 'system-admin', 'website',
    ])
    expect(await roleShown(boss, 'prison-library')).toMatchObject({ reach: 'branch', own: false, unit: SYSTEM })
    const auditor = (await roleShown(boss, 'auditor')).permissions.map(({ name }: { name: string }) => name)
    expect(auditor.some((name: string) => name.startsWith('patrons.') || name === 'accounts.read')).toBe(false)
  })

  test('tell how the role in force differs from what is brought along today, and nothing follows by itself', async () => {
    expect((await roleShown(admin, 'desk')).template).toEqual({ added: [], lacking: [] })
    const desk = (await roleShown(admin, 'desk')).permissions.map(({ name }: { name: string }) => name)
    const without = desk.filter((name: string) => name !== 'shop-sales.sell')
    expect((await admin.change([setRole('desk', SYSTEM, [...without, 'branches.hours'])])).status).toBe(201)
    await layFirst(here.installation)
    const { template } = await roleShown(admin, 'desk')
    expect([template.added, template.lacking].map(list => list.map(({ name }: { name: string }) => name)))
      .toEqual([['branches.hours'], ['shop-sales.sell']])
    const back = await admin.change([setRole('desk', SYSTEM, desk, { name: { nl: 'balie', en: 'desk', fr: 'comptoir' } })])
    expect([back.status, (await roleShown(admin, 'desk')).template.lacking]).toEqual([201, []])
  })

  test('a plugin added later widens nobody, until who makes roles for all brings its permissions in', async () => {
    const bell = definePlugin({
      name: 'bell', permissions: definePermissions('bell', { ring: { nl: 'de bel luiden', en: 'ring', fr: 'sonner' } }),
    })
    const later = await openInstallation({ plugins: [...plugins, bell] })
    try {
      await layFirst(later.installation)
      const root = await later.staff('system-admin')
      const library = await later.unit('library', 'Zwalm')
      const local = await later.staff('library-admin', library)
      const ring = 'bell.ring'
      expect((await root.get('/api/session')).body.permissions[ring]).toBeUndefined()
      expect((await local.change([setRole('ringer', library, [ring])])).status).toBe(403)
      const held = (await roleShown(root, 'system-admin')).permissions.map(({ name }: { name: string }) => name)
      expect((await root.change([setRole('system-admin', SYSTEM, [...held, ring])])).status).toBe(201)
      expect((await root.get('/api/session')).body.permissions[ring]).toEqual([SYSTEM])
      // From then on somebody holds it, and the usual rule stands again.
      const makers = await later.staff('library-admin', SYSTEM)
      expect((await makers.change([setRole('ringers', SYSTEM, [ring])])).status).toBe(403)
    } finally {
      await later.close()
    }
  })
})

describe('roles of one’s own', () => {
  test('are made at a library, given below it, and unknown elsewhere', async () => {
    expect((await boss.change([setRole('closers', zwalm, ['core.see', 'branches.close'])])).body.sentences)
      .toEqual(['Zwalm krijgt de rol “closers” vanaf 23 november 2026, met 2 rechten'])
    const els = await here.staff('desk', branch)
    expect((await boss.change([grant(els.id, 'closers', branch)])).status).toBe(201)
    expect(await roleShown(boss, 'closers')).toMatchObject({ own: true, unitName: 'Zwalm', template: null, holders: 1 })
    const there = await here.staff('desk', zoersel)
    expect(faultsOf(await admin.change([grant(there.id, 'closers', zoersel)]))).toEqual(['permissions.no-role'])
    expect(faultsOf(await admin.change([setRole('closers', zoersel, ['core.see'])]))).toEqual(['permissions.role-elsewhere'])
  })

  test('never allow more than their maker holds, and name permissions, not other roles', async () => {
    expect((await boss.change([setRole('wide', zwalm, ['core.decide'])])).status).toBe(403)
    expect((await boss.change([setRole('wide', SYSTEM, ['core.see'])])).status).toBe(403)
    expect((await boss.change([setRole('helpdesk', SYSTEM, ['core.see'])])).status).toBe(403)
    expect(faultsOf(await boss.change([setRole('loop', zwalm, ['loop', 'desk'])])))
      .toEqual(['permissions.no-permission', 'permissions.no-permission'])
  })

  test('do not go while somebody holds them, and are not given once gone', async () => {
    await boss.change([setRole('passing', zwalm, ['core.see'])])
    const els = await here.staff('desk', branch)
    await boss.change([grant(els.id, 'passing', branch, { from: '2027-01-01' })])
    expect(faultsOf(await boss.change([endRole('passing', zwalm)]))).toEqual(['permissions.role-held'])
    await boss.change([withdraw(els.id, 'passing', branch)])
    expect((await boss.change([endRole('passing', zwalm)])).status).toBe(201)
    expect(faultsOf(await boss.change([endRole('passing', zwalm)]))).toEqual(['permissions.no-role'])
    expect(faultsOf(await boss.change([grant(els.id, 'passing', branch)]))).toEqual(['permissions.no-role'])
    expect(faultsOf(await boss.change([grant(els.id, 'never-there', branch)]))).toEqual(['permissions.no-role'])
  })

  test('changing one counts from the next request on, for everybody who holds it', async () => {
    const other = await here.second()
    await boss.change([setRole('seers', zwalm, ['core.see', 'permissions.manage'])])
    const els = await here.staff('seers', branch)
    expect((await els.on(other.app).get('/api/staff')).status).toBe(200)
    const lessened = await boss.change([setRole('seers', zwalm, ['core.see'])])
    expect(lessened.body.sentences).toEqual([
      'De rol “seers” mag niet meer medewerkers uitnodigen en hun rollen geven of afnemen vanaf 23 november 2026',
    ])
    expect((await els.on(other.app).get('/api/staff')).status).toBe(403)
    await other.app.close()
  })

  test('that reach a branch only hand on no wider reach', async () => {
    const chief = ['core.see', 'permissions.manage', 'permissions.roles']
    await boss.change([setRole('chief', zwalm, chief, { reach: 'branch' }), setRole('lookers', zwalm, ['core.see'])])
    const els = await here.staff('chief', branch)
    const jan = await here.staff('chief', branch)
    expect((await els.change([grant(jan.id, 'lookers', branch)])).status).toBe(403)
    expect((await els.change([setRole('mine', branch, ['core.see'])])).status).toBe(403)
    expect((await els.change([setRole('mine', branch, ['core.see'], { reach: 'branch' })])).status).toBe(201)
  })

  test('are compared side by side', async () => {
    const { body } = await boss.get('/api/roles/compare?a=branch-manager&b=finance-director')
    const named = (list: { name: string }[]) => list.map(({ name }) => name)
    expect(named(body.both)).toEqual(['core.see', 'accounts.read', 'statistics.read'])
    expect(named(body.onlyB)).toContain('accounts.set-tariffs')
    expect(named(body.onlyA)).toContain('fee-waivers.waive')
    expect((await boss.get('/api/roles/compare?a=desk&b=nobody')).status).toBe(404)
  })
})

describe('limits', () => {
  const close = (to: string | null, units = [branch]) => ({
    kind: 'branches.close', payload: { units, from: '2027-03-01', to, kind: 'G', text: 'Inventaris' },
  })
  const limited = async (days: number) => {
    const els = await here.staff('desk', branch)
    const given = grant(els.id, 'branch-manager', branch, { limits: { 'branches.days-closed': days } })
    expect((await boss.change([given])).status).toBe(201)
    return els
  }

  test('who may close five days at once may not close six, sees why, and can ask for it', async () => {
    const els = await limited(5)
    expect((await els.change([close('2027-03-05')])).status).toBe(201)
    const { body: preview } = await els.post('/api/changes/preview', { items: [close('2027-03-06')] })
    expect(preview).toMatchObject({
      mayApply: false, faults: [], missing: [{ permission: 'branches.close', unit: branch, unitName: 'Munkzwalm' }],
    })
    expect((await els.change([close('2027-03-06')])).status).toBe(403)
    expect((await els.change([close(null)])).status).toBe(403)
    const asked = await els.change([close('2027-03-06')], { asRequest: true })
    expect([asked.status, asked.body.state]).toEqual([201, 'requested'])
  })

  test('nor by extending, but lifting and opening anyway close nothing', async () => {
    const els = await limited(5)
    const closing = randomUUID()
    await els.change([{ ...close('2027-03-05'), payload: { ...close('2027-03-05').payload, closing } }])
    const extend = (to: string) => els.change([{ kind: 'branches.extend-closing', payload: { closing, to } }])
    expect([(await extend('2027-03-08')).status, (await extend('2027-03-03')).status]).toEqual([403, 201])
    const lift = { kind: 'branches.lift', payload: { units: [branch], from: '2027-03-01', to: '2027-03-20' } }
    expect((await els.change([lift])).status).toBe(201)
  })

  test('nobody gives a limit wider than their own, nor drops it', async () => {
    const chief = ['core.see', 'core.correctPast', 'permissions.manage', 'permissions.roles', 'branches.close']
    await boss.change([setRole('closing-chief', zwalm, chief)])
    const els = await here.staff('desk', branch)
    await boss.change([grant(els.id, 'closing-chief', branch, { limits: { 'branches.days-closed': 5 } })])
    await boss.change([setRole('closer', zwalm, ['branches.close'])])
    const jan = await here.staff('desk', branch)
    const give = (limits?: object) => els.change([grant(jan.id, 'closer', branch, limits && { limits })])
    expect([(await give()).status, (await give({ 'branches.days-closed': 6 })).status]).toEqual([403, 403])
    expect((await give({ 'branches.days-closed': 5 })).status).toBe(201)
    expect(faultsOf(await boss.change([grant(jan.id, 'closer', branch, { limits: { 'fee-waivers.amount': 500 } })])))
      .toEqual(['permissions.no-limit'])
    expect(faultsOf(await boss.change([grant(jan.id, 'closer', branch, { limits: { 'branches.days-closed': ['K1'] } })])))
      .toEqual(['permissions.no-limit'])
  })

  test('here only reaches nothing below, and hands nothing on below', async () => {
    const els = await here.staff('desk', zoersel)
    const stop = await here.unit('branch', 'Sint-Antonius', zoersel)
    await admin.change([grant(els.id, 'library-admin', zoersel, { only: true })])
    expect((await els.change([close('2027-03-01', [zoersel])])).status).toBe(201)
    expect((await els.change([close('2027-03-01', [stop])])).status).toBe(403)
    const jan = await here.staff('desk', zoersel)
    expect((await els.change([grant(jan.id, 'branch-manager', zoersel)])).status).toBe(403)
    expect((await els.change([grant(jan.id, 'branch-manager', zoersel, { only: true })])).status).toBe(201)
  })

  test('stand in the sentence of the grant', async () => {
    const els = await limited(5)
    const { grants } = (await boss.get(`/api/staff/${els.id}`)).body
    expect(grants.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'vestigingsbeheerder van Munkzwalm (dagen dicht per keer: hoogstens 5)', 'balie van Munkzwalm',
    ])
  })
})
