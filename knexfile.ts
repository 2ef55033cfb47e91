import type { Knex } from 'knex'
import { migrations } from '#core/migration.ts'

/** For the knex command line against a database of your own: `DATABASE_URL=… npx knex migrate:status`. */
const configuration: Knex.Config = {
  client: 'pg',
  connection: process.env['DATABASE_URL'] ?? '',
  migrations: { migrationSource: migrations(), tableName: 'migration' },
}

export default configuration
