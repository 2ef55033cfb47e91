import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject } from 'vitest'
import type { Opened } from './installation.ts'

/** What every process over a test's database is told. */
export interface Place { readonly host: string; readonly database: string }

/** Real processes over the database of a test, to be killed where it hurts. */
export async function otherProcesses<Told extends object>(here: Opened, script: string) {
  const { owner } = here.database
  const { rows: [{ name: database }] } = await owner.raw('select current_database() as name')
  const children = new Set<ChildProcess>()
  const count = async (query: string): Promise<number> => (await owner.raw(`select count(*)::int as n from ${query}`)).rows[0].n
  /** The connections of requests and jobs in this database, whichever process holds them. */
  const ours = async (): Promise<readonly number[]> => (await owner.raw(`
    select pid from pg_stat_activity where datname = current_database() and usename in ('filiaal_app', 'filiaal_job')`)).rows.map(({ pid }: { pid: number }) => pid)
  /** Statements in this database that wait for a lock. */
  const waiting = () => count('pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())')
  /** What a killed process leaves behind at the server ends when it wants to answer. */
  const settled = async (before: readonly number[]) => {
    while ((await ours()).some(pid => !before.includes(pid))) await pause(10)
  }

  /** Starts another process, which says how far it is. */
  async function start(told: Told) {
    const before = await ours()
    const place: Place = { host: inject('postgres'), database }
    const child = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DESK: JSON.stringify({ ...place, ...told }) },
    })
    children.add(child)
    let said = ''
    child.stdout.on('data', part => (said += part))
    const gone = new Promise<NodeJS.Signals | number | null>(done => child.once('close', (code, signal) => done(signal ?? code)))
    return {
      async says(word: string) {
        while (!said.includes(word)) {
          if (child.exitCode !== null) throw new Error(`It ended: ${said}`)
          await pause(2)
        }
      },
      said: () => said,
      shoot: () => child.kill('SIGKILL'),
      async kill() {
        child.kill('SIGKILL')
        expect(await gone).toBe('SIGKILL')
        children.delete(child)
        await settled(before)
      },
      ended: () => child.exitCode !== null,
    }
  }

  /** A whole table, or the rows that a query names. */
  const lockOf = (held: string) => held === 'configuration' ? 'select version from configuration for update'
    : held.includes(' ') ? held : `lock table ${held} in exclusive mode`

  return {
    start,
    /** Starts several and lets them go on at once from where all of them wait for what this test holds in its hands. */
    async together(held: string, several: readonly Told[]) {
      const holding = await owner.transaction()
      await holding.raw(lockOf(held))
      const all = await Promise.all(several.map(start))
      while (await waiting() < all.length && !all.some(one => one.ended())) await pause(5)
      await holding.rollback()
      return all
    },
    /** Kills a process where it waits for what this test holds in its hands. */
    async killedAt(held: string, told: Told) {
      const holding = await owner.transaction()
      await holding.raw(lockOf(held))
      const other = await start(told)
      await other.says('ready')
      while (await waiting() === 0 && !other.ended() && !other.said().includes('done')) await pause(5)
      const isLate = other.said().includes('done')
      other.shoot()
      await holding.rollback()
      await other.kill()
      if (isLate) throw new Error('It was done before it had to wait')
    },
    close() {
      for (const child of children) child.kill('SIGKILL')
    },
  }
}
