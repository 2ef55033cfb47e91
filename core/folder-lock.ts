import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { Obstacle } from './obstacle.ts'

/**
 * Takes a folder for this process alone, until it releases it or ends.
 *
 * The lock is an abstract unix socket named for the folder: the kernel frees it with the process, even
 * after SIGKILL, so a stale lock cannot exist. Refuses when another process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 40)
  const lock = createServer(asker => asker.end())
  await new Promise<void>((taken, refused) => {
    lock.once('error', (failure: NodeJS.ErrnoException) =>
      refused(failure.code === 'EADDRINUSE'
        ? new Obstacle(`Filiaal already runs on ${folder}: stop it first, or give another folder with FILIAAL_DATA.`)
        : failure))
    lock.listen(`\0filiaal-${name}`, taken)
  })
  lock.unref()
  return () => new Promise(released => lock.close(() => released()))
}
