import { Type } from 'typebox'
import { callerOf } from './guard.ts'
import type { Installation } from './installation.ts'
import { Me } from './me.ts'
import type { Routes } from './plugin.ts'
import { demandProof, isPasswordOf } from './proof.ts'
import { Refusal } from './refusal.ts'
import { endSessionsOf, renewSession, setPassword, whenceOf } from './session.ts'
import { StaffRow } from './staff.ts'
import { fault } from './wording.ts'
import { inWork } from './work.ts'

const Password = Type.String({ minLength: 1, maxLength: 200 })

/** One's own password: changed by whoever knows the old one. Every other session ends, and this one gets a new id. */
export const passwordRoutes = (installation: Installation): Routes => async app => {
  app.put('/password', {
    config: { allow: 'signed-in', ownWork: true, rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: {
      summary: 'Change one’s own password',
      tags: ['session'],
      body: Type.Object({ old: Password, password: Password }, { additionalProperties: false }),
      response: { 200: Me },
    },
  }, async (request, reply) => {
    const { old, password } = request.body
    const caller = await callerOf(request)
    const staff = await inWork(installation, caller, async ctx =>
      StaffRow.query(ctx.db).findById(ctx.actor.id ?? '').throwIfNotFound())
    const proof = { method: 'password', network: whenceOf(request).network, wrong: wrongOld }
    await demandProof(installation, staff, proof, () => isPasswordOf(installation, staff.id, old))
    const signedIn = await inWork(installation, caller, async ctx => {
      await setPassword(ctx, staff.id, password)
      await ctx.db('one_time_link').where({ staff_id: staff.id }).whereNull('used_at').update({ used_at: ctx.now.toString() })
      await endSessionsOf(ctx, staff.id, ctx.actor.session)
      // A password alone is no proof of whoever has a second factor: only confirming is.
      return renewSession(ctx, { confirmed: false })
    })
    return reply.enter(signedIn)
  })
}

function wrongOld() {
  const said = fault('core.wrong-password', '/old', 'Dit is niet je huidige wachtwoord.',
    'This is not your present password.', 'Ce n’est pas votre mot de passe actuel.')
  return new Refusal(422, said.code, said.message, { faults: [said] })
}
