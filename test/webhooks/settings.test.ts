import { expect, test } from 'vitest'
import { Installation } from '#core/installation.ts'
import { readSettings } from '#core/settings.ts'

const read = (environment: Record<string, string>) => readSettings(environment, [])

test('messages for other systems leave a live installation for public addresses, and a demo not at all, unless its start says so', () => {
  const of = (kind: 'demo' | 'practice' | 'live', environment: Record<string, string> = {}) => new Installation({
    knex: {} as never, job: {} as never, registry: {} as never, kind, webhookNetwork: read(environment).webhookNetwork,
  }).webhookNetwork
  expect([of('live'), of('demo'), of('practice')]).toEqual(['public', 'none', 'none'])
  expect([of('demo', { WEBHOOK_NETWORK: 'private' }), of('live', { WEBHOOK_NETWORK: 'none' })]).toEqual(['private', 'none'])
  expect(() => read({ WEBHOOK_NETWORK: 'true' })).toThrow('WEBHOOK_NETWORK is true')
})
