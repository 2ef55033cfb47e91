import type { Routes } from '#core/plugin.ts'
import { OnlineAsked, OnlineLoans, OnlineRenewals, OnlineRenewed } from '../contract/online.ts'
import { permissions } from '../contract/permission.ts'
import { onlineLoans, renewOnline } from './loans.ts'

/** Whose card it is decides where; a card never stands in an address. */
const allow = { permission: permissions.online } as const

/** The own loans of whoever signed in on a website. */
export const onlineLoanRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['online'], ...parts })

  api.post('/online/loans', {
    config: { allow, rateLimit: { max: 600, timeWindow: '1 minute' } },
    schema: schema('What whoever signed in on the website has on loan, and what may be renewed', { body: OnlineAsked, response: { 200: OnlineLoans } }),
  }, async ({ ctx, body }) => ({ data: await onlineLoans(ctx, body.card) }))

  api.post('/online/renewals', {
    config: { allow, rateLimit: { max: 300, timeWindow: '1 minute' } },
    schema: schema('Renew own loans on the website, each with its own answer', { body: OnlineRenewals, response: { 200: OnlineRenewed } }),
  }, async ({ ctx, body }) => ({ data: await renewOnline(ctx, body) }))
}
