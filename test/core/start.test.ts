import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildConsole } from '#core/console-build.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'filiaal-start-'))
const children = new Set<ChildProcess>()

interface Running {
  readonly child: ChildProcess
  said(): string
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  address(): Promise<string>
}

/** Starts the product as `npm start` does, in this test's own folder. */
function run(
  words: readonly string[] = [],
  environment: Record<string, string> = {},
  script = 'core/main.ts',
): Running {
  const { DATABASE_URL: _none, ...inherited } = process.env
  const child = spawn(process.execPath, [join(root, script), ...words], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, NODE_ENV: '', FILIAAL_DATA: folder, PORT: '0', ...environment },
  })
  children.add(child)
  let text = ''
  child.stdout.on('data', part => (text += part))
  child.stderr.on('data', part => (text += part))
  const ended = new Promise<number | NodeJS.Signals | null>(done => child.once('close', (code, signal) => {
    children.delete(child)
    done(code ?? signal)
  }))
  return {
    child, ended, said: () => text,
    async address() {
      for (;;) {
        const found = /runs at (\S+)/.exec(text)?.[1]
        if (found) return found
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${text}`)
        await new Promise(again => setTimeout(again, 20))
      }
    },
  }
}

const postmaster = () => Number(readFileSync(join(folder, 'live/pg/postmaster.pid'), 'utf8').split('\n')[0])
const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}`) && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
const oneLine = (text: string) => text.trim().split('\n').length === 1

beforeAll(() => buildConsole())
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

// Each starts the product, some twice: on a busy machine that takes most of a minute.
const starting = { timeout: 90_000 }

describe('an empty installation', starting, () => {
  let running: Running

  test('starts on a machine that has nothing, and prints a link for its first admin', async () => {
    running = run(['--empty'])
    const address = await running.address()
    const token = /#\/welcome\?token=(\S+)/.exec(running.said())?.[1]
    expect(token).toMatch(/^[\w-]{32}$/)
    expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: 'ok' })
    expect((await fetch(address)).headers.get('content-type')).toContain('text/html')
    const become = () =>
      fetch(`${address}/api/first-admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          token,
          name: 'Ann De Vos',
          email: 'ann@voorbeeld.be',
          password: 'een lang wachtwoord',
          language: 'nl',
        }),
      })
    // Whoever administers a region sets up a second step before anything else.
    const first = await become()
    expect([first.status, (await first.json() as { asked: { enrol: boolean } }).asked.enrol]).toEqual([202, true])
    expect(first.headers.get('set-cookie')).toBeNull()
    expect((await become()).status).toBe(410)
  })

  test('keeps its secret where only its own account may read it', () => {
    expect(statSync(join(folder, 'live/session-secret')).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'live')).mode & 0o077).toBe(0)
  })

  test('refuses a second start in one line, which says what to do', async () => {
    const second = run(['--empty'])
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain('already runs')
    expect(oneLine(second.said())).toBe(true)
    expect(isAlive(postmaster())).toBe(true)
  })

  test('is copied while it runs', async () => {
    const copying = run(['--empty', join(folder, 'copy.jsonl')], {}, 'core/copy/export.ts')
    expect(await copying.ended).toBe(0)
    const copy = readFileSync(join(folder, 'copy.jsonl'), 'utf8')
    expect(copy).toContain('Ann De Vos')
    expect(statSync(join(folder, 'copy.jsonl')).mode & 0o077).toBe(0)
  })

  test('stops cleanly when told to, and PostgreSQL with it', async () => {
    const database = postmaster()
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    expect(isAlive(database)).toBe(false)
    expect(existsSync(join(folder, 'live/pg/postmaster.pid'))).toBe(false)
  })

  test('starts again after it and all of its PostgreSQL were killed, and has forgotten nothing', async () => {
    const before = run(['--empty'])
    await before.address()
    expect(before.said()).not.toContain('token=')
    process.kill(postmaster(), 'SIGKILL')
    before.child.kill('SIGKILL')
    expect(await before.ended).toBe('SIGKILL')

    const after = run(['--empty'])
    const address = await after.address()
    const signedIn = await fetch(`${address}/api/session`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ann@voorbeeld.be', password: 'een lang wachtwoord' }),
    })
    // The password still fits; whoever administers a region owes a second step after it.
    const { asked } = await signedIn.json() as { asked: { enrol: boolean } }
    expect([signedIn.status, asked.enrol]).toEqual([202, true])
    after.child.kill('SIGINT')
    expect(await after.ended).toBe(0)
  })

  test('ends, and says so, when its PostgreSQL is taken away', async () => {
    const bereft = run(['--empty'])
    await bereft.address()
    process.kill(postmaster(), 'SIGQUIT')
    expect(await bereft.ended).toBe(1)
    expect(bereft.said()).toContain('PostgreSQL stopped by itself: start again.')
  })

  test('is restored from its copy in another folder', async () => {
    const environment = { FILIAAL_DATA: join(folder, 'elsewhere') }
    const restoring = run(['--empty', join(folder, 'copy.jsonl')], environment, 'core/copy/import.ts')
    expect(await restoring.ended).toBe(0)
    expect(restoring.said()).toContain('restored')
    const again = run(['--empty', join(folder, 'copy.jsonl')], environment, 'core/copy/import.ts')
    expect(await again.ended).toBe(1)
    expect(again.said()).toContain('has begun')
    const wrong = run([join(folder, 'copy.jsonl')], environment, 'core/copy/import.ts')
    expect(await wrong.ended).toBe(1)
    expect(wrong.said()).toContain('add --empty')
  })
})

describe('a demo', starting, () => {
  test('begins anew after a first start that was killed half-way, and is filled once', async () => {
    const place = join(folder, 'demo/pg/postmaster.pid')
    const killed = run()
    while (!existsSync(place)) await new Promise(again => setTimeout(again, 10))
    await new Promise(again => setTimeout(again, 1000))
    killed.child.kill('SIGKILL')
    await killed.ended

    const demo = run()
    const address = await demo.address()
    const face = async () => (await fetch(`${address}/api/installation`)).json()
    expect(await face()).toMatchObject({ kind: 'demo', needsFirstAdmin: false })
    expect(demo.said()).toContain('demo region')
    expect(demo.said()).not.toContain('token=')
    demo.child.kill('SIGTERM')
    expect(await demo.ended).toBe(0)
    const again = run(['--demo'])
    await again.address()
    expect(again.said().split('\n').slice(1)).toEqual(demo.said().split('\n').slice(1))
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  })
})

describe('what keeps it from starting is said in one line', starting, () => {
  let busy: Server
  beforeAll(() => new Promise<void>(done => { busy = createServer().listen(0, 'localhost', () => done()) }))
  afterAll(() => { busy.close() })

  test('a port that is taken, before anything is started', async () => {
    const port = String((busy.address() as AddressInfo).port)
    const refused = run(['--practice'], { PORT: port })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toBe(
      `Port ${port} is taken: stop what runs there, or choose another with PORT=${Number(port) + 1}.\n`,
    )
    expect(existsSync(join(folder, 'practice/pg'))).toBe(false)
  })

  test.each([
    [
      'a database that is down',
      { DATABASE_URL: 'postgres://filiaal@127.0.0.1:9/filiaal' },
      'does not answer (ECONNREFUSED)',
    ],
    [
      'a database that is nowhere',
      { DATABASE_URL: 'postgres://filiaal@nowhere.invalid/filiaal' },
      'does not answer',
    ],
    ['an address that is none', { DATABASE_URL: 'filiaal' }, 'DATABASE_URL is not an address'],
    ['a port that is none', { PORT: 'http' }, 'PORT is http'],
    ['a secret that is too short', { SESSION_SECRET: 'short' }, 'SESSION_SECRET is too short'],
    ['no secret where several processes need the same',
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://filiaal@127.0.0.1:9/filiaal' }, 'SESSION_SECRET is missing'],
    ['a kind of installation that is none', { FILIAAL_INSTALLATION: 'test' }, 'FILIAAL_INSTALLATION is test'],
  ])('%s', async (_what, environment, why) => {
    const refused = run([], { FILIAAL_DATA: join(folder, 'refused'), ...environment })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toContain(why)
    expect(oneLine(refused.said())).toBe(true)
  })

  test('a Node that is too old', () => {
    const { version } = process
    const told = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'22.18.0'})`,
        join(root, 'core/main.ts'),
      ],
      { encoding: 'utf8', cwd: root, env: { ...process.env, FILIAAL_DATA: folder } },
    )
    expect(told.status).toBe(1)
    expect(told.stderr).toBe('Filiaal runs on Node 26, which npm brought along; this is 22.18.0: use npm start.\n')
    expect(version).toMatch(/^v26/)
  })
})
