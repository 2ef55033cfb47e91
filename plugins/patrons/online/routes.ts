import type { FastifyRequest } from 'fastify'
import type { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { Member, Offers, OffersAsked, OnlineEnrolled, OnlineEnrolment, OnlineMembership, OnlineRenewal } from '../contract/online.ts'
import { permissions } from '../contract/permission.ts'
import { enrolOnline, offersAt } from './enrol.ts'
import { onlineMembership, renewOnline } from './renew.ts'

/** Whoever enrols somebody does so at the branch that the body names. */
const at = {
  allow: { permission: permissions.online, unit: ({ body }: FastifyRequest) => (body as { branch: UnitId }).branch },
}

/** Whose card it is decides where; a card never stands in an address. */
const byCard = { allow: { permission: permissions.online } }

/** What a website asks and does, by a token of its own: nothing here tells who is known to a library. */
export const onlineRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['online'], ...parts })

  api.post('/online/offers', {
    config: { ...at, reads: 'configuration', rateLimit: { max: 300, timeWindow: '1 minute' } },
    schema: schema('The types of membership that a new member may choose online, with their fees', { body: OffersAsked, response: { 200: Offers } }),
  }, ({ ctx, body }) => offersAt(ctx, body))

  api.post('/online/enrolments', {
    config: { ...at, rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: schema('Enrol somebody online; they come by once before they borrow', { body: OnlineEnrolment, response: { 201: OnlineEnrolled } }),
  }, async ({ ctx, body }, reply) => {
    void reply.code(201)
    return enrolOnline(ctx, body)
  })

  api.post('/online/membership', {
    config: { ...byCard, rateLimit: { max: 600, timeWindow: '1 minute' } },
    schema: schema('The membership of whoever signed in on the website, and whether they may renew it', {
      body: Member, response: { 200: OnlineMembership },
    }),
  }, ({ ctx, body }) => onlineMembership(ctx, body.card))

  api.post('/online/membership-renewals', {
    config: { ...byCard, rateLimit: { max: 120, timeWindow: '1 minute' } },
    schema: schema('Renew the membership of whoever signed in on the website', { body: OnlineRenewal, response: { 200: OnlineMembership } }),
  }, ({ ctx, body }) => renewOnline(ctx, body))
}
