import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import type { Staff } from '../installation.ts'
import { close, hours, newId, openRegion, type Region } from './region.ts'

let region: Region
let manager: Staff
let admin: Staff

beforeAll(async () => {
  region = await openRegion()
  manager = await region.staff('branch-manager', region.markt)
  admin = await region.staff('system-admin')
})
afterAll(() => region.close())

const calendar = (unit: string, day: string) =>
  admin.get(`/api/units/${unit}/calendar?from=${day}&to=${day}`).then(({ body }) => body.days[0])

test('24 December is rehearsed, closed, explained and put back', async () => {
  const items = [close([region.markt], '2026-12-24')]
  const preview = await manager.post('/api/changes/preview', { items })
  expect(preview.status).toBe(200)
  expect(preview.body.sentences).toEqual(['Zwalm Markt sluit op donderdag 24 december 2026: kerstavond'])
  expect(preview.body.mayApply).toBe(true)
  expect(preview.body.effects.map((one: { text: string }) => one.text)).toEqual([
    '1 openingsdag minder in 1 vestiging',
    '8 openingsuren minder',
  ])
  expect(preview.body.days).toEqual([
    {
      unit: region.markt,
      unitName: 'Zwalm Markt',
      day: '2026-12-24',
      before: 'open 9:00–12:00, 13:00–18:00',
      after: 'gesloten: kerstavond',
    },
  ])
  expect(preview.body.website).toEqual([
    { unit: region.markt, unitName: 'Zwalm Markt', text: 'donderdag 24 december 2026: gesloten – kerstavond' },
  ])

  const applied = await manager.change(items, { fingerprint: preview.body.fingerprint })
  expect(applied.status).toBe(201)
  const closed = await calendar(region.markt, '2026-12-24')
  expect(closed).toMatchObject({
    kind: 'G',
    hours: [],
    otherwise: [{ kind: 'staffed' }],
    whyText: 'Gesloten door de vestiging Zwalm Markt: kerstavond.',
  })
  expect((await calendar(region.velde, '2026-12-24')).kind).toBe('open')

  const back = await manager.post(`/api/changes/${applied.body.id}/put-back`, {
    id: newId(),
    mode: 'from-today',
  })
  expect(back.status).toBe(201)
  expect((await calendar(region.markt, '2026-12-24')).kind).toBe('open')
})

test('who has no right at a branch may not close it, and is told which right is missing', async () => {
  const preview = await manager.post('/api/changes/preview', { items: [close([region.velde], '2026-12-31')] })
  expect(preview.body.mayApply).toBe(false)
  expect(preview.body.missing).toMatchObject([{ permission: 'branches.close', unit: region.velde }])
  expect((await manager.change([close([region.velde], '2026-12-31')])).status).toBe(403)
  const desk = await region.staff('desk', region.markt)
  expect((await desk.change([close([region.markt], '2026-12-31')])).status).toBe(403)
})

