import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceRuns } from '#core/run.ts'
import { SYSTEM } from '#core/unit.ts'
import type { Staff } from '../installation.ts'
import { newId, openRegion, type Region } from './region.ts'

let region: Region
let admin: Staff
let library: Staff

beforeAll(async () => {
  region = await openRegion()
  admin = await region.staff('system-admin')
  library = await region.staff('library-admin', region.zwalm)
})
afterAll(() => region.close())

const heading =
  'Local authority,Library name,Postcode,Year opened,Year closed,' +
  ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'].map(day => `${day}day staffed hours`).join(',')
const bring = (staff: Staff, format: string, content: string, under: string) =>
  staff.post('/api/imports/preview', { format, name: `proef.${format}`, content, under })
async function take(staff: Staff, file: string, confirmedRows: readonly (number | string)[] = []) {
  const id = newId()
  const asked = await staff.post(`/api/imports/${file}/apply`, { id, confirmedRows, reason: 'proef' })
  expect(asked.status, JSON.stringify(asked.body)).toBe(202)
  await advanceRuns(region.installation)
  return (await staff.get(`/api/runs/${id}`)).body
}

const csv = [
  heading,
  'Bib Nieuw,Nieuw Centrum,1000,,,09:00-12:00,,,,,,',
  'Bib Nieuw,Nieuw Nacht,1000,,,09:00-12:00,,,,22:00-01:00,,',
  'Bib Nieuw,Nieuw Fout,1000,,,25:00-12:00,09:00-9:30,,,,,',
  'Bib Nieuw,Nieuw Dubbel,1000,,,09:00-12:00\\,11:00-13:00,,,,,,',
]
  .join('\n')
  .replace('09:00-12:00\\,11:00-13:00', '"09:00-12:00,11:00-13:00"')

test('valid rows are one set; doubtful rows wait, faulty rows are told with field, reason and value', async () => {
  const seen = await bring(admin, 'csv', csv, SYSTEM)
  expect(seen.status, JSON.stringify(seen.body)).toBe(200)
  expect(seen.body).toMatchObject({
    rows: 4,
    valid: 1,
    held: 1,
    doubts: [
      {
        row: 3,
        field: 'Friday staffed hours',
        value: '22:00-01:00',
        confirmed: false,
        reason: 'Sluit tussen middernacht en 5 uur: klopt dat?',
      },
    ],
    preview: {
      mayApply: true,
      faults: [],
      sentences: [
        'Bib Nieuw (I001) opent vanaf 23 november 2026, onder Proefstreek',
        'Nieuw Centrum (0001) opent vanaf 23 november 2026, onder Bib Nieuw',
        expect.stringContaining('Nieuw Centrum'),
      ],
    },
  })
  expect(seen.body.faults.map(({ row, field, value }: Record<string, unknown>) => [row, field, value])).toEqual(
    [
      [4, 'Monday staffed hours', '25:00-12:00'],
      [4, 'Tuesday staffed hours', '09:00-9:30'],
      [5, 'Monday staffed hours', '09:00-12:00,11:00-13:00'],
    ],
  )

  const run = await take(admin, seen.body.import, [3])
  expect(run).toMatchObject({
    state: 'done',
    done: 4,
    total: 4,
    report: { applied: 2, held: [], faults: [{ row: 4 }, { row: 4 }, { row: 5 }] },
  })
  expect(
    (await admin.get('/api/branches?q=nieuw')).body.data.map(({ name }: { name: string }) => name),
  ).toEqual(['Nieuw Centrum', 'Nieuw Nacht'])
  const set = await admin.get(`/api/changes/${run.report.set}`)
  expect(set.body).toMatchObject({ state: 'applied', reason: 'proef', by: { id: admin.id } })
  const back = await admin.post(`/api/changes/${run.report.set}/put-back`, {
    id: newId(),
    mode: 'as-if-never',
    reason: 'proef',
  })
  expect(back.status, JSON.stringify(back.body)).toBe(201)
  expect((await admin.get('/api/branches?q=nieuw')).body.total).toBe(0)
})

test('an unconfirmed doubt stays outside', async () => {
  const seen = await bring(admin, 'csv', csv, SYSTEM)
  const run = await take(admin, seen.body.import)
  expect(run.report).toMatchObject({ applied: 1, held: [{ row: 3 }] })
})

test('a file may be brought only where one may import, and only to where one reaches', async () => {
  expect((await bring(library, 'csv', csv, SYSTEM)).status).toBe(403)
  expect((await bring(await region.staff('desk', region.zwalm), 'csv', csv, region.zwalm)).status).toBe(403)
  const seen = await bring(library, 'csv', csv, region.zwalm)
  expect(seen.body.preview).toMatchObject({ mayApply: false, missing: [{ permission: 'units.manage' }] })
  const run = await take(library, seen.body.import)
  expect(run).toMatchObject({ state: 'failed', report: { code: 'core.not-allowed' } })
  const own = await bring(library, 'csv', `${heading}\nx,Zwalm Markt,,,,10:00-12:00,,,,,,`, region.zwalm)
  expect(own.body.preview).toMatchObject({
    mayApply: true,
    sentences: [expect.stringContaining('Zwalm Markt krijgt andere gewone uren')],
  })
})

