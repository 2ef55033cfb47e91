import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#core/app.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { KnownRoute } from '#core/route-table.ts'
import { faultsIn } from '#core/schema.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened } from '../installation.ts'
import type { Schema } from '../fuzz/arbitrary.ts'
import { askersAt, type Asker } from './matrix/asker.ts'
import { whereNothingStays } from './matrix/nothing-stays.ts'
import { openPlaces, type Place } from './matrix/place.ts'
import { asRequest, exampleOf, questionAt, type Question } from './matrix/question.ts'

const NEW = '00000000-0000-4000-8000-000000000007'

let here: Opened
let app: FastifyInstance
let places: Place[]
let askers: Asker[]
beforeAll(async () => {
  here = await openInstallation()
  const admin = await here.staff('system-admin')
  // What is made is forgotten at once, so one id does for all.
  places = (await openPlaces(here, admin)).map(place => ({ ...place, newId: () => NEW }))
  app = await buildApp({ installation: whereNothingStays(here), secret: 'x'.repeat(40), shedsLoad: false })
  askers = await askersAt(here, app, admin, places[0]!.unit)
})
afterAll(async () => {
  await app.close()
  await here.close()
})

let networks = 0
/** Each from a network of its own, so that nobody waits because of another. */
const nextNetwork = () => `10.${(networks >> 14) & 127}.${(networks >> 7) & 127}.${networks++ & 127}`
const ask = async ({ headers }: Asker, question: Question) =>
  (await app.inject({ ...asRequest(question, headers), remoteAddress: nextNetwork() })).statusCode

/** What `config.allow` promises of an answer: nothing where anybody may ask. */
function promised({ allow, url }: KnownRoute, asker: Asker, asked: Question, place: Place) {
  const { permissions, at, reach, isMachine } = asker
  if (allow === undefined || allow === 'anyone') return 'any'
  if (at === null) return 401
  // What a person has of their own, such as a PIN, a machine has not.
  if (allow === 'signed-in') return isMachine ? 'any' : 'past the guard'
  const named = [allow.unit?.(asked as never) ?? []].flat()
  const holds = permissions.has(allow.permission.name)
  if (holds && !isMachine && url.startsWith('/scim/v2/Users')) return 401
  if (!named.length) return holds ? 'past the guard' : 403
  if (holds && (at === SYSTEM || place.unit === at)) return 'past the guard'
  const reached = at === SYSTEM || place.unit === at || (reach === 'library' && place.name === 'same library')
  return reached ? 403 : 404
}

const keeps = (promise: ReturnType<typeof promised>, status: number) =>
  promise === 'any' || (promise === 'past the guard' ? status !== 401 : status === promise)

/** Per question the answers that were given and to whom: at one's own unit, at a sister and elsewhere. */
function drawn(rows: readonly Row[]): string {
  const told = rows.toSorted((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ title, answers }) => {
    const byAnswer = Map.groupBy(answers, ([, answer]) => answer)
    const lines = [...byAnswer].map(([answer, who]) =>
      `    ${answer.padEnd(17)} ${wrapped(who.map(([name]) => name).join(', '))}`)
    return [title, ...lines]
  })
  return [
    'What each asker (test/core/matrix/asker.ts) is answered at their own unit / at another',
    'of the same library / at another library, or in one word where these are the same. Written by `npm run matrix`: look',
    'at what changed before you commit it.', '', ...told, '',
  ].join('\n')
}
interface Row {
  readonly title: string
  readonly path: string
  readonly answers: readonly (readonly [asker: string, answer: string])[]
}
const wrapped = (names: string) => names.replace(/(.{60,85}?), /g, `$1,\n${' '.repeat(22)}`)
const cell = (answers: readonly (string | number)[]) =>
  new Set(answers).size === 1 ? String(answers[0]) : answers.join(' / ')

const allowedIn = ({ allow }: KnownRoute) =>
  typeof allow === 'object' ? `${allow.permission.name}${allow.unit ? ' at the unit' : ''}` : allow ?? 'anyone'

const isGuarded = ({ allow }: KnownRoute) => allow !== undefined && allow !== 'anyone'

