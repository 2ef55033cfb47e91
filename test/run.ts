import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm test`: every test, with whatever they need brought along, and as the last line how many passed.
 * Words after it go to vitest: `npm test -- test/core`.
 */
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'filiaal-tally-'))
const place = join(folder, 'tally.json')

const vitest = spawn(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FILIAAL_TALLY: place },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal))
const code = await new Promise<number>(done => vitest.once('close', ended => done(ended ?? 1)))

const { passed, failed: fell } = readTally()
// A run that broke down outside its tests has failed too.
const failed = code !== 0 && fell === 0 ? 1 : fell
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function readTally(): { passed: number; failed: number } {
  try {
    return JSON.parse(readFileSync(place, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
}
