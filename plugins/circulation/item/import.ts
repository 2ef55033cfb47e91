import { parse } from 'csv-parse/sync'
import type { Context } from '#core/context.ts'
import type { Language } from '#core/contract.ts'
import type { RunKind } from '#core/plugin.ts'
import { refused } from '#core/refusal.ts'
import { startRun } from '#core/run.ts'
import { unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import type { ItemsImport } from '../contract/item.ts'
import { permissions } from '../contract/permission.ts'
import { ItemRow } from './item.ts'
import { readingFor, type Cells, type ReadRow } from './import-row.ts'

export const itemsRun = 'circulation.items'
const ROWS_AT_ONCE = 1000
/** So many faults are told; the count says how many there are. */
const FAULTS_TOLD = 200

interface Detail { readonly language: Language }
interface Told { readonly row: number; readonly field: string; readonly value: string; readonly reason: string }
interface Report { entered: number; changed: number; same: number; faulty: number; faults: Told[] }
const NOTHING: Report = { entered: 0, changed: 0, same: 0, faulty: 0, faults: [] }

/** Keeps the file and puts its rows in line, under one id; the same again is the same import. */
export async function importItems(ctx: Context, { id, library, name, content }: ItemsImport): Promise<string> {
  if (unitAt(ctx.configuration, library, ctx.today())?.type !== 'library') throw refused([fault('circulation.no-library', '/library',
    'Kies de bibliotheek van wie de exemplaren zijn.', 'Choose the library whose items these are.',
    'Choisissez la bibliothèque à laquelle appartiennent les documents.')])
  ctx.demand(permissions.items, library)
  await ctx.db('item_file').insert({ id, library_id: library, name, content, staff_id: ctx.actor.id, at: ctx.now.toString() })
    .onConflict('id').ignore()
  const detail: Detail = { language: ctx.language }
  return startRun(ctx, itemsRun, detail, library, id)
}

/** A thousand rows at a time, each batch whole or not at all: killed half way it goes on after the last batch. */
export const importingItems: RunKind = {
  name: itemsRun,
  async advance(ctx, { id, done, detail }) {
    const { language } = detail as Detail
    const { rows, library } = await rowsOf(ctx, id)
    const before = await ctx.db('run').where({ id }).first('report')
    const report: Report = structuredClone(before?.report ?? NOTHING)
    await takeIn(ctx, rows.slice(done, done + ROWS_AT_ONCE), done, { library, language, report })
    const now = Math.min(done + ROWS_AT_ONCE, rows.length)
    return { done: now, total: rows.length, report, finished: now >= rows.length }
  },
}

interface File { readonly file: string; readonly rows: readonly Cells[]; readonly library: string }
let last: File | undefined

/** The rows of a file, read once for all its batches. */
async function rowsOf(ctx: Context, file: string): Promise<File> {
  if (last?.file === file) return last
  const { content, library_id: library } = await ctx.db('item_file').where({ id: file }).first()
  const heading = String(content).slice(0, String(content).search(/[\r\n]|$/))
  const rows: Cells[] = parse(content, {
    bom: true, delimiter: heading.split(';').length > heading.split(',').length ? ';' : ',', relax_quotes: true,
    columns: (names: string[]) => names.map(name => name.trim().toLowerCase()), relax_column_count: true,
  })
  last = { file, rows, library }
  return last
}

interface Batch { readonly library: string; readonly language: Language; readonly report: Report }

/** New barcodes are entered, known ones of this library changed to what the row says, everything else told. */
async function takeIn(ctx: Context, rows: readonly Cells[], before: number, { library, language, report }: Batch) {
  const read = readingFor(ctx, library)
  const tell = (row: number, { field, value, reason }: Pick<Told, 'field' | 'value'> & { reason: Told['reason'] }) => {
    report.faulty++
    if (report.faults.length < FAULTS_TOLD) report.faults.push({ row, field, value: value.slice(0, 120), reason })
  }
  const found = rows.map((cells, n) => ({ row: before + n + 2, said: read(cells) }))
  const barcodes = found.flatMap(({ said }) => 'barcode' in said ? [said.barcode] : [])
  const known = new Map((await ItemRow.query(ctx.db).whereIn('barcode', barcodes)).map(item => [item.barcode, item]))
  const entered = new Map<string, object>()
  for (const { row, said } of found) {
    if (!('barcode' in said)) tell(row, { ...said, reason: said.reason[language] })
    else {
      const item = known.get(said.barcode)
      if (entered.has(said.barcode)) tell(row, { field: 'barcode', value: said.barcode, reason: twice[language] })
      else if (!item) entered.set(said.barcode, newItem(ctx, library, said))
      else if (item.libraryId !== library) tell(row, { field: 'barcode', value: said.barcode, reason: elsewhere[language] })
      else if (isSame(item, said)) report.same++
      else {
        const { barcode: _same, ...changed } = said
        await item.$query(ctx.db).patch({ ...changed, version: item.version + 1 })
        report.changed++
      }
    }
  }
  report.entered += entered.size
  if (entered.size) await ctx.db.batchInsert('item', [...entered.values()], 500)
}

const newItem = (ctx: Context, library: string, { branchId, priceCents, boughtOn, ...said }: ReadRow) => ({
  id: crypto.randomUUID(), ...said, library_id: library, branch_id: branchId, at_branch_id: branchId,
  price_cents: priceCents ?? null, bought_on: boughtOn ?? null, at: ctx.now.toString(),
})

const isSame = (item: ItemRow, said: ReadRow) =>
  Object.entries(said).every(([field, value]) => item[field as keyof ReadRow] === value)

const twice = {
  nl: 'Deze barcode stond al hoger in het bestand.', en: 'This barcode stood further up in the file.',
  fr: 'Ce code-barres figurait déjà plus haut dans le fichier.',
} as const
const elsewhere = {
  nl: 'Deze barcode is van een andere bibliotheek.', en: 'This barcode belongs to another library.',
  fr: 'Ce code-barres appartient à une autre bibliothèque.',
} as const

const KEPT_DAYS = 30

/** What was taken in a month ago is not looked at any more. */
export async function forgetItemFiles(ctx: Context): Promise<void> {
  await ctx.db('item_file').where('at', '<', ctx.now.subtract({ hours: KEPT_DAYS * 24 }).toString()).delete()
}