/** The answers to one asker, place by place; `wrong` is told of those that break the promise. */
async function cellOf(route: KnownRoute, asker: Asker, wrong: string[]) {
  const name = `${route.method} ${route.url}`
  const asked = new Map<string, number>()
  const answers: number[] = []
  for (const place of places) {
    const question = questionAt(route, place)
    const words = JSON.stringify(question)
    const status = asked.get(words) ?? await ask(asker, question)
    asked.set(words, status)
    answers.push(status)
    const promise = promised(route, asker, question, place)
    if (!keeps(promise, status) || status >= 500 || status === 429)
      wrong.push(`${name} by ${asker.name} at ${place.name}: ${status}, not ${promise}`)
    if (status === 400 && asker.name === 'all of it') wrong.push(`${name} was asked wrongly: ${words}`)
  }
  return cell(answers)
}

describe('every route, asked by everybody about every place,', { timeout: 400_000 }, () => {
  test('answers as its guard says, and as was looked at before', async () => {
    const wrong: string[] = []
    const rows: Row[] = []
    for (const route of app.routeTable) {
      if (route.method === 'OPTIONS') continue
      const name = `${route.method} ${route.url}`
      const asks = askers.filter(({ name: who }) => isGuarded(route) || ['nobody', 'all of it'].includes(who))
      const cells = await inFours(asks, async asker => [asker.name, await cellOf(route, asker, wrong)] as const)
      const [first] = cells
      const isSame = !isGuarded(route) && cells.every(([, answer]) => answer === first?.[1])
      const answers = first && isSame ? [['anyone', first[1]] as const] : cells
      rows.push({ title: `${name}  (${allowedIn(route)})`, path: `${route.url} ${route.method}`, answers })
    }
    expect(wrong).toEqual([])
    await expect(drawn(rows)).toMatchFileSnapshot('./route-matrix.txt')
  })

  test('asks for no right that nobody is told of', () => {
    const { permissions } = here.installation.registry
    const asked = app.routeTable.flatMap(({ allow }) => typeof allow === 'object' ? allow.permission : [])
    expect(asked.filter(permission => permissions.get(permission.name) !== permission)).toEqual([])
    expect(asked).toContain(corePermissions.see)
  })
})

/** Whether the rights are there; of somebody who is out of reach none are asked. */
const toldBy = ({ missing, faults }: { missing: unknown[]; faults: { code: string }[] }) =>
  faults.some(({ code }) => code === 'core.no-staff') ? 'unknown' : missing.length ? 'no' : 'may'

/** As many at once as leave connections to spare. */
async function inFours<A, B>(all: readonly A[], act: (one: A) => Promise<B>): Promise<B[]> {
  const results: B[] = []
  for (let n = 0; n < all.length; n += 4) results.push(...await Promise.all(all.slice(n, n + 4).map(act)))
  return results
}

test('every kind of change asks the rights that were looked at before', { timeout: 400_000 }, async () => {
  const rows: Row[] = []
  const kinds = [...here.installation.registry.changes.values()].map(({ kind }) => kind)
    .filter(({ name }) => !/^(foundation|core)\./.test(name))
  for (const kind of kinds) {
    const payloads = places.map(place => exampleOf(kind.payload as Schema, place, 'payload'))
    const unfit = payloads.flatMap(payload => faultsIn(kind.payload, payload))
    expect(unfit, `${kind.name} ${JSON.stringify(payloads)}`).toEqual([])
    const cells = await inFours(askers, async ({ name, headers }) => {
      const answers = []
      for (const payload of payloads) {
        const { statusCode, json } = await app.inject({
          method: 'POST', url: '/api/changes/preview', headers, payload: { items: [{ kind: kind.name, payload }] },
        })
        expect([200, 401, 403], json().code).toContain(statusCode)
        answers.push(statusCode === 200 ? toldBy(json()) : statusCode)
      }
      return [name, cell(answers)] as const
    })
    rows.push({ title: kind.name, path: kind.name, answers: cells })
  }
  await expect(drawn(rows)).toMatchFileSnapshot('./change-matrix.txt')
})
