import { randomUUID } from 'node:crypto'
import type { Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import { notAllowed, refused, Refusal } from '#core/refusal.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { discard } from '#core/waiting.ts'
import { fault } from '#core/wording.ts'
import type { OpenContext } from '#core/work.ts'
import type { Adjusting } from './contract/answer.ts'
import { said } from './contract/event.ts'
import { permissions } from './contract/permission.ts'
import { wishOf, type Wish } from './filled.ts'
import { formOf, plainChange } from './form.ts'
import { answerChanges, dayChange, itemChanges, type ItemTold } from './difference.ts'
import { note } from './note.ts'
import { replaceChange } from './replace.ts'
import { held, isOpen, mayHandle, RequestRow } from './request.ts'

const ITEMS_READ = 200

interface Waits { readonly state: string; readonly puts_back: string | null }

/** Whether what a request asks can still be mended: it waits for the helpdesk's word, and puts nothing back. */
export async function mayAdjust(ctx: Context, row: RequestRow): Promise<boolean> {
  if (!isOpen(row) || !mayHandle(ctx, row) || !ctx.may(corePermissions.decide, row.unitId)) return false
  const form = formOf(ctx, row.form)
  if (row.setId === null) return form?.items !== undefined || form?.tasks !== undefined
  const set: Waits | undefined = await ctx.db('change_set').where({ id: row.setId }).first('state', 'puts_back')
  return set?.state === 'requested' && set.puts_back === null
}

/**
 * Mends what a request asks before it is approved: the same form filled otherwise, or other items. It keeps its number
 * and all that was said, its asker reads what became what, and whatever it takes (a second person, the word of the
 * libraries that share it) is asked anew: of a change that is now the wish of whoever mended it.
 */
export async function adjust(ctx: OpenContext, id: string, sent: Adjusting): Promise<void> {
  const row = await held(ctx, id)
  if (!mayHandle(ctx, row)) throw notAllowed(permissions.handle.allows)
  ctx.demand(corePermissions.decide, row.unitId)
  if (row.setId === sent.set) return
  if (!await mayAdjust(ctx, row)) throw tooLate()
  const form = formOf(ctx, row.form)
  const isPlain = !form || form === plainChange
  const wish: Wish = isPlain ? { items: sent.items ?? [], tasks: [], answered: row.filled, faults: [] }
    : await wishOf(ctx, form, { id: row.id, unit: row.unitId, from: sent.from, filled: sent.filled ?? {} })
  if (wish.faults.length) throw refused(wish.faults)
  if (isPlain && !wish.items.length) throw refused([nothingLeft])
  const before = await itemsTold(ctx, row.setId)
  await layDown(ctx, row, sent, wish)
  const after = await itemsTold(ctx, wish.items.length ? sent.set : null)
  const from = sent.from ?? null
  const changes = isPlain ? itemChanges(before, after)
    : [...dayChange(row.fromOn, from), ...answerChanges(ctx, row, { form: row.form, unitId: row.unitId, filled: wish.answered })]
  if (!changes.length) throw refused([unchanged])
  await retask(ctx, row, wish)
  await RequestRow.query(ctx.db).findById(id).patch({
    approvedFirstBy: null, ...(row.state !== 'in-review' && row.state !== 'question' && { state: 'in-review' }),
    ...(isPlain ? { filled: { items: wish.items }, ...(after[0] && { subject: after[0].sentence }) } : { filled: wish.answered, fromOn: from }),
  })
  const noteId = randomUUID()
  await note(ctx, row, { id: noteId, kind: 'adjusted', text: sent.text, changes })
  await ctx.emit(said, { request: row.id, note: noteId })
}

/** The other change comes to wait in the place of the first, within the wall of the request. */
async function layDown(ctx: OpenContext, row: RequestRow, { set, text, fingerprint }: Adjusting, { items }: Wish): Promise<void> {
  if (items.length) {
    await replaceChange(ctx, row, { set, items: items as readonly Item[], reason: row.reason ?? text, fingerprint })
    await demandSameWall(ctx, row, set)
  } else if (row.setId !== null) {
    await RequestRow.query(ctx.db).findById(row.id).patch({ setId: null })
    await discard(ctx, row.setId)
  }
}

/** Whoever reads the request reads its change: it comes to touch no library besides. */
async function demandSameWall(ctx: OpenContext, { unitId, libraryIds, setId }: RequestRow, set: string): Promise<void> {
  const sets: { id: string; library_ids: string[]; joined_ids: string[] }[] =
    await ctx.db('change_set').whereIn('id', [set, ...(setId === null ? [] : [setId])]).select('id', 'library_ids', 'joined_ids')
  const own = new Set([...libraryIds, ...unitsBelow(treeOn(ctx.configuration, ctx.today()), unitId),
    ...sets.filter(({ id }) => id === setId).flatMap(before => [...before.library_ids, ...before.joined_ids])])
  if (sets.some(({ id, library_ids: touched }) => id === set && touched.some(library => !own.has(library)))) throw refused([elsewhere])
}

const itemsTold = (ctx: OpenContext, setId: string | null): Promise<ItemTold[]> =>
  setId === null ? Promise.resolve([]) : ctx.db('change_item').where({ set_id: setId }).orderBy('n').limit(ITEMS_READ).select('kind', 'payload', 'sentence')

/** Work elsewhere that is asked still, and was done, stays done. */
async function retask(ctx: OpenContext, { id, libraryIds }: RequestRow, { tasks }: Wish): Promise<void> {
  const known: { title: Texts; done_on: string | null; done_by: string | null; done_name: string | null; proof: string | null }[] =
    await ctx.db('request_task').where({ request_id: id }).orderBy('n').select('title', 'done_on', 'done_by', 'done_name', 'proof')
  if (known.length === tasks.length && known.every(({ title }, n) => title.nl === tasks[n]?.nl)) return
  const rows = tasks.map((title, n) => {
    const { done_on = null, done_by = null, done_name = null, proof = null } = known.find(one => one.title.nl === title.nl) ?? {}
    return { request_id: id, n, title: JSON.stringify(title), done_on, done_by, done_name, proof, library_ids: libraryIds }
  })
  await ctx.db('request_task').where({ request_id: id }).delete()
  if (rows.length) await ctx.db('request_task').insert(rows)
  await RequestRow.query(ctx.db).findById(id).patch({ tasksOpen: rows.filter(({ done_on: done }) => done === null).length })
}

const tooLate = () => new Refusal(409, 'change-requests.not-adjustable', {
  nl: 'Wat hier gevraagd wordt, ligt vast: er is al over beslist, of het draait iets terug.',
  en: 'What is asked here stands: it has been decided, or it puts something back.',
  fr: 'Cette demande ne peut plus être modifiée : une décision a été prise, ou elle annule autre chose.',
})
const nothingLeft = fault('change-requests.nothing-left', '/items',
  'Laat minstens één wijziging staan, of weiger de aanvraag.', 'Leave at least one change, or refuse the request.',
  'Laissez au moins une modification, ou refusez la demande.')
const unchanged = fault('change-requests.unchanged', '',
  'Er is niets aangepast.', 'Nothing has been adjusted.', 'Rien n’a été adapté.')
const elsewhere = fault('change-requests.elsewhere', '/items',
  'Dit raakt een bibliotheek die het niet vroeg. Maak daarvoor een andere aanvraag.',
  'This touches a library that did not ask it. Make another request for that.',
  'Ceci touche une bibliothèque qui ne l’a pas demandé. Faites une autre demande pour cela.')
