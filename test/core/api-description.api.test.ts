import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#core/app.ts'
import { Installation } from '#core/installation.ts'
import { definePlugin } from '#core/plugin.ts'
import { assemble } from '#core/registry.ts'
import { openInstallation, type Opened } from '../installation.ts'

interface Operation {
  summary?: string; tags?: string[]; parameters?: { name: string }[]
  requestBody?: { content: { 'application/json': { schema: object } } }
}
interface Description {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, { post: Operation }>
}

let here: Opened
let described: Description
beforeAll(async () => {
  here = await openInstallation()
  described = (await here.app.inject('/openapi.json')).json<Description>()
})
afterAll(() => here.close())

const operations = () => Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { summary = '', tags = [] }]) => ({ name: `${method} ${path}`, summary, tags })))

describe('the description of the API', () => {
  test('says of every operation in a few words what it does', () => {
    expect(operations().length).toBeGreaterThan(150)
    const short = /^\p{Lu}[^\n]{5,100}[^.]$/u
    expect(operations().filter(({ summary, tags }) => !short.test(summary) || tags.length === 0)).toEqual([])
  })

  test('says something else of each, and more than its path', () => {
    const named = Map.groupBy(operations(), ({ summary }) => summary)
    expect([...named.values()].filter(alike => alike.length > 1)).toEqual([])
    const onlyPath = operations().filter(({ name, summary }) =>
      summary.includes('/') || summary.split(' ').every(word => name.includes(word.toLowerCase())))
    expect(onlyPath).toEqual([])
  })

  test('has every event that may be heard outside, and the body it comes with', () => {
    expect(described.openapi).toBe('3.1.0')
    const heard = [...here.installation.registry.outside.keys()]
    expect(Object.keys(described.webhooks).sort()).toEqual([...heard, 'webhooks.ping'].sort())
    const post = described.webhooks['core.changed']?.post
    expect(post?.summary).toBe('Told: the configuration was changed')
    expect(post?.parameters?.map(({ name }) => name)).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature'])
    const judge = new Ajv2020({ strict: false })
    formats.default(judge)
    const fits = judge.compile(post?.requestBody?.content['application/json'].schema ?? false)
    const set = '33914742-0000-4000-8000-000000000000'
    const unit = { id: set, code: '2002', name: 'Munkzwalm' }
    const envelope = { type: 'core.changed', timestamp: '2026-11-22T09:50:31.318Z' }
    const sentences = ['Munkzwalm sluit op 20 januari 2027']
    const data = { set, version: 9, putsBack: null, sentences, more: 0, units: [unit], link: 'https://filiaal.example/#/history' }
    expect(fits({ ...envelope, data })).toBe(true)
    expect(fits({ ...envelope, data: { set } })).toBe(false)
  })
})

test('a route that does not say what it does stops the start', async () => {
  const terse = definePlugin({
    name: 'terse',
    routes: async api => {
      api.get('/terse', { config: { allow: 'anyone' }, schema: { tags: ['terse'] } }, () => 'come in')
    },
  })
  const installation = new Installation({ knex: here.database.app, job: here.database.job, registry: assemble([terse]) })
  const starting = buildApp({ installation, secret: 'x'.repeat(32) }).then(app => app.ready())
  await expect(starting).rejects.toThrow('GET /api/terse does not say what it does')
})
