import type { FastifyInstance } from 'fastify'
import type { Allow } from './guard.ts'
import { Refusal } from './refusal.ts'

/** One route as it is served, with what it asks of whoever calls it. */
export interface KnownRoute {
  readonly method: string
  readonly url: string
  /** Absent for the pages that describe the API, which anybody reads. */
  readonly allow: Allow | undefined
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

declare module 'fastify' {
  interface FastifyInstance { routeTable: readonly KnownRoute[] }
  /** The route stands for the methods that its path does not know. */
  interface FastifyContextConfig { otherMethods?: true }
}

/** Keeps the live table of every route from here on; HEAD goes along with GET and is not told apart. */
export function keepRouteTable(app: FastifyInstance): void {
  const table: KnownRoute[] = []
  app.decorate('routeTable', table)
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    if (config?.otherMethods) return
    for (const one of [method].flat()) {
      if (one === 'HEAD') continue
      const { params, querystring, body } = schema ?? {}
      table.push({ method: one, url, allow: config?.allow, params, query: querystring, body })
    }
  })
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const

/**
 * A known path asked in a way it does not know is a 405 that names the ways it does, before a body is
 * read or anybody is asked who they are. Laid over the whole table, so it comes last.
 */
export function refuseOtherMethods(app: FastifyInstance): void {
  const known = Map.groupBy(app.routeTable.filter(({ url }) => !url.includes('*')), ({ url }) => url)
  // One route may speak for a whole folder, as that of the public feed does; the console's own files are no folder of it.
  const folders = app.routeTable.filter(({ url }) => url.endsWith('/*') && url !== '/*')
  for (const [url, routes] of known) {
    const around = folders.filter(folder => url.startsWith(folder.url.slice(0, -1)))
    const own = new Set([...routes, ...around].map(({ method }) => method))
    const allow = [...own, ...(own.has('GET') ? ['HEAD'] : [])].sort().join(', ')
    const others = [...METHODS, 'HEAD' as const].filter(method => !allow.split(', ').includes(method))
    app.route({
      method: others, url, config: { otherMethods: true }, schema: { hide: true }, exposeHeadRoute: false,
      onRequest: async (_request, reply) => {
        void reply.header('allow', allow)
        throw methodNotAllowed()
      },
      handler: () => { throw methodNotAllowed() },
    })
  }
}

const methodNotAllowed = () => new Refusal(405, 'core.method', {
  nl: 'Dit adres kent deze vraag niet.',
  en: 'This address does not know this method.',
  fr: 'Cette adresse ne connaît pas cette méthode.',
})
