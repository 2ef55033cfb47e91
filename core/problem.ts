import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type {} from '@fastify/jwt'
import type { ErrorObject } from 'ajv'
import { Type } from 'typebox'
import { languages, type Language, type Texts } from './contract.ts'
import { isOutOfReach } from './database.ts'
import type { Token } from './guard.ts'
import { Refusal, type Fault } from './refusal.ts'
import { faultsOf } from './schema.ts'

/** RFC 9457 problem details, in the caller's language, with every fault at once. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  request: Type.String(),
  faults: Type.Array(Type.Object({ code: Type.String(), pointer: Type.String(), message: Type.String() })),
}, { $id: 'Problem', additionalProperties: true })

/** The language a caller reads: what they chose, else what their browser asks, else Dutch. */
export function languageOf(request: FastifyRequest): Language {
  const asked = String(request.headers['accept-language'] ?? '')
    .toLowerCase()
    .split(',')
    .map(part => part.trim().slice(0, 2))
  return (
    request.ctx?.language ??
    (request.user as Token | undefined)?.lang ??
    asked.find((code): code is Language => (languages as readonly string[]).includes(code)) ??
    'nl'
  )
}

export function sendProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
  const refusal = asRefusal(error)
  if (refusal.status >= 500) request.log.error({ err: error }, 'request failed')
  const language = languageOf(request)
  if (refusal.status === 503 || refusal.status === 429)
    void reply.header('retry-after', refusal.status === 503 ? '5' : String(Number(refusal.more['retryAfterSeconds'] ?? 60)))
  return reply
    .code(refusal.status)
    .type('application/problem+json')
    .send({
      type: `urn:filiaal:problem:${refusal.code}`,
      title: refusal.title[language],
      status: refusal.status,
      code: refusal.code,
      request: request.id,
      faults: refusal.faults.map(fault => ({ ...fault, message: fault.message[language] })),
      ...refusal.more,
    })
}

/** Any failure as the refusal that a caller reads. */
export function asRefusal(error: FastifyError | Error): Refusal {
  if (error instanceof Refusal) return error
  const { code = '', statusCode, validation, validationContext } = error as Partial<FastifyError>
  if (validation)
    return new Refusal(400, 'core.invalid', words.invalid, {
      faults: pointed(validation as ErrorObject[], validationContext),
    })
  const sqlState = (error as { nativeError?: { code?: string } }).nativeError?.code ?? code
  if (sqlState === '23505') return new Refusal(409, 'core.taken', words.taken)
  if (sqlState === '23503') return new Refusal(409, 'core.in-use', words.inUse)
  if (['22021', '22P05', '22007', '22008', '22P02'].includes(sqlState))
    return new Refusal(400, 'core.invalid', words.invalid)
  if (isOutOfReach(error) || sqlState === '57014') return new Refusal(503, 'core.unavailable', words.unavailable)
  if (statusCode === 413) return new Refusal(413, 'core.too-large', words.tooLarge)
  if (statusCode === 415) return new Refusal(415, 'core.not-json', words.notJson)
  if (statusCode === 429) return new Refusal(429, 'core.too-many', words.tooMany)
  if (statusCode === 503) return new Refusal(503, 'core.unavailable', words.unavailable)
  if (statusCode && statusCode >= 400 && statusCode < 500) return new Refusal(statusCode, 'core.invalid', words.invalid)
  return new Refusal(500, 'core.failed', words.failed)
}

const pointed = (errors: ErrorObject[], context = 'body'): Fault[] =>
  faultsOf(errors).map(fault => ({
    ...fault,
    pointer: context === 'body' ? fault.pointer : `/${context}${fault.pointer}`,
  }))

const words = {
  invalid: {
    nl: 'Er klopt iets niet in wat je stuurde.',
    en: 'Something is not right in what you sent.',
    fr: 'Votre envoi contient une erreur.',
  },
  taken: { nl: 'Dit bestaat al.', en: 'This exists already.', fr: 'Cela existe déjà.' },
  inUse: {
    nl: 'Iets anders hangt hiervan af.',
    en: 'Something else depends on this.',
    fr: 'D’autres données en dépendent.',
  },
  unavailable: {
    nl: 'Even niet bereikbaar. Wat je typte is niet weg; probeer het zo opnieuw.',
    en: 'Out of reach for a moment. What you typed is kept; try again shortly.',
    fr: 'Momentanément indisponible. Votre saisie est conservée ; réessayez dans un instant.',
  },
  tooLarge: {
    nl: 'Dit is te groot om te versturen.',
    en: 'This is too large to send.',
    fr: 'L’envoi est trop volumineux.',
  },
  notJson: { nl: 'Stuur dit als JSON.', en: 'Send this as JSON.', fr: 'Envoyez ceci en JSON.' },
  tooMany: {
    nl: 'Te veel vragen op korte tijd. Wacht even.',
    en: 'Too many requests in a short time. Wait a moment.',
    fr: 'Trop de demandes en peu de temps. Patientez un instant.',
  },
  failed: {
    nl: 'Er ging bij ons iets mis. Er is niets bewaard; probeer het opnieuw.',
    en: 'Something went wrong on our side. Nothing was saved; try again.',
    fr: 'Une erreur s’est produite de notre côté. Rien n’a été enregistré ; réessayez.',
  },
} satisfies Record<string, Texts>
