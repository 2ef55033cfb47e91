import type { Static } from 'typebox'
import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import type { OpenContext } from '#core/work.ts'
import { inEach } from '#core/wording.ts'
import { ableTo } from '../approver.ts'
import { confirmed, given, moved, readdressed, said } from '../contract/event.ts'
import { endLinks } from '../link.ts'
import type { RequestState } from '../contract/state.ts'
import type { Change } from '../note.ts'
import { isOpen, isUnconfirmed, RequestRow } from '../request.ts'
import { mailAbout, type Says } from './letter.ts'
import { putBackOf } from './period.ts'
import { askerOf, colleaguesOf, entererOf, handles, handlersOf, membersOf, staffOf, teamOf, type Reader } from './reader.ts'

const found = (ctx: Context, id: string) => RequestRow.query(ctx.db).findById(id)
const besides = (readers: readonly (Reader | undefined)[], by: string | null): Reader[] =>
  readers.filter(reader => reader !== undefined).filter(({ to }) => by === null || to.staff !== by)

/** A request moved on; of several that did so in one act people hear together. */
export async function mailMoved(ctx: OpenContext, { request, from, to, by = null, together = null }: Static<typeof moved.detail>): Promise<void> {
  const row = await found(ctx, request)
  if (!row || (together !== null && await ctx.db('request_together').where({ act: together, request_id: request }).first('act'))) return
  if (to === 'submitted') return mailSubmitted(ctx, row)
  const letter = await letterOf(ctx, row, { from, to, by })
  if (letter) await mailAbout(ctx, row, letter.readers, letter.says)
}

/** What is told, and to whom. */
export interface Letter { readonly readers: readonly Reader[]; readonly says: Says }
interface Move { readonly from: RequestState | null; readonly to: RequestState; readonly by: string | null }

/** Who is told that a request moved on, and how. */
export async function letterOf(ctx: OpenContext, row: RequestRow, { from, to, by }: Move): Promise<Letter | undefined> {
  if (to === 'in-review' && from === 'planned')
    return { readers: await handlersOf(ctx, row, []), says: { kind: 'stopped', lines: await stoppedBy(ctx, row) } }
  if (to === 'approved' && row.approvedFirstBy !== null && row.tasksOpen === 0)
    return row.state === 'approved' ? { readers: await secondsOf(ctx, row), says: { kind: 'second' } } : undefined
  const says = await movedWords(ctx, row, from, to)
  if (!says) return undefined
  // What happens by itself on its day is told to whoever asked, also where it goes under their own rights.
  const asker = besides([await askerOf(ctx, row)], to === 'applied' ? null : by)
  return { readers: [...asker, ...besides(await entererOf(ctx, row), by), ...besides(await colleaguesOf(ctx, row), by)], says }
}

/** The helpdesk gave it to a colleague or to another team: they hear so, and of a team without members nobody does. */
export async function mailGiven(ctx: Context, { request, by }: Static<typeof given.detail>): Promise<void> {
  const row = await found(ctx, request)
  if (!row || !isOpen(row)) return
  const free = (staff: string) => staff !== by
  const readers = row.assigneeId === null ? await membersOf(ctx, row, free) : await staffOf(ctx, [row.assigneeId].filter(free))
  await mailAbout(ctx, row, readers, { kind: 'given', by: await nameOf(ctx, by), lines: await sentencesOf(ctx, row) })
}

const nameOf = async (ctx: Context, staff: string | null): Promise<string> =>
  staff === null ? '' : (await ctx.db('staff').where({ id: staff }).first('name') as { name: string } | undefined)?.name ?? ''

/** Who can give the second yes; where nobody can, those who handle it, who read at the request what is lacking. */
async function secondsOf(ctx: OpenContext, row: RequestRow): Promise<Reader[]> {
  const free = (staff: string) => ![row.approvedFirstBy, row.authorId, row.askerId].includes(staff)
  const able = await staffOf(ctx, (await ableTo(ctx, row)).filter(free))
  return able.length ? able : teamOf(ctx, row, free)
}

async function mailSubmitted(ctx: Context, row: RequestRow): Promise<void> {
  const lines = await sentencesOf(ctx, row)
  const asker = besides([await askerOf(ctx, row)], null)
  if (isUnconfirmed(row)) {
    const by = row.authorName
    if (isOpen(row)) await mailAbout(ctx, row, asker, { kind: 'confirm', by, lines, link: 'confirm' })
    return
  }
  await mailAbout(ctx, row, asker, { kind: 'received', lines })
  if (isOpen(row)) await mailHandlers(ctx, row, { kind: 'arrived', word: row.reason, lines }, [row.authorId])
}

/** It is confirmed by whoever it was entered for: from now on there is something to handle. */
export async function mailConfirmed(ctx: Context, { request }: Static<typeof confirmed.detail>): Promise<void> {
  const row = await found(ctx, request)
  if (row && isOpen(row)) await mailHandlers(ctx, row, { kind: 'arrived', word: row.reason, lines: await sentencesOf(ctx, row) }, [row.askerId])
}

