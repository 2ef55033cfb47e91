import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, realpathSync,
  renameSync, rmSync,
} from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Obstacle } from './obstacle.ts'
import { findBinaries, Servant, type Binaries } from './postgres-servant.ts'

/** A PostgreSQL of our own, reached through a unix socket in `host` that no other account may open. */
export interface Postgres {
  readonly host: string
  /** Settles when it has gone, asked or not. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** The account that may do everything; used only to make the owner and the database. */
export const superuser = 'postgres'
const SOCKET_PATH_MAX = 107
const SOCKET = '.s.PGSQL.5432'

/**
 * Starts PostgreSQL on the data in `folder`, which it makes on the first start.
 *
 * The caller holds the lock on the folder, so whatever still runs there is what a killed start left
 * behind, and is stopped first. With `durable: false` (tests) nothing is forced to disk.
 */
export async function startPostgres(
  folder: string,
  { durable = true, settings = {} }: { durable?: boolean; settings?: Readonly<Record<string, string>> } = {},
): Promise<Postgres> {
  const binaries = await findBinaries()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const home = realpathSync(folder)
  const servant = new Servant(home)
  servant.own(home)
  const cluster = join(home, 'pg')
  const host = openSocketFolder(home, servant)
  await endLeftovers(cluster, host)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(binaries, servant, cluster, durable)

  const log = join(home, 'postgres.log')
  const words = Object.entries({
    listen_addresses: '',
    unix_socket_directories: host,
    unix_socket_permissions: '0700',
    log_min_messages: 'warning',
    // A plan is made for each question, and compiling one to machine code takes longer than any of ours runs.
    jit: 'off',
    ...(durable ? sizedFor(Math.min(totalmem(), process.constrainedMemory() || Infinity)) : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

  const written = openSync(log, 'w', 0o600)
  // Detached: Ctrl-C reaches us alone, so that requests are answered before the database goes.
  const server = servant.run(binaries.postgres, ['-D', cluster, ...words], {
    cwd: '/', detached: true, env: quiet(), stdio: ['ignore', written, written],
  })
  closeSync(written)
  let gone = false
  const ended = new Promise<void>(done => {
    server.once('error', () => done())
    server.once('close', () => done())
  }).then(() => {
    gone = true
  })
  while (!isReady(cluster, server.pid)) {
    if (gone) throw new Obstacle(`PostgreSQL did not start: ${lastWords(log)} (see ${log})`)
    await pause(10)
  }

  return {
    host,
    ended,
    async stop() {
      if (gone) return
      server.kill('SIGINT')
      await Promise.race([ended, pause(10_000, undefined, { ref: false })])
      if (!gone) server.kill('SIGQUIT')
      await ended
    },
  }
}

/**
 * PostgreSQL's own defaults suit a machine of long ago. The pages in most use stay in memory, a disk finds any page as soon
 * as the next, and what was written is carried to the tables in long calm strokes instead of every five minutes.
 */
function sizedFor(memoryBytes: number): Readonly<Record<string, string>> {
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)}MB`
  return {
    shared_buffers: megabytes(Math.min(Math.max(memoryBytes / 16, 128 * 1024 * 1024), 1024 * 1024 * 1024)),
    effective_cache_size: megabytes(memoryBytes / 2), work_mem: '16MB', random_page_cost: '1.1',
    max_wal_size: '4GB', checkpoint_timeout: '15min',
  }
}

/** Made beside its place and then renamed: a killed `initdb` leaves a folder that looks finished. */
async function makeCluster({ initdb }: Binaries, servant: Servant, cluster: string, durable: boolean) {
  for (const left of readdirSync(dirname(cluster)).filter(name => name.startsWith('pg.new'))) {
    rmSync(join(dirname(cluster), left), { recursive: true, force: true, maxRetries: 10 })
  }
  const fresh = `${cluster}.new-${randomUUID()}`
  const making = servant.run(initdb, [
    '-D', fresh, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', durable ? '--sync-method=syncfs' : '--no-sync',
  ], { cwd: '/', env: quiet(), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  making.stdout?.on('data', text => (said += text))
  making.stderr?.on('data', text => (said += text))
  const code = await new Promise<number | null>((done, failed) => {
    making.once('error', failed)
    making.once('close', done)
  })
  if (code !== 0) throw new Obstacle(`PostgreSQL could not be set up in ${cluster}: ${said.trim().split('\n').at(-1)}`)
  renameSync(fresh, cluster)
}

/**
 * Where the PostgreSQL on a folder listens. A unix socket's path is short by law of the kernel, so a deep
 * folder gets one under the temporary folder.
 */
export function socketFolder(folder: string) {
  const home = realpathSync(folder)
  const host = join(home, 'run')
  if (Buffer.byteLength(join(host, SOCKET)) + '.lock'.length < SOCKET_PATH_MAX) return host
  return join(tmpdir(), `filiaal-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`)
}

function openSocketFolder(home: string, servant: Servant) {
  const host = socketFolder(home)
  mkdirSync(host, { recursive: true, mode: 0o700 })
  servant.own(host)
  const { mode } = lstatSync(host)
  if ((mode & 0o077) !== 0) throw new Obstacle(`Others may enter ${host}: remove it, and start again.`)
  return host
}

async function endLeftovers(cluster: string, host: string) {
  for (const [signal, patienceMs] of [['SIGINT', 10_000], ['SIGQUIT', 5000], ['SIGKILL', 5000]] as const) {
    const until = performance.now() + patienceMs
    processesIn(cluster).forEach(pid => tell(pid, signal))
    while (processesIn(cluster).length > 0 && performance.now() < until) await pause(25)
  }
  // PostgreSQL itself would stop at a pid that another program or a zombie has taken since.
  for (const left of [join(cluster, 'postmaster.pid'), join(host, SOCKET), join(host, `${SOCKET}.lock`)]) {
    rmSync(left, { force: true })
  }
}

/** Every process of PostgreSQL works in its data folder, and nothing else does. */
const processesIn = (cluster: string) =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === cluster &&
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
        )
      } catch {
        return false
      }
    })

function tell(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself meanwhile, which is what we wanted.
  }
}

function isReady(cluster: string, pid: number | undefined) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

const quiet = () => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' })

function lastWords(log: string) {
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  return lines.find(line => line.includes('FATAL')) ?? (lines.at(-1) || 'it gave no reason')
}
