import { dropDatabase, makeDatabase, openDatabase, type Database } from './database.ts'
import { startPostgres } from './postgres.ts'
import type { Settings } from './settings.ts'

/** The database of an installation, wherever it is, and all that must stop when we do. */
export interface Storage {
  readonly database: Database
  /** Settles when a PostgreSQL of our own has gone; never for somebody else's. */
  readonly gone: Promise<void>
  close(): Promise<void>
  /** Begins again with an empty database; only where it is our own. */
  readonly startOver: (() => Promise<Database>) | undefined
}

/** What the database is called in a PostgreSQL of our own. */
export const NAME = 'filiaal'

/**
 * Opens the database of DATABASE_URL, or starts a PostgreSQL of our own on the installation's folder,
 * whose lock the caller holds.
 */
export async function openStorage({ databaseUrl, folder }: Settings): Promise<Storage> {
  await using opened = new AsyncDisposableStack()
  if (databaseUrl) {
    const database = await openDatabase({ url: databaseUrl })
    return { database, gone: new Promise(() => {}), close: () => database.close(), startOver: undefined }
  }
  const postgres = await startPostgres(folder)
  opened.defer(postgres.stop)
  const open = async () => {
    await makeDatabase(postgres.host, NAME)
    return openDatabase({ host: postgres.host, database: NAME })
  }
  let database = await open()
  opened.defer(() => database.close())
  const kept = opened.move()
  return {
    get database() { return database },
    gone: postgres.ended,
    close: () => kept.disposeAsync(),
    startOver: async () => {
      await database.close()
      await dropDatabase(postgres.host, NAME)
      database = await open()
      return database
    },
  }
}
