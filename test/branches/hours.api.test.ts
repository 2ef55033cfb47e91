import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item } from '#core/change.ts'
import { SYSTEM } from '#core/unit.ts'
import type { Staff } from '../installation.ts'
import { close, hours, newId, openRegion, week, type Region } from './region.ts'

let region: Region
let admin: Staff

const school = {
  code: 'school',
  name: { nl: 'Schoolvakantie', en: 'School holidays', fr: 'Congés scolaires' },
  periods: [
    { from: '2027-02-08', to: '2027-02-14', name: { nl: 'Krokus', en: 'Spring half-term', fr: 'Carnaval' } },
  ],
}

beforeAll(async () => {
  region = await openRegion()
  admin = await region.staff('system-admin')
  await region.apply({ kind: 'branches.set-day-set', payload: { code: 'school', set: school } })
})
afterAll(() => region.close())

const noon = [{ from: '12:00', to: '16:00' }]
const all = { mo: noon, tu: noon, we: noon, th: noon, fr: noon, sa: noon, su: noon }
const usual = '09:00-12:00 13:00-18:00'

const daysOf = async (from: string, to: string) =>
  (await admin.get(`/api/units/${region.markt}/calendar?from=${from}&to=${to}`)).body.days
const told = ({ hours: given }: { hours: { slots: { from: string; to: string }[] }[] }) =>
  given.flatMap(({ slots }) => slots.map(({ from, to }) => `${from}-${to}`)).join(' ') || 'closed'

/** What a website reads of one day, when that day has come. */
async function websiteOn(day: string) {
  const now = region.clock.now
  region.clock.now = Temporal.Instant.from(`${day}T06:00:00Z`)
  const answer = await region.app.inject({ url: '/public/branches/0901' })
  region.clock.now = now
  return answer.json().week.find((one: { day: string }) => one.day === day)
}

interface Case {
  readonly items: () => Item[]
  readonly days: Readonly<Record<string, string>>
  readonly website?: string
}

const plan = (body: object, more: object) => hours(region.markt, body, more)
const cases: Readonly<Record<string, Case>> = {
  'a weekly pattern changes from a date on': {
    items: () => [plan({ week: { ...week, mo: noon, tu: [] } }, { from: '2027-03-01' })],
    days: { '2027-02-22': 'closed', '2027-02-23': usual, '2027-03-01': '12:00-16:00', '2027-03-02': 'closed' },
    website:
      'vanaf 1 maart 2027: ma: open 12:00–16:00 · di: gesloten · wo–vr: open 9:00–12:00, 13:00–18:00 · '
      + 'za: open 9:00–12:00 · zo: gesloten',
  },
  'a season comes back every year': {
    items: () => [
      plan(
        { layer: 'season', when: { season: { from: '07-01', to: '08-31' } }, week: all },
        { key: 'staffed/season/summer' },
      ),
    ],
    days: { '2027-06-29': usual, '2027-07-06': '12:00-16:00', '2028-08-29': '12:00-16:00', '2028-09-05': usual },
  },
  'school holidays have their own hours': {
    items: () => [
      plan({ layer: 'season', when: { in: 'school' }, week: { tu: noon } }, { key: 'staffed/season/school' }),
    ],
    days: { '2027-02-02': usual, '2027-02-09': '12:00-16:00', '2027-02-10': usual },
  },
  'every first Sunday of the month': {
    items: () => [plan({ layer: 'season', when: { nth: [1] }, week: { su: noon } }, { key: 'staffed/season/sunday' })],
    days: { '2027-01-03': '12:00-16:00', '2027-01-10': 'closed', '2027-02-07': '12:00-16:00' },
  },
  'every second week from a date': {
    items: () => [
      plan(
        { layer: 'season', when: { everyWeeks: { weeks: 2, from: '2027-01-04' } }, week: { mo: noon } },
        { key: 'staffed/season/fortnight' },
      ),
    ],
    days: { '2027-01-04': '12:00-16:00', '2027-01-11': 'closed', '2027-01-18': '12:00-16:00' },
  },
  'special hours on one date': {
    items: () => [
      plan(
        { layer: 'special', week: { th: noon } },
        { key: 'staffed/special/reading-night', from: '2027-01-14', to: '2027-01-14' },
      ),
    ],
    days: { '2027-01-07': usual, '2027-01-14': '12:00-16:00', '2027-01-21': usual },
    website: 'donderdag 14 januari 2027: open 12:00–16:00',
  },
  'special hours over a range': {
    items: () => [
      plan(
        { layer: 'special', week: all },
        { key: 'staffed/special/exams', from: '2027-01-11', to: '2027-01-24' },
      ),
    ],
    days: { '2027-01-08': usual, '2027-01-11': '12:00-16:00', '2027-01-24': '12:00-16:00', '2027-01-26': usual },
    website: 'van 11 januari 2027 tot en met 24 januari 2027: ma–zo: open 12:00–16:00',
  },
  'temporarily closed, with a guessed end': {
    items: () => [
      close([region.markt], '2027-01-05', '2027-01-15', { provisionalEnd: true, text: 'dakwerken' }),
    ],
    days: { '2027-01-05': 'closed', '2027-01-15': 'closed', '2027-01-19': usual },
    website: 'van dinsdag 5 januari 2027 tot en met vrijdag 15 januari 2027: gesloten – dakwerken (voorlopig)',
  },
}

