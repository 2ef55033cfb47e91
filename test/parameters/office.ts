import { crc32, deflateRawSync } from 'node:zlib'

/**
 * Books built by hand as Excel and LibreOffice are known to write them: no such program was at hand to make them, so
 * these follow ECMA-376 and what the files of these programs look like. Each part can be replaced.
 */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface Book {
  /** By name the rows of each sheet, as XML. */
  readonly sheets: readonly { name: string; data: string; state?: string }[]
  readonly shared?: string
  /** The formats of cells by number, from 1 on. */
  readonly formats?: readonly (number | string)[]
  readonly from1904?: boolean
  /** Targets from the top: `/xl/worksheets/sheet1.xml`. */
  readonly absolute?: boolean
}

const relation = (n: number, type: string, target: string) => `<Relationship Id="rId${n}" Type="${OFFICE}/${type}" Target="${target}"/>`

export function partsOf({ sheets, shared = '', formats = [], from1904 = false, absolute = false }: Book): Map<string, string> {
  const to = (target: string) => absolute ? `/xl/${target}` : target
  const custom = formats.flatMap((one, n) => typeof one === 'string' ? [`<numFmt numFmtId="${164 + n}" formatCode="${one}"/>`] : [])
  return new Map([
    ['[Content_Types].xml', `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`],
    ['_rels/.rels', `${XML}<Relationships xmlns="${PACKAGE}">${relation(1, 'officeDocument', absolute ? '/xl/workbook.xml' : 'xl/workbook.xml')}`
      + `<Relationship Id="rId2" Type="${PACKAGE}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`],
    ['docProps/core.xml', `${XML}<cp:coreProperties xmlns:cp="x"><!-- by hand --><dc:creator xmlns:dc="y">An</dc:creator></cp:coreProperties>`],
    ['docProps/app.xml', `${XML}<Properties><Application>Microsoft Excel</Application></Properties>`],
    ['xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${from1904 ? 'date1904="1" ' : ''}defaultThemeVersion="166925"/>`
      + `<bookViews><workbookView xWindow="0"/></bookViews><sheets>${sheets.map(({ name, state }, n) =>
        `<sheet name="${name}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${PACKAGE}">${relation(90, 'theme', to('theme/theme1.xml'))}`
      + `${relation(91, 'styles', to('styles.xml'))}${shared ? relation(92, 'sharedStrings', to('sharedStrings.xml')) : ''}`
      + `${sheets.map((_sheet, n) => relation(n + 1, 'worksheet', to(`worksheets/sheet${n + 1}.xml`))).join('')}</Relationships>`],
    ['xl/theme/theme1.xml', `${XML}<a:theme xmlns:a="z" name="Office"/>`],
    ['xl/styles.xml', `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${custom.length}">${custom.join('')}</numFmts>`
      + '<cellStyleXfs count="1"><xf numFmtId="14" fontId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/>'
      + `${formats.map((one, n) => `<xf numFmtId="${typeof one === 'string' ? 164 + n : one}" xfId="0" applyNumberFormat="1"><alignment/></xf>`).join('')}`
      + '</cellXfs><cellStyles><xf numFmtId="9"/></cellStyles></styleSheet>'],
    ...(shared ? [['xl/sharedStrings.xml', `${XML}<sst xmlns="${MAIN}">${shared}</sst>`] as const] : []),
    ...sheets.map(({ data }, n) => [`xl/worksheets/sheet${n + 1}.xml`,
      `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr/><dimension ref="A1:B2"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>`
      + `<cols><col min="1" max="1" width="9.1"/><col min="2" max="2" hidden="1"/></cols><sheetData>${data}</sheetData>`
      + '<pageMargins left="0.7"/><legacyDrawing r:id="rId9"/></worksheet>'] as const),
  ])
}

export interface Packing {
  /** As a program that streams does it: sizes stand after the part. */
  readonly descriptors?: boolean
  /** With sizes of eight bytes, as some programs write them always. */
  readonly long?: boolean
  readonly stored?: boolean
}

/** Parts as a zip. */
export function packed(parts: ReadonlyMap<string, string | Buffer>, { descriptors = false, long = false, stored = false }: Packing = {}): Buffer {
  const [bodies, contents]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, part] of parts) {
    const bytes = Buffer.from(part)
    const body = stored ? bytes : deflateRawSync(bytes)
    const title = Buffer.from(name)
    const sizes = [body.length, bytes.length]
    const head = fields([descriptors ? 0x0808 : 0x0800, 2], [stored ? 0 : 8, 2], [0, 4])
    const local = Buffer.concat([fields([0x04034b50, 4], [20, 2]), head, descriptors ? Buffer.alloc(12)
      : fields([crc32(bytes), 4], ...sizes.map((size): Field => [size, 4])), fields([title.length, 2], [0, 2]), title, body,
    ...(descriptors ? [fields([0x08074b50, 4], [crc32(bytes), 4], ...sizes.map((size): Field => [size, 4]))] : [])])
    const extra = long ? fields([0x9999, 2], [2, 2], [7, 2], [1, 2], [24, 2], [bytes.length, 8], [body.length, 8], [at, 8]) : Buffer.alloc(0)
    contents.push(fields([0x02014b50, 4], [45, 2], [45, 2]), head, fields([crc32(bytes), 4], ...sizes.map((size): Field => [long ? 0xffffffff : size, 4]),
      [title.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [long ? 0xffffffff : at, 4]), title, extra)
    bodies.push(local)
    at += local.length
  }
  const table = Buffer.concat(contents)
  const longEnd = long ? Buffer.concat([
    fields([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [parts.size, 8], [parts.size, 8], [table.length, 8], [at, 8]),
    fields([0x07064b50, 4], [0, 4], [at + table.length, 8], [1, 4]),
  ]) : Buffer.alloc(0)
  const count = long ? 0xffff : parts.size
  return Buffer.concat([...bodies, table, longEnd,
    fields([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [table.length, 4], [long ? 0xffffffff : at, 4], [0, 2])])
}

type Field = readonly [value: number, bytes: 2 | 4 | 8]
function fields(...all: readonly Field[]): Buffer {
  return Buffer.concat(all.map(([value, bytes]) => {
    const made = Buffer.alloc(bytes)
    if (bytes === 8) made.writeBigUInt64LE(BigInt(value))
    else if (bytes === 4) made.writeUInt32LE(value)
    else made.writeUInt16LE(value)
    return made
  }))
}

/** A book as a file, to be sent. */
export const bookOf = (book: Book, packing?: Packing): Buffer => packed(partsOf(book), packing)
