import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact, resolve } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins as product } from '#plugins/index.ts'
import type { SheetDifference } from '#plugins/parameters/contract/answer/sheet.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { bookOf } from './office.ts'
import { decision, grace, lists, setting, TODAY, trial } from './trial.ts'

let here: Opened
let admin: Staff
let boss: Staff
let outside: Staff
let zwalm: UnitId
let zoersel: UnitId

const season = { from: '07-01', to: '08-31' }

beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, trial] })
  await here.apply(...lists(), { kind: 'parameters.set-membership-type', payload: {
    unit: SYSTEM, code: '07', from: '2020-01-01', to: null, body: { name: { nl: 'Leerling', en: 'Pupil', fr: 'Élève' }, kind: 'person' },
  } })
  const group = await here.unit('group', 'Groep', SYSTEM, { level: '1', code: 'G1' })
  zwalm = await here.unit('library', 'Zwalm', group, { code: 'I001' })
  await here.unit('branch', 'Munkzwalm', zwalm, { code: '2001' })
  await here.unit('branch', 'Beerlegem', zwalm, { code: '0012' })
  zoersel = await here.unit('library', '@Zoersel', SYSTEM, { code: 'I002' })
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
  outside = await here.staff('library-admin', zoersel)
  await here.apply(
    setting(SYSTEM, 'trial.grace', 3, { from: '2020-01-01' }), setting(zwalm, 'trial.grace', 7, { from: '2021-01-01', to: '2027-06-30' }),
    setting(zwalm, 'trial.grace', 9, { from: '2027-07-01' }), setting(zwalm, 'trial.charges', true, { locked: true }),
    setting(zwalm, 'trial.term', 21, { where: { material: 'DVD' } }),
    setting(zwalm, 'trial.term', 42, { where: { membership: '60', material: 'BOEK' }, season }),
    setting(zwalm, 'trial.fee', 150, { basis: { ...decision, text: 'https://zwalm.be/besluit' } }),
    setting(zwalm, 'rules.loan', { loanDays: 21, renewalDays: 14, feeCents: 0, minimumAge: 0 }, { where: { membership: '61' } }),
    setting(group, 'trial.term', 14, { where: { membership: '61' } }), setting(zoersel, 'trial.grace', 5),
    setting(zoersel, 'parameters.help-links', { branches: 'https://hulp.be' }),
    setting(zoersel, 'notices.bailiff-name', '=1+1; "Jansen"\nen zoon'), setting(zwalm, 'branches.closing-text', '+32 9 000 – \'@x'),
    setting(zoersel, 'branches.closing-text', ' ‘-’\tmet een tab '),
  )
})
afterAll(() => here.close())

const sheet = async (more = '', { staff = boss, units = [zwalm], language = 'nl' as 'nl' | 'en' | 'fr' } = {}) => {
  const query = `${units.map(unit => `units=${unit}`).join('&')}${more}`
  const { statusCode, rawPayload } = await here.app.inject({
    url: `/api/parameters/sheet?${query}`, headers: { cookie: staff.cookieIn(language) },
  })
  expect(statusCode, rawPayload.toString().slice(0, 500)).toBe(200)
  return rawPayload
}
const csv = async (more = '', options = {}) => (await sheet(`&format=csv${more}`, options)).toString()
const send = async (body: object, staff = boss) => {
  const { status, body: answer } = await staff.post('/api/parameters/sheet', { from: TODAY, ...body })
  expect(status, JSON.stringify(answer)).toBe(200)
  return answer as SheetDifference
}
const rowsOf = (text: string) => text.trim().split('\r\n')
const HEAD = 'Code;Instelling;Lidsoort;Materiaalsoort;Seizoen;Waarde;Vanaf;Tot en met;Vergrendeld;Besluit;Datum van het besluit'
const sent = (...rows: string[]) => send({ text: [HEAD, ...rows].join('\r\n') })

