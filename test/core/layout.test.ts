import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plugins } from '#plugins/index.ts'

const root = join(import.meta.dirname, '../..')
const names = plugins.map(({ name }) => name)
const foldersIn = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name)
const filesIn = (path: string): string[] =>
  readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .filter(file => !/(^|\/)(dist|node_modules)/.test(file))

const sources = ['core', 'plugins', 'admin-ui', 'migrations', 'test'].flatMap(filesIn)
const read = (file: string) => readFileSync(join(root, file), 'utf8')

test('every plugin folder is listed in plugins/index.ts, and every listed plugin has its folder', () => {
  expect(foldersIn('plugins').sort()).toEqual([...names].sort())
})

/** Beside the plugins a top folder holds `core`, and in `test` what serves all tests. */
describe.each([
  ['migrations', []],
  ['test', ['bench', 'region', 'data', 'fuzz', 'console']],
  ['admin-ui/src/screens', []],
])('%s', (path, more) => {
  test('holds folders named for plugins only', () => {
    expect(foldersIn(path).filter(name => ![...names, ...more, 'core'].includes(name))).toEqual([])
  })
})

test.each(plugins.filter(({ screens }) => screens?.length))('$name has its screens', ({ name }) => {
  expect(existsSync(join(root, `admin-ui/src/screens/${name}/index.ts`))).toBe(true)
})

test('no folder hides things under a name that says nothing', () => {
  const silent = new Set(['src', 'lib', 'utils', 'helpers', 'common', 'shared', 'services', 'controllers'])
  const folders = sources.flatMap(file =>
    file
      .split('/')
      .slice(0, -1)
      .map((name, depth) => ({ name, depth, file })),
  )
  expect(
    folders.filter(
      ({ name, depth, file }) => silent.has(name) && !(file.startsWith('admin-ui/src/') && depth === 1),
    ),
  ).toEqual([])
})

test('no file is named for a mechanism', () => {
  const vague = /^(manager|helpers?|utils?|common|base|data|info|process|misc)\.|[-.](manager|helpers?|utils?)\./
  expect(sources.filter(file => vague.test(basename(file)))).toEqual([])
})

test('no file is longer than 300 lines', () => {
  expect(sources.filter(file => read(file).split('\n').length > 301)).toEqual([])
})

test('a plugin imports only from plugins it names in dependsOn', () => {
  const stray = sources.filter(file => file.startsWith('plugins/') && file.split('/').length > 2).flatMap(file => {
    const own = file.split('/')[1]
    const allowed = [own, ...(plugins.find(({ name }) => name === own)?.dependsOn ?? []).map(({ name }) => name)]
    return [...read(file).matchAll(/from '#plugins\/([a-z-]+)\//g)].map(([, other]) => other)
      .filter(other => !allowed.includes(other)).map(other => `${file} imports ${other}`)
  })
  expect(stray).toEqual([])
})

test('a screen reads only the contracts of its plugin and of those it depends on', () => {
  const stray = sources.filter(file => file.startsWith('admin-ui/src/screens/')).flatMap(file => {
    const own = file.split('/')[3]
    const allowed = [own, ...(plugins.find(({ name }) => name === own)?.dependsOn ?? []).map(({ name }) => name)]
    return [...read(file).matchAll(/from '#plugins\/([a-z-]+)\//g)].map(([, other]) => other)
      .filter(other => !allowed.includes(other)).map(other => `${file} reads ${other}`)
  })
  expect(stray).toEqual([])
})
