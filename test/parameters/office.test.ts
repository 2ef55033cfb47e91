import { describe, expect, test } from 'vitest'
import { readTable } from '#plugins/parameters/sheet/spreadsheet.ts'
import { readWorkbook, type Cell } from '#plugins/parameters/sheet/workbook.ts'
import { bookOf, packed, partsOf, type Book } from './office.ts'

const cellsIn = (book: Book | string): Cell[][] =>
  readWorkbook(bookOf(typeof book === 'string' ? { sheets: [{ name: 'Blad1', data: book }] } : book))[0]?.rows ?? []
const row = (cells: string, n = 1) => `<row r="${n}" spans="1:4" ht="15" x14ac:dyDescent="0.25">${cells}</row>`
const heads = row('<c r="A1" t="inlineStr"><is><t>Code</t></is></c><c r="B1" t="inlineStr"><is><t>Instelling</t></is></c>'
  + '<c r="C1" t="inlineStr"><is><t>Waarde</t></is></c>')
const tableOf = (book: Book) => readTable({ file: bookOf(book).toString('base64') })

describe('texts as Excel and LibreOffice write them', () => {
  test('are shared, in one piece or in several, with their spaces and their pronunciation apart', () => {
    const shared = '<si><t>Zwalm</t></si><si><t xml:space="preserve"> met spatie </t></si>'
      + '<si><r><rPr><b/><sz val="11"/></rPr><t>28/</t></r><r><t xml:space="preserve">28/0</t></r><rPh sb="0" eb="1"><t>ja</t></rPh></si>'
      + '<si><t>Vlaamse &amp; Waalse &lt;bib&gt; &#233;&#xE9;</t></si><si><t>regel 1_x000D_&#10;regel 2</t></si><si><t/></si>'
    const data = row(Array.from({ length: 6 }, (_, n) => `<c r="${'ABCDEF'[n] ?? ''}1" s="0" t="s"><v>${n}</v></c>`).join(''))
    expect(cellsIn({ sheets: [{ name: 'Blad1', data }], shared })).toEqual([
      ['Zwalm', 'met spatie', '28/28/0', 'Vlaamse & Waalse <bib> éé', 'regel 1\r\nregel 2'],
    ])
  })

  test('may stand in the cell itself, in pieces too', () => {
    expect(cellsIn(row('<c r="A1" t="inlineStr"><is><r><t>0,10</t></r><r><rPr/><t>/1/7,50</t></r></is></c><c r="C1" t="inlineStr"><is><t>x</t></is></c>')))
      .toEqual([['0,10/1/7,50', '', 'x']])
  })

  test('that point at nothing, and errors, are told where they stand', () => {
    expect(cellsIn(row('<c r="A1" t="s"><v>7</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>')))
      .toEqual([[{ unread: true }, { unread: true }, 'true', 'false']])
  })

  test('that a formula made are a formula, whatever was last reckoned', () => {
    expect(cellsIn(row('<c r="A1" t="str"><f>A2&amp;"x"</f><v>28/28/0</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f t="shared" ref="C1:C2" si="0">B1</f></c>')))
      .toEqual([[{ formula: true }, { formula: true }, { formula: true }]])
  })
})

describe('numbers as their cells show them', () => {
  const formats = [14, 9, 10, '0000', 'dd/mm/yyyy;@', '[$-813]d\\ mmmm\\ yyyy', '#,##0.00\\ &quot;dagen&quot;', '0.0%', 'h:mm', '_-&quot;€&quot;\\ * #,##0.00_-', 2, 'jjjj-mm-dd', 20]
  const shown = (style: number, value: string, from1904 = false) =>
    cellsIn({ sheets: [{ name: 'Blad1', data: row(`<c r="A1" s="${style}"><v>${value}</v></c>`) }], formats, from1904 })[0]?.[0]

  test.each<[number, string, Cell]>([
    [0, '0.1', '0.1'], [0, '0.30000000000000004', '0.3'], [0, '5', '5'], [0, '1.0000000000000001E-1', '0.1'],
    [4, '12', '0012'], [4, '12.5', '12.5'], [7, '28', '28'], [10, '7.5', '7.5'], [11, '0.1', '0.1'], [9, '0.5', '12:00'],
    [2, '0.21', '21%'], [3, '0.06', '6%'], [8, '0.125', '12.5%'],
    [9, '0.4375', '10:30'], [13, '0.999999', '00:00'], [9, '1.5', { unread: true }],
    [1, '46380', { day: '2026-12-24' }], [5, '46380.75', { day: '2026-12-24' }], [6, '46380', { day: '2026-12-24' }], [12, '46380', { day: '2026-12-24' }],
    [1, '-3', { unread: true }], [1, '1E+9', { unread: true }], [0, '1E+400', { unread: true }], [0, 'x', { unread: true }],
  ])('in format %i %s is %j', (style, value, cell) => expect(shown(style, value)).toEqual(cell))

  test('are days from 1904 in books that count so', () => {
    expect(shown(1, String(46380 - 1462), true)).toEqual({ day: '2026-12-24' })
    expect(cellsIn(row('<c r="A1" t="d"><v>2026-12-24T00:00:00</v></c>'))).toEqual([[{ day: '2026-12-24' }]])
  })
})

