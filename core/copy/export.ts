import { createHash } from 'node:crypto'
import { createWriteStream, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Knex } from 'knex'
import { inOneLine, Obstacle } from '../obstacle.ts'
import { FORMAT, rowLine, type End, type Header } from './format.ts'
import { openForCopy } from './open.ts'
import { readSequences, readTables, rowsOf } from './table.ts'

/**
 * A copy of the whole installation as lines of JSON, as it stood at one moment.
 *
 * Streams: memory stays flat, and a slow reader slows the reading of the database. Takes no lock, so an
 * installation may be copied while it runs.
 */
export async function* copyOf(owner: Knex, created: string): AsyncGenerator<string> {
  const db = await owner.transaction(null, { isolationLevel: 'repeatable read', readOnly: true })
  try {
    const whole = createHash('sha256')
    const sealed = (text: string) => {
      whole.update(text)
      return text
    }
    const tables = await readTables(db)
    yield sealed(`${JSON.stringify(await headerOf(db, tables.map(({ name }) => name), created))}\n`)

    const digests: Record<string, string> = {}
    for (const table of tables) {
      const digest = createHash('sha256')
      for await (const rows of rowsOf(db, table)) {
        for (const row of rows) digest.update(row).update('\n')
        yield sealed(rows.map(row => rowLine(table.name, row)).join(''))
      }
      digests[table.name] = digest.digest('hex')
    }
    const end: End = { digests, sequences: await readSequences(db), sha256: '' }
    yield `${JSON.stringify({ end: { ...end, sha256: whole.digest('hex') } })}\n`
  } finally {
    await db.rollback()
  }
}

async function headerOf(db: Knex, names: readonly string[], created: string): Promise<Header> {
  const kind = await db('kind_of_installation').first('kind')
  if (!kind) throw new Obstacle('This installation has never been started: there is nothing to copy.')
  const tables = []
  for (const name of names) tables.push({ name, rows: Number((await db(name).count('* as rows'))[0]?.['rows']) })
  const migrations = (await db('migration').orderBy('id').select('name')).map(({ name }) => name)
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  return { filiaal: 'copy', format: FORMAT, product: version, created, kind: kind.kind, migrations, tables }
}

/** `npm run export -- copy.jsonl`; without a name the copy goes to standard output. */
async function main(words: readonly string[]) {
  const { database, close } = await openForCopy(words)
  try {
    const lines = Readable.from(copyOf(database.owner, new Date().toISOString()))
    const place = words.find(word => !word.startsWith('--'))
    if (!place) return await pipeline(lines, process.stdout, { end: false })
    const unfinished = `${place}.part`
    try {
      await pipeline(lines, createWriteStream(unfinished, { mode: 0o600 }))
      renameSync(unfinished, place)
    } finally {
      rmSync(unfinished, { force: true })
    }
    process.stderr.write(
      `The whole installation is copied into ${place}. It holds everything, so guard it as the database itself.\n`,
    )
  } finally {
    await close()
  }
}

if (import.meta.main) {
  await main(process.argv.slice(2)).catch(failure => {
    process.stderr.write(`${inOneLine(failure)}\n`)
    process.exitCode = 1
  })
}
