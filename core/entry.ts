import type {} from '@fastify/cookie'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Static } from 'typebox'
import type { Token } from './guard.ts'
import type { Installation } from './installation.ts'
import { describeMe, type Me } from './me.ts'
import { cookieName } from './session-token.ts'
import type { SignedIn } from './session.ts'
import { inWork } from './work.ts'

declare module 'fastify' {
  interface FastifyInstance { installation: Installation }
  interface FastifyReply {
    /** Gives the browser the cookie of a session that stands. */
    hand(signedIn: SignedIn): FastifyReply
    /** The same once the session has been committed, and tells who came in and what they may do. */
    enter(signedIn: SignedIn): Promise<Static<typeof Me>>
    /** Takes the cookie away. */
    leave(): FastifyReply
  }
}

/** How every way of signing in, the core's own and those of plugins, lets somebody in. */
export function openEntry(app: FastifyInstance, installation: Installation, { secure }: { secure: boolean }): void {
  const cookie = cookieName(secure)
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  app.decorate('installation', installation)
  app.decorateReply('hand', function hand(this: FastifyReply, { actor, language }: SignedIn) {
    const token: Token = { sub: actor.id ?? '', sid: actor.session ?? '', name: actor.name, lang: language }
    return this.setCookie(cookie, app.jwt.sign(token), options)
  })
  app.decorateReply('enter', async function enter(this: FastifyReply, signedIn: SignedIn) {
    this.hand(signedIn)
    return inWork(installation, signedIn, describeMe)
  })
  app.decorateReply('leave', function leave(this: FastifyReply) {
    return this.clearCookie(cookie, options)
  })
}