describe('a sheet of settings', () => {
  test('has what a unit says itself, as people write it', async () => {
    const rows = rowsOf(await csv('&names=trial.grace&names=trial.term&names=trial.charges&names=trial.fee&names=rules.loan'))
    expect(rows.slice(1)).toEqual([
      'I001;Zwalm;trial.grace;Respijtdagen;;;;7;01/01/2021;30/06/2027;;ja;;;;',
      'I001;Zwalm;trial.grace;Respijtdagen;;;;9;01/07/2027;;;ja;;;;',
      'I001;Zwalm;trial.term;Leentermijn;*;DVD;;21;23/11/2026;;;ja;;;;',
      'I001;Zwalm;trial.term;Leentermijn;60;BOEK;01/07 - 31/08;42;23/11/2026;;;ja;;;;',
      'I001;Zwalm;trial.charges;Boetes vragen;;;;ja;23/11/2026;;ja;ja;;;;',
      'I001;Zwalm;trial.fee;Boete;*;*;;1,50;23/11/2026;;;ja;2026/114;22/06/2026;art. 3;https://zwalm.be/besluit',
      'I001;Zwalm;rules.loan;Uitleenmethode;61;*;;21/14/0;23/11/2026;;;ja;;;;',
    ])
  })

  test('has what it inherits too, if asked, and the branches below', async () => {
    const rows = rowsOf(await csv('&names=trial.grace&names=trial.term&below=true&inherited=true'))
    expect(rows).toContain('I001;Zwalm;trial.term;Leentermijn;61;*;;14;;;;nee;;;;')
    expect(rows).toContain('2001;Munkzwalm;trial.grace;Respijtdagen;;;;7;;;;nee;;;;')
  })

  test('of another library may be read, without who and why', async () => {
    const text = await csv('', { staff: outside })
    expect(text).toContain('trial.fee')
    expect(text).not.toMatch(/admin|test/)
  })

  test.each(['csv', 'xlsx'].flatMap(format => (['nl', 'en', 'fr'] as const).map(language => ({ format, language }))))(
    'that comes back unchanged changes nothing ($format, $language)', async ({ format, language }) => {
      const units = [SYSTEM, zwalm, zoersel]
      for (const more of ['', '&inherited=true']) {
        const file = await sheet(`&format=${format}&below=true${more}`, { staff: admin, units, language })
        const body = format === 'csv' ? { text: file.toString() } : { file: file.toString('base64') }
        const found = await send(body, admin)
        expect([found.faults, found.items]).toEqual([[], []])
        expect(found.unchanged).toBe(found.rows)
        expect(found.rows).toBeGreaterThan(more ? 150 : 10)
      }
    })
})

describe('a sheet that LibreOffice saved', () => {
  const saved = (name: string) => readFileSync(`test/data/libreoffice-${name}.xlsx`).toString('base64')

  test('changes nothing where nobody changed anything', async () => {
    const found = await send({ file: saved('saved') }, admin)
    expect([found.faults, found.items, found.unchanged]).toEqual([[], [], found.rows])
    expect(found.rows).toBeGreaterThan(10)
  })

  test('is refused for its formulas, merged cells and times, each by its cell', async () => {
    const { faults, items } = await send({ file: saved('edited') }, admin)
    expect(faults.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'D5 schema.maxLength', 'A8 parameters.merged-cell', 'D8 parameters.merged-cell', 'D9 parameters.formula', 'E9 parameters.formula',
      'F9 parameters.formula', 'D10 parameters.formula', 'D11 parameters.formula', 'E11 parameters.formula', 'D12 parameters.unreadable',
      'D13 parameters.unreadable',
    ])
    expect(items).toEqual([])
  })
})

