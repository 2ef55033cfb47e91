import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { parse, CsvError } from 'csv-parse'
import { parse as parseHeading } from 'csv-parse/sync'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { Refusal, refused, type Fault } from '#core/refusal.ts'
import { startRun } from '#core/run.ts'
import { unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { importColumns, type ImportField, type PatronsFile } from '../contract/import.ts'
import { permissions } from '../contract/permission.ts'
import type { Cells, RowFault } from './cell.ts'
import { contentOf, sealed } from './content.ts'
import { fieldOfHeading, readingFor, type ReadRow, type SaidRow } from './row.ts'

export const lookRun = 'patrons.look'
export const importRun = 'patrons.import'

export const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** An id that follows from what is said: the same again is the same. */
export function idOf(...said: readonly string[]): string {
  const digest = digestOf(said.join('\n'))
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

/** Keeps a file of patrons and looks through it in the background; nobody is enrolled by that. The same id is the same file. */
export async function bringFile(ctx: Context, { id, library, name, content }: PatronsFile): Promise<void> {
  if (unitAt(ctx.configuration, library, ctx.today())?.type !== 'library') throw refused([fault('patrons.no-library', '/library',
    'Kies de bibliotheek van wie de leners zijn.', 'Choose the library whose patrons these are.', 'Choisissez la bibliothèque de ces usagers.')])
  ctx.demand(permissions.import, library)
  const faults = headingFaults(content)
  if (faults.length) throw refused(faults)
  const digest = digestOf(content)
  await ctx.db('patron_file').insert({
    id, library_id: library, name, digest, sealed: sealed(ctx, id, content), staff_id: ctx.actor.id, staff_name: ctx.actor.name || null, at: ctx.now.toString(),
  }).onConflict('id').ignore()
  const kept = await ctx.db('patron_file').where({ id }).first('library_id', 'digest')
  if (kept?.library_id !== library || kept?.digest !== digest) throw idUsed()
  await startRun(ctx, lookRun, {}, library, id)
}

const idUsed = () => new Refusal(409, 'core.id-used', {
  nl: 'Onder dit nummer is al iets anders verstuurd. Verstuur het opnieuw onder een nieuw nummer.',
  en: 'Something else was sent under this id. Send it again under a new one.',
  fr: 'Autre chose a déjà été envoyé sous ce numéro. Renvoyez-le sous un nouveau numéro.',
})

export const headingOf = (content: string) => content.slice(0, content.search(/[\r\n]|$/))
export const delimiterOf = (heading: string) => [';', '\t', ','].toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ';'

/** Columns that are not there, or there twice, at once. */
function headingFaults(content: string): Fault[] {
  const heading = headingOf(content.replace(/^\uFEFF/, ''))
  let names: string[]
  try {
    names = parseHeading(heading, { delimiter: delimiterOf(heading), relax_quotes: true })[0] ?? []
  } catch {
    names = []
  }
  const fields = names.map(fieldOfHeading)
  return (Object.keys(importColumns) as ImportField[]).flatMap(field => {
    const column = importColumns[field]
    const times = fields.filter(one => one === field).length
    const [nl, en, fr] = column.headings
    if (times > 1) return [fault('patrons.import-column-twice', '/content', `De kolom “${nl}” staat er twee keer.`,
      `The column “${en}” is there twice.`, `La colonne « ${fr} » figure deux fois.`)]
    return times === 0 && 'required' in column ? [fault('patrons.import-column', '/content', `De kolom “${nl}” ontbreekt.`,
      `The column “${en}” is missing.`, `La colonne « ${fr} » manque.`)] : []
  })
}

/** A row with the line it stands on, and what is wrong with it by itself or beside a row further up. */
export interface FileRow extends ReadRow { readonly line: number }
export interface File { readonly id: string; readonly library: UnitId; readonly digest: string; readonly blanked: number; readonly rows: readonly FileRow[] }
let last: File | undefined

/** The rows of a file, read once for all its batches; nobody in it is forgotten while a batch is at it. */
export async function rowsOf(ctx: Context, id: string): Promise<File> {
  const { library_id: library, digest, blanked } = await ctx.db('patron_file').where({ id }).forShare().first('library_id', 'digest', 'blanked')
  if (last?.id === id && last.blanked === blanked) return last
  const read = readingFor(ctx, library)
  const alike = alikeInFile()
  const rows: FileRow[] = []
  for await (const { cells, line } of cellsOf(await contentOf(ctx, id))) {
    const row = read(cells)
    rows.push({ line, ...row, faults: [...row.faults, ...alike(row.said)] })
  }
  return last = { id, library, digest, blanked, rows }
}

export const forgetRows = () => { last = undefined }

const PIECE = 65_536

/** Row after row what stands in its columns, on which line, and at which byte it ends. */
export async function* cellsOf(content: string): AsyncGenerator<{ cells: Cells; line: number; end: number }> {
  const parser = parse({
    bom: true, delimiter: delimiterOf(headingOf(content)), relax_quotes: true, relax_column_count: true, skip_empty_lines: true, info: true,
    columns: (names: string[]) => names.map(name => fieldOfHeading(name) ?? false),
  })
  // In pieces: read at once, others would wait for seconds.
  Readable.from(piecesOf(content)).pipe(parser)
  let n = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: Cells; info: { lines: number; bytes: number } }>) {
      n += 1
      yield { cells: record, line: info.lines, end: info.bytes }
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(Number(error['lines'] ?? n + 1))
    throw error
  }
}

async function* piecesOf(content: string): AsyncGenerator<string> {
  for (let start = 0; start < content.length; start += PIECE) {
    await turnOfOthers()
    yield content.slice(start, start + PIECE)
  }
}

const unreadable = (line: number) => refused([fault('patrons.import-unreadable', '',
  `Vanaf regel ${line} is dit bestand geen CSV: er ontbreekt een aanhalingsteken.`, `From line ${line} on this file is no CSV: a quotation mark is missing.`,
  `À partir de la ligne ${line}, ce fichier n’est pas un CSV : il manque un guillemet.`)])

/** What stands in a file twice is taken in once: the first row that is right counts. */
function alikeInFile(): (said: SaidRow | undefined) => RowFault[] {
  const seen = new Set<string>()
  const again = (key: string | null) => key !== null && seen.size === seen.add(key).size
  return said => {
    if (!said) return []
    const { number, card, national, familyName, firstName, bornOn, kind } = said
    const who = bornOn === null && kind === 'person' ? null : `n ${familyName} ${firstName ?? ''} ${bornOn ?? ''}`.toLowerCase()
    return [
      ...(again(number && `e ${number}`) ? [{ field: 'number', code: 'twice' } as const] : []),
      ...(again(card && `c ${card}`) ? [{ field: 'card', code: 'twice' } as const] : []),
      ...(again(national && `r ${national.replace(/\D/g, '')}`) ? [{ field: 'national', code: 'twice' } as const] : []),
      ...(again(who) ? [{ field: 'familyName', code: 'twice' } as const] : []),
    ]
  }
}
