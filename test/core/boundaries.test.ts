import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A small house of the same shape, in which every forbidden import is planted once. */
const root = join(import.meta.dirname, '../..')
const house = mkdtempSync(join(tmpdir(), 'filiaal-boundaries-'))
afterAll(() => rmSync(house, { recursive: true, force: true }))

const rooms = [
  'core/contract.ts', 'core/contract/word.ts', 'core/work.ts', 'plugins/index.ts',
  'plugins/desk/index.ts', 'plugins/desk/contract.ts', 'plugins/desk/inner.ts',
  'plugins/shelf/index.ts', 'plugins/shelf/contract/word.ts', 'plugins/shelf/inner.ts',
  'admin-ui/src/main.tsx', 'admin-ui/src/console/Frame.tsx',
  'admin-ui/src/screens/desk/index.ts', 'admin-ui/src/screens/desk/List.tsx', 'admin-ui/src/screens/shelf/index.ts',
  'migrations/desk/first.ts', 'test/hand.ts', 'stray.ts',
]

const forbidden: readonly (readonly [from: string, to: string])[] = [
  ['core/a1.ts', '#plugins/desk/index.ts'],
  ['core/a2.ts', '#plugins/index.ts'],
  ['core/a3.ts', '../admin-ui/src/console/Frame.tsx'],
  ['core/a4.ts', '../test/hand.ts'],
  ['core/a5.ts', '../migrations/desk/first.ts'],
  ['core/contract/b1.ts', '../work.ts'],
  ['core/contract/b2.ts', 'fastify'],
  ['core/contract/b3.ts', 'node:fs'],
  ['plugins/desk/c1.ts', '#plugins/shelf/inner.ts'],
  ['plugins/desk/c2.ts', '../shelf/inner.ts'],
  ['plugins/desk/c3.ts', '../../admin-ui/src/screens/desk/List.tsx'],
  ['plugins/desk/c4.ts', '../../test/hand.ts'],
  ['plugins/desk/c5.ts', '../index.ts'],
  ['plugins/desk/c6.ts', '../../stray.ts'],
  ['plugins/shelf/contract/d1.ts', '../inner.ts'],
  ['plugins/shelf/contract/d2.ts', '#core/work.ts'],
  ['plugins/shelf/contract/d3.ts', 'knex'],
  ['plugins/shelf/contract/d4.ts', '#plugins/desk/index.ts'],
  ['admin-ui/src/screens/desk/e1.ts', '#plugins/desk/inner.ts'],
  ['admin-ui/src/screens/desk/e2.ts', '#plugins/desk/index.ts'],
  ['admin-ui/src/screens/desk/e3.ts', '#core/work.ts'],
  ['admin-ui/src/screens/desk/e4.ts', '../shelf/index.ts'],
  ['admin-ui/src/screens/desk/e5.ts', '../../../../test/hand.ts'],
  ['admin-ui/src/console/f1.ts', '#plugins/desk/contract.ts'],
  ['admin-ui/src/console/f2.ts', '../screens/desk/index.ts'],
  ['admin-ui/src/console/f3.ts', '#core/work.ts'],
  ['migrations/desk/g1.ts', '#core/contract.ts'],
  ['migrations/desk/g2.ts', 'fastify'],
  ['migrations/desk/g3.ts', '#plugins/desk/index.ts'],
]

const allowed: readonly (readonly [from: string, to: string])[] = [
  ['core/h1.ts', './work.ts'],
  ['core/h2.ts', 'fastify'],
  ['core/h3.ts', 'node:fs'],
  ['core/contract/h4.ts', '../contract.ts'],
  ['core/contract/h5.ts', 'typebox'],
  ['plugins/desk/h6.ts', '#core/work.ts'],
  ['plugins/desk/h7.ts', './inner.ts'],
  ['plugins/desk/h8.ts', '#plugins/shelf/index.ts'],
  ['plugins/desk/h9.ts', '#plugins/shelf/contract/word.ts'],
  ['plugins/desk/h10.ts', 'date-holidays'],
  ['plugins/shelf/contract/h11.ts', '#core/contract.ts'],
  ['plugins/shelf/contract/h12.ts', '#plugins/desk/contract.ts'],
  ['admin-ui/src/screens/desk/h13.ts', '#plugins/desk/contract.ts'],
  ['admin-ui/src/screens/desk/h14.ts', '#plugins/shelf/contract/word.ts'],
  ['admin-ui/src/screens/desk/h15.ts', './List.tsx'],
  ['admin-ui/src/screens/desk/h16.ts', '#console/Frame.tsx'],
  ['admin-ui/src/screens/desk/h17.ts', '#core/contract.ts'],
  ['admin-ui/src/console/h18.ts', '#core/contract/word.ts'],
  ['core/main.ts', '#plugins/index.ts'],
  ['migrations/desk/h19.ts', 'knex'],
  ['test/h20.ts', '#plugins/shelf/inner.ts'],
]

const rings = [['core/ring-a.ts', './ring-b.ts'], ['core/ring-b.ts', './ring-a.ts']] as const

let complaints: readonly string[]

beforeAll(async () => {
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'admin-ui/tsconfig.json', 'package.json']) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    copyFileSync(join(root, file), join(house, file))
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  for (const room of rooms) write(room, 'export const here = true\n')
  for (const [from, to] of [...forbidden, ...allowed, ...rings]) {
    write(from, `import * as there from '${to}'\nexport const here = Boolean(there)\n`)
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/oxlint/bin/oxlint'),
      '--format',
      'unix',
      'core',
      'plugins',
      'admin-ui',
      'migrations',
      'test',
    ],
    { cwd: house, maxBuffer: 10_000_000 },
  ).catch((failure: { stdout: string }) => failure)
  complaints = stdout.split('\n')
})

function write(file: string, text: string) {
  mkdirSync(dirname(join(house, file)), { recursive: true })
  writeFileSync(join(house, file), text)
}

const refusals = (file: string, rule: string) =>
  complaints.filter(line => line.startsWith(`${file}:`) && line.includes(rule)).length

test('every forbidden import is refused', () => {
  expect(forbidden.filter(([from]) => refusals(from, 'boundaries(dependencies)') === 0)).toEqual([])
  expect(forbidden.length).toBe(29)
})

test('what the house allows is not', () => {
  expect(allowed.filter(([from]) => refusals(from, 'boundaries(dependencies)') > 0)).toEqual([])
})

test('files that need one another are refused', () => {
  expect(rings.filter(([from]) => refusals(from, 'no-cycle') === 0)).toEqual([])
})
