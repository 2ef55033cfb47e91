import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { copyOf } from '#core/copy/export.ts'
import { fillFrom } from '#core/copy/import.ts'
import { linesOf } from '#core/copy/line.ts'
import { brokenSeal, sealAudit } from '#core/seal.ts'
import { makeDatabase, openDatabase, type Database } from '#core/database.ts'
import { Installation } from '#core/installation.ts'
import { allMigrations } from '#core/migration.ts'
import { assemble } from '#core/registry.ts'
import { plugins } from '#plugins/index.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { template } from '../postgres.ts'

const moment = '2026-11-23T09:00:00.000Z'
const awkward = { text: 'é\u2028\n"\\ 𝒳', huge: '<huge>', nothing: null, list: [null, 0.1, -1e-7] }

let here: Opened
let copy: string
const opened: Database[] = []

const read = async (lines: AsyncIterable<string>) => (await Array.fromAsync(lines)).join('')
const fill = (database: Database, text: string) => fillFrom(database.owner, linesOf(Readable.from(chunksOf(text))))

/** In pieces that cut through lines and characters, as a file arrives. */
function* chunksOf(text: string) {
  const bytes = Buffer.from(text)
  for (let start = 0; start < bytes.length; start += 1009) yield bytes.subarray(start, start + 1009)
}

async function emptyDatabase(from?: string) {
  const host = inject('postgres')
  const name = `copy_${randomUUID().slice(0, 8)}`
  await makeDatabase(host, name, from)
  const database = await openDatabase({ host, database: name })
  opened.push(database)
  return database
}

beforeAll(async () => {
  here = await openInstallation()
  await here.database.owner('kind_of_installation').insert({ kind: 'live', filled_at: moment }).onConflict().ignore()
  const library = await here.unit('library', 'Bibliotheek "De Zwalm" – é')
  await here.unit('branch', 'Munkzwalm', library)
  await here.staff('branch-manager', library)
  await sealAudit(here.installation)
  await here.unit('branch', 'Nederzwalm', library)
  await here.database.owner('event').insert({
    name: 'test.awkward', detail: JSON.stringify(awkward).replace('"<huge>"', '12345678901234567890.123'),
  })
  copy = await read(copyOf(here.database.owner, moment))
})
afterAll(async () => {
  await here.close()
  await Promise.all(opened.map(database => database.close()))
})

test('a copy fills an empty database, and a copy of that is the same to the byte', async () => {
  const database = await emptyDatabase()
  await fill(database, copy)
  expect(await read(copyOf(database.owner, moment))).toBe(copy)
})

test('a restored installation goes on: its audit is whole, its numbers do not clash, its keys hold', async () => {
  const database = await emptyDatabase(template)
  await fill(database, copy)
  const installation = new Installation({ knex: database.app, job: database.job, registry: assemble(plugins) })
  // Transactions of other databases of this PostgreSQL may hold the sealer back for a moment.
  await expect.poll(async () => {
    await sealAudit(installation)
    return (await database.owner.raw('select count(*) as rows from audit where id > (select max(last_id) from audit_seal)')).rows[0].rows
  }, { timeout: 20_000 }).toBe(0)
  expect(await brokenSeal(installation)).toBeNull()

  const staff = await database.owner('staff').first('id')
  await database.owner('staff').where(staff).update({ initials: 'ZZ' })
  const { rows: [last] } = await database.owner.raw(`select table_name, act from audit order by id desc limit 1`)
  expect(last).toEqual({ table_name: 'staff', act: 'update' })
  await expect(database.owner('session').insert({ id: randomUUID(), staff_id: randomUUID(), expires_at: moment }))
    .rejects.toMatchObject({ code: '23503' })
})

test('an empty database whose schema went further is taken back to where the copy was made', async () => {
  const database = await emptyDatabase(template)
  await database.owner.raw(`
    create table later (name text);
    insert into migration (name, batch, migration_time) values ('core/29990101000000_later.ts', 99, now())`)
  await fill(database, copy)
  expect((await database.owner('migration').select('name')).map(({ name }) => name)).toEqual(allMigrations())
  expect(await read(copyOf(database.owner, moment))).toBe(copy)
  expect((await database.app('configuration').first()).version).toBeGreaterThan(1)
})

test('an installation that has begun is never overwritten', async () => {
  await expect(fill(here.database, copy)).rejects.toThrow('This installation has begun')
})

test('a database that holds something else is left alone', async () => {
  const database = await emptyDatabase()
  await database.owner.raw('create table recipes (name text)')
  await expect(fill(database, copy)).rejects.toThrow('This database holds something else')
})

test.each([
  ['of a newer format', (text: string) => text.replace('"format":1', '"format":2'), 'format 2'],
  [
    'of a newer schema',
    (text: string) => text.replace('"migrations":[', '"migrations":["core/29990101000000_later.ts",'),
    'newer Filiaal',
  ],
  [
    'that is cut short',
    (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1),
    'cut short',
  ],
  ['that is cut within a line', (text: string) => text.slice(0, -20), 'damaged'],
  ['with one name altered', (text: string) => text.replace('Munkzwalm', 'Munkzwaln'), 'damaged'],
  ['with a row left out', (text: string) => text.replace(/^\{"t":"staff".*\n/m, ''), 'damaged'],
  ['with more after its end', (text: string) => `${text}{}\n`, 'damaged'],
  ['that is something else', () => '{"some":"json"}\n', 'not a copy'],
  ['that is empty', () => '', 'not a copy'],
])('a copy %s is refused and nothing of it is kept', async (_how, spoil, why) => {
  const database = await emptyDatabase(template)
  await expect(fill(database, spoil(copy))).rejects.toThrow(why)
  expect(await database.owner('staff').count('* as rows')).toEqual([{ rows: 0 }])
  expect(await database.owner('table_class').first()).toBeDefined()
})
