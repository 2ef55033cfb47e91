import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stripVTControlCharacters } from 'node:util'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { Obstacle } from './obstacle.ts'

const root = join(import.meta.dirname, '..')
const admin = join(root, 'admin-ui')
const built = join(admin, 'dist')
const stamp = join(built, '.built-from')
/** No build takes this long. */
const KILLED_MS = 600_000

/**
 * The folder of the built console, built first when its sources have changed since.
 *
 * Built beside its place and then swapped, so that whoever serves the old one is not left with half.
 */
export async function buildConsole(): Promise<string> {
  const sources = digestOfSources()
  if (isBuiltFrom(sources)) return built
  const fresh = freshFolder()
  try {
    await runVite(fresh)
    await compress(fresh)
    writeFileSync(join(fresh, '.built-from'), sources)
    swap(fresh)
  } catch (failure) {
    // Another process may have built the same at the same time, and have been first.
    if (!isBuiltFrom(sources)) throw failure
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return built
}

const isBuiltFrom = (sources: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === sources

function swap(fresh: string) {
  const old = `${fresh}-old`
  if (existsSync(built)) renameSync(built, old)
  renameSync(fresh, built)
  rmSync(old, { recursive: true, force: true })
}

/** Beside the data, where a build that was killed is cleared away by a later one. */
function freshFolder() {
  const place = join(root, '.data')
  mkdirSync(place, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(place).filter(entry => entry.startsWith('console-'))) {
    const left = join(place, name)
    if (Date.now() - statSync(left).mtimeMs > KILLED_MS) rmSync(left, { recursive: true, force: true })
  }
  return join(place, `console-${randomUUID()}`)
}

/** Everything that ends up in the bundle: the console, the contracts it reads, and the versions of what it stands on. */
function digestOfSources() {
  const files = [
    ...filesIn(admin).filter(file => !relative(admin, file).startsWith('dist')),
    ...filesIn(join(root, 'core')).filter(isContract),
    ...filesIn(join(root, 'plugins')).filter(isContract),
    join(root, 'package.json'),
    join(root, 'package-lock.json'),
  ]
  const digest = createHash('sha256')
  for (const file of files.sort())
    digest.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return digest.digest('hex')
}

const isContract = (file: string) => /[\\/]contract(\.ts$|[\\/])/.test(file)

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file).isFile())

async function runVite(folder: string) {
  const vite = spawn(process.execPath, [
    join(root, 'node_modules/vite/bin/vite.js'), 'build', admin, '--outDir', folder, '--logLevel', 'error',
  ], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } })
  let said = ''
  vite.stdout.on('data', text => (said += text))
  vite.stderr.on('data', text => (said += text))
  const code = await new Promise<number | null>((done, failed) => {
    vite.once('error', failed)
    vite.once('close', done)
  })
  const reason = stripVTControlCharacters(said).split('\n')
    .find(line => line.trim() && !/^(✗|error during build|Build failed)/.test(line)) ?? `vite ended with ${code}`
  if (code !== 0) throw new Obstacle(`The console could not be built (${reason}): npm run build tells more.`)
}

/** Once, as small as can be, instead of on every request. */
async function compress(folder: string) {
  const files = filesIn(folder).filter(file => /\.(js|css|html|svg|json)$/.test(file) && statSync(file).size > 1024)
  await Promise.all(files.flatMap(file => [
    pipeline(createReadStream(file), createGzip({ level: 9 }), createWriteStream(`${file}.gz`)),
    pipeline(createReadStream(file), createBrotliCompress({
      params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: statSync(file).size },
    }), createWriteStream(`${file}.br`)),
  ]))
}
