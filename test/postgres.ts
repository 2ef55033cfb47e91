import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeDatabase, migrate, openDatabase } from '#core/database.ts'
import { startPostgres, type Postgres } from '#core/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext { postgres: string }
}

/** The migrated, empty database that every test's own is a copy of. */
export const template = 'filiaal_template'

let started: Promise<{ postgres: Postgres; folder: string }> | undefined
let users = 0

/** One real PostgreSQL for the whole run: started, migrated, and gone afterwards. */
export default async function postgres(project: TestProject) {
  users++
  started ??= start()
  project.provide('postgres', (await started).postgres.host)
  return async () => {
    if (--users > 0 || !started) return
    const { postgres, folder } = await started
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-test-'))
  const postgres = await startPostgres(folder, { durable: false, settings: { max_connections: '200' } })
  await makeDatabase(postgres.host, template)
  const database = await openDatabase({ host: postgres.host, database: template })
  await migrate(database.owner)
  await database.close()
  return { postgres, folder }
}
