import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KnownRoute } from '#core/route-table.ts'
import { fitting, type Schema } from '../fuzz/arbitrary.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { openPlaces, type Place } from './matrix/place.ts'
import { asRequest, exampleOf, questionAt, type Question } from './matrix/question.ts'

/**
 * Units, identity providers and the decisions that prices rest on are read by everybody, and settings and presets come with the
 * product, and where a book stands is no secret; all else that a path names stands behind a wall.
 */
const OPEN_NOUNS = new Set(['units', 'branches', 'libraries', 'oidc', 'providers', 'parameters', 'presets', 'decisions', 'tasks', 'items', 'by-barcode'])

let here: Opened
let admin: Staff
let own: Place
let theirs: Place
/** Everything of the other library that nobody else may see: who works there, what they planned and why. */
let secrets: string[]
beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  const places = await openPlaces(here, admin)
  own = places[0]!
  theirs = places[2]!
  await fillWithSecrets()
})
afterAll(() => here.close())

/** Whoever may do all there is to do, in one library only. */
const almighty = () => here.staff('system-admin', own.library)

async function fillWithSecrets() {
  const author = await here.staff('library-admin', theirs.library)
  const rename = (name: string) =>
    ({ kind: 'units.change', payload: { unit: theirs.unit, from: '2027-05-01', fields: { name } } })
  const sets = await Promise.all([
    author.change([rename('Geheime naam')], { asRequest: true, reason: 'Geheime reden' }),
    author.change([rename('Geheim plan')], { applyOn: '2027-04-01', reason: 'Geheime reden' }),
  ])
  expect(sets.map(({ status }) => status)).toEqual([201, 201])
  const patron = await secretPatron()
  const { rows: staff } = await here.database.owner.raw(
    'select id, name, email from staff where library_id = ?', [theirs.library])
  secrets = [
    'Geheim', `intern ${theirs.name}`, `Peeters ${theirs.unit}`, `paraplu liggen ${theirs.unit}`, ...patron, ...sets.map(({ body }) => body.id),
    ...Object.entries(theirs.things).filter(([noun]) => !OPEN_NOUNS.has(noun)).map(([, id]) => id),
    ...(staff as Record<'id' | 'name' | 'email', string | null>[]).flatMap(({ id, name, email }) => [id, name, email])
      .filter(one => one !== null),
  ]
  expect(secrets.length).toBeGreaterThan(15)
}

/** Somebody who borrows there: who they are, how they are reached, their card and what they have at home. */
async function secretPatron(): Promise<string[]> {
  const { owner } = here.database
  const desk = await here.staff('desk', theirs.library)
  const [id, person, loan, item] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const barcode = `G${item.slice(0, 8).toUpperCase()}`
  const address = { street: 'Geheimstraat', number: '7', postalCode: '2980', city: 'Zoersel', country: 'BE' }
  const enrolled = await desk.post('/api/patrons', { id, branch: theirs.unit, type: '60', card: 'generated', person: {
    id: person, kind: 'person', familyName: `Geheimzinnig ${person.slice(0, 4)}`, firstName: 'Lore', bornOn: '1987-03-04', addresses: [address],
    email: `${person}@geheim.be`, phones: [PHONE],
  } })
  await owner('item').insert({
    id: item, barcode, title: 'Een boek', material: 'BOEK', library_id: theirs.library, branch_id: theirs.unit,
    at_branch_id: theirs.unit, at: new Date(),
  })
  expect(enrolled.status, JSON.stringify(enrolled.body)).toBe(201)
  const { id: _id, ...known } = await owner('loan').where({ id: theirs.things['loans'] }).first()
  await owner('loan').insert({
    ...known, id: loan, item_id: item, person_id: person, membership_id: id, term: JSON.stringify(known.term), lent_at: new Date(),
  })
  return [id, person, loan, enrolled.body.card, `${person}@geheim.be`, PHONE]
}
const PHONE = '0487 11 22 33'

