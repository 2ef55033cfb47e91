import { Type } from 'typebox'
import type { Routes } from '#core/plugin.ts'
import { askReset } from './password-reset.ts'

const strict = { additionalProperties: false } as const

export const passwordRoutes: Routes = async api => {
  api.post('/password-reset', {
    config: { allow: 'anyone', rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: {
      summary: 'Ask for a link to a new password',
      tags: ['session'],
      body: Type.Object({ email: Type.String({ minLength: 1, maxLength: 254 }) }, strict),
      response: { 202: Type.Object({}) },
    },
  }, async ({ ctx, body, ip }, reply) => {
    await askReset(ctx, body.email, ip)
    void reply.code(202)
    return {}
  })
}