test.each(Object.entries(cases))('%s: rehearsed, applied, explained, read on the website, put back', async (_, one) => {
  const dates = Object.keys(one.days).sort()
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  const shown = last > `${Number(first.slice(0, 4)) + 1}` ? first : last
  const before = await daysOf(first, shown)
  const items = one.items()

  const preview = await admin.post('/api/changes/preview', { items })
  expect(preview.body).toMatchObject({ mayApply: true, faults: [], questions: [] })
  expect(preview.body.days.length).toBeGreaterThan(0)
  for (const day of preview.body.days) expect(day.before).not.toBe(day.after)
  if (one.website) expect(preview.body.website.map(({ text }: { text: string }) => text)).toEqual([one.website])
  else expect(preview.body.website).toHaveLength(1)

  const applied = await admin.change(items, { fingerprint: preview.body.fingerprint })
  expect(applied.status, JSON.stringify(applied.body)).toBe(201)
  for (const [day, expected] of Object.entries(one.days)) {
    const [explained] = await daysOf(day, day)
    expect([day, told(explained)]).toEqual([day, expected])
    expect(explained.whyText).toMatch(/Zwalm Markt/)
    const slots = (await websiteOn(day)).hours.map(({ from, to }: { from: string; to: string }) => `${from}-${to}`)
    expect([day, slots.join(' ') || 'closed']).toEqual([day, expected])
  }

  const back = await admin.post(`/api/changes/${applied.body.id}/put-back`, { id: newId(), mode: 'from-today' })
  expect(back.status).toBe(201)
  expect(await daysOf(first, shown)).toEqual(before)
})

test('hours per week are those that really hold, whichever plan gives them', async () => {
  const items = cases['a season comes back every year']?.items() ?? []
  const from = { ...(items[0]?.payload as object), from: '2027-07-01', to: '2027-08-31' }
  const { body } = await admin.post('/api/changes/preview', { items: [{ kind: 'branches.set-hours', payload: from }] })
  expect(body.effects.map(({ text }: { text: string }) => text)).toContain('Zwalm Markt: 35 → 28 uur per week')
})

test('a gap is warned about, except for a unit that needs no hours', async () => {
  const ends = (unit: string) => ({
    kind: 'branches.set-hours',
    payload: { unit, key: 'staffed/regular', from: '2027-02-01', to: null, plan: null },
  })
  const office = await region.unit('branch', 'Zwalm Depot', region.zwalm, { needsHours: false })
  await region.apply(hours(office))
  const effects = async (unit: string) =>
    (await admin.post('/api/changes/preview', { items: [ends(unit)] })).body.effects.map(
      ({ code }: { code: string }) => code,
    )
  expect(await effects(region.markt)).toContain('branches.gaps')
  expect(await effects(office)).not.toContain('branches.gaps')
  await admin.change([ends(region.markt), ends(office)])
  const now = (await admin.get('/api/now')).body.data
  const gapOf = (unit: string) => now.find(({ id }: { id: string }) => id === unit).gap
  expect(gapOf(region.markt)).toEqual({ from: '2027-02-01', to: '2027-11-23' })
  expect(gapOf(office)).toBeUndefined()
  expect((await admin.get(`/api/units/${office}/hours`)).body.gaps).toEqual([])
})

test('hours of the region reach every branch that says nothing itself', async () => {
  const quiet = await region.unit('branch', 'Zwalm Stil', region.zwalm)
  await admin.change([hours(SYSTEM)])
  const { body } = await admin.get(`/api/units/${quiet}/calendar?from=2026-11-24&to=2026-11-24`)
  expect(body.days[0]).toMatchObject({ kind: 'open', whyText: 'Volgt de openingsuren van de regio Proefstreek.' })
})