const routes = () => here.app.routeTable.filter(({ method, url }) => method !== 'OPTIONS' && url.startsWith('/api/'))
const ask = async (who: Staff, question: Question) => {
  const { statusCode, body } = await here.app.inject(asRequest(question, { cookie: who.cookie }))
  return { status: statusCode, body: body.replace(/"request":"[^"]*"/, '') }
}
const named = ({ method, url }: KnownRoute) => `${method} ${url}`

/** The same place, with one thing of its own or of another in place of what it has. */
const withThings = (place: Place, things: Readonly<Record<string, string>>): Place =>
  ({ ...place, things: { ...place.things, ...things } })

describe('of another library', () => {
  test('everything that a path can name is the same 404 as nothing, after as many queries', async () => {
    const who = await almighty()
    const told: string[] = []
    let queries = 0
    here.database.app.on('query', () => queries++)
    let compared = 0
    for (const route of routes()) {
      const noun = /([a-z-]+)\/:id/.exec(route.url)?.[1]
      if (!noun || OPEN_NOUNS.has(noun)) continue
      const at = async (id: string) => {
        const question = questionAt(route, withThings({ ...own, newId: () => ID }, { [noun]: id }))
        queries = 0
        const answer = await ask(who, question)
        return { ...answer, queries, body: answer.body.replaceAll(id, '') }
      }
      const [foreign, nothing] = [await at(theirs.things[noun] ?? ''), await at(randomUUID())]
      compared++
      if (foreign.status < 400 || JSON.stringify(foreign) !== JSON.stringify(nothing))
        told.push(`${named(route)}: ${JSON.stringify(foreign)} but of nothing ${JSON.stringify(nothing)}`)
    }
    here.database.app.removeAllListeners('query')
    expect(told).toEqual([])
    expect(compared).toBeGreaterThan(10)
  })

  test('everybody that a body can name is refused as if they were nobody at all', async () => {
    const who = await almighty()
    const [here_, there] = [own.things['staff'] ?? '', theirs.things['staff'] ?? '']
    const told: string[] = []
    const compare = async (name: string, at: (staff: string) => Promise<unknown>) => {
      const answers = [there, randomUUID()].map(async staff => JSON.stringify(await at(staff)).replaceAll(staff, ''))
      const [foreign, nothing] = await Promise.all(answers)
      if (foreign !== nothing) told.push(`${name}: ${foreign} but of nobody ${nothing}`)
      return name
    }
    const compared: string[] = []
    for (const route of routes()) {
      const question = questionAt(route, { ...own, newId: () => ID })
      const text = JSON.stringify(question.body) ?? ''
      if (text.includes(here_))
        compared.push(await compare(named(route), staff =>
          ask(who, { ...question, body: JSON.parse(text.replaceAll(here_, staff)) })))
    }
    for (const { kind } of here.installation.registry.changes.values()) {
      const { properties = {} } = kind.payload as Schema
      if (!('staff' in properties) || /^(foundation|core)\./.test(kind.name)) continue
      const example = exampleOf(kind.payload as Schema, own, 'payload') as object
      compared.push(await compare(kind.name, async staff => {
        const items = [{ kind: kind.name, payload: { ...example, staff } }]
        const [preview, act] = [await who.post('/api/changes/preview', { items }), await who.change(items)]
        expect(act.status, `${kind.name} ${JSON.stringify(act.body)}`).toBe(422)
        return [preview.status, preview.body, act.status, { ...act.body, request: '' }]
      }))
    }
    expect(told).toEqual([])
    expect(compared.length).toBeGreaterThan(4)
  })

  test('nothing secret stands in any answer, whatever it is filtered by', async () => {
    const askers = [await almighty(), await here.staff('desk', own.unit), await here.staff('auditor', own.library)]
    const told: string[] = []
    for (const route of routes().filter(({ method }) => method === 'GET')) {
      const { properties = {} } = (route.query ?? {}) as Schema
      const filters = Object.keys(properties).flatMap(name => ({
        unit: [theirs.unit, theirs.library], library: [theirs.library], staff: [theirs.things['staff'] ?? ''],
        q: ['Geheim', 'Nieuw', theirs.name, '@proef.be', '%', '_'], below: ['true'], state: [],
      }[name] ?? []).map(value => ({ [name]: value })))
      for (const filter of [{}, ...filters]) {
        const { url, ...question } = questionAt(route, withThings({ ...own, unit: theirs.unit }, theirs.things))
        const [path, search] = url.split('?')
        const query = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(search)), ...filter })
        for (const who of askers) {
          const { status, body } = await ask(who, { ...question, url: `${path}?${query}` })
          const leaked = secrets.filter(secret => body.includes(secret) && !`${path}?${query}`.includes(secret))
          if (leaked.length || status >= 500) told.push(`${path}?${query} ${status} tells ${leaked}`)
        }
      }
    }
    expect(told).toEqual([])
  })

  test('nobody is found who is a member there alone, whatever is typed', async () => {
    const askers = [await almighty(), await here.staff('desk', own.unit), await here.staff('library-admin', own.library)]
    const there = secrets.filter(one => !/^[0-9a-f-]{36}$/.test(one))
    for (const who of askers) {
      for (const q of [...there, 'geheimzinnig', 'lore', 'geheimsinnig lore', '4/3/1987', '0487112233', 'geheimstraat']) {
        const { status, body } = await who.post('/api/patrons/search', { q: q.slice(0, 100) })
        expect([q, status, secrets.filter(secret => JSON.stringify(body).includes(secret))]).toEqual([q, 200, []])
      }
    }
    const found = await (await here.staff('desk', theirs.unit)).post('/api/patrons/search', { q: 'geheimzinnig lore' })
    expect(found.body.data.length).toBeGreaterThan(0)
  })

  test('no list here grows by a row there, and no count by one', async () => {
    const who = await almighty()
    const lists = async () => Object.fromEntries(await Promise.all(routes()
      .filter(({ method, url }) => method === 'GET' && !url.includes('/:') && url !== '/api/session')
      .map(async route => {
        const { url } = questionAt(route, { ...own, unit: own.library })
        const { body } = await who.get(url)
        return [url, JSON.stringify(body).replaceAll(/"(version|lastSeen|request)":("[^"]*"|\d+)/g, '')]
      }).concat(['an', 'lore', 'peeters', '1987'].map(async q => [`search ${q}`, JSON.stringify((await who.post('/api/patrons/search', { q })).body)]))))
    const before = await lists()
    await fillWithSecrets()
    await here.staff('desk', theirs.unit)
    expect(await lists()).toEqual(before)
    expect(Object.keys(before).length).toBeGreaterThan(10)
  })
})

