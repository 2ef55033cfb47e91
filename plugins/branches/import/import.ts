import type { Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Preview } from '#core/contract/change.ts'
import type { Language, UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import type { RunKind } from '#core/plugin.ts'
import { previewOf } from '#core/preview.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { libraryOf, zoneOf } from '#core/unit.ts'
import { inWork, type OpenContext } from '#core/work.ts'
import type { Reading, Remark } from '../format/schedule.ts'
import { leavesOut, readFile, type ImportFormat } from './file.ts'
import { itemsOf, placed, type About, type Asked } from './items.ts'
import { staysOpen } from './stays-open.ts'

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
  given: { format: ImportFormat; name: string; content: string; under: UnitId },
) {
  const file: StoredFile = { ...given, id: crypto.randomUUID(), under_unit: given.under }
  await ctx.db('import_file').insert({
    id: file.id,
    format: file.format,
    name: file.name,
    content: file.content,
    under_unit: file.under_unit,
    staff_id: ctx.actor.id,
    library_id: libraryOf(ctx.configuration, file.under_unit, ctx.today()) ?? null,
    at: ctx.now.toString(),
  })
  const found = await read(ctx, file)
  const held = new Set(found.doubts.map(({ row }) => row))
  const { refused, valid, outcome } = await withSoundRows(ctx, file, found, held, async items => {
    const preview = await previewOf(ctx, items)
    return { faults: preview.faults, outcome: brief(preview) }
  })
  return {
    import: file.id,
    rows: rowsOf(found).size,
    valid,
    held: held.size,
    faults: [...found.faults.map(remark => inWords(remark, ctx.language)), ...refused],
    doubts: found.doubts.map(remark => ({ ...inWords(remark, ctx.language), confirmed: false })),
    leavesOut: leavesOut[file.format].map(text => text[ctx.language]),
    preview: outcome ?? null,
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
  const { refused, valid, outcome } = await withSoundRows(ctx, file, found, held, async items => {
    const faults = await faultsOf(submit(ctx, { id: set, items, reason: reason || file.name }), language)
    return { faults, outcome: set }
  })
  return {
    rows: rowsOf(found).size,
    applied: valid,
    set: outcome ?? null,
    faults: [...found.faults.map(remark => inWords(remark, language)), ...refused],
    held: found.doubts.filter(({ row }) => held.has(row)).map(remark => inWords(remark, language)),
  }
}

/** The faults for which the door refused a set, if it did. */
async function faultsOf(act: Promise<void>, language: Language): Promise<readonly Refused[]> {
  try {
    await act
    return []
  } catch (error) {
    if (!(error instanceof Refusal) || error.faults.length === 0) throw error
    return error.faults.map(({ message, ...fault }) => ({ ...fault, message: message[language] }))
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

async function read(ctx: Context, file: StoredFile): Promise<Reading> {
  const { configuration } = ctx
  const today = ctx.today()
  const found = await readFile(configuration, file.format, file.content, zoneOf(configuration, file.under_unit, today))
  if (!found.schedules.some(({ exceptions, cuts }) => exceptions.length > 0 || cuts.length > 0)) return found
  const rows = await placed(configuration, found.schedules, about(ctx, file))
  return { ...found, doubts: [...found.doubts, ...staysOpen(configuration, rows, today)] }
}

const about = (ctx: Context, { id, under_unit, format }: StoredFile): About => ({
  importId: id,
  under: under_unit,
  today: ctx.today(),
  language: ctx.language,
  itself: format === 'ical',
})

const rowsOf = ({ schedules, faults }: Reading) => new Set([...schedules, ...faults].map(({ row }) => row))

interface Refused {
  readonly code: string
  readonly pointer: string
  readonly message: string
}
type Told = ReturnType<typeof inWords>

/** A row that the house itself refuses takes no other with it: it is left out, told, and the rest tried again. */
async function withSoundRows<T>(
  ctx: Context,
  file: StoredFile,
  found: Reading,
  held: ReadonlySet<number | string>,
  attempt: (items: readonly Item[]) => Promise<{ faults: readonly Refused[]; outcome: T }>,
): Promise<{ refused: Told[]; valid: number; outcome: T | undefined }> {
  const refused: Told[] = []
  const out = new Set<number | string>(held)
  for (;;) {
    const schedules = found.schedules.filter(({ row }) => !out.has(row))
    const rows = await placed(ctx.configuration, schedules, about(ctx, file))
    const asked = await itemsOf(ctx.configuration, rows, about(ctx, file))
    const unplaced = asked.faults.map(remark => inWords(remark, ctx.language))
    if (!asked.items.length) return { refused: [...refused, ...unplaced], valid: 0, outcome: undefined }
    const { faults, outcome } = await attempt(asked.items)
    if (!faults.length) {
      return { refused: [...refused, ...unplaced], valid: rows.length - unplaced.length, outcome }
    }
    const told = faults.map(fault => rowFault(asked, fault))
    refused.push(...told)
    if (told.some(({ row }) => row === WHOLE_FILE)) return { refused, valid: 0, outcome: undefined }
    for (const { row } of told) out.add(row)
  }
}

/** A fault that no one row is to blame for. */
const WHOLE_FILE = 0

function rowFault({ rows }: Asked, { code, pointer, message }: Refused): Told {
  const [, n = '', path = ''] = /^\/items\/(\d+)\/?(.*)$/.exec(pointer) ?? []
  const field = path.replace(/^payload\/?/, '').replaceAll('/', '.')
  const row = n === '' ? WHOLE_FILE : (rows[Number(n)] ?? WHOLE_FILE)
  return { row, field: row === WHOLE_FILE ? 'file' : field || 'row', value: '', code, reason: message }
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
