import type { Context } from '#core/context.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { notAllowed, notFound, refused, Refusal } from '#core/refusal.ts'
import { decide, discard } from '#core/waiting.ts'
import { fault } from '#core/wording.ts'
import type { OpenContext } from '#core/work.ts'
import type { Approving, Handling, Saying, Ticking } from './contract/answer.ts'
import { confirmed, given } from './contract/event.ts'
import { permissions } from './contract/permission.ts'
import type { RequestState } from './contract/state.ts'
import { moveOn } from './day-passed.ts'
import { dueAgain } from './due.ts'
import { handlerNamed } from './handler.ts'
import { note, type NewNote } from './note.ts'
import { held, isOpen, isOwn, isUnconfirmed, mayFollow, mayHandle, RequestRow } from './request.ts'
import { teamsOn } from './setup.ts'

/** Gives it to somebody, to another team, more or less haste. Whoever takes what was just sent takes it in hand. */
export async function handle(ctx: OpenContext, id: string, { assignee, team, priority, dueOn }: Handling): Promise<void> {
  const row = await toHandle(ctx, id)
  if (team !== undefined && team !== row.team && !teamsOn(ctx).some(({ code }) => code === team)) throw refused([noTeam])
  const name = assignee ? await handlerNamed(ctx, row, assignee) : null
  await patch(ctx, row, {
    ...(assignee !== undefined && { assigneeId: assignee, assigneeName: name }), ...(team !== undefined && { team }),
    ...(priority !== undefined && { priority }), ...(dueOn !== undefined && { dueOn }),
    ...(assignee && row.state === 'submitted' && { state: 'in-review' as const }),
  })
  const goesElsewhere = (assignee && assignee !== row.assigneeId && assignee !== ctx.actor.id) || (team !== undefined && team !== row.team)
  if (goesElsewhere) await ctx.emit(given, { request: id, by: ctx.actor.id })
}

const noTeam = fault('change-requests.no-team', '/team',
  'Dit team is er niet meer. Kies een ander.', 'This team is no longer there. Choose another.', 'Cette équipe n’existe plus. Choisissez-en une autre.')

/** A word to the library, or a note for the helpdesk alone. A question waits for the library's answer. */
export async function say(ctx: OpenContext, id: string, { id: noteId, text, to, asks }: Saying): Promise<void> {
  const row = await held(ctx, id)
  const handles = mayHandle(ctx, row)
  if (row.state === 'draft' || ((to === 'internal' || asks) && !handles)) throw notAllowed(permissions.handle.allows)
  if (asks && !isOpen(row)) throw notOpen()
  const isNew = await note(ctx, row, { id: noteId, kind: asks ? 'question' : to === 'internal' ? 'internal' : 'comment', text })
  if (!isNew) return
  const answers = handles && to === 'library' && row.answeredAt === null && !isOwn(ctx, row)
  await patch(ctx, row, { ...(asks && { state: 'question' as const }), ...(answers && { answeredAt: ctx.now.toString() }) })
}

/** The library's answer to what the helpdesk asked; it goes on from there. */
export async function answer(ctx: OpenContext, id: string, { id: noteId, text }: { id: string; text: string }): Promise<void> {
  const row = await held(ctx, id)
  if (!isOwn(ctx, row) && !mayFollow(ctx, row)) throw notAllowed(permissions.follow.allows)
  await answerRow(ctx, row, { id: noteId, text })
}

export async function answerRow(ctx: OpenContext, row: RequestRow, said: Pick<NewNote, 'id' | 'text' | 'by'>): Promise<void> {
  const isNew = await note(ctx, row, { ...said, kind: row.state === 'question' ? 'answer' : 'comment' })
  if (isNew && row.state === 'question') {
    const goesOn = { state: 'in-review' } as const
    await patch(ctx, row, { ...goesOn, ...dueAgain(ctx, row, goesOn) })
  }
}

/**
 * The helpdesk's yes: the change is applied, or planned for its day, under the rights of whoever approves. What two must
 * agree on waits for the second; what is done outside Filiaal is approved until the last task is ticked off.
 */
export async function approve(ctx: OpenContext, id: string, { seen, text, from }: Approving): Promise<void> {
  const row = await held(ctx, id)
  demandDecides(ctx, row)
  const unconfirmed = keepsWaiting(row)
  if (unconfirmed) throw unconfirmed
  const already = row.approvedFirstBy === ctx.actor.id && row.state === 'approved'
  if (already && row.setId !== null) throw firstAlready()
  await note(ctx, row, { kind: 'move', state: 'approved', text })
  await answered(ctx, row)
  if (row.setId === null) return patch(ctx, row, { state: row.tasksOpen > 0 ? 'approved' : 'applied' })
  const set = await moveOn(ctx, row, row.setId, { from, seen })
  try {
    await decide(ctx, set, { approve: true, seen, reason: text, first: row.approvedFirstBy })
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code !== 'core.one-of-two') throw refusal
    await patch(ctx, row, { state: 'approved', approvedFirstBy: ctx.actor.id })
  }
}

