import { stringify } from 'csv-stringify/sync'
import { noteExport } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import { subjectNames } from './act-sentence.ts'
import { acts, type AuditPage, type AuditRow } from './contract.ts'
import { fieldsOf } from './field.ts'
import { notesFor, type AuditQuestion, type Note } from './question.ts'
import { changedRow, type Former } from './row.ts'
import { actNames, sentenceOf, whoIn } from './sentence.ts'
import { tellerFor, wordsOf } from './teller.ts'

/** A page of the audit, newest first, in the reader's language. */
export async function auditPage(ctx: Context, question: AuditQuestion, limit: number): Promise<AuditPage> {
  const notes = await notesFor(ctx, question, limit + 1)
  const shown = notes.slice(0, limit)
  return { data: await told(ctx, shown), nextBefore: notes.length > limit ? shown.at(-1)?.id ?? null : null }
}

async function told(ctx: Context, notes: readonly Note[]): Promise<AuditRow[]> {
  const [teller, sets, former] = [await tellerFor(ctx, notes), await setSentences(ctx, notes), await formerWords(ctx, notes)]
  const words = wordsOf(ctx)
  return notes.map(note => {
    const row = changedRow(note, words, note.body?.['before'] ? undefined : former.get(note.row_id))
    const sentence = note.change_set === null ? null : sets.get(note.change_set) ?? null
    return {
      id: note.id, at: note.at, act: note.act, by: { id: note.actor, name: whoIn(note, teller) },
      sentence: sentenceOf(note, row, sentence, words, teller), fields: fieldsOf(row, teller),
      subject: { table: note.table_name, row: note.row_id },
      set: note.change_set === null ? null : { id: note.change_set, sentence }, erased: note.body === null,
    }
  })
}

/** The first sentence of each set, of the items that the reader reaches; many more end in a count. */
async function setSentences(ctx: Context, notes: readonly Note[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(notes.flatMap(note => note.change_set ?? []))]
  const { rows } = await ctx.db.raw(`
    select s.id, i.sentence, i.more from unnest(?::uuid[]) as s (id)
    cross join lateral (
      select sentence, count(*) over () - 1 as more from change_item where set_id = s.id order by n limit 1) i`, [ids])
  return new Map((rows as { id: string; sentence: Texts; more: number }[])
    .map(({ id, sentence, more }) => [id, `${sentence[ctx.language]}${andMore(ctx, Number(more))}`]))
}

/** By the id of a fact's new row: the row it took the place of, or that it cuts short. */
async function formerWords(ctx: Context, notes: readonly Note[]): Promise<ReadonlyMap<string, Former>> {
  const laid = notes.filter(note => note.table_name === 'segment' && note.act === 'insert').map(note => note.row_id)
  const { rows } = await ctx.db.raw(`
    select n.id, o.body, o.valid::text as valid from segment n
    join segment o on o.unit_id = n.unit_id and o.fact = n.fact and o.key = n.key
      and o.ended_in = n.made_in and o.valid && n.valid
    where n.id = any (?::uuid[])`, [laid])
  return new Map((rows as (Former & { id: string })[]).map(({ id, ...one }) => [id, one]))
}

const andMore = ({ language }: Context, more: number) =>
  more === 0 ? '' : { nl: ` (en nog ${more})`, en: ` (and ${more} more)`, fr: ` (et ${more} de plus)` }[language]

const ROWS_AT_ONCE = 500
/** A file that a spreadsheet still opens; older rows are asked for by their period. */
const ROWS_MAX = 20_000

const columns = {
  nl: ['nummer', 'moment', 'wie', 'wat', 'zin', 'gewijzigd'], en: ['number', 'moment', 'who', 'what', 'sentence', 'changed'],
  fr: ['numéro', 'moment', 'qui', 'quoi', 'phrase', 'modifié'],
}

/** The same rows as a file for a spreadsheet, in which no cell is a formula; that it was taken is noted. */
export async function auditFile(ctx: Context, question: AuditQuestion): Promise<string> {
  const rows: AuditRow[] = []
  for (let before = question.before; rows.length < ROWS_MAX;) {
    const page = await auditPage(ctx, { ...question, before }, ROWS_AT_ONCE)
    rows.push(...page.data)
    if (page.nextBefore === null) break
    before = page.nextBefore
  }
  await noteExport(ctx, 'audit', { rows: rows.length, question })
  const { language } = ctx
  return stringify([columns[language], ...rows.map(({ id, at, act, by, sentence, fields }) => [
    id, at, by.name, actNames[act][language], sentence,
    fields.map(({ title, before, after }) => `${title}: ${before ?? '–'} → ${after ?? '–'}`).join('\n'),
  ])], { bom: true, escape_formulas: true })
}

/** What one may ask for, by name. */
export function auditWords(ctx: Context) {
  const { language } = ctx
  const nouns = [...[...wordsOf(ctx)].map(([of, { noun }]) => [of, noun] as const), ...Object.entries(subjectNames)]
  return {
    acts: acts.map(act => ({ act, name: actNames[act][language] })),
    subjects: nouns.map(([subject, noun]) => ({ subject, name: noun[language] }))
      .sort((a, b) => a.name.localeCompare(b.name, language)),
  }
}
