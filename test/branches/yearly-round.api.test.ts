import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import type { Staff } from '../installation.ts'
import { close, hours, openRegion, type Region } from './region.ts'

let region: Region
let admin: Staff

beforeAll(async () => {
  region = await openRegion()
  admin = await region.staff('system-admin')
})
afterAll(() => region.close())

interface Proposed {
  readonly day: string
  readonly to?: string
  readonly text: string
  readonly source: string
  readonly suggested: boolean
  readonly alreadySet: boolean
}
const proposalFor = async (unit: string, year = 2027): Promise<Proposed[]> =>
  (await admin.get(`/api/units/${unit}/year/${year}`)).body.proposal
const on = (proposal: readonly Proposed[], day: string) => proposal.find(one => one.day === day)

/** A library somewhere, with one branch that is open on weekdays and Saturday. */
async function libraryAt(name: string, about: object) {
  const library = await region.unit('library', name, SYSTEM, about)
  const branch = await region.unit('branch', name, library)
  await region.apply(hours(branch, { week: weekdaysAndSaturday }))
  return library
}
const nineToFive = [{ from: '09:00', to: '17:00' }]
const weekdaysAndSaturday = {
  mo: nineToFive,
  tu: nineToFive,
  we: nineToFive,
  th: nineToFive,
  fr: nineToFive,
  sa: nineToFive,
}

test('a library is judged by the doors of its branches: what falls on an open day is suggested', async () => {
  const library = await libraryAt('Bib Mol', { province: 'Antwerpen' })
  const proposal = await proposalFor(library)
  expect(on(proposal, '2027-05-06')).toMatchObject({ text: 'Hemelvaartsdag', source: 'holiday', suggested: true })
  expect(on(proposal, '2027-08-15')).toMatchObject({ text: 'Tenhemelopneming', suggested: false })
})

test('a library keeps the days of its own community or land', async () => {
  const days = async (name: string, about: object, year = 2028) => {
    const proposal = await proposalFor(await libraryAt(name, about), year)
    return Object.fromEntries(proposal.map(({ day, suggested }) => [day.slice(5), suggested]))
  }
  const flemish = await days('Bib Gent', { address: { country: 'BE', postalCode: '9000' } })
  expect([flemish['07-11'], flemish['09-27']]).toEqual([true, undefined])
  const walloon = await days('Bibliothèque de Namur', { province: 'Namur' })
  expect([walloon['07-11'], walloon['09-27']]).toEqual([undefined, true])
  const eupen = await days('Bibliothek Eupen', { address: { country: 'BE', postalCode: '4700' } })
  expect(eupen['11-15']).toBe(true)
  const brussels = await days('Bib Elsene', { address: { country: 'BE', postalCode: '1050' } })
  expect([brussels['07-11'], brussels['09-27'], brussels['07-21']]).toEqual([false, false, true])
  const dutch = await days('Bibliotheek Tilburg', { address: { country: 'NL' } })
  expect([dutch['04-27'], dutch['07-21']]).toEqual([true, undefined])
  const french = await days('Médiathèque de Lille', { address: { country: 'FR', postalCode: '59000' } })
  expect([french['07-14'], french['12-26']]).toEqual([true, undefined])
  const alsatian = await days('Médiathèque de Strasbourg', { address: { country: 'FR', postalCode: '67000' } })
  expect(alsatian['12-26']).toBe(true)
  const rhenish = await days('Stadtbibliothek Aachen', {
    address: { country: 'DE' },
    province: 'Nordrhein-Westfalen',
  })
  expect([rhenish['10-03'], rhenish['11-01']]).toEqual([true, true])
  expect((await days('Bibliothèque Eschoise', { address: { country: 'LU' } }))['06-23']).toBe(true)
})

test('bridge days are named where the doors would open, and never presumed', async () => {
  const proposal = await proposalFor(await libraryAt('Bib Brugge', { province: 'West-Vlaanderen' }))
  const bridges = proposal.filter(({ source }) => source === 'bridge')
  expect(bridges.map(({ day, text, suggested }) => [day, text, suggested])).toEqual([
    ['2027-05-07', 'Brugdag', false],
    ['2027-11-12', 'Brugdag', false],
  ])
  const eve = await proposalFor(await libraryAt('Bib Damme', {}), 2029)
  expect(on(eve, '2029-12-31')).toMatchObject({ source: 'bridge' })
})

test('own days of last year come back: by date, by weekday for a vacation, along with a feast that moves', async () => {
  const library = await libraryAt('Bib Aalst', { province: 'Oost-Vlaanderen' })
  const [branch = ''] = (await admin.get(`/api/branches?library=${library}`)).body.data.map(
    ({ id }: { id: string }) => id,
  )
  await region.apply(
    close([library], '2026-05-15', '2026-05-15', { text: 'brug' }),
    close([library], '2026-02-16', '2026-02-16', { text: 'carnaval' }),
    close([branch], '2026-07-13', '2026-07-25', { kind: 'V', text: 'bouwverlof' }),
    close([branch], '2026-12-25', '2026-12-31', { kind: 'V', text: 'kerstverlof' }),
    close([branch], '2026-09-01', '2026-09-30', { provisionalEnd: true, text: 'dakwerken' }),
  )
  const own = (await proposalFor(library)).filter(({ source }) => source === 'last-year')
  expect(own.map(({ day, to, text }) => [day, to, text])).toEqual([
    ['2027-02-16', undefined, 'carnaval'],
    ['2027-05-07', undefined, 'brug'],
    ['2027-07-12', '2027-07-24', 'bouwverlof'],
    ['2027-12-27', '2027-12-31', 'kerstverlof'],
  ])
  expect(own.every(({ suggested }) => suggested)).toBe(true)
})

test('a vacation that begins on a feast begins the day after it: no day is asked twice', async () => {
  const library = await libraryAt('Bib Ronse', {})
  await region.apply(close([library], '2026-12-26', '2026-12-31', { kind: 'V', text: 'kerstverlof' }))
  const proposal = await proposalFor(library)
  expect(on(proposal, '2027-12-25')).toMatchObject({ source: 'holiday' })
  expect(on(proposal, '2027-12-26')).toMatchObject({ to: '2027-12-31', source: 'last-year' })
  expect(new Set(proposal.map(({ day }) => day)).size).toBe(proposal.length)
})

test('nothing of a proposal is applied by confirming; it only makes the days certain', async () => {
  const library = await libraryAt('Bib Lier', { province: 'Antwerpen' })
  const calendar = async () =>
    (await admin.get(`/api/units/${library}/calendar?from=2027-01-01&to=2027-12-31`)).body.days.map(
      ({ kind, provisional }: { kind: string; provisional: boolean }) => [kind, provisional],
    )
  const before: [string, boolean][] = await calendar()
  expect(before.every(([, provisional]) => provisional)).toBe(true)
  const items = [{ kind: 'branches.confirm-year', payload: { unit: library, year: 2027 } }]
  const preview = await admin.post('/api/changes/preview', { items })
  expect(preview.body).toMatchObject({ mayApply: true, days: [], questions: [] })
  await admin.change(items)
  expect(await calendar()).toEqual(before.map(([kind]) => [kind, false]))
})
