import { stringify } from 'csv-stringify/sync'
import { noteExport } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import { languages, type Texts } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import type { Run } from '#core/run.ts'
import { importColumns, type ImportField, type ImportLine, type ImportProgress, type PatronsImport } from '../contract/import.ts'
import { permissions } from '../contract/permission.ts'
import { NOTHING, takingOf, type Counts } from './run.ts'
import { importWords, outcomeWords, type ImportCode, type Outcome } from './words.ts'

const LINES_SHOWN = 200
const IMPORTS_SHOWN = 20

interface FileRow {
  id: string; library_id: string; name: string; digest: string; is_kept: boolean; staff_name: string | null; at: string
  known: 'skip' | 'update' | null; taken_at: string | null
}

/** A file of a library where the reader may take patrons in; another is the same as none. */
export async function readFile(ctx: Context, id: string): Promise<FileRow> {
  const file: FileRow | undefined = await ctx.db('patron_file').where({ id })
    .first('id', 'library_id', 'name', 'digest', ctx.db.raw('sealed is not null as is_kept'), 'staff_name', 'at', 'known', 'taken_at')
  if (!file || !ctx.may(permissions.import, file.library_id)) throw notFound()
  return file
}

/** How far a file is, what came of it and the first rows that did not simply pass. */
export async function importTold(ctx: Context, id: string): Promise<PatronsImport> {
  const file = await readFile(ctx, id)
  const runs: Run[] = await ctx.db('run').whereIn('id', [id, takingOf(id)])
  const taken = runs.find(run => run.id !== id)
  const before = await ctx.db('patron_file').where({ library_id: file.library_id, digest: file.digest }).whereNot({ id }).whereNotNull('taken_at')
    .orderBy('taken_at', 'desc').first('taken_at')
  const lines = await linesOf(ctx, id, taken !== undefined, LINES_SHOWN)
  const reasons = await reasonsOf(ctx, id, taken !== undefined)
  return {
    id, library: file.library_id, name: file.name, at: file.at, by: file.staff_name, known: file.known, takenBefore: before?.taken_at ?? null,
    mayTake: file.is_kept && taken === undefined, looked: progressOf(ctx, runs.find(run => run.id === id)),
    taken: taken ? progressOf(ctx, taken) : null, reasons, lines,
    moreLines: reasons.reduce((sum, { count }) => sum + count, 0) - lines.length,
  }
}

function progressOf(ctx: Context, run: Run | undefined): ImportProgress {
  const { state = 'waiting', done = 0, total = null } = run ?? {}
  const told = (run?.report ?? {}) as Partial<Counts> & { title?: Texts; faults?: readonly { message: Texts }[] }
  const why = told.faults?.[0]?.message ?? told.title
  return {
    state, done, total, ...Object.fromEntries(Object.keys(NOTHING).map(name => [name, told[name as keyof Counts] ?? 0])) as unknown as Counts,
    stopped: state === 'failed' && why ? why[ctx.language] : null,
  }
}

interface Kept { line: number; outcome: Outcome; field: ImportField | null; code: ImportCode; number: string | null }

async function linesOf(ctx: Context, file: string, taking: boolean, most?: number): Promise<ImportLine[]> {
  const rows: Kept[] = await ctx.db('patron_file_line as l').leftJoin('person as p', 'p.id', 'l.known_id').where({ file_id: file, taking })
    .orderBy(['l.line', 'l.n']).limit(most ?? 1_000_000).select('l.line', 'l.outcome', 'l.field', 'l.code', 'p.number')
  return rows.map(({ line, number, ...row }) => ({ line, ...wordsOf(ctx, row), patron: number === null ? null : Number(number) }))
}

const wordsOf = ({ language }: Context, { outcome, field, code }: Pick<Kept, 'outcome' | 'field' | 'code'>) => ({
  outcome: outcomeWords[outcome][language], reason: importWords[code][language],
  column: field && (importColumns[field].headings[headingPlace[languages.indexOf(language)] ?? 0] ?? field),
})

/** Headings are told in Dutch, English and French; languages may stand in another order. */
const headingPlace = languages.map(language => ({ nl: 0, en: 1, fr: 2 })[language])

/** How often what was wrong, the most frequent first: a column that is missing everywhere is one thing to mend. */
async function reasonsOf(ctx: Context, file: string, taking: boolean): Promise<PatronsImport['reasons']> {
  const rows: (Pick<Kept, 'outcome' | 'field' | 'code'> & { count: number })[] = await ctx.db('patron_file_line').where({ file_id: file, taking })
    .groupBy('outcome', 'field', 'code').orderBy([{ column: 'count', order: 'desc' }, 'outcome', 'field', 'code'])
    .select('outcome', 'field', 'code', ctx.db.raw('count(*)::int as count'))
  return rows.map(({ count, ...row }) => ({ count, ...wordsOf(ctx, row) }))
}

/** Every row that did not simply pass, as a file of its own: line, column, what came of it and why. No names. */
export async function reportOf(ctx: Context, id: string): Promise<{ name: string; csv: string }> {
  const file = await readFile(ctx, id)
  const taking = await ctx.db('run').where({ id: takingOf(id) }).first('id') !== undefined
  const lines = await linesOf(ctx, id, taking)
  await noteExport(ctx, 'patron_file_line', { rows: lines.length })
  const headings = { nl: ['regel', 'kolom', 'uitkomst', 'reden', 'nummer lener'], en: ['line', 'column', 'outcome', 'reason', 'patron number'],
    fr: ['ligne', 'colonne', 'résultat', 'motif', 'numéro d’usager'] }[ctx.language]
  const word = { nl: 'verslag', en: 'report', fr: 'rapport' }[ctx.language]
  return {
    name: `${word} ${file.name.replace(/\.csv$/i, '')}.csv`,
    csv: stringify([headings, ...lines.map(({ line, column, outcome, reason, patron }) => [line, column, outcome, reason, patron])],
      { bom: true, delimiter: ';', escape_formulas: true }),
  }
}

/** The files of a library, the last first. */
export async function importsAt(ctx: Context, library: string): Promise<{ id: string; name: string; at: string; by: string | null; takenAt: string | null }[]> {
  if (!ctx.may(permissions.import, library)) throw notFound()
  const rows: FileRow[] = await ctx.db('patron_file').where({ library_id: library }).orderBy([{ column: 'at', order: 'desc' }, 'id'])
    .limit(IMPORTS_SHOWN).select('id', 'name', 'at', 'staff_name', 'taken_at')
  return rows.map(({ id, name, at, staff_name: by, taken_at: takenAt }) => ({ id, name, at, by, takenAt }))
}
