import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { Me } from '#core/me.ts'
import type { Routes } from '#core/plugin.ts'
import { Refusal, refused } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import { DrawnKey, Factors, RecoveryCodes } from '../contract/answer.ts'
import { NewPasskey, PasskeyOptions } from '../contract/passkey.ts'
import { factorsOf, hasSecond, removeFactor } from './factor.ts'
import { keepPasskey, newPasskeyOptions } from './passkey.ts'
import { newRecoveryCodes } from './recovery-code.ts'
import { inSetting, keepFactor } from './setting.ts'
import { drawKey, keepKey } from './totp.ts'

const strict = { additionalProperties: false } as const
export const Ticket = Type.String({ minLength: 1, maxLength: 100 })
const perhaps = { ticket: Type.Optional(Ticket) }
/** Who signs in for the first time brings a ticket; everybody else is signed in. */
const either = { allow: 'anyone', ownWork: true, rateLimit: { max: 60, timeWindow: '1 minute' } } as const
const own = { allow: 'signed-in', ownWork: true } as const
const Entered = Type.Object({ ...Me.properties, ...RecoveryCodes.properties })

/** One's own second factors: set up, listed, taken away. */
export const factorRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['second factors'], ...parts })

  api.post('/session/enrol/totp', {
    config: either,
    schema: schema('Draw a key for an authenticator app', {
      body: Type.Object(perhaps, strict), response: { 200: DrawnKey },
    }),
  }, request => inSetting(request, request.body.ticket, drawKey))

  api.post('/session/enrol/totp/confirm', {
    config: either,
    schema: schema('Confirm the authenticator app with its first code', {
      body: Type.Object({ ...perhaps, code: Type.String({ minLength: 1, maxLength: 20 }) }, strict),
      response: { 200: Entered },
    }),
  }, async (request, reply) => {
    const { ticket, code } = request.body
    const kept = await keepFactor(request, ticket, (ctx, { id }) => keepKey(ctx, id, code))
    if (!kept) throw wrongCode()
    return { ...await reply.enter(kept.signedIn), recoveryCodes: kept.recoveryCodes }
  })

  for (const [path, config, when] of [
    ['/session/enrol/passkey', either, 'while signing in'], ['/factors/passkey', own, 'beside one’s other second steps'],
  ] as const) {
    api.post(`${path}/options`, {
      config,
      schema: schema(`What a new passkey must answer, ${when}`, { body: Type.Object(perhaps, strict), response: { 200: PasskeyOptions } }),
    }, request => inSetting(request, config === own ? undefined : request.body.ticket, newPasskeyOptions))

    api.post(path, {
      config,
      schema: schema(`Keep a new passkey ${when}`, {
        body: Type.Object({
          ...perhaps, name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }), passkey: NewPasskey,
        }, strict),
        response: { 200: Entered },
      }),
    }, async (request, reply) => {
      const { ticket, name, passkey } = request.body
      const kept = await keepFactor(request, config === own ? undefined : ticket,
        (ctx, { id }) => keepPasskey(ctx, id, name.trim(), passkey))
      if (!kept) throw wrongPasskey()
      return { ...await reply.enter(kept.signedIn), recoveryCodes: kept.recoveryCodes }
    })
  }

  api.get('/factors', {
    config: { allow: 'signed-in' }, schema: schema('One’s own second steps', { response: { 200: Factors } }),
  }, ({ ctx }) => factorsOf(ctx, ctx.actor.id ?? ''))

  api.delete('/factors/:id', {
    config: own,
    schema: schema('Take one’s own second step away', {
      params: Type.Object({ id: UnitId }, strict), response: { 200: Factors },
    }),
  }, request => inSetting(request, undefined, async (ctx, staff) => {
    await removeFactor(ctx, staff.id, request.params.id)
    return factorsOf(ctx, staff.id)
  }))

  api.post('/factors/recovery', {
    config: own, schema: schema('New recovery codes', { response: { 200: RecoveryCodes } }),
  }, request => inSetting(request, undefined, async (ctx, staff) => {
    if (!await hasSecond(ctx, staff.id)) throw refused([fault('sign-in.no-factor', '',
      'Stel eerst een app of passkey in.', 'Set up an app or passkey first.',
      'Configurez d’abord une application ou une clé d’accès.')])
    return { recoveryCodes: await newRecoveryCodes(ctx, staff.id) }
  }))
}

function wrongCode() {
  const said = fault('sign-in.wrong-code', '/code',
    'Deze code klopt niet. Kijk of de klok van je toestel juist staat en neem de nieuwste code.',
    'This code is not right. See whether your device has the right time and take the newest code.',
    'Ce code n’est pas correct. Vérifiez l’heure de votre appareil et prenez le code le plus récent.')
  return new Refusal(422, said.code, said.message, { faults: [said] })
}

function wrongPasskey() {
  const said = fault('sign-in.wrong-passkey', '/passkey',
    'Deze passkey is niet bewaard. Begin opnieuw, op het adres waar je Filiaal gebruikt.',
    'This passkey was not kept. Start again, at the address where you use Filiaal.',
    'Cette clé d’accès n’a pas été enregistrée. Recommencez, à l’adresse où vous utilisez Filiaal.')
  return new Refusal(422, said.code, said.message, { faults: [said] })
}