describe('a sheet that comes back changed', () => {
  test('ends a value on the day it says, and begins another on the day it says', async () => {
    const { items } = await sent('I001;trial.grace;;;;7;01/01/2021;31/12/2026', 'I001;trial.fee;;;;2;1/2/27;;;2027/1;4 januari 2027')
    expect(items.map(({ payload }) => payload)).toEqual([
      { unit: zwalm, parameter: 'trial.grace', from: '2027-01-01', to: '2027-06-30', value: null },
      {
        unit: zwalm, parameter: 'trial.fee', from: '2027-02-01', to: null, value: 200, basis: { number: '2027/1', date: '2027-01-04' },
      },
    ])
  })

  test('becomes one set, put back in one act', async () => {
    const text = (await csv('&names=trial.grace&names=trial.term&names=trial.fee'))
      .replace(';7;01/01/2021', ';12 dagen;01/01/2021').replace('DVD;;21;', 'DVD;;;').replace('1,50', '0.75')
    const found = await send({ text, from: '2027-01-01' })
    expect(found).toMatchObject({ faults: [], unchanged: 2, rows: 5, changeRows: [2, 4, 6] })
    expect(found.changes.map(({ title, whereText, before, after, from, to }) => [title, whereText, before, after, from, to])).toEqual([
      ['Respijtdagen', '', '7 dagen', '12 dagen', '2027-01-01', '2027-06-30'],
      ['Leentermijn', 'DVD Dvd', '21 dagen', null, '2027-01-01', null],
      ['Boete', '', '€\u{a0}1,50', '€\u{a0}0,75', '2027-01-01', null],
    ])
    const done = await boss.change(found.items)
    expect(done.status, JSON.stringify(done.body)).toBe(201)
    expect(here.installation.snapshot.current.at(parameterFact, zwalm, 'trial.grace', '2027-03-01')?.body.value).toBe(12)
    expect((await send({ text, from: '2027-01-01' })).items).toEqual([])
    const back = await boss.post(`/api/changes/${done.body.id}/put-back`, { id: crypto.randomUUID(), mode: 'from-today' })
    expect(back.status).toBe(201)
    expect(resolve(here.installation.snapshot.current, grace, zwalm, '2027-03-01').value).toBe(7)
  })

  test('gives an inherited value of one’s own only where that is said', async () => {
    const text = (await csv('&names=trial.most&inherited=true')).replace(';5,00;', ';6,00;')
    expect((await send({ text })).faults).toMatchObject([{ row: 2, column: 'own', code: 'parameters.not-own', cell: 'L2' }])
    const { items } = await send({ text: text.replace(';nee;', ';ja;') })
    expect(items).toMatchObject([{ payload: { parameter: 'trial.most', value: 600 } }])
  })

  test('is judged by the door, where others’ settings are sent as a request', async () => {
    const { items } = await send({ text: `${HEAD}\r\nI002;trial.grace;;;;6` })
    const preview = await boss.post('/api/changes/preview', { items })
    expect(preview.body).toMatchObject({ faults: [], mayApply: false, missing: [{ unitName: '@Zoersel' }] })
  })
})

