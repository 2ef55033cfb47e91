import ICAL from 'ical.js'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Staff } from '../installation.ts'
import { close, hours, openRegion, type Region } from './region.ts'

let region: Region
let admin: Staff

beforeAll(async () => {
  region = await openRegion()
  admin = await region.staff('system-admin')
})
afterAll(() => region.close())
afterEach(() => { vi.useRealTimers() })

const ask = (url: string, headers: Record<string, string> = {}, remoteAddress = '203.0.113.1') =>
  region.app.inject({ url, headers, remoteAddress })

async function at<T>(instant: string, act: () => Promise<T>): Promise<T> {
  const now = region.clock.now
  region.clock.now = Temporal.Instant.from(instant)
  try {
    return await act()
  } finally {
    region.clock.now = now
  }
}

const nowOf = async (code: string, language = 'en') =>
  (await ask(`/public/branches/${code}`, { 'accept-language': language })).json().now

test('open until and opens at are told by the clock on the wall, over both clock changes', async () => {
  const night = await region.unit('branch', 'Nachtbib', region.other, { code: '0921' })
  const late = { sa: [{ from: '22:00', to: '04:00' }], su: [{ from: '05:00', to: '06:00' }] }
  await region.apply(hours(night, { week: late }))
  const spring = await at('2027-03-28T00:30:00Z', () => nowOf('0921'))
  expect(spring).toMatchObject({ open: true, until: { day: '2027-03-28', time: '04:00' } })
  expect(spring.text).toBe('Open now until 4:00.')
  expect(await at('2027-03-28T01:59:00Z', () => nowOf('0921'))).toMatchObject({ open: true })
  expect(await at('2027-03-28T02:00:00Z', () => nowOf('0921'))).toMatchObject({
    open: false,
    opensAt: { day: '2027-03-28', time: '05:00' },
  })
  expect(await at('2027-10-31T01:30:00Z', () => nowOf('0921'))).toMatchObject({
    open: true,
    until: { day: '2027-10-31', time: '04:00' },
  })
  expect(await at('2027-10-31T02:59:00Z', () => nowOf('0921'))).toMatchObject({ open: true })
  expect(await at('2027-10-31T03:00:00Z', () => nowOf('0921'))).toMatchObject({ open: false })
})

test('a branch in another time zone lives by its own clock and its own day', async () => {
  const far = await region.unit('branch', 'Readers’ Room', region.other, {
    code: '0922',
    timeZone: 'America/New_York',
  })
  await region.apply(hours(far))
  const [evening, page] = await at('2026-11-25T02:00:00Z', async () => [
    await nowOf('0922'),
    (await ask('/public/branches/0922')).json(),
  ])
  expect(evening).toMatchObject({ open: false, opensAt: { day: '2026-11-25', time: '09:00' } })
  expect(page.timeZone).toBe('America/New_York')
  expect(page.week.find((day: { today: boolean }) => day.today).day).toBe('2026-11-24')
  const [here, there] = await at('2026-11-24T16:30:00Z', async () => [await nowOf('0901'), await nowOf('0922')])
  expect(here.until).toEqual({ day: '2026-11-24', time: '18:00' })
  expect(there.until).toEqual({ day: '2026-11-24', time: '12:00' })
  await admin.change([close([region.other], '2026-12-22', '2026-12-22', { cut: { from: '12:00', to: '24:00' } })])
  const zones = (await ask('/public/branches/0922.ics')).body.match(/^TZID:.*$/gm)
  expect(zones).toEqual(['TZID:America/New_York'])
  const fields = { timeZone: 'Europe/London' }
  const moved = { kind: 'units.change', payload: { unit: far, from: '2026-11-23', fields } }
  expect((await admin.change([moved])).status).toBe(201)
  expect((await ask('/public/branches/0922')).json().timeZone).toBe('Europe/London')
})

test('a diary reads the closings of a branch and of its library', async () => {
  await admin.change([
    close([region.zwalm], '2026-12-24', '2027-01-02', { kind: 'V', text: 'Kerst; en, Nieuwjaar' }),
    close([region.markt], '2026-12-08', '2026-12-08', { cut: { from: '13:00', to: '18:00' }, text: 'vorming' }),
  ])
  const eventsOf = async (url: string) => {
    const answer = await ask(url)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const events = new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent')
    return events.map(one => new ICAL.Event(one)).map(one => [one.summary, String(one.startDate), String(one.endDate)])
  }
  const vacation = ['Kerst; en, Nieuwjaar', '2026-12-24', '2027-01-03']
  expect(await eventsOf('/public/branches/0901.ics')).toEqual([
    ['vorming', '2026-12-08T13:00:00', '2026-12-08T18:00:00'],
    vacation,
  ])
  expect(await eventsOf('/public/libraries/I901.ics')).toEqual([vacation])
})

