import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceRuns } from '#core/run.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { close, hours, newId, openRegion, type Region } from './region.ts'

let region: Region
let other: Opened
let admin: Staff
let stranger: Staff

beforeAll(async () => {
  region = await openRegion()
  other = await openInstallation()
  admin = await region.staff('system-admin')
  stranger = await other.staff('system-admin')
})
afterAll(async () => {
  await region.close()
  await other.close()
})

const exported = async (staff: Staff, unit: string) =>
  (await staff.get(`/api/export?unit=${unit}&format=json`)).body

async function bring(staff: Staff, { installation }: Opened, content: unknown, under: string) {
  const seen = await staff.post('/api/imports/preview', {
    format: 'json',
    name: 'zwalm.json',
    content: JSON.stringify(content),
    under,
  })
  expect(seen.body).toMatchObject({ faults: [], preview: { questions: [] } })
  const confirmedRows = seen.body.doubts.map(({ row }: { row: string }) => row)
  const id = newId()
  await staff.post(`/api/imports/${seen.body.import}/apply`, { id, confirmedRows })
  await advanceRuns(installation)
  const run = (await staff.get(`/api/runs/${id}`)).body
  expect(run).toMatchObject({ state: 'done', report: { faults: [], held: [] } })
}

test('a library exported and brought to an empty one of the same name exports the same again', async () => {
  const slots = [{ from: '10:00', to: '12:30', text: 'Voorleesuur' }]
  await region.apply(
    hours(region.markt, { week: { mo: slots } }, { from: '2026-01-01', to: '2026-06-30' }),
    hours(
      region.velde,
      {
        layer: 'season',
        name: 'Zomer',
        when: { season: { from: '07-01', to: '08-31' }, nth: [1, -1], everyWeeks: { weeks: 2, from: '2026-07-06' } },
        week: { mo: [], tu: slots },
      },
      { key: 'staffed/season/summer' },
    ),
    hours(region.velde, { kind: 'study', week: { su: [{ from: '18:00', to: '02:00' }] } }, { key: 'study/regular' }),
    {
      kind: 'branches.set-rule',
      payload: {
        unit: region.zwalm,
        key: 'september',
        from: null,
        to: null,
        rule: { on: { nth: 1, weekday: 'su', month: 9, plus: 1 }, kind: 'G', text: 'kermis' },
      },
    },
    close([region.zwalm], '2026-03-02', '2026-03-06', { kind: 'V', text: 'inventaris' }),
    close([region.zwalm], '2026-12-24', '2026-12-24', { publicFrom: '2026-12-01T08:00:00Z' }),
    close([region.velde], '2026-12-31', '2026-12-31', { cut: { from: '12:00', to: '24:00' }, text: 'oudjaar' }),
    close([region.markt], '2027-01-04', '2027-02-28', { provisionalEnd: true, text: 'verbouwing' }),
    {
      kind: 'branches.open-anyway',
      payload: { units: [region.markt], from: '2026-12-24', to: '2026-12-24', text: 'kerstmarkt' },
    },
  )
  const first = await exported(admin, region.zwalm)
  expect(first.schedules.map(({ row }: { row: string }) => row)).toEqual(['I901', '0903', '0901', '0902'])

  const empty = await other.unit('library', 'Bib Zwalm', SYSTEM, {
    code: 'I901',
    address: { country: 'BE' },
  })
  await bring(stranger, other, first, empty)
  expect(await exported(stranger, empty)).toEqual(first)
  await bring(stranger, other, first, empty)
  expect(await exported(stranger, empty)).toEqual(first)
})

test('brought to a system without the library, the file opens it', async () => {
  const first = await exported(admin, region.other)
  await bring(stranger, other, first, SYSTEM)
  const { data } = (await stranger.get('/api/branches?q=brakel')).body
  expect(data).toMatchObject([{ code: '0911', libraryName: 'Bib Brakel' }])
  expect(await exported(stranger, data[0].library)).toEqual(first)
})

test('a closure copied to another library is another closure: its end moves alone', async () => {
  const closing = newId()
  await region.apply(close([region.other], '2027-03-01', '2027-03-05', { closing, text: 'schilders' }))
  const copy = await region.unit('library', 'Bib Kopie')
  await bring(admin, region, await exported(admin, region.other), copy)
  await admin.change([{ kind: 'branches.extend-closing', payload: { closing, to: '2027-03-10' } }])
  const kindOn = async (unit: string) =>
    (await admin.get(`/api/units/${unit}/calendar?from=2027-03-09&to=2027-03-09`)).body.days[0].why.by
  expect([await kindOn(region.other), await kindOn(copy)]).toEqual(['exception', 'hours'])
})
