import { afterAll, beforeAll, expect, test } from 'vitest'
import { layFirst } from '#core/first-start.ts'
import { SYSTEM } from '#core/unit.ts'
import { materialTypeFact, membershipTypeFact, type MaterialType, type MembershipType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/list.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
})
afterAll(() => here.close())

const memberships = (day = '2026-11-23') =>
  listed<MembershipType>(here.installation.snapshot.current, membershipTypeFact, SYSTEM, day)
const materials = () => listed<MaterialType>(here.installation.snapshot.current, materialTypeFact, SYSTEM, '2026-11-23')

test('a new region starts with the types of Flemish libraries, as far back as anybody looks', () => {
  const types = memberships('2001-01-01')
  expect(types.size).toBe(34)
  expect(types.get('60')).toMatchObject({ name: { nl: 'Volwassene' }, kind: 'person', statistics: 'xxD' })
  expect([types.get('180')?.kind, types.get('210')?.kind]).toEqual(['institution', 'none'])
  expect([...materials().keys()]).toEqual(expect.arrayContaining(['BOEK', 'DVD', 'TAALCURSUS', 'EREADER']))
})

test('they are laid once: what the region changed or took away stays so at every later start', async () => {
  const { status } = await admin.change([
    { kind: 'parameters.set-membership-type', payload: { unit: SYSTEM, code: '159', from: '2026-11-23', to: null, body: null } },
    { kind: 'parameters.set-material-type', payload: {
      unit: SYSTEM, code: 'SPEL', from: '2026-11-23', to: null,
      body: { name: { nl: 'Console-game', en: 'Console game', fr: 'Jeu de console' } },
    } },
  ])
  expect(status).toBe(201)
  const { version } = here.installation.snapshot.current
  await layFirst(here.installation)
  expect(here.installation.snapshot.current.version).toBe(version)
  expect(memberships().has('159')).toBe(false)
  expect(materials().get('SPEL')?.name.nl).toBe('Console-game')
})

test('history says that they were laid ready', async () => {
  const told = JSON.stringify((await admin.get(`/api/changes?unit=${SYSTEM}`)).body)
  expect(told).toContain('34 lidsoorten staan klaar')
})
