import type { Context } from '#core/context.ts'
import type { Texts, UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import { notFound, refused, Refusal } from '#core/refusal.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import type { OpenContext } from '#core/work.ts'
import type { NewRequest } from './contract/answer.ts'
import { askerAt } from './asker.ts'
import { permissions } from './contract/permission.ts'
import { dueDayOf } from './due.ts'
import { wishOf, type Wish } from './filled.ts'
import { formOf, plainChange } from './form.ts'
import { RequestRow } from './request.ts'
import { teamFor } from './setup.ts'

/**
 * Keeps a request as a draft, or sends it: its change goes to the door and waits there for the helpdesk's word, checked
 * like any other. Asked twice under one id it is the same request.
 */
export async function sendRequest(ctx: OpenContext, sent: NewRequest): Promise<void> {
  const known = await RequestRow.query(ctx.db).findById(sent.id).forUpdate()
  if (known && known.authorId !== ctx.actor.id) throw idUsed()
  if (known && known.state !== 'draft') return
  const form = formOf(ctx, sent.form)
  if (!form || !unitAt(ctx.configuration, sent.unit, ctx.today()) || !ctx.reaches(sent.unit)) throw notFound()
  if (sent.onBehalfOf) ctx.demand(permissions.file, sent.unit)
  else ctx.demand(permissions.ask, sent.unit)
  const asItStands: Wish = { items: sent.items ?? [], tasks: [], answered: sent.filled, faults: [] }
  if (sent.draft) return keep(ctx, sent, 'draft', asItStands)
  const wish = form === plainChange ? asItStands : await wishOf(ctx, form, sent)
  if (wish.faults.length) throw refused(wish.faults)
  // Its row is there first, so that the change that comes to wait finds it.
  await keep(ctx, sent, 'submitted', wish)
  if (!wish.items.length) return
  await ctx.db.raw(`select set_config('app.request', ?, true)`, [sent.id])
  const { id, reason, applyOn, fingerprint } = sent
  await submit(ctx, { id, items: wish.items, reason, applyOn, fingerprint, asRequest: true })
  await ctx.db.raw(`select set_config('app.request', '', true)`)
}

async function keep(ctx: OpenContext, sent: NewRequest, state: 'draft' | 'submitted', { tasks, answered }: Wish) {
  const { id, form, unit, reason = null, applyOn = null, from = null, channel = 'screen', pasted = null } = sent
  const onBehalfOf = sent.onBehalfOf && await askerAt(ctx, unit, sent.onBehalfOf)
  const library = homeLibrary(ctx.configuration, unit, ctx.today())
  const now = ctx.now.toString()
  const row = {
    form, state, unitId: unit, libraryIds: library ? [library] : [], subject: subjectOf(ctx, form, unit), reason,
    filled: form === plainChange.name ? { items: sent.items ?? [] } : answered, applyOn: applyOn ?? null, fromOn: from ?? null, channel, pasted,
    askerId: onBehalfOf?.staff ?? null, askerName: onBehalfOf?.name ?? null,
    askerAddress: onBehalfOf?.address ?? null, askerLanguage: onBehalfOf?.language ?? null, tasksOpen: tasks.length,
    ...(state === 'submitted' && { submittedAt: now, dueOn: dueDayOf(ctx, unit), team: teamFor(ctx.configuration, form, ctx.today()) }),
  }
  const changed = await RequestRow.query(ctx.db).findById(id).where({ state: 'draft' }).patch(row)
  if (!changed) await RequestRow.query(ctx.db).insert({ id, ...row, authorId: ctx.actor.id, authorName: ctx.actor.name })
  if (tasks.length) await ctx.db('request_task').insert(tasks.map((title, n) =>
    ({ request_id: id, n, title: JSON.stringify(title), library_ids: row.libraryIds })))
}

/** "Een vestiging tijdelijk sluiten: Bib Munkzwalm"; a plain change is named by its first sentence, at the door. */
function subjectOf(ctx: Context, name: string, unit: UnitId): Texts {
  const form = formOf(ctx, name)
  if (!form || form === plainChange) return inEach(() => '')
  const where = unitAt(ctx.configuration, unit, ctx.today())?.name ?? ''
  return inEach(language => `${form.title[language]}${language === 'fr' ? ' ' : ''}: ${where}`)
}

const idUsed = () => new Refusal(409, 'change-requests.id-used', {
  nl: 'Onder dit nummer bestaat al een andere aanvraag. Verstuur ze opnieuw.',
  en: 'Another request exists under this id. Send it again.',
  fr: 'Une autre demande existe déjà sous ce numéro. Renvoyez-la.',
})
