import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Knex } from 'knex'
import { allRoles, migrate } from '../database.ts'
import { allMigrations } from '../migration.ts'
import { inOneLine, Obstacle } from '../obstacle.ts'
import { readSettings } from '../settings.ts'
import { readEnd, readHeader, readRow, type End, type Header } from './format.ts'
import { linesOf } from './line.ts'
import { loosen } from './loosen.ts'
import { openToFill } from './open.ts'
import { columnsOf, readTables, rowsOf, type Table } from './table.ts'

const ROWS_AT_ONCE = 500
const CHARACTERS_AT_ONCE = 2_000_000

/**
 * Fills an empty database with a copy, in one transaction, and compares every table with what was copied.
 *
 * The schema is first brought to where the copy was made and afterwards up to date, so an older copy fits.
 * Refuses a database in use, a newer format or schema, and a file that is cut short or was altered.
 */
export async function fillFrom(owner: Knex, lines: AsyncIterator<string>): Promise<Header> {
  const first = (await lines.next()).value as string | undefined
  const header = readHeader(first)
  const unknown = header.migrations.find(name => !allMigrations().includes(name))
  if (unknown)
    throw new Obstacle(
      `This copy was made by a newer Filiaal (${header.product}): use that version or a later one.`,
    )
  await refuseInUse(owner)
  await bringSchemaTo(owner, header.migrations)
  await owner.transaction(async db => {
    const tables = await readTables(db)
    await db.raw(`truncate ${tables.map(({ name }) => `"${name}"`).join(', ')}`)
    const tighten = await loosen(db)
    const end = await load(db, tables, `${first}\n`, lines)
    await setSequences(db, end)
    await tighten()
    await compare(db, tables, end)
  })
  await migrate(owner)
  return header
}

async function refuseInUse(owner: Knex) {
  const { rows: [found] } = await owner.raw(`
    select to_regclass('public.migration') is not null as ours, to_regclass('public.kind_of_installation') is not null as complete,
      exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as filled`)
  if (found.filled && !found.ours) throw new Obstacle('This database holds something else: give an empty one.')
  if (found.complete && await owner('kind_of_installation').first()) {
    throw new Obstacle('This installation has begun: a copy fills an empty one only. Give another folder or database.')
  }
}

async function bringSchemaTo(owner: Knex, wanted: readonly string[]) {
  const { rows: [{ ours }] } = await owner.raw(`select to_regclass('public.migration') is not null as ours`)
  const applied = ours ? (await owner('migration').select('name')).map(({ name }) => name as string) : []
  if (applied.some(name => !wanted.includes(name))) {
    await owner.raw(`drop schema public cascade; create schema public; grant usage on schema public to ${allRoles.join(', ')}`)
  }
  await migrate(owner, wanted)
}

async function load(
  db: Knex.Transaction,
  tables: readonly Table[],
  first: string,
  lines: AsyncIterator<string>,
): Promise<End> {
  const whole = createHash('sha256').update(first)
  const known = new Map(tables.map(table => [table.name, table]))
  let waiting: string[] = []
  let characters = 0
  let current = ''
  const lay = async () => {
    const table = known.get(current)
    if (table && waiting.length > 0) await insert(db, table, waiting)
    waiting = []
    characters = 0
  }
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value
    const found = readRow(line)
    if (!found) {
      await lay()
      const end = readEnd(line)
      if (!end || !(await lines.next()).done || end.sha256 !== whole.digest('hex')) throw damaged()
      return end
    }
    if (!known.has(found.table)) throw damaged()
    if (found.table !== current || waiting.length >= ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) await lay()
    current = found.table
    waiting.push(found.row)
    characters += found.row.length
    whole.update(line).update('\n')
  }
  throw new Obstacle('This copy is cut short: make it again.')
}

async function insert(db: Knex.Transaction, table: Table, rows: readonly string[]) {
  const values = table.columns.map(({ name, needsBody }) =>
    needsBody ? `coalesce("${name}", 'null'::jsonb)` : `"${name}"`,
  )
  await db
    .raw(
      `
    insert into "${table.name}" (${columnsOf(table)}) overriding system value
    select ${values.join(', ')} from jsonb_populate_recordset(null::"${table.name}", ?::jsonb)`,
      [`[${rows.join(',')}]`],
    )
    .catch((failure: { code?: string }) => {
      throw failure.code === '22P02' ? damaged() : failure
    })
}

async function setSequences(db: Knex.Transaction, { sequences }: End) {
  for (const [name, last] of Object.entries(sequences)) {
    await db.raw('select setval(quote_ident(?), ?::bigint, ?)', [name, last ?? '1', last !== null])
  }
}

async function compare(db: Knex.Transaction, tables: readonly Table[], { digests }: End) {
  for (const table of tables) {
    const digest = createHash('sha256')
    for await (const rows of rowsOf(db, table)) for (const row of rows) digest.update(row).update('\n')
    if (digest.digest('hex') !== digests[table.name]) {
      throw new Obstacle(`Table ${table.name} differs from the copy after it was filled; nothing was kept.`)
    }
  }
}

const damaged = () => new Obstacle('This copy is damaged or was altered; nothing was kept. Make it again.')

/** `npm run import -- copy.jsonl`: into the empty database of DATABASE_URL, or into a folder of our own. */
async function main(words: readonly string[]) {
  const place = words.find(word => !word.startsWith('--'))
  if (!place) throw new Obstacle('Name the copy: npm run import -- copy.jsonl.')
  const settings = readSettings(process.env, words)
  const { kind } = readHeader((await linesOf(createReadStream(place)).next()).value ?? '')
  if (!settings.databaseUrl && kind !== settings.kind) {
    throw new Obstacle(`This copy is of a ${kind} region: add --${kind === 'live' ? 'empty' : kind}.`)
  }
  const { database, close } = await openToFill(settings)
  try {
    const header = await fillFrom(database.owner, linesOf(createReadStream(place)))
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0)
    process.stderr.write(
      `${rows} rows of ${header.tables.length} tables are restored from the copy of ${header.created}, and compared.\n`,
    )
  } finally {
    await close()
  }
}

if (import.meta.main) {
  await main(process.argv.slice(2)).catch((failure: NodeJS.ErrnoException) => {
    process.stderr.write(`${failure.code === 'ENOENT' ? `There is no file ${failure.path}.` : inOneLine(failure)}\n`)
    process.exitCode = 1
  })
}
