import { accountFact } from './account.ts'
import { Type } from 'typebox'
import { languages } from './contract.ts'
import { grantFact, grantsOn } from './grant.ts'
import type { Installation } from './installation.ts'
import { describeMe, Me } from './me.ts'
import type { Routes } from './plugin.ts'
import { applyAsSystem } from './door.ts'
import { defineChange } from './change.ts'
import { defineChangeKind, UnitId } from './contract.ts'
import { languageOf } from './problem.ts'
import {
  addStaff, asksMore, choosePassword, endSession, openSession, setPassword, signIn, useLink, whenceOf,
} from './session.ts'
import { StaffRow } from './staff.ts'
import { SYSTEM } from './unit.ts'
import { inWork, SYSTEM_ACTOR } from './work.ts'

const strict = { additionalProperties: false } as const
const Language = Type.Enum(languages)
const Password = Type.String({ minLength: 1, maxLength: 200 })
const Email = Type.String({ format: 'email', maxLength: 254 })

/** The password was right; what else is asked, a plugin says. */
const AsksMore = Type.Object({ asked: Type.Unknown() })

/** The token is renewed when half of its life is over, so an open console stays signed in. */
const RENEW_SECONDS = 15 * 60

export const sessionRoutes = (installation: Installation): Routes => async app => {
    app.post(
      '/session',
      {
        config: { allow: 'anyone', ownWork: true, rateLimit: { max: 120, timeWindow: '1 minute' } },
        schema: {
          summary: 'Sign in with an address and a password',
          tags: ['session'],
          body: Type.Object({ email: Type.String({ maxLength: 254 }), password: Password }, strict),
          response: { 200: Me, 202: AsksMore },
        },
      },
      async (request, reply) => {
        const { email, password } = request.body
        const signedIn = await signIn(installation, email, password, whenceOf(request))
        if (!('asked' in signedIn)) return reply.enter(signedIn)
        void reply.code(202)
        return signedIn
      },
    )

  app.get('/session', {
    config: { allow: 'signed-in' },
    schema: { summary: 'Who is signed in, and what they may where', tags: ['session'], response: { 200: Me } },
  }, async (request, reply) => {
    const { actor, session, language, now } = request.ctx
    if (session?.method === 'token') return describeMe(request.ctx)
    const { iat = 0 } = request.user
    if (now.epochMilliseconds / 1000 - iat > RENEW_SECONDS) reply.hand({ actor, language })
    return describeMe(request.ctx)
  })

  app.patch('/session', {
    config: { allow: 'signed-in' },
    schema: {
      summary: 'Choose the language one reads',
      tags: ['session'], body: Type.Object({ language: Language }, strict), response: { 200: Me },
    },
  }, async (request, reply) => {
    const { language } = request.body
    await StaffRow.query(request.ctx.db).findById(request.ctx.actor.id ?? '').patch({ language })
    if (request.ctx.session?.method !== 'token') reply.hand({ actor: request.ctx.actor, language })
    return describeMe({ ...request.ctx, language })
  })

  app.delete('/session', {
    config: { allow: 'signed-in' }, schema: { summary: 'Sign out', tags: ['session'], response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await endSession(request.ctx)
    void reply.leave().code(204)
    return null
  })

    app.post(
      '/first-admin',
      {
        config: { allow: 'anyone', ownWork: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
        schema: {
          summary: 'Make the first administrator, by the link of the first start',
          tags: ['session'],
          response: { 200: Me, 202: AsksMore },
          body: Type.Object(
            {
              token: Type.String({ maxLength: 100 }),
              name: Type.String({ minLength: 1, maxLength: 120 }),
              email: Email,
              password: Password,
              language: Language,
            },
            strict,
          ),
        },
      },
      async (request, reply) => {
        const { token, name, email, password, language } = request.body
        const asked = { actor: SYSTEM_ACTOR, language: languageOf(request) }
        const signedIn = await inWork(installation, asked, async ctx => {
          await useLink(ctx, token, 'first-admin')
          const staff = await addStaff(ctx, { name, email, language, libraryId: null })
          await setPassword(ctx, staff.id, password)
          await applyAsSystem(
            ctx,
            crypto.randomUUID(),
            [{ kind: firstGrant.kind.name, payload: { staff: staff.id } }],
            'First admin',
          )
          const more = await asksMore(ctx, staff)
          return more === null ? openSession(ctx, staff, { ...whenceOf(request), method: 'link' }) : { asked: more }
        })
        if (!('asked' in signedIn)) return reply.enter(signedIn)
        void reply.code(202)
        return signedIn
      },
    )

    app.post(
      '/invitation',
      {
        config: { allow: 'anyone', ownWork: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
        schema: {
          summary: 'Choose a password by a link of invitation',
          tags: ['session'],
          body: Type.Object({ token: Type.String({ maxLength: 100 }), password: Password }, strict),
          response: { 200: Me, 202: AsksMore },
        },
      },
      async (request, reply) => {
        const { token, password } = request.body
        const asked = { actor: SYSTEM_ACTOR, language: languageOf(request) }
        const signedIn = await inWork(installation, asked, ctx => choosePassword(ctx, token, password, whenceOf(request)))
        if (!('asked' in signedIn)) return reply.enter(signedIn)
        void reply.code(202)
        return signedIn
      },
    )
  }

/** The role that a first admin gets: everything, everywhere. */
export const FIRST_ROLE = 'system-admin'

/** Only the system itself asks for this: it gives an empty installation the person who goes on from there. */
export const firstGrant = defineChange(
  defineChangeKind({
    name: 'core.first-grant', payload: Type.Object({ staff: UnitId }, strict),
    title: { nl: 'Eerste beheerder', en: 'First admin', fr: 'Premier administrateur' },
  }), {
    needs: () => [],
    refusals: (reading, _payload, today) =>
      grantsOn(reading, SYSTEM, today).length
        ? [
            {
              code: 'core.has-admin',
              pointer: '',
              message: {
                nl: 'Er is al een beheerder.',
                en: 'There is an admin already.',
                fr: 'Il y a déjà un administrateur.',
              },
            },
          ]
        : [],
    lays: (_reading, { staff }, today) => [
      {
        fact: grantFact,
        unit: SYSTEM,
        key: `${staff}/${FIRST_ROLE}`,
        from: today,
        to: null,
        body: { staff, role: FIRST_ROLE },
      },
      { fact: accountFact, unit: SYSTEM, key: staff, from: today, to: null, body: { staff } },
    ],
    sentence: () => ({
      nl: 'De eerste systeembeheerder begint',
      en: 'The first system admin starts',
      fr: 'Le premier administrateur système commence',
    }),
  },
)
