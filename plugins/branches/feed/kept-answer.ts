import { hash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Context } from '#core/context.ts'

interface Kept {
  readonly version: number
  readonly minute: number
  readonly body: string
  readonly etag: string
}

const MOST_KEPT = 3000

/**
 * Public answers of this minute, per installation. Doors open on the minute and every change makes a
 * new version, so what is kept is never old; the ETag is of the content, so that a reader only
 * fetches again what really changed.
 */
const keptBy = new WeakMap<object, Map<string, Kept>>()

/** The part of a request that an answer depends on. */
export interface Asked {
  readonly ctx: Context
  readonly query: { readonly days?: number }
  readonly headers: { readonly 'if-none-match'?: string | undefined }
  readonly host: string
  readonly protocol: string
  readonly url: string
}

/** The body is written as text already, so the reply's own type has nothing to say about it. */
export function sendKept(request: Asked, given: object, type: string, write: (ctx: Context) => string): never {
  const reply = given as FastifyReply
  const { ctx } = request
  const kept = keptBy.get(ctx.installation) ?? new Map<string, Kept>()
  keptBy.set(ctx.installation, kept)
  const name = `${ctx.language} ${request.host} ${request.url}`
  const minute = Math.floor(ctx.now.epochMilliseconds / 60_000)
  const { version } = ctx.configuration
  let answer = kept.get(name)
  if (answer?.version !== version || answer.minute !== minute) {
    const body = write(ctx)
    answer = { version, minute, body, etag: `"${hash('sha256', body, 'base64url').slice(0, 22)}"` }
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(name, answer)
  }
  void reply
    .header('etag', answer.etag)
    .header('cache-control', 'public, no-cache')
    .header('vary', 'accept-language')
    .header('content-language', ctx.language)
  if (matches(request.headers['if-none-match'], answer.etag)) return reply.code(304).send() as never
  return reply.type(type).send(answer.body) as never
}

/** Proxies that compress mark an ETag as weak; the content is still the same. */
const matches = (asked: string | undefined, etag: string) =>
  asked !== undefined
  && asked.split(',').some(one => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
