import type { Knex } from 'knex'
import type { Context } from '#core/context.ts'
import { findStaff } from '#core/staff.ts'
import { daysSearched, type AuditAct } from './contract.ts'
import { whereReadable, whereUnit } from './within.ts'

export interface AuditQuestion {
  readonly unit?: string | undefined
  readonly staff?: string | undefined
  readonly act?: AuditAct | undefined
  readonly subject?: string | undefined
  readonly row?: string | undefined
  readonly set?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly q?: string | undefined
  readonly before?: number | undefined
}

/** A note as it is kept; what it says may have been erased. */
export interface Note {
  readonly id: number
  readonly at: string
  readonly actor: string | null
  readonly change_set: string | null
  readonly table_name: string
  readonly row_id: string
  readonly act: AuditAct
  readonly body: Readonly<Record<string, unknown>> | null
}

/** The notes that answer a question, newest first; never one that the caller may not read. */
export async function notesFor(ctx: Context, question: AuditQuestion, limit: number): Promise<Note[]> {
  const { unit, staff, act, subject, row, set, to, q, before } = question
  const words = q?.trim()
  const isBounded = !words || row !== undefined || set !== undefined
  const from = question.from ?? (isBounded ? undefined : ctx.now.subtract({ hours: daysSearched * 24 }).toString())
  const query = ctx.db('audit as a').leftJoin('audit_body as b', 'b.audit_id', 'a.id')
    .select('a.id', 'a.at', 'a.actor', 'a.change_set', 'a.table_name', 'a.row_id', 'a.act', 'b.body')
    .orderBy('a.id', 'desc').limit(limit)
  whereReadable(ctx, query)
  if (unit) whereUnit(ctx, query, unit)
  if (staff) void query.where(about => about.where('a.actor', staff).orWhere({ 'a.table_name': 'staff', 'a.row_id': staff }))
  if (act) void query.where('a.act', act)
  if (subject) whereSubject(query, subject)
  if (row) void query.where('a.row_id', row)
  if (set) void query.where('a.change_set', set)
  if (from) void query.where('a.at', '>=', from)
  if (to) void query.where('a.at', '<', to)
  if (before !== undefined) void query.where('a.id', '<', before)
  if (words) await whereWords(ctx, query, words)
  return query
}

/** A fact is named with a point; its rows are segments. */
function whereSubject(query: Knex.QueryBuilder, subject: string) {
  if (!subject.includes('.')) return void query.where('a.table_name', subject)
  void query.where('a.table_name', 'segment')
    .whereRaw(`coalesce(b.body -> 'after', b.body -> 'before') ->> 'fact' = ?`, [subject])
}

/** Words in what a note says, in the name of whoever did it or it was about, or in the sentence of its change. */
async function whereWords(ctx: Context, query: Knex.QueryBuilder, words: string) {
  const like = `%${words.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
  const people = await findStaff(ctx, words, 50)
  void query.where(about => about
    .whereRaw('b.body::text ilike ?', [like])
    .orWhereIn('a.actor', people)
    .orWhere(one => one.where('a.table_name', 'staff').whereIn('a.row_id', people))
    .orWhereExists(ctx.db('change_item as i').whereRaw('i.set_id = a.change_set')
      .whereRaw('i.sentence ->> ? ilike ?', [ctx.language, like])))
}