describe('what is wrong with a sheet', () => {
  test('is told at once, each by its cell', async () => {
    const { faults, items, faultCount } = await sent(
      'I001;trial.grace;;;;99', 'I001;trial.grace;60;;;4', 'I009;trial.grace;;;;4', 'I001;trial.none;;;;4', 'I001;trial.term;60;NIETS;;4',
      'I001;trial.grace;;;;1e400', 'I001;trial.fee;;;;=1+1', 'G1;trial.most;;;;5', 'I001;trial.fee;61;;;0,50', '2001;trial.charges;;;;nee',
      'I001;trial.term;;;zomer;4', 'I001;trial.term;;DVD;;10;31/02/2027', ';trial.grace;;;;4', 'I001;trial.fee;;DVD;;2;;;misschien;12',
      'I001;trial.most;;;;1', 'I001;trial.most;;;;2', 'I001;trial.fee;;;;200000',
    )
    expect(faults.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'F2 schema.maximum', 'C3 parameters.no-dimension', 'A4 parameters.no-unit-code', 'B5 parameters.unknown', 'D6 parameters.no-code',
      'F7 parameters.unreadable', 'F8 parameters.formula', 'A9 parameters.wrong-level', 'J10 parameters.basis-needed',
      'F11 parameters.locked', 'E12 parameters.no-season', 'G13 parameters.no-day', 'A14 parameters.no-unit-code',
      'I15 parameters.no-yes-no', 'K15 parameters.basis-half', 'A17 parameters.double-row', 'F18 schema.maximum',
    ])
    expect([items, faultCount]).toEqual([[], 17])
    const at = (cell: string) => faults.find(one => one.cell === cell)?.message
    expect(at('F7')).toBe('Schrijf dit zoals 0.')
    expect(at('F11')).toBe('Zwalm heeft deze waarde vergrendeld.')
    expect(at('F18')).toBe('Hoogstens €\u{a0}100,00.')
    expect(at('A17')).toBe('Rij 16 zegt al iets over dezelfde dagen.')
  })

  test('is told in the words of the notation and of its parts', async () => {
    const { faults } = await sent('I001;rules.loan;;;;28 dagen', 'I001;rules.loan;60;;;400/28/0')
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Schrijf dit als 28\/28\/0: leendagen/), 'Leendagen: Hoogstens 366.',
    ])
  })

  test('may be its headings, or the file itself', async () => {
    const told = async (text: string) => (await send({ text })).faults.map(({ row, cell, code }) => [row, cell, code])
    expect(await told('Code;Waarden;Code\r\nI001;7')).toEqual([
      [1, 'B1', 'parameters.unknown-column'], [1, 'C1', 'parameters.double-column'], [1, null, 'parameters.no-column'],
      [1, null, 'parameters.no-column'],
    ])
    const openDocument = Buffer.concat([Buffer.alloc(30), Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')])
    expect((await send({ file: openDocument.toString('base64') })).faults.map(({ code }) => code)).toEqual(['parameters.open-document'])
    expect(await told(HEAD)).toEqual([[0, null, 'parameters.no-rows']])
    expect(await told('')).toEqual([[1, null, 'parameters.no-column'], [1, null, 'parameters.no-column'], [1, null, 'parameters.no-column']])
    expect(await told(`${HEAD}\r\n"I001;`)).toEqual([[0, null, 'parameters.unreadable-file']])
    expect(await told([HEAD, ...Array.from({ length: 5001 }, () => 'I001;trial.grace;;;;7')].join('\n')))
      .toEqual([[0, null, 'parameters.file-too-large']])
    expect((await boss.post('/api/parameters/sheet', { from: TODAY })).status).toBe(422)
    expect((await boss.post('/api/parameters/sheet', { from: TODAY, text: 'x'.repeat(2 ** 21 + 1) })).status).toBe(400)
  })

  test('is what a spreadsheet made of it: noughts gone, a date, an error', async () => {
    const { faults } = await sent('12;trial.grace;;;;4', 'I001;trial.term;7;;;4', 'I001;rules.hold;;;;1/02/2001', 'I001;trial.grace;;;;#N/A',
      'I001;trial.grace;;;;4;12/24/2026;24-24-2026')
    expect(faults.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'A2 parameters.lost-noughts', 'C3 parameters.lost-noughts', 'F4 parameters.became-date', 'F5 parameters.unreadable',
      'G6 parameters.month-first', 'H6 parameters.no-day',
    ])
    expect(faults[0]?.message).toContain('Bedoel je 0012?')
    const book = bookOf({ sheets: [{ name: 'Blad1', data: '<row r="1"><c r="A1" t="inlineStr"><is><t>Code</t></is></c>'
      + '<c r="B1" t="inlineStr"><is><t>Instelling</t></is></c><c r="C1" t="inlineStr"><is><t>Waarde</t></is></c></row>'
      + '<row r="2"><c r="A2"><v>12</v></c><c r="B2" t="inlineStr"><is><t>trial.fee</t></is></c><c r="C2"><v>0.1</v></c></row>'
      + '<row r="3"><c r="A3" s="1"><v>12</v></c><c r="B3" t="inlineStr"><is><t>trial.grace</t></is></c><c r="C3" t="e"><v>#REF!</v></c></row>' }], formats: ['0000'] })
    expect((await send({ file: book.toString('base64') })).faults.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'A2 parameters.lost-noughts', 'C3 parameters.unread-cell',
    ])
  })

  test('does not end what runs before the changes begin', async () => {
    const { faults } = await sent('I001;trial.grace;;;;7;01/01/2021;30/06/2026')
    expect(faults).toMatchObject([{ cell: 'H2', code: 'parameters.ended-before' }])
    expect((await sent('I001;trial.grace;;;;2;01/01/2019;30/06/2019')).items).toEqual([])
  })
})

test('whoever sets the tariffs alone brings those back, and asks for the rest', async () => {
  const money = await here.staff('finance-director', zwalm)
  const HEADS = 'Code;Instelling;Waarde;Besluit;Datum van het besluit'
  const fine = await send({ text: `${HEADS}\r\nI001;rules.fine;0,10/1/7,50;2026/1;1/2/2026` }, money)
  expect([fine.faults, fine.items.length]).toEqual([[], 1])
  expect((await money.change(fine.items)).status).toBe(201)
  const rest = await send({ text: `${HEADS}\r\nI001;trial.grace;11;;\r\nI001;rules.fine;0,20/1/7,50;2026/1;1/2/2026` }, money)
  expect([rest.faults, rest.items.length]).toEqual([[], 2])
  expect((await money.change(rest.items)).status).toBe(403)
  expect(resolve(here.installation.snapshot.current, grace, zwalm, TODAY).value).toBe(7)
  const { body } = await money.post('/api/changes/preview', { items: rest.items })
  expect(body.mayApply).toBe(false)
})