test('search engines read the usual week and every day that differs, with words that schema.org knows', async () => {
  const page = (await ask('/public/branches/0902.jsonld')).json()
  expect(page).toMatchObject({ '@context': 'https://schema.org', '@type': 'Library' })
  const special = page.specialOpeningHoursSpecification
  expect(special).toEqual([
    {
      '@type': 'OpeningHoursSpecification',
      validFrom: '2026-12-24',
      validThrough: expect.stringMatching(/^2027-01-0\d$/),
      description: 'Kerst; en, Nieuwjaar',
    },
  ])
  for (const one of page.openingHoursSpecification) {
    expect(one.opens).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    expect(one.closes).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    for (const day of one.dayOfWeek) expect(day).toMatch(/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/)
  }
})

test('the feed speaks the reader’s language', async () => {
  const texts = await Promise.all(['nl', 'en', 'fr'].map(async language => (await nowOf('0902', language)).text))
  expect(texts).toEqual([
    'Nu gesloten. Opent dinsdag 24 november 2026 om 9:00.',
    'Closed now. Opens Tuesday 24 November 2026 at 9:00.',
    'Fermé. Ouvre mardi 24 novembre 2026 à 9:00.',
  ])
})

test('whoever asks too often is asked to wait, and nobody else', async () => {
  // All within one minute, also on a machine that needs longer for 1,200 questions.
  vi.useFakeTimers({ toFake: ['Date'] })
  for (let asked = 0; asked < 1200; asked += 100) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => ask('/public/branches/0901', {}, '203.0.113.66')),
    )
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true)
  }
  const refused = await ask('/public/branches/0901', {}, '203.0.113.66')
  expect(refused.statusCode).toBe(429)
  expect(refused.headers['content-type']).toContain('application/problem+json')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.headers['access-control-allow-origin']).toBe('*')
  expect((await ask('/public/branches/0901', {}, '203.0.113.67')).statusCode).toBe(200)
})

test('any website may ask, and is told what it may send', async () => {
  const asked = await region.app.inject({
    method: 'OPTIONS',
    url: '/public/branches/0901',
    headers: { 'origin': 'https://bib.example', 'access-control-request-method': 'GET' },
  })
  expect(asked.statusCode).toBe(204)
  expect(asked.headers['access-control-allow-headers']).toBe('if-none-match')
  const missing = await ask('/public/branches/7777')
  expect([missing.statusCode, missing.headers['access-control-allow-origin']]).toEqual([404, '*'])
  const head = await region.app.inject({ method: 'HEAD', url: '/public/branches/0901' })
  expect([head.statusCode, head.body]).toEqual([200, ''])
})

test('a library says itself how far ahead its closings are shown', async () => {
  const library = await region.unit('library', 'Bib Ninove', undefined, { code: 'I930' })
  const branch = await region.unit('branch', 'Ninove', library, { code: '0930' })
  await region.apply(hours(branch), close([branch], '2027-01-26', '2027-01-26', { text: 'telling' }))
  const shown = async () => (await ask('/public/branches/0930')).json().closings.length
  expect(await shown()).toBe(1)
  const set = {
    kind: 'parameters.set',
    payload: { parameter: 'branches.feed-days', unit: library, from: '2026-11-23', to: null, value: 30 },
  }
  const answer = await admin.change([set])
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  expect(await shown()).toBe(0)
  expect((await ask('/public/branches/0930?days=90')).json().closings).toHaveLength(1)
})

test('a branch withdrawn from the public is gone at once, from its library too', async () => {
  const fields = { public: false }
  const hidden = { kind: 'units.change', payload: { unit: region.velde, from: '2026-11-23', fields } }
  expect((await ask('/public/libraries/I901.osm')).body).toContain('0902')
  expect((await admin.change([hidden])).status).toBe(201)
  expect((await ask('/public/branches/0902')).statusCode).toBe(404)
  for (const url of ['/public/libraries/I901', '/public/libraries/I901.osm', '/public/website/libraries/I901'])
    expect((await ask(url)).body).not.toMatch(/Velde|0902/)
})

test('the feed address of a merged library leads to the library that goes on', async () => {
  const merged = await admin.change([
    { kind: 'units.merge', payload: { unit: region.other, into: region.zwalm, from: '2026-11-23' } },
  ])
  expect(merged.status, JSON.stringify(merged.body)).toBe(201)
  const page = (await ask('/public/libraries/I902')).json()
  expect(page.code).toBe('I901')
  expect(page.branches.map(({ code }: { code: string }) => code)).toContain('0911')
})

test('a closing that goes on beyond the days shown is not said to end there', async () => {
  const library = await region.unit('library', 'Bib Temse', undefined, { code: 'I940' })
  const branch = await region.unit('branch', 'Temse', library, { code: '0940' })
  await region.apply(hours(branch), close([branch], '2027-01-05', '2027-05-15', { text: 'nieuwbouw' }))
  const closings = async () => (await ask('/public/branches/0940')).json().closings
  expect(await closings()).toMatchObject([{ from: '2027-01-05', to: '2027-05-15', reason: 'nieuwbouw' }])
  await region.apply(close([branch], '2027-01-05', null, { text: 'nieuwbouw' }))
  expect(await closings()).toMatchObject([{ from: '2027-01-05', to: null }])
})
