import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import helmet from '@fastify/helmet'
import jwt from '@fastify/jwt'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, {
  type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions,
} from 'fastify'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { withoutPeople } from './access-log.ts'
import { changeRoutes } from './change-routes.ts'
import { contentSecurityOf } from './content-security.ts'
import { openEntry } from './entry.ts'
import { guardRoutes } from './guard.ts'
import { healthRoutes } from './health.ts'
import { installationRoutes } from './installation-routes.ts'
import type { Installation } from './installation.ts'
import { shedLoad } from './load.ts'
import { passwordRoutes } from './password-routes.ts'
import { Problem, sendProblem } from './problem.ts'
import { notFound } from './refusal.ts'
import { refuseBrokenText } from './broken-text.ts'
import { compiledOnce, validatorOf } from './schema.ts'
import { keepRouteTable, refuseOtherMethods } from './route-table.ts'
import { refuseOtherSites } from './other-site.ts'
import { sessionRoutes } from './session-routes.ts'
import { cookieName, sessionTokens } from './session-token.ts'

export interface AppOptions {
  readonly installation: Installation
  readonly secret: string
  readonly version?: string
  /** The built console; absent in tests that need none. */
  readonly consoleFolder?: string | undefined
  readonly logger?: FastifyServerOptions['logger']
  readonly trustProxy?: boolean | number | string
  /** Whether a process that lags seconds behind says so and asks to come back; tests on a busy machine do not want that. */
  readonly shedsLoad?: boolean
  /** Cookies are sent over HTTPS only. */
  readonly secure?: boolean
}

const MEGABYTE = 1024 * 1024

/** The whole HTTP face of an installation; nothing of it is reachable without having said who may. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { installation, secret, logger = false, trustProxy = false, secure = false } = options
  const app = fastify({
    logger: withoutPeople(logger), trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    bodyLimit: MEGABYTE, genReqId: () => crypto.randomUUID(), routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle', ajv: { customOptions: { allErrors: true } },
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.addSchema(Problem)
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((request, reply) => sendProblem(notFound(), request, reply))
  app.setValidatorCompiler<object>(({ schema, httpPart }) =>
    httpPart === 'body' ? validatorOf(schema) : validatorFromText(schema))
  app.setSerializerCompiler<object>(({ schema }) => serializerOf(schema))
  // What a form of another site may send without asking is no body of ours.
  app.removeContentTypeParser('text/plain')
  app.addHook('preValidation', refuseBrokenText)
  keepRouteTable(app)

  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: secure })
  const contentSecurity = contentSecurityOf(options.consoleFolder)
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('content-security-policy', contentSecurity)
  })
  await app.register(cookie)
  await app.register(jwt, sessionTokens(secret, secure))
  await app.register(rateLimit, { global: false })
  if (options.shedsLoad ?? true) await shedLoad(app)
  await app.register(cors, { origin: false })
  await app.register(swagger, openApi(installation, options.version ?? '0', cookieName(secure)))
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: contentSecurity })
  if (options.consoleFolder) await serveConsole(app, options.consoleFolder)

  await app.register(async guarded => {
    documentProblems(guarded)
    guarded.addHook('onRequest', keepNowhere)
    guarded.addHook('onRequest', refuseOtherSites)
    openEntry(guarded, installation, { secure })
    guardRoutes(guarded, installation)
    await guarded.register(healthRoutes(installation))
    await guarded.register(async api => {
      await api.register(installationRoutes)
      await api.register(sessionRoutes(installation))
      await api.register(passwordRoutes(installation))
      await api.register(changeRoutes)
      for (const { routes } of installation.registry.plugins) if (routes) await api.register(routes)
    }, { prefix: '/api' })
    for (const { publicRoutes } of installation.registry.plugins) if (publicRoutes) await guarded.register(publicRoutes)
  })
  refuseOtherMethods(app)
  return app
}

/** What is said to one person is kept by no browser and no proxy, unless a route says otherwise. */
const keepNowhere = async (_request: FastifyRequest, reply: FastifyReply) => {
  void reply.header('cache-control', 'no-store')
}

/** Bodies mean what they say; only what travels in an address is read as a number or a yes. */
const fromText = new Ajv2020({ allErrors: true, strict: false, coerceTypes: 'array' })
formats.default(fromText)
const validatorFromText = compiledOnce(schema => fromText.compile(schema))

const serializer = SerializerSelector()({ Problem })
const serializerOf = compiledOnce(schema => serializer({ schema, method: '', url: '', httpStatus: '' }))

/** Every route answers its refusals in one documented shape. */
function documentProblems(app: FastifyInstance) {
  app.addHook('onRoute', route => {
    const response = route.schema?.response as Record<string, unknown> | undefined
    if (response)
      response['default'] ??= {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
      }
  })
}

async function serveConsole(app: FastifyInstance, root: string) {
  await app.register(serveStatic, {
    root, preCompressed: true, wildcard: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

const openApi = ({ registry }: Installation, version: string, sessionCookie: string) => ({
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Filiaal',
      version,
      description: 'The console with which the public libraries of a region run themselves.',
    },
    webhooks: Object.assign({}, ...registry.plugins.map(({ describesOutside }) => describesOutside?.([...registry.outside.values()]))),
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey' as const, in: 'cookie' as const, name: sessionCookie },
        bearer: { type: 'http' as const, scheme: 'bearer' },
      },
    },
  },
  refResolver: {
    buildLocalReference: (json: { $id?: unknown }, _base: unknown, _fragment: unknown, index: number) =>
      typeof json.$id === 'string' ? json.$id : `def-${index}`,
  },
})
