import { accountOf } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import type { OpenContext } from '#core/work.ts'
import type { Texts } from '#core/contract.ts'
import { readSet } from '#core/history.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { plainChange } from './form.ts'
import type { OneRequest, RequestAct } from './contract/answer.ts'
import { answersOf } from './answer-text.ts'
import { mayAdjust } from './adjust.ts'
import { passedIn, waitingItems } from './day-passed.ts'
import { bouncedAmong, mailsOf } from './mail/about.ts'
import type { Change } from './note.ts'
import { openStates } from './contract/state.ts'
import { isOpen, isOwn, listed, mayFollow, mayHandle, readable, RequestRow } from './request.ts'

/** Everything about one request that its reader may know. */
export async function readRequest(ctx: OpenContext, id: string): Promise<OneRequest> {
  const row = await readable(ctx, id)
  const change = row.setId === null ? null : await readSet(ctx, row.setId)
  const mails = mayHandle(ctx, row) ? await mailsOf(ctx, row) : []
  return {
    ...listed(ctx, row, bouncedAmong(mails, [row])), from: row.fromOn, behalf: behalfOf(ctx, row), reason: row.reason,
    pasted: mayHandle(ctx, row) || isOwn(ctx, row) ? row.pasted : null,
    channel: row.channel, filled: row.filled, answers: answersOf(ctx, row),
    notes: await notesOf(ctx, row), tasks: await tasksOf(ctx, row), files: await filesOf(ctx, row), mails: mails.map(({ about: _of, ...mail }) => mail), change,
    ...await standingOf(ctx, row),
    stopped: row.state === 'in-review' || row.state === 'refused' ? change?.decision ?? null : null,
    approvedFirstBy: row.approvedFirstBy === null ? null : { id: row.approvedFirstBy, name: await nameOf(ctx, row.approvedFirstBy) },
    similar: await similarTo(ctx, row),
  }
}

const ITEMS_SHOWN = 50

/** What a change that waits holds where it may still be mended, whether its day went by, and what may be done. */
async function standingOf(ctx: OpenContext, row: RequestRow): Promise<Pick<OneRequest, 'items' | 'passed' | 'may'>> {
  const adjusts = await mayAdjust(ctx, row)
  const may: RequestAct[] = [...actsOn(ctx, row), ...(adjusts ? ['adjust'] as const : [])]
  if (row.setId === null || !isOpen(row)) return { items: [], passed: null, may }
  const passed = passedIn(ctx, row, await waitingItems(ctx, row.setId))
  if (!adjusts || row.form !== plainChange.name) return { items: [], passed, may }
  const items: { kind: string; payload: unknown; sentence: Texts }[] =
    await ctx.db('change_item').where({ set_id: row.setId }).orderBy('n').limit(ITEMS_SHOWN + 1).select('kind', 'payload', 'sentence')
  return { items: items.length > ITEMS_SHOWN ? [] : items.map(item => ({ ...item, sentence: item.sentence[ctx.language] })), passed, may }
}

/** What its author wrote of whoever asked it, as long as they may still change that. */
const behalfOf = (ctx: Context, row: RequestRow): OneRequest['behalf'] => {
  const { askerId: staff, askerName: name, askerAddress: address, askerLanguage: language } = row
  return actsOn(ctx, row).includes('edit') && name !== null && address !== null && language !== null
    ? { ...(staff !== null && { staff }), name, address, language } : null
}

const nameOf = async (ctx: Context, id: string) =>
  (await ctx.db('staff').where({ id }).first('name') as { name: string } | undefined)?.name ?? ''

interface NoteRow { changes: readonly Change[]; id: string; at: string; staff_id: string | null; name: string; kind: OneRequest['notes'][number]['kind']; state: OneRequest['state'] | null; text: string | null }

