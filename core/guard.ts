import type {} from '@fastify/jwt'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { noteRefusal } from './audit.ts'
import { lacks } from './badge.ts'
import type { Actor } from './context.ts'
import type { Language, Permission, UnitId } from './contract.ts'
import type { Installation } from './installation.ts'
import { openMachineToken } from './machine-token.ts'
import { languageOf } from './problem.ts'
import { notFound, notSignedIn, Refusal } from './refusal.ts'
import { inWork, readConfiguration, type Caller, type OpenContext } from './work.ts'

/**
 * Who may call a route: anyone, whoever is signed in, or whoever holds a permission at the unit the
 * request names (anywhere, where it names none).
 */
export type Allow = 'anyone' | 'signed-in' | {
  readonly permission: Permission
  readonly unit?: (request: FastifyRequest) => UnitId | readonly UnitId[] | undefined
}

declare module 'fastify' {
  interface FastifyContextConfig {
    allow?: Allow
    /** The route reads configuration only: one prepared statement, no transaction. */
    reads?: 'configuration'
    /** The route opens its own units of work, or needs none. */
    ownWork?: true
  }
  interface FastifyRequest { ctx: OpenContext; caller: Caller | undefined }
}

declare module '@fastify/jwt' {
  interface FastifyJWT { payload: Token; user: Token }
}

export interface Token {
  readonly sub: string
  readonly sid: string
  readonly name: string
  readonly lang: Language
  readonly iat?: number
}

const ANONYMOUS: Actor = { id: null, name: '', session: null }

/** Wraps every route in its unit of work and its guard; a route that does not say who may call it, or what it does, stops the start. */
export function guardRoutes(app: FastifyInstance, installation: Installation): void {
  app.decorateRequest('ctx')
  app.decorateRequest('caller')
  app.addHook('onRoute', route => {
    const { allow, reads, ownWork } = route.config ?? {}
    const named = `${String(route.method)} ${route.url}`
    if (!allow) throw new Error(`${named} does not say who may call it`)
    if (!route.schema?.summary && !route.schema?.hide) throw new Error(`${named} does not say what it does`)
    if (allow !== 'anyone') route.onRequest = [askWho, ...[route.onRequest ?? []].flat()]
    if (ownWork) return
    const handler = route.handler as (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => unknown
    const open = reads === 'configuration' ? readConfiguration : inWork
    route.handler = async function guarded(request, reply) {
      const caller = allow === 'anyone' ? { actor: ANONYMOUS, language: languageOf(request) } : await callerOf(request)
      const answering = open(installation, caller, async ctx => {
        request.ctx = ctx as OpenContext
        void reply.header('configuration-version', String(ctx.configuration.version))
        if (typeof allow === 'object') demand(ctx as OpenContext, allow, request)
        return handler.call(app, request, reply)
      })
      return answering.catch((failure: unknown) => refusing(installation, caller.actor, request, failure))
    } as RouteHandlerMethod
  })
}

/** What somebody may not do is noted before they are told so; their work itself was rolled back. */
async function refusing(installation: Installation, actor: Actor, request: FastifyRequest, failure: unknown) {
  if (failure instanceof Refusal && failure.status === 403 && actor.id)
    await noteRefusal(installation, actor, `${request.method} ${request.routeOptions.url}`, request.params, failure)
  throw failure
}

/** Before a body is read: whoever has not signed in learns nothing of what a route takes. */
const askWho = async (request: FastifyRequest) => { await callerOf(request) }

/** Whose request this is, as it says: a person's session or a machine's token. Whether it stands, the unit of work asks. */
export async function callerOf(request: FastifyRequest): Promise<Caller> {
  return request.caller ??= await toldBy(request)
}

async function toldBy(request: FastifyRequest): Promise<Caller> {
  const machine = openMachineToken(request.headers.authorization)
  if (machine) {
    const actor = { id: machine.staff, name: '', session: machine.session }
    return { actor, language: languageOf(request), tokenDigest: machine.digest, network: request.ip }
  }
  const token = await request.jwtVerify<Token>().catch(() => { throw notSignedIn() })
  if (![token.sub, token.sid].every(id => ID.test(id))) throw notSignedIn()
  return { actor: { id: token.sub, name: token.name, session: token.sid }, language: token.lang }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function demand(ctx: OpenContext, { permission, unit }: Exclude<Allow, string>, request: FastifyRequest) {
  const named = unit?.(request)
  const units = named === undefined ? [] : Array.isArray(named) ? named as UnitId[] : [named as UnitId]
  if (units.length === 0 && ctx.rights.unitsOf(permission).length === 0) throw lacks(ctx, permission)
  for (const id of units) {
    if (ctx.may(permission, id)) continue
    throw ctx.reaches(id) ? lacks(ctx, permission) : notFound()
  }
}
