import { Type } from 'typebox'
import type { Routes } from '#core/plugin.ts'
import { LinkAnswer, LinkAsked, LinkedRequest } from './contract/link.ts'
import { answerLinked, readLinked } from './link-answer.ts'

/** For whoever follows the link in their mail, without a sign-in; the token travels in the body only. */
export const linkRoutes: Routes = async api => {
  api.post('/request-link', {
    config: { allow: 'anyone', reads: 'configuration', rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: {
      summary: 'The request that a link of a mail opens',
      tags: ['requests'], body: LinkAsked, response: { 200: LinkedRequest },
    },
  }, ({ ctx, body }) => readLinked(ctx.installation, body.token, ctx.language))

  api.post('/request-link/answer', {
    config: { allow: 'anyone', reads: 'configuration', rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      summary: 'Answer a request by the link of a mail',
      tags: ['requests'], body: LinkAnswer, response: { 200: Type.Object({}) },
    },
  }, async ({ ctx, body }) => {
    await answerLinked(ctx.installation, body)
    return {}
  })
}
