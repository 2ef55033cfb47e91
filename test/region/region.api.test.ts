import { afterAll, beforeAll, expect, test } from 'vitest'
import { unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { hoursFact } from '#plugins/branches/contract/hours.ts'
import { loadDemo } from '#plugins/demo.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { makeRegion } from './region.ts'

const opened: Opened[] = []
const open = async (kind: 'live' | 'demo') => {
  const here = await openInstallation({ kind })
  opened.push(here)
  return here
}
afterAll(() => Promise.all(opened.map(here => here.close())))

const catchUp = (here: Opened) => inWork(
  here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => ctx.configuration
)
const linesOf = async (here: Opened) => {
  const configuration = await catchUp(here)
  return [unitFact, hoursFact].flatMap(fact => [...configuration.all<typeof fact.body>(fact)].flat())
    .map(({ unit, key, from, to, body }) => JSON.stringify([unit, key, from, to, body])).sort()
}

let demo: Opened

beforeAll(async () => { demo = await open('demo') })

test('the demo shows people in every role, and a past that can be looked back on', async () => {
  const { signIns } = await loadDemo(demo.installation)
  const { version } = await catchUp(demo)
  expect((await loadDemo(demo.installation)).signIns).toEqual(signIns)
  expect((await catchUp(demo)).version).toBe(version)
  const cookies: string[] = []
  for (const { email, password } of signIns) {
    const entered = await demo.app.inject({ method: 'POST', url: '/api/session', payload: { email, password } })
    expect(entered.statusCode).toBe(200)
    cookies.push(String(entered.headers['set-cookie']).split(';')[0] ?? '')
  }
  expect(new Set(signIns.map(({ role }) => role)).size).toBeGreaterThanOrEqual(5)
  const history = (
    await demo.app.inject({ url: '/api/changes?limit=50', headers: { cookie: cookies[0] ?? '' } })
  ).json().data as { state: string }[]
  expect(new Set(history.map(({ state }) => state))).toEqual(new Set(['applied', 'planned', 'requested', 'put-back', 'cancelled']))
})

test('a made region has the size asked for, and the same seed makes the same one', async () => {
  const [one, same, other] = [await open('live'), await open('live'), await open('live')]
  await makeRegion(one.installation, { libraries: 6, branches: 20, seed: 4 })
  await makeRegion(same.installation, { libraries: 6, branches: 20, seed: 4 })
  await makeRegion(other.installation, { libraries: 6, branches: 20, seed: 5 })
  const configuration = await catchUp(one)
  const types = [...configuration.all(unitFact)].flat().map(({ body }) => body.type)
  expect([
    types.filter(type => type === 'library').length, types.filter(type => type === 'branch').length,
  ]).toEqual([6, 20])
  expect(await linesOf(same)).toEqual(await linesOf(one))
  expect(await linesOf(other)).not.toEqual(await linesOf(one))
})