test('closings of a diary become closings of the unit they are brought to', async () => {
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART;VALUE=DATE:20261224',
    'DTEND;VALUE=DATE:20261227',
    'SUMMARY:Kerst',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  const seen = await bring(library, 'ical', ics, region.zwalm)
  expect(seen.body.preview.sentences).toEqual([
    'Bib Zwalm sluit van donderdag 24 december 2026 tot en met zaterdag 26 december 2026: Kerst',
  ])
  await take(library, seen.body.import)
  const { body } = await library.get(`/api/units/${region.velde}/calendar?from=2026-12-24&to=2026-12-26`)
  expect(body.days.map(({ kind }: { kind: string }) => kind)).toEqual(['G', 'G', 'G'])
})

test('what is exported as JSON and brought back changes nothing', async () => {
  const exported = await library.get(`/api/export?unit=${region.zwalm}&format=json`)
  expect(exported.headers['content-disposition']).toContain('I901-2026-11-23.json')
  const seen = await bring(library, 'json', JSON.stringify(exported.body), region.zwalm)
  expect(seen.body).toMatchObject({ faults: [], doubts: [], held: 0 })
  const { body: before } = await library.get('/api/export?unit=' + region.zwalm + '&format=json')
  await take(library, seen.body.import)
  const { body: after } = await library.get('/api/export?unit=' + region.zwalm + '&format=json')
  expect(after.schedules.map(({ exceptions }: { exceptions: unknown }) => exceptions)).toEqual(
    before.schedules.map(({ exceptions }: { exceptions: unknown }) => exceptions),
  )
  for (const format of ['csv', 'osm', 'ical'])
    expect((await library.get(`/api/export?unit=${region.zwalm}&format=${format}`)).status).toBe(200)
})

test('broken files and bad questions are answered in words', async () => {
  for (const format of ['csv', 'osm', 'low-countries', 'ical', 'json']) {
    const { status, body } = await bring(admin, format, '{"half": ', SYSTEM)
    expect([format, status, body.valid, body.faults.length > 0]).toEqual([format, 200, 0, true])
  }
  expect((await bring(admin, 'csv', csv, newId())).status).toBe(404)
  expect(
    (await admin.post('/api/imports/preview', { format: 'xls', name: 'x', content: '', under: SYSTEM })).status,
  ).toBe(400)
  expect((await admin.post(`/api/imports/${newId()}/apply`, { id: newId(), confirmedRows: [] })).status).toBe(
    404,
  )
  expect((await bring(admin, 'csv', 'x'.repeat(10 * 1024 * 1024), SYSTEM)).status).toBe(413)
  expect((await admin.get(`/api/runs/${newId()}`)).status).toBe(404)
})

test('the real list of 2,956 British libraries comes in at one go', async () => {
  const content = readFileSync(join(import.meta.dirname, '../data/uk-libraries.csv'), 'utf8')
  const seen = await bring(admin, 'csv', content, SYSTEM)
  expect(seen.body).toMatchObject({ rows: 2956, preview: { mayApply: true } })
  expect(seen.body.faults).toHaveLength(2)
  const run = await take(
    admin,
    seen.body.import,
    seen.body.doubts.map(({ row }: { row: number }) => row),
  )
  expect(run).toMatchObject({ state: 'done', report: { applied: 2954 } })
}, 120_000)

test('a file that closes a library asks about the branch that keeps its own day, row by row', async () => {
  await admin.change([
    {
      kind: 'branches.open-anyway',
      payload: { units: [region.velde], from: '2027-02-13', to: '2027-02-13', text: 'leesmarathon' },
    },
  ])
  const event = (day: string, text: string) => [
    'BEGIN:VEVENT',
    `UID:${text}`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${text}`,
    'END:VEVENT',
  ]
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...event('20270212', 'voorjaar'),
    ...event('20270213', 'carnaval'),
    'END:VCALENDAR',
  ].join('\r\n')
  const seen = await bring(library, 'ical', ics, region.zwalm)
  expect(seen.body).toMatchObject({
    valid: 1,
    held: 1,
    faults: [],
    doubts: [
      {
        row: 2,
        code: 'branches.import.keeps-own-day',
        reason: 'Eigen dagen die blijven zoals ze zijn: Zwalm Velde (Bib Zwalm). Klopt dat?',
      },
    ],
    preview: { questions: [] },
  })
  const run = await take(library, seen.body.import, [2])
  expect(run).toMatchObject({ state: 'done', report: { applied: 2, held: [], faults: [] } })
  const on = async (unit: string) =>
    (await library.get(`/api/units/${unit}/calendar?from=2027-02-13&to=2027-02-13`)).body.days[0].kind
  expect([await on(region.markt), await on(region.velde)]).toEqual(['G', 'open'])
})