/** What people said, the oldest first; what the helpdesk notes for itself only the helpdesk reads. */
async function notesOf(ctx: Context, row: RequestRow): Promise<OneRequest['notes']> {
  const query = ctx.db('request_note').where({ request_id: row.id }).orderBy('n').limit(500)
  if (!mayHandle(ctx, row)) void query.whereNot('kind', 'internal')
  const notes: NoteRow[] = await query
  const { language } = ctx
  return notes.map(({ id, at, staff_id: staff, name, kind, state, text, changes }) => ({
    id, at, by: { id: staff, name }, kind, state, text,
    changes: changes.map(({ title, was, now }) => ({ title: title[language], was: was?.[language] ?? null, now: now?.[language] ?? null })),
  }))
}

async function tasksOf(ctx: Context, { id }: RequestRow): Promise<OneRequest['tasks']> {
  const tasks: { n: number; title: Texts; done_on: string | null; done_name: string | null; proof: string | null }[] =
    await ctx.db('request_task').where({ request_id: id }).orderBy('n')
  return tasks.map(({ n, title, done_on: doneOn, done_name: doneBy, proof }) => ({ n, title: title[ctx.language], doneOn, doneBy, proof }))
}

async function filesOf(ctx: Context, { id }: RequestRow): Promise<OneRequest['files']> {
  const files: { id: string; name: string; media_type: string; bytes: number; staff_name: string; at: string }[] = await ctx.db('request_file')
    .where({ request_id: id }).orderBy('at').select('id', 'name', 'media_type', 'staff_name', 'at', ctx.db.raw('length(content) as bytes'))
  return files.map(({ media_type: mediaType, staff_name: by, ...file }) => ({ ...file, mediaType, by }))
}

const SIMILAR_SHOWN = 5

/** Others of the same form, of the same library first: what was the answer then, and does it ask the same still? */
async function similarTo(ctx: Context, row: RequestRow): Promise<OneRequest['similar']> {
  if (!mayHandle(ctx, row)) return []
  const rows = await RequestRow.query(ctx.db).where({ form: row.form }).whereNot('id', row.id)
    .where(others => others.whereIn('state', ['applied', 'refused', 'put-back'])
      .orWhere(own => own.where('unit_id', row.unitId).whereIn('state', row.form === plainChange.name ? [] : [...openStates, 'planned'])))
    .orderByRaw('unit_id = ? desc, number desc', [row.unitId]).limit(SIMILAR_SHOWN)
  const words: { request_id: string; text: string }[] = await ctx.db('request_note').distinctOn('request_id')
    .whereIn('request_id', rows.map(({ id }) => id)).where('kind', 'move').whereNotNull('text')
    .orderBy([{ column: 'request_id' }, { column: 'n', order: 'desc' }]).select('request_id', 'text')
  return rows.map(other => {
    const { id, number, subject, state, unit, endedAt } = listed(ctx, other)
    return { id, number, subject, state, unitName: unit.name, endedAt, word: words.find(({ request_id: of }) => of === id)?.text ?? null }
  })
}

/** What may be done with it now. */
export function actsOn(ctx: Context, row: RequestRow): RequestAct[] {
  const handles = mayHandle(ctx, row)
  const speaks = isOwn(ctx, row) || mayFollow(ctx, row)
  const open = isOpen(row)
  const decides = open && [row.unitId, ...row.libraryIds].some(unit => ctx.may(corePermissions.decide, unit))
  return ([
    ['edit', row.state === 'draft' && row.authorId === ctx.actor.id],
    ['handle', handles && (open || row.state === 'planned')],
    ['decide', decides && handles],
    ['say', row.state !== 'draft' && (handles || speaks)],
    ['answer', row.state === 'question' && speaks],
    ['attach', (open || row.state === 'draft') && (handles || speaks)],
    ['confirm', open && row.askerName !== null && row.confirmedAt === null && isOwn(ctx, row) && row.askerId === ctx.actor.id],
    ['withdraw', (open || row.state === 'planned' || row.state === 'draft') && isOwn(ctx, row) && accountOf(ctx.configuration, ctx.actor.id ?? '', ctx.today()) !== undefined],
  ] as const).flatMap(([act, holds]) => holds ? [act] : [])
}
