import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountFact } from '#core/account.ts'
import { Configuration, type Segment } from '#core/configuration.ts'
import { definePermissions, type Day, type Fact, type Permission } from '#core/contract.ts'
import { grantFact, type Grant } from '#core/grant.ts'
import { rightsOn } from '#core/installation.ts'
import { roleFact } from '#core/role.ts'
import { parentFact, pathOf, SYSTEM, treeOn, unitFact } from '#core/unit.ts'
import { answer, lacksOf, type NearMiss, type Question } from '#plugins/permissions/near-miss.ts'

const texts = { nl: 'x', en: 'x', fr: 'x' }
const permissions: readonly Permission[] = Object.values(definePermissions('till', {
  open: texts, count: texts,
  waive: { ...texts, limitedBy: [
    { name: 'till.amount', kind: 'cents', title: texts }, { name: 'till.journals', kind: 'codes', title: texts },
  ] },
}))
const days: readonly Day[] = ['2026-01-01', '2026-06-01', '2026-12-31']
const roles = ['desk', 'till', 'boss']
const SHE = '00000000-0000-4000-8000-0000000000aa'

interface Drawn {
  readonly parents: readonly number[]
  readonly roles: readonly (readonly string[])[]
  readonly grants: readonly Omit<Grant, 'staff'>[]
  readonly account: { readonly from: Day | null; readonly to: Day | null } | null
}