/** The helpdesk's no, with the reason that the library reads. */
export async function refuse(ctx: OpenContext, id: string, text: string): Promise<void> {
  const row = await held(ctx, id)
  demandDecides(ctx, row)
  await note(ctx, row, { kind: 'move', state: 'refused', text })
  await answered(ctx, row)
  if (row.setId === null) return patch(ctx, row, { state: 'refused' })
  await decide(ctx, row.setId, { approve: false, reason: text })
}

/** Its asker thinks better of it, before it happens. */
export async function withdraw(ctx: OpenContext, id: string, text?: string): Promise<void> {
  const row = await held(ctx, id)
  if (!isOwn(ctx, row)) throw notAllowed(permissions.ask.allows)
  if (!isOpen(row) && row.state !== 'planned' && row.state !== 'draft') throw notOpen()
  await note(ctx, row, { kind: 'move', state: 'withdrawn', text })
  if (row.setId === null || row.state === 'draft') return patch(ctx, row, { state: 'withdrawn' })
  await discard(ctx, row.setId)
}

/** Ticks off a task with the day it was done and where that shows; with the last one, what is approved is done. */
export async function tick(ctx: OpenContext, id: string, n: number, { doneOn, proof }: Ticking): Promise<void> {
  const row = await toHandle(ctx, id)
  if (doneOn !== null && doneOn > ctx.today()) throw refused([fault('change-requests.not-yet', '/doneOn',
    'Deze dag moet nog komen.', 'This day is still to come.', 'Ce jour est encore à venir.')])
  const changed = await ctx.db('request_task').where({ request_id: id, n }).update(doneOn === null
    ? { done_on: null, done_by: null, done_name: null, proof: null }
    : { done_on: doneOn, done_by: ctx.actor.id, done_name: ctx.actor.name, proof: proof ?? null })
  if (!changed) throw notFound()
  const [{ left } = { left: 0 }]: { left: number }[] = await ctx.db('request_task').where({ request_id: id }).whereNull('done_on')
    .select(ctx.db.raw('count(*)::int as left'))
  const set: { state: string } | undefined = row.setId === null ? undefined : await ctx.db('change_set').where({ id: row.setId }).first('state')
  const isDone = left === 0 && row.state === 'approved' && (row.setId === null || set?.state === 'applied')
  const isUndone = left > 0 && row.state === 'applied'
  await patch(ctx, row, { tasksOpen: left, ...(isDone && { state: 'applied' as const }), ...(isUndone && { state: 'approved' as const }) })
}

/** The word of whoever it was entered for, that it is what they asked. */
export async function confirm(ctx: OpenContext, id: string): Promise<void> {
  const row = await held(ctx, id)
  if (row.askerId === null || row.askerId !== ctx.actor.id) throw notAllowed(permissions.ask.allows)
  await confirmRow(ctx, row)
}

export async function confirmRow(ctx: OpenContext, row: RequestRow): Promise<void> {
  if (row.confirmedAt !== null) return
  if (!isOpen(row)) throw notOpen()
  const confirms = { confirmedAt: ctx.now.toString() }
  await patch(ctx, row, { ...confirms, ...dueAgain(ctx, row, confirms) })
  await ctx.emit(confirmed, { request: row.id })
}

async function toHandle(ctx: Context, id: string): Promise<RequestRow> {
  const row = await held(ctx, id)
  if (!mayHandle(ctx, row)) throw notAllowed(permissions.handle.allows)
  return row
}

function demandDecides(ctx: Context, row: RequestRow): void {
  if (!isOpen(row)) throw notOpen()
  if (!mayHandle(ctx, row)) throw notAllowed(permissions.handle.allows)
  ctx.demand(corePermissions.decide, row.unitId)
}

/** Of the first answer its moment is kept. */
const answered = (ctx: Context, row: RequestRow) => row.answeredAt === null ? patch(ctx, row, { answeredAt: ctx.now.toString() }) : undefined

interface Patch { state?: RequestState; [field: string]: unknown }
async function patch(ctx: Context, row: RequestRow, fields: Patch): Promise<void> {
  if (Object.keys(fields).length) await RequestRow.query(ctx.db).findById(row.id).patch(fields)
}

export const keepsWaiting = (row: Pick<RequestRow, 'askerName' | 'confirmedAt'>): Refusal | undefined =>
  isUnconfirmed(row) ? new Refusal(409, 'change-requests.unconfirmed', {
    nl: `${row.askerName} heeft deze aanvraag nog niet bevestigd.`,
    en: `${row.askerName} has not confirmed this request yet.`,
    fr: `${row.askerName} n’a pas encore confirmé cette demande.`,
  }) : undefined

export async function keepsSetWaiting(ctx: OpenContext, setId: string): Promise<Refusal | undefined> {
  const row = await RequestRow.query(ctx.db).findOne({ set_id: setId })
  return row && keepsWaiting(row)
}

const notOpen = () => new Refusal(409, 'change-requests.ended', {
  nl: 'Deze aanvraag wacht niet meer op een antwoord.', en: 'This request no longer waits for an answer.',
  fr: 'Cette demande n’attend plus de réponse.',
})
const firstAlready = () => new Refusal(403, 'change-requests.first-already', {
  nl: 'Je keurde dit al goed. Nu is iemand anders aan de beurt.', en: 'You have approved this. Now it is somebody else’s turn.',
  fr: 'Vous l’avez déjà approuvée. C’est maintenant le tour d’une autre personne.',
})
