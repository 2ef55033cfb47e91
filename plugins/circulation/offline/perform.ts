import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { Refusal } from '#core/refusal.ts'
import { calendarOf, dueDate } from '#plugins/branches/index.ts'
import { patronByCard } from '#plugins/patrons/index.ts'
import { itemByBarcode, type ItemRow } from '../item/item.ts'
import { passedAs } from '../loan/hurdle.ts'
import { lend } from '../loan/lend.ts'
import { takeIn } from '../loan/return.ts'
import { addStep, LoanRow } from '../loan/row.ts'
import { latestDue } from './kit.ts'
import { noted, OfflineActRow, type ActFault } from './row.ts'
import { atMoment, handedInSince } from './since.ts'

/** What whoever settles an act adds to it. */
export interface Answered { readonly also?: readonly string[]; readonly reason?: string | undefined }

type Outcome = Pick<OfflineActRow, 'state'> & Partial<Pick<OfflineActRow, 'faults' | 'loanId' | 'personId'>>

/**
 * Does one act as the desk would have done it then: by the same rules, dated when it happened. What stands in its way
 * leaves no trace but in the act itself, which then says so. Done twice it is done once: its id is the loan's.
 */
export async function perform(ctx: Context, act: OfflineActRow, answered: Answered = {}): Promise<void> {
  const then = atMoment(ctx, act.at)
  const personId = act.card === null ? act.personId : (await patronByCard(ctx, act.card))?.person.id ?? act.personId
  const item = await itemByBarcode(ctx, act.item)
  const tries = await overtaken(ctx, act, item) ?? await tried(then, act, answered)
  const outcome = act.act === 'lend' && tries.state === 'done' && item ? { ...tries, faults: await handedInSince(ctx, act, item) } : tries
  const isSettled = outcome.state === 'done' || outcome.state === 'overtaken'
  await act.$query(ctx.db).patch({
    faults: [], ...outcome, personId: outcome.state === 'done' ? null : personId, ...(isSettled ? { card: null } : {}),
  })
}

/** Whatever happened to an item later has the last word: it was lent again, or it stands on the shelf. */
async function overtaken(ctx: Context, { act, at, id }: OfflineActRow, item: ItemRow | undefined): Promise<Outcome | undefined> {
  if (!item) return undefined
  const later = await LoanRow.query(ctx.db).where({ item_id: item.id }).whereNot({ id })
    .where(either => either.where('lent_at', '>', at).orWhere(ended => act === 'lend' ? ended.where('ended_at', '>', at) : ended.whereRaw('false')))
    .orderBy('lent_at', 'desc').first()
  if (!later) return undefined
  const lentLater = Temporal.Instant.compare(Temporal.Instant.from(later.lentAt), Temporal.Instant.from(at)) > 0
  return { state: 'overtaken', faults: [lentLater ? lentSince : broughtSince] }
}

/** Within a savepoint: an act that is refused half way takes back what it wrote. */
async function tried(ctx: Context, act: OfflineActRow, answered: Answered): Promise<Outcome> {
  await ctx.db.raw('savepoint act')
  try {
    const loan = act.act === 'lend' ? await lent(ctx, act, answered) : (await takeIn(ctx, { id: act.id, branch: act.branchId, item: act.item })).loan
    await ctx.db.raw('release savepoint act')
    return { state: 'done', loanId: loan?.id ?? null, faults: act.act === 'return' && !loan ? [wasIn] : [] }
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 403) throw refusal
    await ctx.db.raw('rollback to savepoint act')
    return { state: refusal.code === 'circulation.asks' ? 'asks' : 'refused', faults: faultsOf(refusal) }
  }
}

async function lent(ctx: Context, { id, branchId: branch, item, card, toldDueOn }: OfflineActRow, { also = [], reason }: Answered): Promise<LoanRow> {
  const { loan } = await lend(ctx, { id, branch, item, ...(card === null ? {} : { card }), also: [...also], ...(reason ? { reason } : {}) }, 'offline')
  return toldDueOn !== null && toldDueOn > loan.dueOn ? keepTold(ctx, loan, toldDueOn) : loan
}

/** A day that was said aloud is a promise, as far as any desk could have said it; it never falls on a closed day. */
async function keepTold(ctx: Context, loan: LoanRow, told: Day): Promise<LoanRow> {
  const latest = latestDue(ctx, loan.branchId, ctx.today(loan.branchId))
  const due = latest !== undefined && told <= latest && dueDate(calendarOf(ctx.configuration, loan.branchId), told)?.day
  if (!due) return loan
  // Moved by no change of a calendar: that is what was said aloud.
  await addStep(ctx, loan, { act: 'moved', before: loan.dueOn, after: due })
  return LoanRow.query(ctx.db).patchAndFetchById(loan.id, { dueOn: due, version: loan.version + 1 })
}

/** Without names: they are read with the loan by whoever may. */
function faultsOf({ code, title, faults, more }: Refusal): ActFault[] {
  const asked = (more['questions'] ?? []) as readonly { code: string; asksReason: boolean }[]
  if (faults.length === 0) return [{ code, message: title, asksReason: false }]
  return faults.map(fault => ({
    code: fault.code, message: fault.code === 'circulation.on-loan-to-another' ? anothers : fault.message,
    asksReason: asked.find(one => one.code === passedAs(fault.code))?.asksReason ?? false,
  }))
}

const lentSince = noted('lent-since', 'Intussen opnieuw uitgeleend. Er is niets veranderd.', 'Lent again since. Nothing was changed.',
  'Prêté de nouveau entre-temps. Rien n’a été modifié.')
const broughtSince = noted('brought-since', 'Intussen al ingenomen. Er is niets veranderd.', 'Taken in since. Nothing was changed.',
  'Déjà repris entre-temps. Rien n’a été modifié.')
const wasIn = noted('was-in', 'Was niet uitgeleend.', 'Was not on loan.', 'N’était pas en prêt.')
const anothers = {
  nl: 'Staat nog op de kaart van iemand anders.', en: 'Still stands on the card of somebody else.', fr: 'Encore sur la carte de quelqu’un d’autre.',
}
