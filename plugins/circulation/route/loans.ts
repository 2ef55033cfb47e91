import { Type } from 'typebox'
import type { Texts } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import {
  DeskAsked, DeskPatron, Lent, Loan, LoanNote, NewLoan, NewRenewals, NewReturn, PatronLoans, Renewed, Returned, Why,
} from '../contract/loan.ts'
import { permissions } from '../contract/permission.ts'
import { itemById } from '../item/item.ts'
import { listedItem } from '../item/list.ts'
import { outOf } from '../item/out.ts'
import { claimReturned, reportLost, undoLoan } from '../loan/follow.ts'
import { passedAs, type Obstacle } from '../loan/hurdle.ts'
import { lend } from '../loan/lend.ts'
import { renewAll } from '../loan/renew.ts'
import { takeIn } from '../loan/return.ts'
import { loanById } from '../loan/row.ts'
import { deskPatron, lendingNotices, loanTold, patronLoans, returnNotices } from '../loan/told.ts'
import { whyOf } from '../loan/why.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['loans'], ...parts })
const { lend: permission } = permissions
const allow = { permission } as const

/** The lending desk. Every command carries the id of what it makes, so that a repeat makes nothing twice. */
export const loanRoutes: Routes = async api => {
  api.get('/desk/patron', {
    config: { allow },
    schema: schema('Call up whoever stands at the desk, with their loans and blocks', { querystring: DeskAsked, response: { 200: DeskPatron } }),
  }, ({ ctx, query }) => deskPatron(ctx, query))

  api.get('/patrons/:id/loans', {
    config: { allow },
    schema: schema('Read what a patron has on loan, and what it would cost now', { params: OneOf, response: { 200: PatronLoans } }),
  }, ({ ctx, params }) => patronLoans(ctx, params.id))

  api.post('/loans', {
    config: { allow }, schema: schema('Lend an item to somebody', { body: NewLoan, response: { 201: Lent } }),
  }, async ({ ctx, body }, reply) => {
    const lent = await lend(ctx, body)
    void reply.code(201)
    return {
      loan: await loanTold(ctx, lent.loan, lent.item, lent.patron), renewed: lent.renewed, notices: await lendingNotices(ctx, lent),
    }
  })

  api.get('/loans/:id', {
    config: { allow }, schema: schema('Read one loan, and what it would cost now', { params: OneOf, response: { 200: Loan } }),
  }, async ({ ctx, params }) => {
    const loan = await loanById(ctx, params.id)
    return loanTold(ctx, loan, await itemById(ctx, loan.itemId))
  })

  api.get('/loans/:id/why', {
    config: { allow },
    schema: schema('Explain a due day and a fine in plain words', { params: OneOf, response: { 200: Why } }),
  }, async ({ ctx, params }) => whyOf(ctx, await loanById(ctx, params.id)))

  api.post('/returns', {
    config: { allow }, schema: schema('Take an item in, today or on the day that counts', { body: NewReturn, response: { 201: Returned } }),
  }, async ({ ctx, body }, reply) => {
    const taken = await takeIn(ctx, body)
    void reply.code(201)
    const { item, loan } = taken
    return {
      item: listedItem(ctx, item, (await outOf(ctx, [item.id])).get(item.id)), loan: loan ? await loanTold(ctx, loan, item) : null,
      returnedOn: loan?.returnedOn ?? null, fineCents: loan?.fineCents ?? 0, notices: returnNotices(ctx, taken),
    }
  })

  api.post('/renewals', {
    config: { allow }, schema: schema('Renew several loans, each with its own answer', { body: NewRenewals, response: { 200: Renewed } }),
  }, async ({ ctx, body }) => {
    const told = ({ code, message, asksReason }: Obstacle) => ({ code: passedAs(code), message: (message as Texts)[ctx.language], asksReason })
    return {
      data: (await renewAll(ctx, body)).map(({ row, renewed, stops, questions }) => ({
        loan: row.id, renewed, dueOn: row.dueOn, stops: stops.map(told), questions: questions.map(told),
      })),
    }
  })

  const acts = [
    ['undo', undoLoan, 'Take back a loan of this very session'], ['claim', claimReturned, 'Note that a borrower says it was returned'],
    ['lost', reportLost, 'End a loan because its item is lost'],
  ] as const
  for (const [act, perform, summary] of acts)
    api.post(`/loans/:id/${act}`, {
      config: { allow }, schema: schema(summary, { params: OneOf, body: LoanNote, response: { 200: Loan } }),
    }, async ({ ctx, params, body }) => {
      const loan = await perform(ctx, params.id, body)
      return loanTold(ctx, loan, await itemById(ctx, loan.itemId))
    })
}