/** Whoever asked hears at their own address where it stands: what they are to confirm or answer, else how far it is. */
export async function mailAgain(ctx: Context, { request }: Static<typeof readdressed.detail>): Promise<void> {
  const row = await found(ctx, request)
  if (!row) return
  await endLinks(ctx, request)
  if (isUnconfirmed(row)) return mailSubmitted(ctx, row)
  const asker = besides([await askerOf(ctx, row)], null)
  const asked: { name: string; text: string | null } | undefined = row.state === 'question'
    ? await ctx.db('request_note').where({ request_id: request, kind: 'question' }).orderBy('n', 'desc').first('name', 'text') : undefined
  if (asked) return mailAbout(ctx, row, asker, { kind: 'question', by: asked.name, word: asked.text, link: 'reply' })
  await mailAbout(ctx, row, asker, await movedWords(ctx, row, null, row.state) ?? { kind: 'received', lines: await sentencesOf(ctx, row) })
}

async function movedWords(ctx: Context, row: RequestRow, from: RequestState | null, to: RequestState): Promise<Says | undefined> {
  if (to === 'put-back') {
    const putBack = row.setId === null ? undefined : await putBackOf(ctx, row.setId)
    return { kind: 'put-back', ...(putBack && { putBack, word: putBack.reason }) }
  }
  if (to === 'applied' && from === 'put-back') return { kind: 'restored' }
  if (to === 'applied') return { kind: 'applied', lines: await sentencesOf(ctx, row), word: from === 'planned' ? null : await decisionOn(ctx, row) }
  if (to === 'planned') return { kind: 'planned', lines: await sentencesOf(ctx, row), word: await decisionOn(ctx, row) }
  if (to === 'approved') return from === 'applied' ? undefined : { kind: 'approved', lines: await tasksOf(ctx, row), word: await decisionOn(ctx, row) }
  return to === 'refused' ? { kind: 'refused', word: await decisionOn(ctx, row) } : undefined
}

/** A word to the library goes to whoever asked, who answers by a link; a word of theirs to whoever handles. */
export async function mailSaid(ctx: Context, { request, note }: Static<typeof said.detail>): Promise<void> {
  const row = await found(ctx, request)
  const word: { kind: string; staff_id: string | null; name: string; text: string | null; changes: readonly Change[] } | undefined =
    await ctx.db('request_note').where({ id: note }).first('kind', 'staff_id', 'name', 'text', 'changes')
  if (!row || !word) return
  const { kind, staff_id: by, name, text } = word
  const isOwn = by === null || by === row.askerId || (row.askerName === null && by === row.authorId)
  if (kind === 'answer' || (kind === 'comment' && (isOwn || !handles(ctx, row, by))))
    return mailHandlers(ctx, row, { kind: 'answer', by: name, word: text }, [by])
  const asker = besides([await askerOf(ctx, row)], by)
  const asks = kind === 'question'
  const says: Says = kind === 'adjusted' ? { kind, by: name, word: text, lines: word.changes.map(lineOf) }
    : { kind: asks ? 'question' : 'word', by: name, word: text }
  await mailAbout(ctx, row, asker, { ...says, ...(asks && { link: isUnconfirmed(row) ? 'confirm' as const : 'reply' as const }) })
  await mailAbout(ctx, row, besides(await colleaguesOf(ctx, row), by), says)
}

/** `Hoogstens: € 5,00 → € 7,50`. */
const lineOf = ({ title, was, now }: Change): Texts =>
  inEach(language => `${title[language]}${language === 'fr' ? ' ' : ''}: ${was?.[language] ?? '–'} → ${now?.[language] ?? '–'}`)

const mailHandlers = async (ctx: Context, row: RequestRow, says: Says, not: readonly (string | null)[]) =>
  mailAbout(ctx, row, await handlersOf(ctx, row, not), says)

const sentencesOf = (ctx: Context, { setId }: RequestRow): Promise<Texts[]> =>
  setId === null ? Promise.resolve([]) : ctx.db('change_item').where({ set_id: setId }).orderBy('n').limit(500).pluck('sentence')

const tasksOf = (ctx: Context, { id }: RequestRow): Promise<Texts[]> =>
  ctx.db('request_task').where({ request_id: id }).whereNull('done_on').orderBy('n').pluck('title')

/** Why a plan did not go on, in each language. */
const stoppedBy = (ctx: Context, { setId }: RequestRow): Promise<Texts[]> =>
  setId === null ? Promise.resolve([]) : ctx.db('change_set').where({ id: setId }).whereNotNull('stopped').pluck('stopped')

/** What was said with the decision: at the request, or at the change itself. */
async function decisionOn(ctx: Context, { id, setId }: RequestRow): Promise<string | null> {
  const set: { decision: string | null } | undefined = setId === null ? undefined : await ctx.db('change_set').where({ id: setId }).first('decision')
  if (set) return set.decision
  const note: { text: string | null } | undefined =
    await ctx.db('request_note').where({ request_id: id, kind: 'move' }).orderBy('n', 'desc').first('text')
  return note?.text ?? null
}
