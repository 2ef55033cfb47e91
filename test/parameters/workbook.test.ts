import { deflateRawSync } from 'node:zlib'
import writeWorkbook from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import { readTable } from '#plugins/parameters/sheet/spreadsheet.ts'
import { columnOf, lettersOf, readWorkbook, type Cell } from '#plugins/parameters/sheet/workbook.ts'
import { TooLarge, unzipped } from '#plugins/parameters/sheet/zip.ts'
import { packed } from './office.ts'

const made = await writeWorkbook([
  [{ value: 'Waarde', type: String }, { value: 'Vanaf', type: String }],
  [{ value: 1.5, type: Number }, { value: new Date('2026-12-24T00:00Z'), type: Date, format: 'dd/mm/yyyy' }],
  [{ value: '\'=1+1', type: String }, { value: true, type: Boolean }],
  [{ value: '=1+1', type: String }, null],
]).toBuffer()

/** The same file with another first sheet. */
function withSheet(change: (xml: string) => string): Buffer {
  const parts = new Map(unzipped(made))
  const name = [...parts.keys()].find(one => one.includes('sheet1.xml')) ?? ''
  parts.set(name, Buffer.from(change(parts.get(name)?.toString() ?? '')))
  return packed(parts, { stored: true })
}
/** The cells of its first sheet. */
const cellsIn = (file: Buffer): Cell[][] => readWorkbook(file)[0]?.rows ?? []
const inSheet = (cells: string) => withSheet(xml => xml.replace(/<sheetData>[^]*<\/sheetData>/, `<sheetData>${cells}</sheetData>`))

describe('a workbook', () => {
  test('is read as texts and days; what a spreadsheet would run is a formula', () => {
    expect(cellsIn(made)).toEqual([
      ['Waarde', 'Vanaf'], ['1.5', { day: '2026-12-24' }], ['=1+1', 'true'], [{ formula: true }],
    ])
  })

  test('has formulas where it has them, reckoned or not', () => {
    const cells = '<row r="1"><c r="A1" t="n"><v>1</v></c><c r="B1"/><c r="C1"><f>A1+1</f><v>2</v></c></row>'
      + '<row r="3"><c r="A3" t="str"><f t="shared" si="0"/></c><c r="B3"><v>7</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    const rows = cellsIn(inSheet(cells))
    expect(rows.map(row => row.slice(0, row.findLastIndex(cell => cell !== '') + 1))).toEqual([
      ['1', '', { formula: true }], [], [{ formula: true }, '7', '', { formula: true }],
    ])
  })

  test('of numbers as Excel keeps them is read as they were meant', () => {
    expect(cellsIn(inSheet('<row r="1"><c r="A1"><v>0.10000000000000001</v></c><c r="B1"><v>1E+400</v></c></row>')))
      .toEqual([['0.1', { unread: true }]])
  })

  test('that unpacks to more than a spreadsheet is refused, whatever it says of itself', () => {
    const bomb = Buffer.alloc(64 * 2 ** 20, 32)
    const parts = new Map([...unzipped(made), ['xl/bomb.xml', Buffer.from('x')] as const])
    const file = packed(parts, { stored: true })
    const at = file.lastIndexOf('xl/bomb.xml') - 46
    const small = deflateRawSync(bomb)
    // The table of contents points at a part put in by hand, and says that it is one byte long.
    const body = Buffer.concat([file.subarray(file.readUInt32LE(at + 42), file.readUInt32LE(at + 42) + 30), Buffer.from('xl/bomb.xml'), small])
    const forged = Buffer.concat([body, file])
    const shift = body.length
    const end = forged.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    const table = forged.readUInt32LE(end + 16) + shift
    forged.writeUInt32LE(table, end + 16)
    for (let entry = table; entry < end;) {
      const isBomb = forged.toString('utf8', entry + 46, entry + 46 + forged.readUInt16LE(entry + 28)) === 'xl/bomb.xml'
      forged.writeUInt32LE(isBomb ? 0 : forged.readUInt32LE(entry + 42) + shift, entry + 42)
      if (isBomb) { forged.writeUInt16LE(8, entry + 10); forged.writeUInt32LE(small.length, entry + 20) }
      entry += 46 + forged.readUInt16LE(entry + 28) + forged.readUInt16LE(entry + 30)
    }
    expect(forged.length).toBeLessThan(200_000)
    expect(() => readWorkbook(forged)).toThrow(TooLarge)
    expect(readTable({ file: forged.toString('base64') })).toBe('too-large')
  })

  test('that spreads too far is refused before it is laid out', () => {
    expect(() => readWorkbook(inSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toThrow(TooLarge)
    expect(() => readWorkbook(inSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toThrow(TooLarge)
  })

  test.each(['<c ', '<c>', '<f ', '<row ', '<c r="', '<x:c ', '<x>', 'x', '<c><f>', '</c>', '<f/>'])('made of %j is not read slowly', piece => {
    const file = inSheet(`<row r="1"><c r="A1"><f>1</f></c></row>${piece.repeat(1_000_000)}`)
    const start = performance.now()
    readTable({ file: file.toString('base64') })
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('with a tag as long as a file is not read', () => {
    for (const cells of [`<row r="1" x="${'x'.repeat(100_000)}"/>`, `<row r="1"><!--${'x'.repeat(100)}--></row>`, '<row r="1"'])
      expect(readTable({ file: inSheet(cells).toString('base64') })).toBe('unreadable')
  })

  test('with entities, or that is none, is not read', () => {
    const entity = withSheet(xml => xml.replace(/<worksheet/, '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'))
    for (const file of [entity, Buffer.from('PK\x03\x04'), Buffer.from('hallo'), Buffer.alloc(0), made.subarray(0, made.length - 40)])
      expect(readTable({ file: file.toString('base64') })).toBe('unreadable')
  })
})

test('columns go by letters', () => {
  expect(['A', 'Z', 'AA', 'BL'].map(columnOf)).toEqual([1, 26, 27, 64])
  expect([1, 26, 27, 64].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'BL'])
})
