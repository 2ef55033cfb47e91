import { accountOf } from './account.ts'
import { agreementsOn } from './agreement.ts'
import type { Item, Need, Rehearsal } from './change.ts'
import { rehearse, missingRights } from './change.ts'
import { actAs, beyondReach } from './change-set.ts'
import { demandConfirmed } from './confirm.ts'
import { applyWaiting, asksSecondPerson, lacking, reasonless, tryWaiting } from './door.ts'
import type { Preview } from './contract/change.ts'
import { previewOf } from './preview.ts'
import type { Texts } from './contract.ts'
import { corePermissions } from './contract/permission.ts'
import { previewPutBack, putBackWaiting, rehearsePutBack, type PutBack } from './put-back.ts'
import { notFound, refused, Refusal } from './refusal.ts'
import { homeLibrary, SYSTEM } from './unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from './work.ts'
import type { Installation } from './installation.ts'
import { inEach } from './wording.ts'

/** A set that waits for its day, or for somebody's word. */
export interface Waiting {
  id: string; state: string; author_id: string | null; author_name: string; reason: string | null
  library_ids: string[]; branch_ids: string[]; joined_ids: string[]
  apply_on: string | null; approved_by: string | null; decided_by: string | null; decision: string | null; stopped: Texts | null
  puts_back: string | null; put_back_mode: PutBack['mode'] | null
}

/**
 * Applies the planned sets whose day has come, each in its own transaction and under the rights that
 * whoever answers for it holds today: who approved it, else its author. A set that cannot be applied
 * any more goes back to being a request, and says why; one that fails does not hold up the others.
 */
export async function applyDue(installation: Installation, day: string): Promise<number> {
  const due: Waiting[] = await inWork(installation, system, ctx =>
    ctx
      .db('change_set')
      .where('state', 'planned')
      .where('apply_on', '<=', day)
      .whereNull('version')
      .orderBy('apply_on'),
  )
  const failures: unknown[] = []
  for (const set of due) await applyOne(installation, set).catch(failure => failures.push(failure))
  if (failures.length) throw new AggregateError(failures, `${failures.length} planned sets failed`)
  return due.length
}

