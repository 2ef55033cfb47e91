import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import { buildConsole } from './console-build.ts'
import { migrate } from './database.ts'
import { HalfFilled, openInstallation, type Fill } from './first-fill.ts'
import { firstAdminToken } from './first-start.ts'
import { Heartbeat } from './heartbeat.ts'
import type { Installation, Surroundings } from './installation.ts'
import { lockFolder } from './folder-lock.ts'
import { Lifetime } from './lifetime.ts'
import { Obstacle } from './obstacle.ts'
import type { Plugin } from './plugin.ts'
import { assemble } from './registry.ts'
import { readSettings, sessionSecret, type Settings } from './settings.ts'
import { openStorage, type Storage } from './storage.ts'

interface Start {
  readonly plugins: readonly Plugin[]
  readonly fill: Fill
  readonly environment: NodeJS.ProcessEnv
  readonly words: readonly string[]
}

/** Starts an installation and keeps it running until it is told to stop. */
export async function start({ plugins, fill, environment, words }: Start): Promise<void> {
  const settings = readSettings(environment, words)
  const registry = assemble(plugins)
  const life = new Lifetime()
  try {
    if (!settings.databaseUrl) life.defer(await lockFolder(settings.folder))
    await refuseTakenPort(settings)
    const secret = sessionSecret(settings, environment['SESSION_SECRET'])
    const [consoleFolder, installation] = await bothOrNeither(buildConsole(), openFilled({ ...settings, secret }))
    const app = await buildApp({
      installation,
      consoleFolder,
      version: productVersion,
      secret,
      logger: { level: settings.logLevel },
      trustProxy: settings.trustProxy,
      secure: settings.address.startsWith('https:'),
    })
    life.defer(() => app.close())
    await app.listen({ port: settings.port, host: settings.host }).catch(failure => {
      throw portObstacle(failure, settings)
    })
    const { port } = app.server.address() as { port: number }
    installation.address = settings.address.replace(/:0$/, `:${port}`)
    const heartbeat = new Heartbeat(installation, app.log)
    life.defer(() => heartbeat.stop())
    heartbeat.start()
    await welcome(installation)
  } catch (failure) {
    await life.close()
    throw failure
  }

  async function openFilled(surroundings: Surroundings): Promise<Installation> {
    const storage = await openStorage(settings)
    life.defer(() => storage.close())
    void storage.gone.then(() => life.end('PostgreSQL stopped by itself: start again.'))
    await migrate(storage.database.owner)
    return openInstallation(storage.database, registry, settings.kind, fill, surroundings)
      .catch(failure => startOver(failure, storage, surroundings))
  }

  async function startOver(failure: unknown, { startOver: again }: Storage, surroundings: Surroundings) {
    if (!(failure instanceof HalfFilled) || !again) throw failure
    const database = await again()
    await migrate(database.owner)
    return openInstallation(database, registry, settings.kind, fill, surroundings)
  }
}

const { version: productVersion } =
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as { version: string }

/** Waits for both, so that a failure of one leaves nothing of the other running. */
async function bothOrNeither<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([one, other])
  if (second.status === 'rejected') throw second.reason
  if (first.status === 'rejected') throw first.reason
  return [first.value, second.value]
}

/** Asked before anything is started; the real listening asks again. */
async function refuseTakenPort(settings: Settings) {
  const { port, host } = settings
  await new Promise<void>((free, taken) => {
    const probe = createServer()
    probe.once('error', failure => taken(portObstacle(failure, settings)))
    probe.listen({ port, host }, () => probe.close(() => free()))
  })
}

function portObstacle(failure: NodeJS.ErrnoException, { port, host }: Settings) {
  if (failure.code === 'EADDRINUSE')
    return new Obstacle(`Port ${port} is taken: stop what runs there, or choose another with PORT=${port + 1}.`)
  if (failure.code === 'EACCES')
    return new Obstacle(
      `Port ${port} needs more rights than this account has: choose one above 1023 with PORT.`,
    )
  if (failure.code === 'EADDRNOTAVAIL' || failure.code === 'ENOTFOUND')
    return new Obstacle(`HOST is ${host}, which is no address of this machine.`)
  return failure
}

async function welcome(installation: Installation) {
  const { address } = installation
  const lines = [`Filiaal ${productVersion} runs at ${address}`]
  const token = installation.kind === 'live' ? await firstAdminToken(installation) : null
  if (token) {
    lines.push('Nobody administers it yet. Become its first admin with this link, which works once, for three days:',
      `  ${address}/#/welcome?token=${token}`)
  }
  if (installation.signIns.length) {
    lines.push(`This is a ${installation.kind} region, whose people and changes are invented. Sign in as:`)
    const width = Math.max(...installation.signIns.map(({ email }) => email.length))
    for (const { email, password, role } of installation.signIns)
      lines.push(`  ${email.padEnd(width)}  ${password}  (${role})`)
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}
