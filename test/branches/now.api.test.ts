import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import type { Staff } from '../installation.ts'
import { close, newId, openRegion, week, type Region } from './region.ts'

let region: Region
let admin: Staff
let library: Staff

beforeAll(async () => {
  region = await openRegion()
  admin = await region.staff('system-admin')
  library = await region.staff('library-admin', region.zwalm)
})
afterAll(() => region.close())

const rowOf = async (staff: Staff, unit: string) =>
  (await staff.get('/api/now')).body.data.find(({ id }: { id: string }) => id === unit)

test('the landing page shows every branch in reach, and no other', async () => {
  const all = await admin.get('/api/now')
  expect(all.body).toMatchObject({ day: '2026-11-23', time: '10:00' })
  expect(all.body.data.map(({ name }: { name: string }) => name)).toEqual([
    'Brakel',
    'Zwalm Gevangenis',
    'Zwalm Markt',
    'Zwalm Velde',
  ])
  expect((await library.get('/api/now')).body.data.map(({ name }: { name: string }) => name)).toEqual([
    'Zwalm Gevangenis',
    'Zwalm Markt',
    'Zwalm Velde',
  ])
  expect((await library.get(`/api/now?unit=${region.other}`)).body.data).toEqual([])
  expect((await region.app.inject({ url: '/api/now' })).statusCode).toBe(401)
})

test('a row says open until, closed because, opens at, and what comes', async () => {
  await admin.change([close([region.markt], '2026-11-24', '2026-11-25', { text: 'schilderwerken' })])
  expect(await rowOf(admin, region.markt)).toMatchObject({
    state: 'closed',
    kind: 'G',
    opensAt: { day: '2026-11-26', time: '09:00' },
    nextChange: { day: '2026-11-24', text: 'gesloten: schilderwerken' },
    provisional: true,
    needsConfirming: true,
    confirms: { year: 2026 },
    daysOfHoursLeft: null,
    hoursEndSoon: false,
  })
  const monday = region.clock.now
  region.clock.now = monday.add({ hours: 24 })
  const nextDay = await region.staff('helpdesk')
  expect(await rowOf(nextDay, region.markt)).toMatchObject({ state: 'closed', reason: 'schilderwerken' })
  expect(await rowOf(nextDay, region.velde)).toMatchObject({
    state: 'open',
    until: { day: '2026-11-24', time: '12:00' },
    hoursKinds: ['staffed'],
  })
  region.clock.now = monday
})

test('a guessed end that is near asks to be confirmed', async () => {
  const closing = newId()
  await admin.change([
    close([region.velde], '2026-11-20', '2026-11-27', { closing, provisionalEnd: true, text: 'verbouwing' }),
  ])
  expect(await rowOf(admin, region.velde)).toMatchObject({
    state: 'closed',
    needsConfirming: true,
    confirms: { closing, to: '2026-11-27' },
  })
})

test('hours of a unit come with their past, what is planned, the week and the gaps', async () => {
  await admin.change([
    {
      kind: 'branches.set-hours',
      payload: {
        unit: region.elsewhere,
        key: 'staffed/regular',
        from: '2027-01-01',
        to: '2027-06-30',
        plan: { kind: 'staffed', layer: 'regular', week: { ...week, mo: [{ from: '09:00', to: '12:00' }] } },
      },
    },
    {
      kind: 'branches.set-hours',
      payload: { unit: region.elsewhere, key: 'staffed/regular', from: '2027-07-01', to: null, plan: null },
    },
  ])
  const { body } = await library.get(`/api/units/${region.elsewhere}/hours`)
  expect(body.plans).toMatchObject([{ own: true, unitName: 'Brakel', segment: { to: '2026-12-31' } }])
  expect(body.planned).toMatchObject([{ segment: { from: '2027-01-01', to: '2027-06-30' } }])
  expect(body.gaps).toEqual([{ from: '2027-07-01', to: '2027-11-23' }])
  expect(body.week).toHaveLength(7)
  expect(body.week[1].whyText).toBe('Volgt de openingsuren van de vestiging Brakel.')
  const later = await admin.get(`/api/units/${region.elsewhere}/hours?on=2027-02-03`)
  expect(later.body).toMatchObject({
    plans: [{ segment: { from: '2027-01-01', by: expect.stringContaining('system-admin') } }],
    past: [{ segment: { to: '2026-12-31' } }],
  })
})

