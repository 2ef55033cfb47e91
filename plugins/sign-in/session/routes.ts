import { Type } from 'typebox'
import { noteView } from '#core/audit.ts'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { endSessionsOf } from '#core/session.ts'
import { Sessions } from '../contract/answer.ts'
import { signInPermissions } from '../contract/permission.ts'
import { colleague, helped, resetFactors, unlock } from './colleague.ts'
import { endOwnSession, sessionsOf } from './session-list.ts'

const strict = { additionalProperties: false } as const
const params = Type.Object({ id: UnitId }, strict)
const Reason = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }, strict)
const { sessions, unlock: unlocks } = signInPermissions

/** Where one is signed in, and where colleagues are; help for who does not get in. */
export const sessionRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['session'], ...parts })
  const own = (summary: string) => ({ config: { allow: 'signed-in' as const }, schema: schema(summary, { response: { 200: Sessions } }) })

  api.get('/sessions', own('Where one is signed in'), async ({ ctx }) => ({ data: await sessionsOf(ctx, ctx.actor.id ?? '') }))

  api.delete('/sessions', own('Sign out everywhere else'), async ({ ctx }) => {
    await endSessionsOf(ctx, ctx.actor.id ?? '', ctx.actor.session)
    return { data: await sessionsOf(ctx, ctx.actor.id ?? '') }
  })

  api.delete('/sessions/:id', {
    config: { allow: 'signed-in' }, schema: schema('Sign out at one other place', { params, response: { 200: Sessions } }),
  }, async ({ ctx, params: { id } }) => {
    await endOwnSession(ctx, id)
    return { data: await sessionsOf(ctx, ctx.actor.id ?? '') }
  })

  const theirs = (summary: string) => ({
    config: { allow: { permission: sessions } }, schema: schema(summary, { params, response: { 200: Sessions } }),
  })
  api.get('/staff/:id/sessions', theirs('Where a colleague is signed in'), async ({ ctx, params: { id } }) => {
    await colleague(ctx, id, sessions)
    await noteView(ctx, { table: 'staff', row: id, purpose: 'sessions' })
    return { data: await sessionsOf(ctx, id) }
  })

  api.delete('/staff/:id/sessions', theirs('Sign a colleague out everywhere'), async ({ ctx, params: { id } }) => {
    await colleague(ctx, id, sessions)
    await endSessionsOf(ctx, id, ctx.actor.session)
    return { data: await sessionsOf(ctx, id) }
  })

  const help = (summary: string) => ({
    config: { allow: { permission: unlocks } }, schema: schema(summary, { params, body: Reason, response: { 204: Type.Null() } }),
  })
  api.post('/staff/:id/unlock', help('Forgive a colleague’s wrong tries'), async ({ ctx, params: { id }, body: { reason } }, reply) => {
    await unlock(ctx, await helped(ctx, id), reason.trim())
    void reply.code(204)
    return null
  })

  api.post('/staff/:id/factors/reset', help('Take a colleague’s second steps away'), async ({ ctx, params: { id }, body: { reason } }, reply) => {
    await resetFactors(ctx, await helped(ctx, id), reason.trim())
    void reply.code(204)
    return null
  })
}