const idOf = (n: number) => n === 0 ? SYSTEM : `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const said = <B>(fact: Fact, unit: string, key: string, body: B, from: Day | null = null, to: Day | null = null): Segment =>
  ({ id: randomUUID(), fact: fact.name, unit, key, from, to, body, saidIn: SYSTEM, madeIn: 1 })

function drawnAs({ parents, roles: allowed, grants, account }: Drawn): Configuration {
  const laid = [
    said(unitFact, SYSTEM, 'unit', { type: 'system', code: '0', name: 'Streek' }),
    ...parents.flatMap((parent, n) => [
      said(unitFact, idOf(n + 1), 'unit', { type: 'branch', code: String(n + 1), name: `Eenheid ${n + 1}` }),
      said(parentFact, idOf(n + 1), 'parent', { parent: idOf(parent) }),
    ]),
    ...allowed.map((names, n) => said(roleFact, SYSTEM, roles[n] ?? '', { name: texts, permissions: names })),
    ...grants.map(({ unit, from, to, ...grant }, n) =>
      said(grantFact, unit, `${SHE}/${grant.role}/${n}`, { staff: SHE, ...grant }, from, to)),
    ...(account ? [said(accountFact, SYSTEM, SHE, { staff: SHE }, account.from, account.to)] : []),
  ]
  return new Configuration().with({ version: 1, ended: [], laid })
}

const day = fc.constantFrom(...days)
const orNull = (arbitrary: fc.Arbitrary<Day>) => fc.option(arbitrary, { nil: null })
const period = fc.record({ from: orNull(day), to: orNull(day) }).filter(({ from, to }) => !from || !to || from <= to)
const limits = fc.record({
  'till.amount': fc.integer({ min: 0, max: 3 }), 'till.journals': fc.subarray(['K1', 'K2']),
}, { requiredKeys: [], noNullPrototype: true })
const tree = fc.array(fc.nat(20), { minLength: 1, maxLength: 10 }).map(drawn => drawn.map((n, at) => n % (at + 1)))

const drawn: fc.Arbitrary<Drawn> = tree.chain(parents => fc.record({
  parents: fc.constant(parents),
  roles: fc.tuple(...roles.map(() => fc.subarray(permissions.map(({ name }) => name)))),
  grants: fc.array(fc.record({
    role: fc.constantFrom(...roles), unit: fc.nat(parents.length).map(idOf), period,
    only: fc.option(fc.constant(true as const), { nil: undefined }), limits: fc.option(limits, { nil: undefined }),
  }), { maxLength: 8 }).map(all => all.map(({ only, limits: most, period: { from, to }, ...grant }) =>
    ({ ...grant, from, to, ...(only && { only }), ...(most && { limits: most }) }))),
  account: fc.option(period, { nil: null }),
}))
const question = fc.record({
  permission: fc.constantFrom(...permissions), unit: fc.nat(10), day,
  asked: fc.option(limits, { nil: undefined }),
})

const atOf = ({ parents }: Drawn, unit: number) => idOf(unit % (parents.length + 1))
const within = ({ from, to }: { from: Day | null; to: Day | null }, on: Day) => (from ?? '') <= on && on <= (to ?? '9')

/** The rule in its simplest words, told apart from the code that guards. */
function allowed({ parents, roles: held, grants, account }: Drawn, asked: Omit<Question, 'staff'>): boolean {
  const above = new Set([asked.unit])
  for (let n = Number(asked.unit.slice(-12)); n > 0 && asked.unit !== SYSTEM;) {
    n = parents[n - 1] ?? 0
    above.add(idOf(n))
  }
  if (!account || !within(account, asked.day)) return false
  return grants.some(({ role, unit, only, limits: most, ...period }) => within(period, asked.day)
    && above.has(unit) && (!only || unit === asked.unit) && held[roles.indexOf(role)]?.includes(asked.permission.name)
    && (asked.permission.limitedBy ?? []).every(({ name }) => {
      const [top, wanted] = [most?.[name], asked.asked?.[name]]
      if (top === undefined) return true
      if (typeof top === 'number') return typeof wanted === 'number' && wanted <= top
      return Array.isArray(wanted) && wanted.every(code => top.includes(code))
    }))
}

test('the explanation says what the guard does, for any grants, roles, units, days and limits', () => {
  fc.assert(fc.property(drawn, question, (installation, { unit, ...asked }) => {
    const configuration = drawnAs(installation)
    const at = { ...asked, unit: atOf(installation, unit) }
    const { grant, closest } = answer(configuration, { ...at, staff: SHE }, () => true)
    const guarded = rightsOn(configuration, SHE, at.day).may(configuration, at.permission, at.unit, at.day, { asked: at.asked })
    expect(grant !== undefined).toBe(guarded)
    expect(guarded).toBe(allowed(installation, at))
    if (grant) expect([closest, lacksOf(configuration, { ...at, staff: SHE }, grant)]).toEqual([undefined, []])
  }), { numRuns: 2000 })
})

test('the closest grant lacks the very thing it is said to lack: mend that, and the guard lets her', () => {
  const seen = new Set<NearMiss>()
  fc.assert(fc.property(drawn, question, (installation, { unit, ...asked }) => {
    const at = { ...asked, unit: atOf(installation, unit) }
    const { closest } = answer(drawnAs(installation), { ...at, staff: SHE }, () => true)
    if (!closest) return
    seen.add(closest.what)
    const n = installation.grants.findIndex(grant => isDeepStrictEqual({ ...grant, staff: SHE }, closest.grant))
    const mended = drawnAs(mend(installation, n, closest.what, at))
    expect(rightsOn(mended, SHE, at.day).may(mended, at.permission, at.unit, at.day, { asked: at.asked })).toBe(true)
  }), { numRuns: 3000 })
  expect([...seen].sort()).toEqual(['elsewhere', 'ended', 'here-only', 'limit', 'no-account', 'not-yet', 'role-lacks'])
})

function mend(installation: Drawn, n: number, what: NearMiss, { unit, permission }: Omit<Question, 'staff'>): Drawn {
  const { only, limits: most, ...grant } = installation.grants[n] ?? expect.fail('the closest grant is one of hers')
  const changed: Partial<Record<NearMiss, Omit<Grant, 'staff'>>> = {
    'limit': { ...grant, ...(only && { only }) },
    'here-only': { ...grant, ...(most && { limits: most }) },
    'not-yet': { ...grant, from: null, ...(only && { only }), ...(most && { limits: most }) },
    'ended': { ...grant, to: null, ...(only && { only }), ...(most && { limits: most }) },
    'elsewhere': { ...grant, unit, ...(only && { only }), ...(most && { limits: most }) },
  }
  return {
    ...installation,
    grants: installation.grants.map((one, at) => at === n ? changed[what] ?? one : one),
    account: what === 'no-account' ? { from: null, to: null } : installation.account,
    roles: installation.roles.map((names, at) =>
      what === 'role-lacks' && roles[at] === grant.role ? [...names, permission.name] : names),
  }
}

test('“which units may she…” names those where the guard lets her, each once', () => {
  fc.assert(fc.property(drawn, question, (installation, { permission, day: on, asked }) => {
    const configuration = drawnAs(installation)
    const rights = rightsOn(configuration, SHE, on)
    const units = rights.allUnitsOf(configuration, permission, on, { asked })
    const tried = [...treeOn(configuration, on).units.keys()].filter(unit => rights.may(configuration, permission, unit, on, { asked }))
    expect(units.toSorted()).toEqual(tried.sort())
    for (const [at, unit] of units.entries())
      expect(units.slice(0, at).some(earlier => pathOf(configuration, earlier, on).slice(1).includes(unit))).toBe(false)
  }), { numRuns: 1000 })
})
