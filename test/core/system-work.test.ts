import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * All that Filiaal does by itself, on the connections of the job role, which stands before no wall. A
 * line more here is a way past the walls more: say what for, and that nothing of it reaches a caller.
 */
const systemWork: Readonly<Record<string, string>> = {
  'core/work.ts': 'opens the work of the system on connections of its own',
  'core/door.ts': 'only the system skips the guard, to begin an installation',
  'core/first-start.ts': 'begins an installation and makes the link of its first admin',
  'core/health.ts': 'counts what lags behind',
  'core/outbox.ts': 'delivers events to their handlers',
  'core/proof.ts': 'looks up who signs in, before they are anybody',
  'core/run.ts': 'advances long work, for whoever asked it',
  'core/schedule.ts': 'runs the jobs whose time has come',
  'core/seal.ts': 'seals the audit, and checks the seals',
  'core/session-routes.ts': 'opens one-time links, before their holder is anybody',
  'core/session.ts': 'opens sessions',
  'core/snapshot.ts': 'reads the configuration whole, for every process',
  'core/stranger.ts': 'lets the system speak of anybody',
  'core/waiting.ts': 'finds planned sets whose day has come',
  'plugins/demo.ts': 'fills a demo or a practice region',
  'plugins/change-requests/link-answer.ts': 'reads and answers the one request that a link of a mail stands for',
  'plugins/mail/delivery.ts': 'sends what waits',
  'plugins/sign-in/': 'looks up who signs in or lost their password, before they are anybody',
  'plugins/webhooks/delivery.ts': 'tells what waits, each endpoint what its wall lets it hear',
}

const system = /SYSTEM_ACTOR|\basSystem\b|\.job\b|\bjob(\.(raw|transaction))?\(/

test('only these act as the system itself, past every wall', () => {
  const files = ['core', 'plugins'].flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts')).map(name => `${folder}/${name}`))
  expect(files.length).toBeGreaterThan(150)
  const plumbing = ['core/database.ts', 'core/first-fill.ts', 'core/installation.ts']
  const acting = files.filter(name => !plumbing.includes(name) && system.test(readFileSync(name, 'utf8')))
  const listed = Object.keys(systemWork)
  expect(acting.filter(name => !listed.some(one => name.startsWith(one)))).toEqual([])
  expect(listed.filter(one => !acting.some(name => name.startsWith(one)))).toEqual([])
})
