// The one file where the house meets its plugins: the linter allows it by name.
import { enableCompileCache } from 'node:module'
import type { Fill } from './first-fill.ts'
import { inOneLine } from './obstacle.ts'

const needed = 26
if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(
    `Filiaal runs on Node ${needed}, which npm brought along; this is ${process.versions.node}: use npm start.\n`,
  )
  process.exit(1)
}

// Types are stripped and code is compiled once, not at every start: sooner up, and lighter.
enableCompileCache()

try {
  const [{ start }, { plugins }] = await Promise.all([import('./start.ts'), import('#plugins/index.ts')])
  const fill: Fill = async installation => (await import('#plugins/demo.ts')).loadDemo(installation)
  await start({ plugins, fill, environment: process.env, words: process.argv.slice(2) })
} catch (failure) {
  if (process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(failure as Error).stack}\n`)
  process.stderr.write(`${inOneLine(failure)}\n`)
  process.exit(1)
}
