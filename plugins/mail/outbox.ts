import { randomUUID } from 'node:crypto'
import { noteView } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { notAllowed, notFound, refused } from '#core/refusal.ts'
import { StaffRow } from '#core/staff.ts'
import { dayOf, SYSTEM, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { permissions, type ListedMail, type MailState, type OneMail } from './contract.ts'
import { hasSecretPlace, withSecret } from './mail-text.ts'
import { hostOf, MailRow } from './mail.ts'

export interface OutboxQuestion {
  readonly unit?: UnitId | undefined
  readonly state?: MailState | undefined
  readonly q?: string | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** Mail of the units where the reader may read it, newest first; with a unit, of that unit and below. */
export async function mailList(ctx: Context, { unit, state, q, limit = 50, offset = 0 }: OutboxQuestion) {
  const query = readable(ctx)
  if (unit && unit !== SYSTEM) void within(query, unitsBelow(treeOn(ctx.configuration, ctx.today()), unit), [])
  if (state) void query.where({ state })
  if (q?.trim()) {
    const like = `%${q.trim().replace(/[\\%_]/g, sign => `\\${sign}`)}%`
    void query.where(row => row.whereILike('name', like).orWhereILike('address', like).orWhereILike('subject', like))
  }
  const { results, total } = await query.orderBy([{ column: 'at', order: 'desc' }, 'id'])
    .range(offset, offset + limit - 1)
  return { total, data: results.map(row => listedMail(ctx, row)), hasServer: ctx.installation.mailServer !== null }
}

/** One mail as its reader may see it; that somebody read it is noted. */
export async function readMail(ctx: Context, id: string): Promise<OneMail> {
  const row = await found(ctx, id)
  await noteView(ctx, { table: 'mail', row: id, libraryId: row.libraryId, purpose: 'outbox' })
  return oneMail(ctx, row)
}

async function oneMail(ctx: Context, row: MailRow): Promise<OneMail> {
  const author = row.authorId ? await StaffRow.query(ctx.db).findById(row.authorId).select('name') : undefined
  const linkGone = hasSecretPlace(row.text) && row.secret === null
  return {
    ...listedMail(ctx, row), replyTo: row.replyTo, messageId: row.messageId,
    // A one-time link is a key: only where nothing is real may others than its owner see it.
    text: withSecret(row.text, ctx.installation.kind === 'live' ? null : row.secret),
    by: author?.name ?? null, failureSaid: row.failureSaid, linkGone,
    maySendAgain: ctx.installation.mailServer !== null && row.againAs === null && row.state !== 'waiting' && !linkGone
      && ctx.may(permissions['send-again'], row.unitId),
  }
}

/**
 * Sends what a mail said once more, as a new mail of its own, to where its reader is reached today.
 * Asked twice, the answer is the same new mail.
 */
export async function sendAgain(ctx: Context, id: string): Promise<OneMail> {
  const { id: known } = await found(ctx, id)
  const row = await MailRow.query(ctx.db).findById(known).forUpdate().throwIfNotFound()
  if (!ctx.may(permissions['send-again'], row.unitId)) throw notAllowed(permissions['send-again'].allows)
  if (row.againAs) return oneMail(ctx, await found(ctx, row.againAs))
  refuseUseless(row)
  const staff = row.staffId ? await StaffRow.query(ctx.db).findById(row.staffId) : undefined
  const { mailServer, address: own } = ctx.installation
  const again = randomUUID()
  const now = ctx.now.toString()
  await MailRow.query(ctx.db).insert({
    ...saidBy(row), id: again, name: staff?.name ?? row.name, address: staff?.email ?? row.address, authorId: ctx.actor.id,
    messageId: `<${again}@${hostOf(mailServer?.from ?? own)}>`,
    state: mailServer ? 'waiting' : 'kept', at: now, tryAt: now,
  })
  await MailRow.query(ctx.db).findById(id).patch({ againAs: again, secret: null })
  return oneMail(ctx, await found(ctx, again))
}

/** What stays the same when it is sent again. */
const saidBy = ({
  libraryId, unitId, staffId, replyTo, language, kind, about, subject, text, html, secret, secretUntil,
}: MailRow) => ({ libraryId, unitId, staffId, replyTo, language, kind, about, subject, text, html, secret, secretUntil })

function refuseUseless(row: MailRow) {
  if (row.state === 'waiting') throw refused([fault('mail.still-waiting', '',
    'Deze mail wacht nog; hij vertrekt vanzelf.', 'This mail still waits; it leaves by itself.',
    'Cet e-mail est encore en attente ; il partira de lui-même.')])
  if (hasSecretPlace(row.text) && row.secret === null) throw refused([fault('mail.link-gone', '',
    'De link in deze mail werkt niet meer. Maak een nieuwe.',
    'The link in this mail works no longer. Make a new one.',
    'Le lien de cet e-mail ne fonctionne plus. Créez-en un nouveau.')])
}

/** What waits and what went wrong and was not mended since. */
export async function mailLag(ctx: Context) {
  const { rows: [lag] } = await ctx.db.raw(`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state <> 'waiting')::int as failed
    from mail where state in ('waiting', 'failed', 'bounced', 'unsure') and again_as is null
      and failure is distinct from 'link-spent'`)
  return { waiting: lag.waiting, failed: lag.failed }
}

async function found(ctx: Context, id: string): Promise<MailRow> {
  const row = await readable(ctx).findById(id)
  if (!row) throw notFound()
  return row
}

/** Behind the walls, only what belongs to a unit where the reader may read mail, or below it. */
function readable(ctx: Context): Outbox {
  const below = ctx.rights.all()[permissions.read.name] ?? []
  if (below.includes(SYSTEM)) return allMail(ctx)
  const tree = treeOn(ctx.configuration, ctx.today())
  return within(allMail(ctx), below.flatMap(unit => unitsBelow(tree, unit)), ctx.rights.only()[permissions.read.name] ?? [])
}

const allMail = (ctx: Context) => MailRow.query(ctx.db)
type Outbox = ReturnType<typeof allMail>

/** A library that is among the units brings along the mail of its branches that are gone. */
const within = (query: Outbox, units: readonly UnitId[], only: readonly UnitId[]): Outbox =>
  query.where(row => row.whereIn('unit_id', [...units, ...only]).orWhereIn('library_id', [...units]))

const listedMail = (ctx: Context, row: MailRow): ListedMail => ({
  id: row.id, at: row.at, kind: row.kind, state: row.state, name: row.name, address: row.address,
  subject: row.subject, language: row.language, tries: row.tries, tryAt: row.state === 'waiting' ? row.tryAt : null,
  unit: {
    id: row.unitId,
    name: unitAt(ctx.configuration, row.unitId, dayOf(ctx.configuration, row.unitId, ctx.today()))?.name ?? '',
  },
  sentAt: row.sentAt, failure: row.failure, againAs: row.againAs,
})
