import { randomUUID } from 'node:crypto'
import { accountFact } from '#core/account.ts'
import { Configuration, type Segment } from '#core/configuration.ts'
import { definePermissions, type Fact, type Permission, type UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { rightsOn } from '#core/installation.ts'
import { roleFact } from '#core/role.ts'
import { parentFact, pathOf, SYSTEM, unitFact } from '#core/unit.ts'
import { nanosecondsPerStep, type Figure } from './figure.ts'

const DAY = '2026-11-23'
const SHE = randomUUID()
const LIBRARIES = 350
const BRANCHES = 1300
const texts = { nl: 'x', en: 'x', fr: 'x' }
const permissions: readonly Permission[] = Object.values(definePermissions('desk', Object.fromEntries(
  Array.from({ length: 60 }, (_, n) => [`act-${n}`, texts]))))

/** A region of 1,650 libraries and branches and one person with 50 grants in it, as configuration keeps them. */
function region(): { configuration: Configuration; branches: UnitId[] } {
  const laid: Segment[] = []
  const say = (fact: Fact, unit: UnitId, key: string, body: unknown) => laid.push(
    { id: randomUUID(), fact: fact.name, unit, key, from: null, to: null, body, saidIn: SYSTEM, madeIn: 1 })
  const open = (type: string, parent: UnitId) => {
    const unit = randomUUID()
    say(unitFact, unit, 'unit', { type, code: unit.slice(0, 6), name: unit })
    say(parentFact, unit, 'parent', { parent })
    return unit
  }
  say(unitFact, SYSTEM, 'unit', { type: 'system', code: '0', name: 'Streek' })
  const libraries = Array.from({ length: LIBRARIES }, () => open('library', SYSTEM))
  const branches = Array.from({ length: BRANCHES }, (_, n) => open('branch', libraries[n % LIBRARIES] ?? SYSTEM))
  for (let role = 0; role < 5; role++) {
    const names = permissions.filter((_, n) => n % 5 >= role).map(({ name }) => name)
    say(roleFact, SYSTEM, `role-${role}`, { name: texts, permissions: names })
  }
  say(accountFact, SYSTEM, SHE, { staff: SHE })
  for (let n = 0; n < 50; n++) {
    const unit = (n % 2 ? libraries[n * 7] : branches[n * 23]) ?? SYSTEM
    say(grantFact, unit, `${SHE}/role-${n % 5}`, { staff: SHE, role: `role-${n % 5}` })
  }
  return { configuration: new Configuration().with({ version: 1, ended: [], laid }), branches }
}

/** Whether she may, in the plainest way: every grant is looked at, and the path is walked for each decision. */
function naively(configuration: Configuration, permission: Permission, unit: UnitId): boolean {
  const { grants, roles } = rightsOn(configuration, SHE, DAY)
  const path = pathOf(configuration, unit, DAY)
  return grants.some(grant => path.includes(grant.unit) && roles.get(grant.role)?.permissions.has(permission.name))
}

export async function rights(): Promise<Figure[]> {
  const { configuration, branches } = region()
  const held = rightsOn(configuration, SHE, DAY)
  const asked = branches.map((unit, n) => ({ unit, permission: permissions[n % permissions.length] as Permission }))
  const count = (may: (permission: Permission, unit: UnitId) => boolean) => () =>
    asked.filter(({ permission, unit }) => may(permission, unit)).length
  const quick = count((permission, unit) => held.may(configuration, permission, unit, DAY))
  const plain = count((permission, unit) => naively(configuration, permission, unit))
  if (quick() !== plain()) throw new Error(`The guard allows ${quick()}, counted plainly it is ${plain()}`)
  const everywhere = () => permissions.map(permission => held.allUnitsOf(configuration, permission, DAY).length)
  const oneByOne = () => permissions.slice(0, 5).map(permission =>
    branches.filter(unit => naively(configuration, permission, unit)).length)
  return [
    {
      name: 'a permission decision at a unit', value: await nanosecondsPerStep(asked.length, quick) / 1000, unit: 'µs',
      floor: { name: 'every grant looked at', value: await nanosecondsPerStep(asked.length, plain) / 1000 }, target: '≤ 2',
    },
    {
      name: 'which units may she…', value: await nanosecondsPerStep(permissions.length, everywhere) / 1e6, unit: 'ms',
      floor: { name: 'each branch asked in turn', value: await nanosecondsPerStep(5, oneByOne) / 1e6 }, target: '≤ 0.1',
    },
  ]
}