describe('a sheet with the headings', () => {
  const other = { name: 'Uitleg', data: row('<c r="A1" t="inlineStr"><is><t>Lees mij</t></is></c>') }
  const ours = { name: 'Tarieven 2027', data: `${heads}${row('<c r="A2" t="inlineStr"><is><t>I001</t></is></c>', 2)}` }

  test('is found behind another, under any name', () => {
    expect(tableOf({ sheets: [other, ours] })).toEqual([['Code', 'Instelling', 'Waarde'], ['I001']])
  })

  test('is not chosen from two, nor from what is hidden', () => {
    expect(tableOf({ sheets: [ours, { ...ours, name: 'Kopie' }] })).toBe('two-sheets')
    expect(tableOf({ sheets: [{ ...ours, state: 'hidden' }, ours] })).toHaveLength(2)
    expect(tableOf({ sheets: [other] })).toEqual([['Lees mij']])
  })

  test('ends where its cells do, whatever is laid out below and beside', () => {
    const empty = `${row('<c r="A3" s="1"/><c r="XFD3" s="1"/>', 3)}<row r="1048576" ht="12.8"><c r="A1048576" s="1"/></row>`
    expect(tableOf({ sheets: [{ ...ours, data: `${ours.data}${empty}` }] })).toHaveLength(2)
  })

  test('is found by targets from the top, and in cells without an address', () => {
    expect(tableOf({ sheets: [ours], absolute: true })).toHaveLength(2)
    expect(cellsIn('<row><c><v>1</v></c><c t="b"><v>1</v></c></row><row/><row><c><v>2</v></c></row>')).toEqual([['1', 'true'], [], ['2']])
  })

  test.each([{ descriptors: true }, { long: true }, { stored: true }, { long: true, descriptors: true }])('packed with %j is the same', packing => {
    expect(readTable({ file: packed(partsOf({ sheets: [ours] }), packing).toString('base64') })).toHaveLength(2)
  })

  test('behind a password, or of before 2007, is told as such', () => {
    expect(readTable({ file: Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('base64') })).toBe('locked')
  })
})

describe('merged cells', () => {
  const withMerges = (...references: string[]) => {
    const parts = partsOf({ sheets: [{ name: 'Blad1', data: `${row('<c r="A1"><v>1</v></c><c r="C1"><v>2</v></c>')}${row('<c r="A2"><v>3</v></c>', 2)}` }] })
    const sheet = 'xl/worksheets/sheet1.xml'
    const said = references.map(reference => `<mergeCell ref="${reference}"/>`).join('')
    parts.set(sheet, (parts.get(sheet) ?? '').replace('</sheetData>', `</sheetData><mergeCells>${said}</mergeCells>`))
    return readWorkbook(packed(parts))[0]?.rows
  }
  const merged = { merged: true }

  test('say nothing, all but the first, as far as there are rows', () => {
    expect(withMerges('A1:B1')).toEqual([['1', merged, '2'], ['3']])
    expect(withMerges('C1:C1048576', 'A5:B9')).toEqual([['1', '', '2'], ['3', '', merged]])
    expect(withMerges('nonsense', '')).toEqual([['1', '', '2'], ['3']])
  })

  test('that lie over each other no spreadsheet writes', () => {
    expect(() => withMerges('A1:XFD1', 'B1:C1')).toThrow('No spreadsheet')
  })
})

describe('CSV as Belgian Excel writes it', () => {
  test.each([
    ['\uFEFFCode;Instelling;Waarde\r\nI001;trial.fee;0,10\r\n'], ['sep=;\r\nCode;Instelling;Waarde\r\nI001;trial.fee;0,10'],
    ['\uFEFFsep=,\nCode,Instelling,Waarde\nI001,trial.fee,"0,10"\n'], ['Code\tInstelling\tWaarde\nI001\ttrial.fee\t0,10'],
  ])('%j is read', text => {
    expect(readTable({ text })).toEqual([['Code', 'Instelling', 'Waarde'], ['I001', 'trial.fee', '0,10']])
  })

  test('keeps a break within a cell, and the number of its row after it', () => {
    const table = readTable({ text: 'Code;Instelling;Waarde\r\nI001;x;"een\nregel; ""twee"""\r\nI002;y;1\r\n' })
    expect(table).toEqual([['Code', 'Instelling', 'Waarde'], ['I001', 'x', 'een\nregel; "twee"'], ['I002', 'y', '1']])
  })
})
