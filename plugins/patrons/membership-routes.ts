import { Type } from 'typebox'
import type { Context } from '#core/context.ts'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { ban, cancel, keep, planCancel } from './cancel.ts'
import { blockCard, giveCard, unblockCard } from './card-act.ts'
import { CancelAsked, CancelWanted, CardBlock, NewCard, RenewalAsked, RenewalWanted } from './contract/act.ts'
import { RenewalPlan } from './contract/enrolment.ts'
import { CancelPlan, PatronPage } from './contract/page.ts'
import { Confirmation } from './contract/online.ts'
import { permissions } from './contract/permission.ts'
import { confirmOnline } from './online/confirm.ts'
import { patronPage } from './page.ts'
import { planRenewal, renew } from './renew.ts'

const strict = { additionalProperties: false } as const
const One = Type.Object({ id: UnitId }, strict)
const Nothing = Type.Object({}, strict)
/** Where exactly is asked of the membership or the card at hand. */
const config = { allow: { permission: permissions.change } }

/** Each act answers with the whole page, as it has become. */
const pageOf = async (ctx: Context, whose: Promise<string>) => patronPage(ctx, await whose, { purpose: 'patron-page' })

export const membershipRoutes: Routes = async api => {
  const tags = { tags: ['patrons'] }
  const of = <S extends object>(summary: string, parts: S) => ({ ...tags, summary, params: One, response: { 200: PatronPage }, ...parts })

  api.post('/memberships/:id/renewal-plan', {
    config, schema: { ...tags, summary: 'What another period would come to', params: One, body: RenewalAsked, response: { 200: RenewalPlan } },
  }, ({ ctx, params: { id }, body }) => planRenewal(ctx, id, body))

  api.post('/memberships/:id/renewal', { config, schema: of('Add a period to a membership, under the same type or another', { body: RenewalWanted }) },
    ({ ctx, params: { id }, body }) => pageOf(ctx, renew(ctx, id, body)))

  api.post('/memberships/:id/end-plan', {
    config, schema: { ...tags, summary: 'What follows when a membership is cancelled', params: One, body: CancelAsked, response: { 200: CancelPlan } },
  }, ({ ctx, params: { id }, body }) => planCancel(ctx, id, body))

  api.post('/memberships/:id/end', { config, schema: of('Cancel a membership', { body: CancelWanted }) },
    ({ ctx, params: { id }, body }) => pageOf(ctx, cancel(ctx, id, body)))

  api.post('/memberships/:id/keeping', { config, schema: of('Take back that a membership ends', { body: Nothing }) },
    ({ ctx, params: { id } }) => pageOf(ctx, keep(ctx, id)))

  api.put('/memberships/:id/ban', { config, schema: of('Ban a patron from a library, or lift it', { body: Type.Object({ banned: Type.Boolean() }, strict) }) },
    ({ ctx, params: { id }, body }) => pageOf(ctx, ban(ctx, id, body.banned)))

  api.post('/memberships/:id/confirmation', { config, schema: of('Confirm who enrolled or renewed online, as themselves or as somebody who is known', { body: Confirmation }) },
    ({ ctx, params: { id }, body }) => pageOf(ctx, confirmOnline(ctx, id, body)))

  api.post('/cards', {
    config, schema: { ...tags, summary: 'Give a membership another card', body: NewCard, response: { 200: PatronPage } },
  }, ({ ctx, body }) => pageOf(ctx, giveCard(ctx, body)))

  api.put('/cards/:id/block', { config, schema: of('Let nobody borrow by a card that was lost or stolen', { body: CardBlock }) },
    ({ ctx, params: { id }, body }) => pageOf(ctx, blockCard(ctx, id, body.reason)))

  api.delete('/cards/:id/block', { config, schema: of('Lift the block of a card', {}) },
    ({ ctx, params: { id } }) => pageOf(ctx, unblockCard(ctx, id)))
}
