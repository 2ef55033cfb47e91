import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { Obstacle } from './obstacle.ts'

interface Entry {
  /** `branches/20260102090000_create_branch.ts`: knex alone would keep the bare file name. */
  readonly name: string
  readonly path: string
}

const root = join(import.meta.dirname, '..', 'migrations')

/** Every plugin's migrations as one history, by time stamp and then by plugin; or only those named. */
export function migrations(only?: readonly string[]): Knex.MigrationSource<Entry> {
  const entries = entriesOf().filter(({ name }) => only?.includes(name) ?? true)
  return {
    getMigrations: async () => entries,
    getMigrationName: entry => entry.name,
    getMigration: entry => import(entry.path) as Promise<Knex.Migration>,
  }
}

const entriesOf = () =>
  readdirSync(root, { withFileTypes: true })
    .filter(folder => folder.isDirectory())
    .flatMap(({ name: plugin }) => readdirSync(join(root, plugin)).map(file => entryOf(plugin, file)))
    .sort((a, b) => (stampOf(a) === stampOf(b) ? compare(a.name, b.name) : compare(stampOf(a), stampOf(b))))

function entryOf(plugin: string, file: string): Entry {
  if (!/^\d{14}_[a-z0-9_]+\.ts$/.test(file)) {
    throw new Obstacle(`migrations/${plugin}/${file} must be named like 20260102090000_create_branch.ts.`)
  }
  return { name: `${plugin}/${file}`, path: join(root, plugin, file) }
}

/** The names of every migration this product knows, in order. */
export const allMigrations = () => entriesOf().map(({ name }) => name)

const stampOf = ({ name }: Entry) => name.slice(name.indexOf('/') + 1).slice(0, 14)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
