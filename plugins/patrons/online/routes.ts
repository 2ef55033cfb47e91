import type { FastifyRequest } from 'fastify'
import type { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { Offers, OffersAsked, OnlineEnrolled, OnlineEnrolment } from '../contract/online.ts'
import { permissions } from '../contract/permission.ts'
import { enrolOnline, offersAt } from './enrol.ts'

/** Whoever enrols somebody does so at the branch that the body names. */
const at = {
  allow: { permission: permissions.online, unit: ({ body }: FastifyRequest) => (body as { branch: UnitId }).branch },
}

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
}
