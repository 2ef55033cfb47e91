import type { Context } from '#core/context.ts'
import type { Language } from '#core/contract.ts'
import { refused } from '#core/refusal.ts'
import type { RunKind, RunState, RunStep } from '#core/plugin.ts'
import { startRun } from '#core/run.ts'
import { fault } from '#core/wording.ts'
import { enterAll, type ByStaff } from './enter.ts'
import { forgetRows, idOf, importRun, lookRun, rowsOf } from './file.ts'
import { judged, type Judged, type Told } from './match.ts'
import { updateAll } from './update.ts'
import type { Outcome } from './words.ts'

const ROWS_AT_ONCE = 1000

/** How many rows came to what. */
export interface Counts { entered: number; updated: number; same: number; skipped: number; doubles: number; faulty: number }
export const NOTHING: Counts = { entered: 0, updated: 0, same: 0, skipped: 0, doubles: 0, faulty: 0 }

interface Detail { readonly file: string; readonly known: 'skip' | 'update'; readonly language: Language }

/** The run by which the rows of a file are taken in: one for each file. */
export const takingOf = (file: string) => idOf(importRun, file)

/** Takes the rows of a file in, in the background; asked twice it is the one run, with what was chosen first. */
export async function takeFile(ctx: Context, file: { id: string; library_id: string; known: string | null }, known: 'skip' | 'update') {
  const looked = await ctx.db('run').where({ id: file.id }).first('state')
  if (file.known === null && looked?.state !== 'done') throw refused([fault('patrons.not-looked', '',
    'Wacht tot het bestand is nagekeken.', 'Wait until the file has been looked through.', 'Attendez que le fichier soit vérifié.')])
  if (file.known === null) await ctx.db('patron_file').where({ id: file.id }).update({ known })
  const detail: Detail = { file: file.id, known, language: ctx.language }
  await startRun(ctx, importRun, detail, file.library_id, takingOf(file.id))
}

/** Looks at every row as if it were taken in, and writes nobody down. */
export const lookingThroughFile: RunKind = {
  name: lookRun,
  advance: (ctx, run) => advance(ctx, run, run.id, async (rows, counts) => {
    counts.entered += rows.filter(({ is }) => is === 'new').length
    counts.updated += rows.filter(({ is }) => is === 'known').length
    return []
  }),
}

/** A thousand rows in each transaction, each whole or not at all: killed half way it goes on after the last that stands. */
export const takingInFile: RunKind = {
  name: importRun,
  async advance(ctx, run) {
    const { file, known, language } = run.detail as Detail
    const step = await advance(ctx, run, file, (rows, counts, staffName) =>
      take(ctx, file, rows, { known, counts, by: { staffId: run.staffId, staffName, language } }))
    // From here on nobody's name is kept but where they are members.
    if (step.finished) await ctx.db('patron_file').where({ id: file }).update({ sealed: null, taken_at: ctx.now.toString() })
    if (step.finished) forgetRows()
    return step
  },
}

type Lined = readonly [Judged['row'], Outcome, readonly Told[]]
type Act = (rows: readonly Judged[], counts: Counts, staffName: string | null) => Promise<readonly Lined[]>

async function advance(ctx: Context, { id, done }: RunState, fileId: string, act: Act): Promise<RunStep> {
  const file = await rowsOf(ctx, fileId)
  const before = await ctx.db('run').where({ id }).first('report')
  const counts: Counts = { ...NOTHING, ...before?.report }
  const kept = await ctx.db('patron_file').where({ id: fileId }).first('staff_name')
  const rows = await judged(ctx, file, file.rows.slice(done, done + ROWS_AT_ONCE))
  const told: Lined[] = rows.flatMap(one => one.is === 'told' ? [[one.row, one.outcome, one.faults] as const] : [])
  const more = await act(rows, counts, kept?.staff_name ?? null)
  for (const [, outcome] of told) counts[outcome === 'double' ? 'doubles' : 'faulty'] += 1
  await writeLines(ctx, { file: fileId, library: file.library, taking: id !== fileId }, [...told, ...more])
  const now = Math.min(done + ROWS_AT_ONCE, file.rows.length)
  return { done: now, total: file.rows.length, report: counts, finished: now >= file.rows.length }
}

interface Taking { readonly known: 'skip' | 'update'; readonly counts: Counts; readonly by: ByStaff }

async function take(ctx: Context, fileId: string, rows: readonly Judged[], { known, counts, by }: Taking): Promise<Lined[]> {
  const file = await rowsOf(ctx, fileId)
  const fresh = rows.filter(one => one.is === 'new')
  const there = rows.filter(one => one.is === 'known')
  const lost = await enterAll(ctx, file, fresh, by)
  counts.entered += fresh.length
  const lines: Lined[] = lost.map(({ row, person }) => [row, 'faulty', [{ field: 'card', code: 'card-taken', known: person }]] as const)
  const again = there.filter(one => one.again && known === 'skip')
  counts.same += again.length
  const others = there.filter(one => !again.includes(one))
  if (known === 'skip') {
    counts.skipped += others.length
    return [...lines, ...others.map(({ row, person }) => [row, 'skipped', [{ field: null, code: 'known', known: person }]] as const)]
  }
  const { updated, same, deceased } = await updateAll(ctx, file, others, by)
  counts.updated += updated
  counts.same += same
  counts.skipped += deceased.length
  return [...lines, ...deceased.map(({ row, person }) => [row, 'skipped', [{ field: null, code: 'deceased', known: person }]] as const)]
}

interface Where { readonly file: string; readonly library: string; readonly taking: boolean }

async function writeLines({ db }: Context, { file, library, taking }: Where, lines: readonly Lined[]) {
  const rows = lines.flatMap(([{ line }, outcome, faults]) => faults.map(({ field, code, known = null }, n) =>
    ({ file_id: file, library_id: library, taking, line, n, outcome, field, code, known_id: known })))
  if (rows.length) await db.batchInsert('patron_file_line', rows, 500)
}

const KEPT_DAYS = 3

/** A file that nobody took in is kept for some days: it holds names. */
export async function forgetPatronFiles({ db, now }: Context): Promise<void> {
  await db('patron_file').where('at', '<', now.subtract({ hours: KEPT_DAYS * 24 }).toString()).whereNotNull('sealed')
    .whereNotExists(db('run').whereRaw('run.id = patron_file.id').whereIn('state', ['waiting', 'running'])).update({ sealed: null })
}
