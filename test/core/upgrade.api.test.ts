import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { accountOf } from '#core/account.ts'
import { makeDatabase, migrate, openDatabase, type Database } from '#core/database.ts'
import { openInstallation } from '#core/first-fill.ts'
import type { Installation } from '#core/installation.ts'
import { allMigrations } from '#core/migration.ts'
import { assemble } from '#core/registry.ts'
import { rolesOn } from '#core/role.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { plugins } from '#plugins/index.ts'

/** The schema before roles and accounts were configuration. */
const before = '20261122030000'
const [admin, gone, said] = [randomUUID(), randomUUID(), randomUUID()]
const secret = 'left alone'
let database: Database
let installation: Installation

/** An installation of the days when an account was two columns and a role was code. */
const older = `
  insert into unit (id) values ('${SYSTEM}');
  insert into kind_of_installation (kind, filled_at) values ('live', now());
  insert into change_set (id, state, author_name, library_ids, version, applied_at) values ('${said}', 'applied', 'Filiaal', '{}', 1, now());
  insert into staff (id, home_unit, name, email, language) values ('${admin}', '${SYSTEM}', 'An', 'an@oud.be', 'nl');
  insert into staff (id, home_unit, name, email, language, disabled_at) values ('${gone}', '${SYSTEM}', 'Bo', 'bo@oud.be', 'nl', now());
  insert into staff_password (staff_id, hash) values ('${admin}', '${secret}');
  insert into segment (id, fact, unit_id, key, valid, body, walled, said_in, made_in) values
    (gen_random_uuid(), 'core.unit', '${SYSTEM}', 'unit', daterange(null, null),
     '{"type": "system", "code": "0000", "name": "Oude streek"}', false, '${said}', 1),
    (gen_random_uuid(), 'core.grant', '${SYSTEM}', '${admin}/system-admin', daterange(null, null),
     '{"staff": "${admin}", "role": "system-admin"}', true, '${said}', 1);
  update configuration set version = 1`

beforeAll(async () => {
  const host = inject('postgres')
  const name = `filiaal_upgrade_${process.pid}`
  await makeDatabase(host, name)
  database = await openDatabase({ host, database: name })
  await migrate(database.owner, allMigrations().filter(file => (file.split('/')[1] ?? '') < before))
  await database.owner.raw(older)
  await migrate(database.owner)
  installation = await openInstallation(database, assemble(plugins), 'live', async () => ({ signIns: [] }))
  await inWork(installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async () => {})
})

afterAll(() => database.close())

test('whoever had access has an account and their rights, and whoever had none has none', () => {
  const { current } = installation.snapshot
  expect([accountOf(current, admin, '2026-11-23')?.unit, accountOf(current, gone, '2026-11-23')]).toEqual([SYSTEM, undefined])
  expect(installation.rightsOf(current, admin).all()['permissions.manage']).toEqual([SYSTEM])
  expect(installation.rightsOf(current, gone).all()).toEqual({})
})

test('the roles are there once, however often it starts, and stay as the installation made them', async () => {
  const { current } = installation.snapshot
  expect(rolesOn(current, '2026-11-23').get('desk')?.name.nl).toBe('baliemedewerker')
  await openInstallation(database, assemble(plugins), 'live', async () => ({ signIns: [] }))
  const { rows: [{ version }] } = await database.owner.raw('select version from configuration')
  expect(version).toBe(current.version)
})
