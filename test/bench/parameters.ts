import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Configuration } from '#core/configuration.ts'
import { makeDatabase, migrate, openDatabase, type Database } from '#core/database.ts'
import { applyAsSystem } from '#core/door.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { resolve } from '#core/parameter.ts'
import { startPostgres } from '#core/postgres.ts'
import type { Registry } from '#core/registry.ts'
import { treeOn } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openUnit } from '#plugins/units/contract.ts'
import { naively } from '../parameters/naive.ts'
import { Chance } from '#plugins/circulation/demo/chance.ts'
import { drawUnits } from '../region/drawn-unit.ts'
import { median, nanosecondsPerStep, type Figure } from './figure.ts'
import { drawRows, storeRows, withSettings } from './filled-settings.ts'
import { loadOf, usageOf } from './load.ts'
import { applying } from './applied-settings.ts'
import { adminOf, askOn, timed, tokenOf } from './server.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=15']
const SIZE = { libraries: 350, branches: 1300 }
const DAY = '2026-11-23'
const ROUNDS = 3

/** What 300 settings and 200,000 rows ask of one process: one resolution, a page, all units, a change. */
export async function parameters(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-bench-'))
  const postgres = await startPostgres(join(folder, 'pg'), { durable: false })
  try {
    const secret = randomUUID()
    await makeDatabase(postgres.host, 'filiaal')
    const database = await openDatabase({ host: postgres.host, database: 'filiaal' })
    const registry = withSettings()
    const { token, configuration } = await prepare(database, registry, secret)
    await database.close()
    const inProcess = await resolutions(registry, configuration)
    return [...inProcess, ...await served(postgres.host, folder, secret, `filiaal=${token}`, configuration)]
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function prepare(database: Database, registry: Registry, secret: string) {
  await migrate(database.owner)
  const installation = new Installation({ knex: database.app, job: database.job, registry })
  await begin(installation, 'Meetstreek')
  const units = drawUnits(new Chance(1), SIZE)
  await inWork(installation, asSystem, ctx => applyAsSystem(ctx, randomUUID(), units.map(({ id, parent, unit }) =>
    ({ kind: openUnit.name, payload: { id, parent, from: '2016-01-01', unit } })), 'bench'))
  const signedIn = await adminOf(installation)
  await storeRows(database, drawRows(registry, installation.snapshot.current, DAY))
  const { rows: [{ version }] } = await database.owner.raw('select version from configuration')
  const configuration = await installation.snapshot.catchUp(version)
  return { configuration, token: await tokenOf(secret, signedIn) }
}

export const branchesIn = (configuration: Configuration) => {
  const { order, units } = treeOn(configuration, DAY)
  return order.filter(id => units.get(id)?.type === 'branch')
}

/** One setting at one branch, for codes where it differs by them; beside it every row of every level read. */
async function resolutions({ parameters: all }: Registry, configuration: Configuration): Promise<Figure[]> {
  const chance = new Chance(3)
  const [settings, branches] = [[...all.values()], branchesIn(configuration)]
  const codes = [['*', '1', '60', '80'], ['*', 'BOEK', 'DVD', 'CD']] as const
  const asked = Array.from({ length: 20_000 }, (_, n) => {
    const parameter = settings[n % settings.length]
    if (!parameter) throw new Error('There are no settings')
    const where = { membership: chance.one(codes[0]), material: chance.one(codes[1]) }
    return { parameter, unit: chance.one(branches), where: parameter.dimensions ? where : {} }
  })
  const few = asked.filter((_, n) => n % 100 === 0)
  for (const { parameter, unit, where } of few) {
    const [quick, plain] = [resolve(configuration, parameter, unit, DAY, where).value, naively(configuration, parameter, unit, DAY, where)]
    if (JSON.stringify(quick) !== JSON.stringify(plain)) throw new Error(`${parameter.name} is ${quick}, read plainly ${plain}`)
  }
  const lined = asked.filter(({ parameter }) => parameter.dimensions)
  const run = (all: typeof asked) => () => all.map(({ parameter, unit, where }) => resolve(configuration, parameter, unit, DAY, where))
  const plainly = () => few.map(({ parameter, unit, where }) => naively(configuration, parameter, unit, DAY, where))
  const floor = { name: 'every row read', value: await nanosecondsPerStep(few.length, plainly) / 1000 }
  return [
    { name: 'one resolution at a branch', value: await nanosecondsPerStep(asked.length, run(asked)) / 1000, unit: 'µs', floor, target: '≤ 1' },
    { name: 'one rule line by both codes', value: await nanosecondsPerStep(lined.length, run(lined)) / 1000, unit: 'µs', target: '≤ 1' },
  ]
}

async function served(host: string, folder: string, secret: string, cookie: string, configuration: Configuration): Promise<Figure[]> {
  const start = (name: string) => fork(join(import.meta.dirname, 'served-settings.ts'), [host, secret, folder, name], { execArgv: FLAGS })
  const [child, other] = [start('one'), start('other')]
  await Promise.all([once(child, 'message'), once(other, 'message')])
  try {
    const { startedMs, rssBytes } = await usageOf(child) as Awaited<ReturnType<typeof usageOf>> & { startedMs: number }
    return [
      ...await pages(child, folder, cookie, configuration),
      ...await applying(host, askOn(`${folder}/one.sock`, cookie), askOn(`${folder}/other.sock`, cookie), branchesIn(configuration)),
      { name: 'start of a process over 200,000 rows', value: startedMs, unit: 'ms' },
      { name: 'RSS of the process after its start', value: rssBytes / 1024 / 1024, unit: 'MB' },
      { name: 'RSS of the process after all that', value: (await usageOf(child)).rssBytes / 1024 / 1024, unit: 'MB' },
    ]
  } finally {
    for (const one of [child, other]) {
      one.kill('SIGINT')
      await once(one, 'exit')
    }
  }
}

async function pages(child: ChildProcess, folder: string, cookie: string, configuration: Configuration): Promise<Figure[]> {
  const branches = branchesIn(configuration)
  const ask = askOn(`${folder}/one.sock`, cookie)
  const bare = askOn(`${folder}/one-bare.sock`, cookie)
  const pathsOf = branches.filter((_, n) => n % 13 === 0).map(unit => `/api/parameters/values?unit=${unit}`)
  let next = 0
  // A process that has just started is still compiling itself; one that runs meets branches it has not been asked for.
  for (const unit of branches.filter((_, n) => n % 13 === 6)) await ask('GET', `/api/parameters/values?unit=${unit}`)
  const fresh = await timed(100, () => ask('GET', pathsOf[next++ % pathsOf.length] ?? ''))
  const again = await timed(100, () => ask('GET', pathsOf[0] ?? ''))
  const bareOne = await timed(50, () => bare('GET', pathsOf[next++ % pathsOf.length] ?? ''))
  const everywhere = await timed(15, () => ask('GET', '/api/parameters/rules.loan/units?membership=60&material=BOEK'))
  const loads = { ours: [] as number[], bare: [] as number[], micros: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    loads.bare.push((await loadOf(child, `${folder}/one-bare.sock`, pathsOf, cookie)).perSecond)
    const { perSecond, cpuMicrosPerRequest, failures } = await loadOf(child, `${folder}/one.sock`, pathsOf, cookie)
    if (failures) throw new Error('Requests failed under load; the figures would mean nothing')
    loads.ours.push(perSecond)
    loads.micros.push(cpuMicrosPerRequest)
  }
  const floor = { name: 'PostgreSQL finds the nearest row', value: bareOne }
  return [
    { name: '300 settings at a branch, asked for the first time', value: fresh, unit: 'ms', floor, target: '≤ 2' },
    { name: '300 settings at a branch, asked again', value: again, unit: 'ms', floor, target: '≤ 2' },
    {
      name: '300 settings at a branch', value: median(loads.ours), unit: 'requests/s',
      floor: { name: 'PostgreSQL finds the nearest row', value: median(loads.bare) }, target: '≥ 500',
    },
    { name: '300 settings at a branch, CPU', value: median(loads.micros), unit: 'µs/request' },
    { name: `one setting at ${SIZE.libraries + SIZE.branches} units`, value: everywhere, unit: 'ms', target: '≤ 20' },
  ]
}
