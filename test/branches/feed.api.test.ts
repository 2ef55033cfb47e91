import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import type { Staff } from '../installation.ts'
import { close, openRegion, type Region } from './region.ts'

let region: Region
let admin: Staff
const read = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await region.app.inject({ method: 'GET', url, headers })
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    body: /json/.test(String(answer.headers['content-type'])) && answer.body ? answer.json() : undefined,
  }
}

beforeAll(async () => {
  region = await openRegion()
  admin = await region.staff('system-admin')
})
afterAll(() => region.close())

test('a branch shows its week, its closings and whether it is open now, to any website', async () => {
  await admin.change([close([region.zwalm], '2026-12-24')])
  const answer = await read('/public/branches/0901')
  expect(answer.status).toBe(200)
  expect(answer.headers['access-control-allow-origin']).toBe('*')
  expect(answer.headers['cache-control']).toBe('public, no-cache')
  expect(answer.body).toMatchObject({
    code: '0901',
    name: 'Zwalm Markt',
    library: 'Bib Zwalm',
    libraryCode: 'I901',
    now: {
      open: false,
      opensAt: { day: '2026-11-24', time: '09:00' },
      text: 'Nu gesloten. Opent dinsdag 24 november 2026 om 9:00.',
    },
    closings: [{ from: '2026-12-24', to: '2026-12-24', reason: 'kerstavond', provisional: false }],
  })
  expect(answer.body.week).toHaveLength(7)
  expect(answer.body.week[1]).toMatchObject({
    day: '2026-11-24',
    today: false,
    open: true,
    hours: [{ from: '09:00', to: '12:00', kind: 'staffed', kindName: 'bemand' }, { from: '13:00' }],
  })
  expect((await read('/public/branches/0901?days=10')).body.closings).toEqual([])
})

test('an unchanged answer costs nothing, and a change shows at once', async () => {
  const first = await read('/public/branches/0902')
  const again = await read('/public/branches/0902', { 'if-none-match': String(first.headers['etag']) })
  expect(again).toMatchObject({ status: 304, text: '' })
  await admin.change([close([region.velde], '2026-11-26', '2026-11-26', { text: 'waterlek' })])
  const after = await read('/public/branches/0902', { 'if-none-match': String(first.headers['etag']) })
  expect(after.status).toBe(200)
  expect(after.body.week[3]).toMatchObject({
    day: '2026-11-26',
    open: false,
    reason: 'waterlek',
    instead: [{ from: '09:00' }, { from: '13:00' }],
  })
})

test('what is not public yet is not there, and appears when its moment comes', async () => {
  await admin.change([
    close([region.velde], '2026-12-10', '2026-12-10', {
      text: 'personeelsfeest',
      publicFrom: '2026-11-23T12:00:00Z',
    }),
  ])
  expect((await read('/public/branches/0902')).text).not.toContain('personeelsfeest')
  const now = region.clock.now
  region.clock.now = now.add({ hours: 4 })
  expect((await read('/public/branches/0902')).text).toContain('personeelsfeest')
  region.clock.now = now
})

test('a branch that is not public appears nowhere', async () => {
  for (const url of [
    '/public/branches/0903',
    '/public/branches/0903.ics',
    '/public/branches/0903.osm',
    '/public/branches/0903.jsonld',
    '/public/website/branches/0903',
  ]) {
    expect((await read(url)).status, url).toBe(404)
  }
  for (const url of [
    '/public/libraries/I901',
    '/public/libraries/I901.jsonld',
    '/public/libraries/I901.osm',
    '/public/libraries/I901.ics',
    '/public/website/libraries/I901',
  ]) {
    const answer = await read(url)
    expect(answer.status, url).toBe(200)
    expect(answer.text).not.toMatch(/Gevangenis|0903/)
  }
})

test('the code of a merged branch leads to the branch that goes on', async () => {
  const old = await region.unit('branch', 'Zwalm Oud', region.zwalm, { code: '0909' })
  const merged = await admin.change([
    { kind: 'units.merge', payload: { unit: old, into: region.markt, from: '2026-11-23' } },
  ])
  expect(merged.status, JSON.stringify(merged.body)).toBe(201)
  expect((await read('/public/branches/0909')).body).toMatchObject({ code: '0901', name: 'Zwalm Markt' })
})

test('the urgent message of a library stands with each of its branches', async () => {
  const said = await admin.change([
    {
      kind: 'branches.announce',
      payload: { unit: region.zwalm, from: '2026-11-23', to: '2026-11-30', text: 'Lift buiten dienst' },
    },
  ])
  expect(said.body.sentences).toEqual([
    'Dringend bericht voor Bib Zwalm van maandag 23 november 2026 tot en met maandag 30 november 2026: Lift buiten dienst',
  ])
  expect((await read('/public/libraries/I901')).body).toMatchObject({
    urgent: 'Lift buiten dienst',
    branches: [{ urgent: 'Lift buiten dienst' }, { urgent: 'Lift buiten dienst' }],
  })
  expect((await read('/public/branches/0911')).body.urgent).toBeUndefined()
})

test('JSON-LD, iCalendar, OSM and the shape of today say the same', async () => {
  const ld = await read('/public/branches/0901.jsonld')
  expect(ld.headers['content-type']).toContain('application/ld+json')
  expect(ld.body.specialOpeningHoursSpecification).toMatchObject([
    { validFrom: '2026-12-24', validThrough: '2026-12-24', description: 'kerstavond' },
  ])
  const ics = await read('/public/branches/0901.ics', { 'accept-language': 'fr' })
  expect(ics.headers['content-type']).toContain('text/calendar')
  expect(ics.text).toContain('SUMMARY:kerstavond')
  const osm = await read('/public/branches/0901.osm')
  expect(osm.text).toContain('Tu-Fr 09:00-12:00,13:00-18:00')
  expect(osm.text).toContain('2026 Dec 24 off "kerstavond"')
  const website = await read('/public/website/branches/0901')
  expect(website.body['opening-hours']).toHaveLength(7)
  expect(website.body['closing-info']).toEqual([
    { start: '2026-12-24', end: '2026-12-24', reason: 'kerstavond' },
  ])
})

test('nonsense is refused in words', async () => {
  expect((await read('/public/branches/..%2f..%2fetc')).status).toBe(400)
  expect((await read('/public/branches/0901?days=0')).status).toBe(400)
  expect((await read('/public/branches/7777')).status).toBe(404)
  expect((await read('/public/branches/I901')).status).toBe(404)
  expect((await read(`/public/branches/${SYSTEM}`)).status).toBe(404)
})