test('every fault of a closing is named at once', async () => {
  const answer = await admin.change([
    close([region.markt, newId()], '2026-12-24', '2026-12-20', {
      kind: 'V',
      cut: { from: '12:00', to: '10:00' },
      leave: [region.elsewhere],
    }),
  ])
  expect(answer.status).toBe(422)
  expect(
    answer.body.faults.map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`),
  ).toEqual([
    'branches.end-before-start /items/0/payload/to',
    'branches.no-such-unit /items/0/payload/units/1',
    'branches.not-below /items/0/payload/leave/0',
    'branches.cut-ends-before-start /items/0/payload/cut/to',
    'branches.half-day-kind /items/0/payload/kind',
  ])
})

test('closing the region names the branch that would stay open, and asks', async () => {
  await region.apply({
    kind: 'branches.open-anyway',
    payload: { units: [region.velde], from: '2027-01-02', to: '2027-01-02', text: 'boekenverkoop' },
  })
  const preview = await admin.post('/api/changes/preview', {
    items: [close([SYSTEM], '2027-01-02', '2027-01-02', { text: 'inventaris' })],
  })
  expect(preview.body.questions).toMatchObject([
    { code: 'branches.stays-open', units: [{ id: region.velde, name: 'Zwalm Velde (Bib Zwalm)' }] },
  ])
  expect(preview.body.sentences[0]).toBe(
    'Proefstreek sluit op zaterdag 2 januari 2027: inventaris; niet mee: Zwalm Velde',
  )

  const leave = close([SYSTEM], '2027-01-02', '2027-01-02', { text: 'inventaris', leave: [region.velde] })
  expect((await admin.post('/api/changes/preview', { items: [leave] })).body.questions).toEqual([])
  const also = close([SYSTEM], '2027-01-02', '2027-01-02', { text: 'inventaris', also: [region.velde] })
  expect((await admin.change([also])).status).toBe(201)
  expect((await calendar(region.velde, '2027-01-02')).kind).toBe('G')
  expect((await calendar(region.elsewhere, '2027-01-02')).whyText).toBe(
    'Gesloten door de regio Proefstreek: inventaris.',
  )
})

test('a half day keeps the day open and shortens its hours', async () => {
  const cut = close([region.elsewhere], '2026-12-31', '2026-12-31', {
    cut: { from: '12:00', to: '24:00' },
    text: 'oudjaar',
  })
  expect((await admin.change([cut])).body.sentences).toEqual([
    'Brakel sluit op donderdag 31 december 2026 tussen 12:00 en 24:00: oudjaar',
  ])
  expect(await calendar(region.elsewhere, '2026-12-31')).toMatchObject({
    kind: 'open',
    hours: [{ slots: [{ from: '09:00', to: '12:00' }] }],
  })
})

test('a closure is extended, shortened and lifted as one thing', async () => {
  const closing = newId()
  await admin.change([
    close([region.elsewhere], '2027-03-01', '2027-03-14', {
      closing,
      provisionalEnd: true,
      kind: 'V',
      text: 'verbouwing',
    }),
  ])
  expect((await calendar(region.elsewhere, '2027-03-14')).provisional).toBe(true)
  const longer = await admin.change([
    { kind: 'branches.extend-closing', payload: { closing, to: '2027-03-21', provisionalEnd: false } },
  ])
  expect(longer.body.sentences).toEqual([
    'De sluiting van Brakel duurt tot en met zondag 21 maart 2027: verbouwing',
  ])
  expect((await calendar(region.elsewhere, '2027-03-20')).kind).toBe('V')
  await admin.change([{ kind: 'branches.extend-closing', payload: { closing, to: '2027-03-07' } }])
  expect((await calendar(region.elsewhere, '2027-03-09')).kind).toBe('open')
  expect((await calendar(region.elsewhere, '2027-03-06')).kind).toBe('V')
  const early = await admin.change([
    { kind: 'branches.extend-closing', payload: { closing, to: '2027-02-20' } },
  ])
  expect(early.body.faults.map(({ code }: { code: string }) => code)).toEqual([
    'branches.closed-before-it-began',
  ])
  expect(
    (
      await admin.change([
        { kind: 'branches.lift', payload: { units: [region.elsewhere], from: '2027-03-01', to: null } },
      ])
    ).status,
  ).toBe(201)
  expect((await calendar(region.elsewhere, '2027-03-06')).kind).toBe('open')
})

test('of two editors of one day the second is shown both versions', async () => {
  const {
    body: { version },
  } = await admin.get('/api/now')
  await admin.change([close([region.velde], '2027-05-05', '2027-05-05', { text: 'eerste' })])
  const second = await admin.change([
    { ...close([region.velde], '2027-05-05', '2027-05-05', { text: 'tweede' }), seen: version },
  ])
  expect(second.status).toBe(409)
  expect(second.body).toMatchObject({
    code: 'core.conflict',
    yours: [{ body: { text: 'tweede' } }],
    theirs: [{ body: { text: 'eerste' } }],
  })
})

test('hours are refused with every fault and its place', async () => {
  const slot = (from: string, to: string) => ({ from, to })
  const answer = await admin.change([
    hours(
      region.markt,
      {
        when: { in: 'no-such-list' },
        week: {
          mo: [slot('09:00', '12:00'), slot('11:00', '13:00')],
          tu: [slot('20:00', '02:00')],
          we: [slot('01:00', '03:00')],
          th: [slot('10:00', '10:00')],
        },
      },
      { from: '2027-01-10', to: '2027-01-01' },
    ),
  ])
  expect(answer.status).toBe(422)
  expect(
    answer.body.faults.map(
      ({ code, pointer }: { code: string; pointer: string }) =>
        `${code} ${pointer.replace('/items/0/payload', '')}`,
    ),
  ).toEqual([
    'branches.end-before-start /to',
    'branches.overlap /plan/week/mo/1',
    'branches.overlap-next-day /plan/week/tu/0',
    'branches.no-time /plan/week/th/0',
    'branches.no-such-day-set /plan/when/in',
  ])
  const bad = await admin.change([hours(region.markt, { week: { mo: [slot('25:00', '26:00')] } })])
  expect(bad.body.faults.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['/items/0/payload/plan/week/mo/0/from']),
  )
})

test('new hours say what they do to the week, and where they leave a gap', async () => {
  const items = [
    hours(
      region.elsewhere,
      { week: { sa: [{ from: '10:00', to: '12:00' }] } },
      { from: '2027-02-01', to: '2027-02-28' },
    ),
    {
      kind: 'branches.set-hours',
      payload: { unit: region.elsewhere, key: 'staffed/regular', from: '2027-03-01', to: null, plan: null },
    },
  ]
  const { body } = await admin.post('/api/changes/preview', { items })
  expect(body.faults).toEqual([])
  const texts = body.effects.map((one: { text: string }) => one.text)
  expect(texts).toContain('Brakel: 35 → 2 uur per week')
  expect(texts.find((text: string) => text.includes('geen uren'))).toBe(
    'Brakel heeft dan geen uren vanaf 1 maart 2027',
  )
})

test('the effects of days without fines and of open days without hours are told in whole sentences', async () => {
  const told = async (item: object) =>
    (await admin.post('/api/changes/preview', { items: [item] })).body.effects.map(
      ({ text }: { text: string }) => text,
    )
  const free = close([region.velde], '2027-06-08', '2027-06-09', { kind: 'B', text: 'jubileum' })
  expect(await told(free)).toContain('2 dagen zonder boete')
  const sunday = { units: [region.velde], from: '2027-06-13', to: '2027-06-13', text: 'braderie' }
  expect(await told({ kind: 'branches.open-anyway', payload: sunday })).toContain(
    '1 dag open zonder uren: geef er ook uren voor',
  )
})

test('the website texts of a preview tell what becomes different, and nothing that stood there already', async () => {
  const textsOf = async (...items: object[]) =>
    (await admin.post('/api/changes/preview', { items })).body.website.map(({ text }: { text: string }) => text)
  await admin.change([close([region.velde], '2027-08-03', '2027-08-07', { text: 'bouwverlof' })])
  expect(await textsOf(close([region.velde], '2027-08-10', null, { text: 'sloop' }))).toEqual([
    'vanaf dinsdag 10 augustus 2027: gesloten – sloop',
  ])
  const rule = { on: { date: '08-03' }, kind: 'G', text: 'feest' }
  expect(
    await textsOf({
      kind: 'branches.set-rule',
      payload: { unit: region.velde, key: 'feast', from: '2027-08-01', to: null, rule },
    }),
  ).not.toContainEqual(expect.stringContaining('bouwverlof'))
  expect(
    await textsOf({ kind: 'branches.lift', payload: { units: [region.velde], from: '2027-08-03', to: '2027-08-03' } }),
  ).toEqual(['dinsdag 3 augustus 2027: open 9:00–12:00, 13:00–18:00'])
  expect(
    await textsOf({ kind: 'branches.lift', payload: { units: [region.velde], from: '2027-08-03', to: '2027-08-07' } }),
  ).toContain(
    'dinsdag 3 augustus 2027: open 9:00–12:00, 13:00–18:00 · woensdag 4 augustus 2027: open 9:00–12:00, 13:00–18:00 · '
    + 'donderdag 5 augustus 2027: open 9:00–12:00, 13:00–18:00',
  )
  const message = { unit: region.zwalm, from: '2026-11-23', to: null, text: 'Lift stuk' }
  const { body } = await admin.post('/api/changes/preview', {
    items: [{ kind: 'branches.announce', payload: message }],
  })
  expect(body).toMatchObject({ days: [], website: [{ text: 'Lift stuk' }] })
  expect(body.effects).toMatchObject([{ text: 'De website toont dit zodra het geldt.' }])
})
