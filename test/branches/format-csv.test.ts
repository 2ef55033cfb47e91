import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, csvRows, readCsv } from '#plugins/branches/format/csv.ts'
import type { Schedule } from '#plugins/branches/format/schedule.ts'
import { regularWeek, slots, words } from './format-arbitrary.ts'

const list = readFileSync(new URL('../data/uk-libraries.csv', import.meta.url))
const heading = list.toString().split('\n')[0]!
const row = (cells: Readonly<Record<string, string>>) =>
  heading.split(',').map(name => `"${(cells[name] ?? '').replaceAll('"', '""')}"`).join(',')
const file = (...rows: Readonly<Record<string, string>>[]) => [heading, ...rows.map(row)].join('\n')

describe('The list of British libraries', () => {
  it('is read in one go: valid rows, faults and doubts, each with row, field and reason', async () => {
    const { schedules, faults, doubts } = await readCsv(list)
    expect(schedules.length + new Set(faults.map(fault => fault.row)).size).toBe(2956)
    expect(faults.map(({ row: at, field, value, reason }) => [at, field, value, reason.code])).toEqual([
      [511, 'Sunday staffed hours', '00:00', 'branches.import.malformed-time'],
      [2295, 'Wednesday staffed hours', '1:00-18:00', 'branches.import.malformed-time'],
    ])
    const late = doubts.filter(({ reason }) => reason.code === 'branches.import.late-end')
    const named = late.map(({ row: at }) => schedules.find(one => one.row === at)?.unit.name).toSorted()
    expect(named).toEqual(['Roade', 'Willenhall', 'Wraysbury Container'])
    expect(doubts.filter(({ value }) => value === '09:00-00:00').map(({ reason }) => reason.code))
      .toEqual(['branches.import.long-slot'])
    expect([doubts.length, new Set(doubts.map(doubt => doubt.row)).size]).toEqual([94, 27])
    expect(doubts.find(({ value }) => value === '07:00-02:00')?.field).toBe('Tuesday staffed hours')
  })

  it('comes row by row', async () => {
    const rows = csvRows(list)
    expect((await rows.next()).value).toMatchObject({ schedules: [{ row: 2, unit: { name: 'Airyhall Library' } }] })
    await rows.return(undefined)
  })

  it('is written and read again without a difference', async () => {
    const { schedules } = await readCsv(list)
    const said = (read: readonly Schedule[]) => read.map(({ unit, hours }) => ({ unit, hours }))
    for (const separator of [';', ','] as const) {
      const again = await readCsv(csvOf(schedules, { separator, mark: separator === ';' }))
      expect(said(again.schedules)).toEqual(said(schedules))
    }
  })
})

describe('A CSV of opening hours', () => {
  const good = { 'Library name': 'Bibliothèque de Wavre', 'Monday staffed hours': '10:00-12:00,13:00-17:00' }
  const name = async (content: string | Uint8Array) => (await readCsv(content)).schedules[0]?.unit.name

  it('may come from any program: byte order mark, semicolons, CRLF, Windows-1252, UTF-16', async () => {
    const text = file(good)
    expect(await name(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe('Bibliothèque de Wavre')
    expect(await name(text.replaceAll('","', '";"').replace(heading,
      heading.replaceAll(',', ';')))).toBe('Bibliothèque de Wavre')
    expect(await name(Buffer.from(text, 'latin1'))).toBe('Bibliothèque de Wavre')
    expect(await name(Buffer.from(text, 'utf16le'))).toBe('Bibliothèque de Wavre')
    expect(await name(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe('Bibliothèque de Wavre')
  })

  it('loses only the rows with faults, and names every fault of a row', async () => {
    const reading = await readCsv(file(
      good, { 'Library name': '', 'Monday staffed hours': '25:00-26:00', 'Year closed': 'soon' },
      { 'Library name': 'Beta', 'Monday staffed hours': '10:00-12:00,11:00-13:00' }, { 'Library name': 'Gamma' }, good,
    ))
    expect(reading.schedules.map(one => one.row)).toEqual([2, 6])
    expect(reading.faults.map(({ row: at, field, reason }) => [at, field, reason.code])).toEqual([
      [3, 'Library name', 'branches.import.missing-name'],
      [3, 'Year closed', 'branches.import.malformed-year'],
      [3, 'Monday staffed hours', 'branches.import.no-such-time'],
      [4, 'Monday staffed hours', 'branches.import.overlap'],
      [5, 'Monday staffed hours', 'branches.import.nothing-to-carry'],
    ])
  })

  it('keeps the hours of a library that closed until the end of its last year', async () => {
    const { schedules } = await readCsv(file({ ...good, 'Year closed': '2021' }))
    expect(schedules[0]?.hours[0]).toMatchObject({ from: null, to: '2021-12-31' })
  })

  it('that is something else is refused, not guessed at', async () => {
    const codes = async (content: string) => (await readCsv(content)).faults.map(({ reason }) => reason.code)
    expect(await codes('')).toEqual(['branches.import.unreadable'])
    expect(await codes('naam;uren\nA;9-12')).toEqual(['branches.import.missing-column'])
    expect(await codes('Library name\nA')).toHaveLength(7)
    expect(await codes(`${file(good)}\n"never closed`)).toEqual(['branches.import.unreadable'])
  })

  it('guards cells that a spreadsheet would run', () => {
    const [, line] = csvOf([{
      row: 2, unit: { name: '=HYPERLINK("x")' }, hours: [], rules: [], exceptions: [], cuts: [],
    }], { separator: ',', mark: false }).split('\r\n')
    expect(line).toContain('\'=HYPERLINK')
  })

  it('round trips are the identity on what it can carry', async () => {
    const unit = fc.record({
      name: words(60), authority: words(40), postalCode: words(10), opened: fc.integer({ min: 1850, max: 2026 }),
    }, { requiredKeys: ['name'] })
    const schedules = fc.array(fc.record({ unit, staffed: regularWeek(), unstaffed: regularWeek(),
      first: slots(1) }), { maxLength: 8 })
    await fc.assert(fc.asyncProperty(schedules, fc.constantFrom(',' as const, ';' as const),
      async (rows, separator) => {
      const written = rows.map(({ unit: own, staffed, unstaffed, first }, at): Schedule => ({
        row: at + 2, unit: own,
        hours: [['staffed', { ...staffed, mo: first }], ['unstaffed', unstaffed]].flatMap(([kind, week]) =>
          Object.values(week as Schedule['hours'][0]['body']['week']).some(day => day.length > 0) ? [{
            key: `${kind as string}/regular`, from: null, to: null,
            body: { kind: kind as string, layer: 'regular' as const,
              week: week as Schedule['hours'][0]['body']['week'] },
          }] : []),
        rules: [], exceptions: [], cuts: [],
      }))
      if (written.length > 0) expect((await readCsv(csvOf(written, { separator }))).schedules).toEqual(written)
    }), { numRuns: 60 })
  })
})
