import type { FastifyJWTOptions } from '@fastify/jwt'

const NAME = 'filiaal'
const ISSUER = 'filiaal'
const AUDIENCE = 'filiaal-console'
const KIND = 'filiaal-session+jwt'

/** Over HTTPS the browser itself keeps the cookie to this very host and to secure connections. */
export const cookieName = (secure: boolean) => (secure ? `__Host-${NAME}` : NAME)

/**
 * The token of a person's session: signed in one way only, said by this product, for its console, as a
 * session and nothing else. Anything that differs in one of these opens nothing, whoever signed it.
 */
export const sessionTokens = (secret: string, secure: boolean): FastifyJWTOptions => ({
  secret,
  cookie: { cookieName: cookieName(secure), signed: false },
  sign: { expiresIn: '30m', algorithm: 'HS256', iss: ISSUER, aud: AUDIENCE, header: { alg: 'HS256', typ: KIND } },
  verify: {
    algorithms: ['HS256'], allowedIss: ISSUER, allowedAud: AUDIENCE, checkTyp: KIND,
    requiredClaims: ['sub', 'sid', 'iat', 'exp'],
  },
})
