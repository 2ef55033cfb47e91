import { existsSync } from 'node:fs'
import { openDatabase, type Database } from '../database.ts'
import { lockFolder } from '../folder-lock.ts'
import { Obstacle } from '../obstacle.ts'
import { socketFolder } from '../postgres.ts'
import { readSettings, type Settings } from '../settings.ts'
import { NAME, openStorage } from '../storage.ts'

interface Opened {
  readonly database: Database
  close(): Promise<void>
}

/** The database to copy from, also of an installation that runs at this moment. */
export async function openForCopy(words: readonly string[]): Promise<Opened> {
  const settings = readSettings(process.env, words)
  if (settings.databaseUrl) return openStorage(settings)
  const { folder } = settings
  if (!existsSync(folder))
    throw new Obstacle(`There is no installation in ${folder}: name its kind, as in -- --empty copy.jsonl.`)
  const unlock = await lockFolder(folder).catch((failure: unknown) => {
    if (failure instanceof Obstacle) return undefined
    throw failure
  })
  return unlock
    ? openLocked(settings, unlock)
    : openDatabase({ host: socketFolder(folder), database: NAME }).then(database => ({
        database,
        close: database.close,
      }))
}

/** The database to fill, which nothing else may be using. */
export async function openToFill(settings: Settings): Promise<Opened> {
  if (settings.databaseUrl) return openStorage(settings)
  return openLocked(settings, await lockFolder(settings.folder))
}

async function openLocked(settings: Settings, unlock: () => Promise<void>): Promise<Opened> {
  const { database, close } = await openStorage(settings).catch(async failure => {
    await unlock()
    throw failure
  })
  return {
    database,
    close: async () => {
      await close()
      await unlock()
    },
  }
}