async function applyOne(installation: Installation, set: Waiting): Promise<void> {
  try {
    await inWork(installation, answeringFor(set), async ctx => {
      // Also when whoever answers for it has lost all reach: then it stops and says so, instead of waiting unseen for ever.
      const locked = await beyondReach(ctx, () => ctx.db('change_set').where({ id: set.id, state: 'planned' }).forUpdate().first())
      if (!locked) return
      if (ctx.actor.id && !accountOf(ctx.configuration, ctx.actor.id, ctx.today())) throw noAccount()
      const [items, back] = [await itemsOf(ctx, set.id), putBackIn(set)]
      if (set.author_id && !isAgreed(set) && (await rehearseWaiting(ctx, set, items)).secondPerson) throw asksSecondPerson()
      if (back) await putBackWaiting(ctx, back.of, back)
      else await applyWaiting(ctx, set.id, items)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await inWork(installation, system, ctx => asksAgain(ctx, set.id, error))
  }
}

/** A planned set that cannot go on is a request once more, and says why. */
export async function asksAgain(ctx: OpenContext, setId: string, { title, faults }: Refusal): Promise<void> {
  await actAs(ctx, setId)
  await ctx.db('change_set').where({ id: setId, state: 'planned' }).update({
    state: 'requested', approved_by: null, decision: null,
    stopped: JSON.stringify(inEach(language => [title, ...faults.map(({ message }) => message)].map(text => text[language]).join(' '))),
  })
}

const isAgreed = ({ author_id: author, approved_by: approver }: Waiting) => approver !== null && approver !== author

const answeringFor = ({
  approved_by: approver,
  decided_by: approverName,
  author_id: author,
  author_name: authorName,
}: Waiting) => {
  if (approver)
    return { actor: { id: approver, name: approverName ?? '', session: null }, language: 'nl' as const }
  return author ? { actor: { id: author, name: authorName, session: null }, language: 'nl' as const } : system
}

/**
 * What a request or a planned set would do if it were applied now; its version is what an approver has then seen.
 * Of a set that libraries share, each sees only what is planned for itself. `as` says what would be laid instead.
 */
export async function previewWaiting(
  ctx: OpenContext, setId: string, as: (items: readonly Item[]) => readonly Item[] = items => items,
): Promise<Preview> {
  const set: Waiting | undefined = await ctx.db('change_set').where({ id: setId }).first()
  if (!set) throw notFound()
  if (!['planned', 'requested'].includes(set.state)) throw alreadyDecided()
  const back = putBackIn(set)
  const said = (await agreementsOn(ctx, [setId])).get(setId) ?? []
  return back ? previewPutBack(ctx, back.of, back, said) : previewOf(ctx, as(await readItems(ctx, setId)), said)
}

/** What a set that waits undoes, if that is what it does. */
const putBackIn = ({ id, puts_back: of, put_back_mode: mode }: Pick<Waiting, 'id' | 'puts_back' | 'put_back_mode'>) => (of && mode ? { id, of, mode } : null)

/** Tries a set that waits as it stands today, whether it changes something or puts something back. */
export async function rehearseWaiting(
  ctx: OpenContext, set: Pick<Waiting, 'id' | 'puts_back' | 'put_back_mode'>, items: readonly Item[],
): Promise<Rehearsal> {
  const back = putBackIn(set)
  return back ? (await rehearsePutBack(ctx, back.of, back.id, back.mode)).rehearsal : rehearse(ctx, set.id, items)
}

export interface Decision {
  readonly approve: boolean
  readonly reason?: string | undefined
  /** The configuration version the approver looked at; without it, what changed since the request was made stands in the way. */
  readonly seen?: number | undefined
  /** Of two who must agree, the one who did so before: then it is not the author who is the first. */
  readonly first?: string | null | undefined
}

/** The helpdesk's word on a request; approving applies it, or plans it for its day, under the approver's rights. */
export async function decide(ctx: OpenContext, setId: string, { approve, reason, seen, first }: Decision): Promise<void> {
  const set: Waiting | undefined = await ctx.db('change_set').where({ id: setId }).forUpdate().first()
  if (!set) throw notFound()
  if (set.state !== 'requested') throw alreadyDecided()
  const items = await itemsOf(ctx, setId)
  const { needs, lays, confirms, secondPerson, asksReason } = await rehearseWaiting(ctx, set, items)
  const touched = lays.flat().map(({ unit }) => homeLibrary(ctx.configuration, unit, ctx.today()) ?? SYSTEM)
  for (const unit of new Set([...touched, ...set.library_ids])) ctx.demand(corePermissions.decide, unit)
  const missing = missingRights(ctx, needs)
  if (approve && missing.length) throw lacking(ctx, missing)
  // A day may have gone by while it waited: then it rewrites what is past, and somebody says why.
  if (approve && asksReason && !(reason ?? set.reason)?.trim()) throw refused([reasonless])
  if (approve) await demandReady(ctx, setId)
  if (approve && secondPerson) demandTwo(ctx, first ?? set.author_id, needs)
  if (approve && confirms) demandConfirmed(ctx)
  await actAs(ctx, setId)
  await ctx.db('change_set').where({ id: setId }).update({ decided_by: ctx.actor.name, decision: reason ?? null, stopped: null })
  if (!approve) {
    await ctx.db('change_set').where({ id: setId }).update({ state: 'refused' })
    return
  }
  const back = putBackIn(set)
  if (back) return putBackWaiting(ctx, back.of, back)
  const asSeen = seen === undefined ? items : items.map(item => ({ ...item, seen }))
  if (set.apply_on === null || set.apply_on <= ctx.today()) return applyWaiting(ctx, setId, asSeen)
  await tryWaiting(ctx, setId, asSeen)
  await ctx.db('change_set').where({ id: setId }).update({ state: 'planned', approved_by: ctx.actor.id })
  await ctx.db('change_item').where({ set_id: setId }).update({ seen: ctx.configuration.version })
}

/** Two agree on what reaches the whole region, each of whom could do it: who asks without the right makes nobody the second. */
function demandTwo(ctx: OpenContext, first: string | null, needs: readonly Need[]) {
  if (first === ctx.actor.id) throw ownRequest()
  if (first !== null && !mayAll(ctx, first, needs)) throw oneOfTwo()
}

/** Whether somebody holds today every right that is asked. */
export function mayAll(ctx: OpenContext, staff: string, needs: readonly Need[]): boolean {
  const rights = ctx.installation.rightsOf(ctx.configuration, staff, ctx.now)
  return needs.every(({ permission, unit, ...wish }) => rights.may(ctx.configuration, permission, unit, ctx.today(), wish))
}

/** What else must be true first, such as that the library confirmed what was entered on its behalf. */
async function demandReady(ctx: OpenContext, setId: string) {
  const refusal = await firstToKeep(ctx, setId)
  if (refusal) throw refusal
}

/** What a plugin says must be true before a set goes on. */
export async function firstToKeep(ctx: OpenContext, setId: string): Promise<Refusal | undefined> {
  for (const plugin of ctx.installation.registry.plugins) {
    const refusal = await plugin.keepsWaiting?.(ctx, setId)
    if (refusal) return refusal
  }
  return undefined
}

/** Takes a planned set or a request back before it happens; its author may, and so may whoever could apply it. */
export async function cancel(ctx: OpenContext, setId: string): Promise<void> {
  const set = await heldWaiting(ctx, setId)
  if (set.author_id !== ctx.actor.id) {
    const missing = missingRights(ctx, (await rehearseWaiting(ctx, set, await itemsOf(ctx, setId))).needs)
    if (missing.length) throw lacking(ctx, missing)
  }
  await discard(ctx, setId)
}

/** Lets a set go that waits, for whoever may say that it is no longer wanted: its asker, or whoever puts another in its place. */
export async function discard(ctx: OpenContext, setId: string): Promise<void> {
  await heldWaiting(ctx, setId)
  await actAs(ctx, setId)
  await ctx.db('change_set').where({ id: setId }).update({ state: 'cancelled', decided_by: ctx.actor.name })
}

async function heldWaiting(ctx: OpenContext, setId: string): Promise<Waiting> {
  const set: Waiting | undefined = await ctx.db('change_set').where({ id: setId }).forUpdate().first()
  if (!set) throw notFound()
  if (!['planned', 'requested'].includes(set.state)) throw alreadyDecided()
  return set
}

/** The whole set, also the items of libraries that the one who decides does not reach. */
export const itemsOf = (ctx: OpenContext, setId: string): Promise<Item[]> =>
  beyondReach(ctx, () => readItems(ctx, setId))

const readItems = async (ctx: OpenContext, setId: string): Promise<Item[]> =>
  ctx.db('change_item').where({ set_id: setId }).orderBy('n').select('kind', 'payload', 'seen')

export const alreadyDecided = () =>
  new Refusal(409, 'core.already-decided', {
    nl: 'Deze wijziging wacht niet meer.',
    en: 'This change is no longer waiting.',
    fr: 'Cette modification n’est plus en attente.',
  })

const ownRequest = () => new Refusal(403, 'core.own-request', {
  nl: 'Iemand anders dan wie het vraagt, keurt dit goed.',
  en: 'Somebody other than who asks for it approves this.',
  fr: 'La demande doit être approuvée par une autre personne que le demandeur.',
})

const oneOfTwo = () => new Refusal(403, 'core.one-of-two', {
  nl: 'Hier staan twee mensen voor in die dit elk zelf mogen, en wie het vroeg mag het niet. Vraag het zelf aan; iemand anders keurt het goed.',
  en: 'Two people answer for this who may each do it, and whoever asked may not. Ask it yourself; somebody else approves it.',
  fr: 'Deux personnes doivent en avoir chacune le droit, et le demandeur ne l’a pas. Demandez-le vous-même ; une autre personne l’approuve.',
})

const noAccount = () =>
  new Refusal(403, 'core.no-account', {
    nl: 'Wie hiervoor instaat, heeft geen toegang meer.',
    en: 'Whoever answers for this has no access any more.',
    fr: 'La personne qui en répond n’a plus d’accès.',
  })

export const system = { actor: SYSTEM_ACTOR, language: 'nl' as const }