test('rules come back every year and say so', async () => {
  const rule = { on: { date: '07-11' }, kind: 'G', text: 'Feest van de Vlaamse Gemeenschap' }
  const set = await admin.change([
    { kind: 'branches.set-rule', payload: { unit: SYSTEM, key: '11-july', from: null, to: null, rule } },
  ])
  expect(set.body.sentences).toEqual([
    'Proefstreek: elk jaar gesloten op 11 juli (Feest van de Vlaamse Gemeenschap)',
  ])
  const { body } = await library.get(`/api/units/${region.markt}/calendar?from=2028-07-11&to=2028-07-11`)
  expect(body.days[0]).toMatchObject({
    kind: 'G',
    whyText: 'Regel van de regio Proefstreek: elk jaar gesloten op 11 juli (Feest van de Vlaamse Gemeenschap).',
  })
  expect(body.rules).toMatchObject([{ own: false, unitName: 'Proefstreek', key: '11-july' }])
  const bad = await admin.change([
    {
      kind: 'branches.set-rule',
      payload: { unit: SYSTEM, key: 'x', from: null, to: null, rule: { ...rule, on: { date: '02-30' } } },
    },
  ])
  expect(bad.body.faults).toMatchObject([
    { code: 'branches.no-such-day', pointer: '/items/0/payload/rule/on/date' },
  ])
  expect(
    (
      await library.change([
        { kind: 'branches.set-rule', payload: { unit: SYSTEM, key: 'x', from: null, to: null, rule } },
      ])
    ).status,
  ).toBe(403)
  expect((await admin.get(`/api/units/${region.markt}/calendar?from=2026-01-01&to=2030-01-01`)).status).toBe(
    400,
  )
})

test('the yearly round: proposed, confirmed, reminded', async () => {
  await admin.change([close([region.zwalm], '2026-07-20', '2026-07-26', { kind: 'V', text: 'zomervakantie' })])
  const { body } = await library.get(`/api/units/${region.zwalm}/year/2027`)
  expect(body.confirmed).toBeNull()
  const at = (day: string) => body.proposal.find((one: { day: string }) => one.day === day)
  expect(at('2027-05-06')).toMatchObject({ source: 'holiday', text: 'Hemelvaartsdag', kind: 'G' })
  expect(at('2027-07-19')).toMatchObject({
    to: '2027-07-25',
    source: 'last-year',
    kind: 'V',
    text: 'zomervakantie',
    suggested: true,
  })
  expect(at('2027-07-11')).toMatchObject({ source: 'rule', alreadySet: true })

  const before = await admin.get('/api/rounds/2027')
  expect(before.body.data).toMatchObject([
    { name: 'Bib Brakel', confirmedOn: null, remindedOn: null },
    { name: 'Bib Zwalm', confirmedOn: null },
  ])
  expect((await library.post('/api/rounds/2027/remind', { libraries: [region.zwalm] })).status).toBe(403)
  const reminded = await admin.post('/api/rounds/2027/remind', { libraries: [region.other, region.zwalm] })
  expect(reminded.body.data).toMatchObject([{ remindedOn: '2026-11-23' }, { remindedOn: '2026-11-23' }])

  const confirmed = await library.change([
    { kind: 'branches.confirm-year', payload: { unit: region.zwalm, year: 2027 } },
    { kind: 'branches.confirm-year', payload: { unit: region.zwalm, year: 2026 } },
  ])
  expect(confirmed.body.sentences[0]).toBe('Bib Zwalm bevestigt de kalender van 2027')
  expect((await library.get('/api/rounds/2027')).body.data).toMatchObject([
    { library: region.zwalm, confirmedBy: expect.stringContaining('library-admin') },
  ])
  expect(await rowOf(library, region.markt)).toMatchObject({ provisional: false, needsConfirming: false })
  expect(await rowOf(admin, region.elsewhere)).toMatchObject({
    needsConfirming: true,
    confirms: { year: 2026 },
  })
  expect((await admin.post('/api/rounds/2027/remind', { libraries: [region.zwalm] })).status).toBe(422)
})

test('branches are listed, sought and read one by one', async () => {
  expect((await library.get('/api/branches?q=velde')).body).toMatchObject({
    total: 1,
    data: [{ code: '0902', libraryName: 'Bib Zwalm' }],
  })
  expect((await library.get(`/api/branches/${region.markt}`)).body).toEqual({
    id: region.markt,
    code: '0901',
    name: 'Zwalm Markt',
    type: 'branch',
    library: region.zwalm,
    libraryName: 'Bib Zwalm',
    public: true,
    needsHours: true,
  })
  expect((await library.get(`/api/branches/${newId()}`)).status).toBe(404)
})
