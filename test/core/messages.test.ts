import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '#core/contract.ts'

interface Tree { readonly [key: string]: string | Tree }

const source = join(import.meta.dirname, '../../admin-ui/src')

const flat = (tree: Tree, path = ''): [string, string][] => Object.entries(tree).flatMap(([key, value]) =>
  (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)))

const folders = globSync('**/{messages,react-admin}/nl.ts', { cwd: source })
  .map(file => file.slice(0, -'/nl.ts'.length))
  .sort()

const textsOf = async (folder: string, language: Language) => {
  const { messages } = await import(join(source, folder, `${language}.ts`)) as { messages: Tree }
  return new Map(flat(messages))
}

const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort()

describe.each(folders)('the texts of %s', folder => {
  it.each(languages.slice(1))('are all there in %s', async language => {
    const [dutch, other] = [await textsOf(folder, 'nl'), await textsOf(folder, language)]
    expect([...other.keys()].sort()).toEqual([...dutch.keys()].sort())
  })

  it('name the same things in every language', async () => {
    if (folder.endsWith('react-admin')) return
    const [dutch, ...others] = await Promise.all(languages.map(language => textsOf(folder, language)))
    for (const other of others) {
      const differing = [...dutch ?? []].filter(([key, text]) =>
        placeholders(text).join() !== placeholders(other.get(key) ?? '').join())
      expect(differing).toEqual([])
    }
  })
})

it('every text a screen asks for by name exists', async () => {
  const known = new Set(
    (await Promise.all(folders.map(folder => textsOf(folder, 'nl')))).flatMap(texts => [...texts.keys()]),
  )
  const asked = globSync('**/*.{ts,tsx}', { cwd: source }).flatMap(file =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/translate\(\s*'([^']+)'/g)].map(
      ([, key = '']) => `${file}: ${key}`,
    ),
  )
  expect(asked.filter(use => !known.has(use.split(': ')[1] ?? ''))).toEqual([])
})