test('whatever one library sends, the other stays as it was, byte for byte', { timeout: 400_000 }, async () => {
  const before = await behindTheWall()
  expect(before.size).toBeGreaterThan(20)
  const ids = [theirs.unit, theirs.library, ...Object.values(theirs.things), own.unit, own.library]
  const world = { deref: (schema: Schema) => schema, ids }
  const writes = routes().filter(({ method }) => method !== 'GET')
  let sent = 0
  for (const route of writes) {
    const who = await almighty()
    const body = route.body ? fitting(route.body as Schema, world) : fc.constant(undefined)
    for (const [n, example] of fc.sample(body, { seed: 42, numRuns: 6 }).entries()) {
      const place = n % 3 ? theirs : { ...own, things: { ...theirs.things } }
      const made = questionAt(route, place)
      const { status, body: answer } = await ask(who, { ...made, body: n < 2 ? made.body : example })
      expect(status, `${named(route)} ${answer}`).toBeLessThan(500)
      sent++
    }
  }
  for (const { kind } of here.installation.registry.changes.values()) {
    if (kind.name.startsWith('foundation.')) continue
    const who = await almighty()
    for (const [n, payload] of fc.sample(fitting(kind.payload as Schema, world), { seed: 7, numRuns: 8 }).entries())
      expect((await who.change([{ kind: kind.name, payload }], { asRequest: n % 2 === 1 })).status).toBeLessThan(500)
  }
  expect(sent).toBeGreaterThan(100)
  const after = await behindTheWall()
  expect([...before].filter(([row, text]) => after.get(row) !== text)).toEqual([])
  // A request that concerns both libraries is read by both; nothing else comes to stand there.
  const grown = [...after].filter(([row, text]) => !before.has(row) && isTheirs(text)).map(([row]) => row.split(' ')[0])
  const readByBoth = new Set(['change_set', 'change_item', 'change_touch', 'audit', 'audit_body'])
  expect(new Set(grown).difference(readByBoth)).toEqual(new Set())
})

/** A new row of one's own, or what it is about, may bear an id that means something else there: its maker chose it. */
function isTheirs(text: string) {
  const { id: _own, key: _chosen, ...rest } = JSON.parse(text)
  return rest.library_id !== own.library || [theirs.library, theirs.unit].some(one => JSON.stringify(rest).includes(one))
    || secrets.some(one => JSON.stringify(rest).includes(one))
}

/** Every row of every walled table that names the other library or somebody who works there, and their secrets. */
async function behindTheWall(): Promise<Map<string, string>> {
  const { owner } = here.database
  const { rows: tables } = await owner.raw(`select name from table_class where class = 'walled'`)
  const walled = (tables as { name: string }[]).map(({ name }) => name)
  const names = [...walled, 'session', 'staff_password', 'one_time_link']
  const found = new Map<string, string>()
  for (const name of names) {
    const { rows } = await owner.raw(`select to_jsonb(t)::text as text from ?? t where to_jsonb(t)::text ~ ?`,
      [name, [theirs.library, ...secrets.filter(one => /^[0-9a-f-]{36}$/.test(one)), 'Geheimzinnig'].join('|')])
    for (const { text } of rows as { text: string }[]) {
      const row = JSON.parse(text)
      const key = [row.id, row.set_id, row.n, row.unit_id, row.staff_id, row.token_digest, row.audit_id]
      found.set(`${name} ${key.join(' ')}`, text)
    }
  }
  return found
}

const ID = '00000000-0000-4000-8000-000000000007'
