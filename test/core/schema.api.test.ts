import { readFileSync } from 'node:fs'
import { afterAll, expect, inject, test } from 'vitest'
import { makeDatabase, migrate, openDatabase, type Database } from '#core/database.ts'
import { allMigrations } from '#core/migration.ts'
import { describeSchema, schemaFile } from '#core/schema-doc.ts'
import { template } from '../postgres.ts'

const opened: Database[] = []
async function open(name: string, from?: string) {
  const host = inject('postgres')
  await makeDatabase(host, name, from)
  const database = await openDatabase({ host, database: name })
  opened.push(database)
  return database.owner
}
afterAll(() => Promise.all(opened.map(database => database.close())))

test('migrations/schema.md is what a fresh installation gets (npm run schema writes it)', async () => {
  expect(await describeSchema(await open('schema_fresh', template))).toBe(readFileSync(schemaFile, 'utf8'))
})

test('an installation that followed every version has the schema of a fresh one', async () => {
  const followed = await open('schema_followed')
  for (const step of allMigrations().keys()) await migrate(followed, allMigrations().slice(0, step + 1))
  expect(await describeSchema(followed)).toBe(await describeSchema(await open('schema_again', template)))
})

test('starting twice at once migrates once', async () => {
  const [one, other] = [await open('schema_race'), await open('schema_race')]
  await Promise.all([migrate(one), migrate(other)])
  expect((await one('migration').orderBy('id').select('name')).map(({ name }) => name)).toEqual(allMigrations())
})

test('a database made by a newer Filiaal is refused in one line', async () => {
  const newer = await open('schema_newer', template)
  await newer('migration').insert({ name: 'core/29990101000000_later.ts', batch: 99, migration_time: '2999-01-01' })
  await expect(migrate(newer)).rejects.toThrow('made by a newer Filiaal')
})

test('a start that was killed while migrating does not hold up the next', async () => {
  const killed = await open('schema_killed', template)
  await killed('migration_lock').update({ is_locked: 1 })
  await expect(migrate(killed)).resolves.toBeUndefined()
})
