import { rehearse } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Preview } from '#core/contract/change.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import type { RunKind } from '#core/plugin.ts'
import { previewOf } from '#core/preview.ts'
import { notFound } from '#core/refusal.ts'
import { libraryOf, zoneOf } from '#core/unit.ts'
import { inWork, type OpenContext } from '#core/work.ts'
import type { Reason } from '../format/reason.ts'
import type { Reading, Remark, Schedule } from '../format/schedule.ts'
import { leavesOut, readFile, type ImportFormat } from './file.ts'
import { itemsOf, type Asked } from './items.ts'

interface StoredFile {
  readonly id: string
  readonly format: ImportFormat
  readonly name: string
  readonly content: string
  readonly under_unit: UnitId
}

/** What a run needs to take over a file on behalf of whoever asked. */
export interface ImportDetail {
  readonly import: string
  readonly confirmedRows: readonly (number | string)[]
  readonly reason: string
  readonly staffName: string
  readonly language: Language
}

export const importRun = 'branches.import'

/** Keeps the file and says what it would do; doubtful rows are held until each is confirmed. */
export async function previewImport(
  ctx: Context,
  file: { format: ImportFormat; name: string; content: string; under: UnitId },
) {
  const id = crypto.randomUUID()
  await ctx.db('import_file').insert({
    id,
    format: file.format,
    name: file.name,
    content: file.content,
    under_unit: file.under,
    staff_id: ctx.actor.id,
    library_id: libraryOf(ctx.configuration, file.under, ctx.today()) ?? null,
    at: ctx.now.toString(),
  })
  const found = await read(ctx, { ...file, id, under_unit: file.under })
  const held = new Set(found.doubts.map(({ row }) => row))
  const { asked, faults, valid } = await soundItems(ctx, id, file.under, file.format, found, held)
  const preview = asked.items.length ? brief(await previewOf(ctx, asked.items)) : null
  return {
    import: id,
    rows: rowsOf(found).size,
    valid,
    held: held.size,
    faults: faults.map(remark => inWords(remark, ctx.language)),
    doubts: found.doubts.map(remark => ({ ...inWords(remark, ctx.language), confirmed: false })),
    leavesOut: leavesOut[file.format].map(text => text[ctx.language]),
    preview,
  }
}

/** Takes the valid rows over as one change set of whoever asked; killed half way, it has either happened or not. */
export const importing: RunKind = {
  name: importRun,
  async advance(ctx, run) {
    const detail = run.detail as ImportDetail
    const file = await storedFile(ctx, detail.import)
    const found = await read(ctx, file)
    const total = rowsOf(found).size
    if (run.done === 0 && total > 0) return { done: 1, total, finished: false }
    const caller = {
      actor: { id: run.staffId, name: detail.staffName, session: null },
      language: detail.language,
    }
    const report = await inWork(ctx.installation, caller, own => takeOver(own, run.id, file, found, detail))
    return { done: total, total, finished: true, report }
  },
}

async function takeOver(
  ctx: OpenContext,
  set: string,
  file: StoredFile,
  found: Reading,
  { confirmedRows, reason, language }: ImportDetail,
) {
  const confirmed = new Set(confirmedRows)
  const held = new Set(found.doubts.map(({ row }) => row).filter(row => !confirmed.has(row)))
  const { asked, faults, valid } = await soundItems(ctx, file.id, file.under_unit, file.format, found, held)
  if (asked.items.length) await submit(ctx, { id: set, items: asked.items, reason: reason || file.name })
  return {
    rows: rowsOf(found).size,
    applied: valid,
    set: asked.items.length ? set : null,
    faults: faults.map(remark => inWords(remark, language)),
    held: found.doubts.filter(({ row }) => held.has(row)).map(remark => inWords(remark, language)),
  }
}

export async function storedFile(ctx: Context, id: string): Promise<StoredFile> {
  const file: StoredFile | undefined = await ctx.db('import_file').where({ id }).first()
  if (!file) throw notFound()
  return file
}

const KEPT_DAYS = 30

/** What was looked at a month ago is not taken over any more. */
export async function forgetFiles(ctx: Context): Promise<void> {
  await ctx
    .db('import_file')
    .where('at', '<', ctx.now.subtract({ hours: KEPT_DAYS * 24 }).toString())
    .delete()
}

const read = async (ctx: Context, { format, content, under_unit }: StoredFile) =>
  readFile(ctx.configuration, format, content, zoneOf(ctx.configuration, under_unit, ctx.today()))

const rowsOf = ({ schedules, faults }: Reading) => new Set([...schedules, ...faults].map(({ row }) => row))

/** The rows without a doubt or a fault; a row that the house itself refuses is left out and told. */
async function soundItems(
  ctx: Context,
  importId: string,
  under: UnitId,
  format: ImportFormat,
  found: Reading,
  held: ReadonlySet<number | string>,
) {
  const about = {
    importId,
    under,
    today: ctx.today() as Day,
    language: ctx.language,
    itself: format === 'ical',
  }
  let schedules: readonly Schedule[] = found.schedules.filter(({ row }) => !held.has(row))
  let asked = itemsOf(ctx.configuration, schedules, about)
  const faults = [...found.faults]
  for (let round = 0; round < 3 && asked.items.length; round++) {
    const refused = await refusedRows(ctx, importId, asked)
    if (!refused.length) break
    faults.push(...refused)
    const out = new Set(refused.map(({ row }) => row))
    schedules = schedules.filter(({ row }) => !out.has(row))
    asked = itemsOf(ctx.configuration, schedules, about)
  }
  return { asked, faults: [...faults, ...asked.faults], valid: schedules.length - asked.faults.length }
}

async function refusedRows(ctx: Context, importId: string, { items, rows }: Asked): Promise<Remark[]> {
  return (await rehearse(ctx, importId, items)).faults.map(({ code, pointer, message }) => {
    const [, n = '0', path = ''] = /^\/items\/(\d+)\/?(.*)$/.exec(pointer) ?? []
    const reason: Reason = { code, texts: message }
    return {
      row: rows[Number(n)] ?? 0,
      field: path.replace(/^payload\//, '').replaceAll('/', '.') || 'row',
      value: '',
      reason,
    }
  })
}

const inWords = ({ row, field, value, reason }: Remark, language: Language) => ({
  row,
  field,
  value,
  code: reason.code,
  reason: reason.texts[language],
})

const SHOWN_SENTENCES = 20

/** A list of thousands of sentences helps nobody; the count says how many there are. */
const brief = (preview: Preview): Preview => ({
  ...preview,
  sentences: preview.sentences.slice(0, SHOWN_SENTENCES),
})
