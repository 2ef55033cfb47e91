import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Routes } from '#core/plugin.ts'
import { notSignedIn } from '#core/refusal.ts'
import type { OpenContext } from '#core/work.ts'
import { signInPermissions } from '../contract/permission.ts'
import { resourceType, schemaList, serviceProvider } from './discovery.ts'
import { listOf, sendScimError } from './answer.ts'
import { wantedBy } from './filter.ts'
import { asResource, peopleKept, personKept, type Person } from './person.ts'
import { addPerson, patchPerson, removePerson, replacePerson } from './provision.ts'

const SCIM = 'application/scim+json'
const PAGE = 100
const PAGE_MAX = 200
const strict = { additionalProperties: false } as const
const Id = Type.Object({ id: Type.String({ maxLength: 64 }) }, strict)
const Word = Type.Optional(Type.String({ maxLength: 500 }))
/** A vendor sends whatever its directory knows; what is not kept is left, as the standard asks. */
const Sent = Type.Object({}, { additionalProperties: true, maxProperties: 100 })
const said = (description: string) => ({ description, content: { [SCIM]: { schema: Type.Object({}, { additionalProperties: true }) } } })
const response = { '2xx': said('As asked'), default: said('Refused') }
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['scim'], response, ...parts })
const config = { allow: { permission: signInPermissions.provision }, rateLimit: { max: 1200, timeWindow: '1 minute' } }

/** SCIM 2.0: a personnel system keeps the staff of its units up to date, and gives nobody a role. */
export const scimRoutes: Routes = async app => {
  await app.register(doors, { prefix: '/scim/v2' })
}

const doors: Routes = async scim => {
  scim.setErrorHandler(sendScimError)
  scim.addContentTypeParser(SCIM, { parseAs: 'string', bodyLimit: 128 * 1024 }, scim.getDefaultJsonParser('error', 'error'))
  scim.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode !== 204) void reply.type(`${SCIM}; charset=utf-8`)
    void reply.header('cache-control', 'no-store')
  })

  scim.get('/Users', {
    config,
    schema: schema('Staff that the personnel system keeps', { querystring: Type.Object({
      filter: Word, attributes: Word, excludedAttributes: Word, sortBy: Word, sortOrder: Word,
      startIndex: Type.Optional(Type.Integer({ maximum: 1_000_000 })), count: Type.Optional(Type.Integer({ maximum: 100_000 })),
    }, strict) }),
  }, async ({ ctx, query }) => {
    byToken(ctx)
    const start = Math.max(1, query.startIndex ?? 1)
    const count = Math.min(PAGE_MAX, Math.max(0, query.count ?? PAGE))
    const { people, total } = await peopleKept(ctx, wantedBy(query.filter), { skip: start - 1, count: Math.max(1, count) })
    return listOf(count ? people.map(person => asResource(ctx, person)) : [], { start, total })
  })

  scim.post('/Users', { config, schema: schema('Open an account for somebody', { body: Sent }) }, async ({ ctx, body }, reply) =>
    told(ctx, await addPerson(byToken(ctx), body), reply.code(201)))

  scim.get('/Users/:id', { config, schema: schema('One person as the personnel system knows them', { params: Id }) }, async ({ ctx, params }, reply) =>
    told(ctx, await personKept(byToken(ctx), params.id), reply))

  scim.put('/Users/:id', { config, schema: schema('Say anew who somebody is', { params: Id, body: Sent }) }, async ({ ctx, params, body }, reply) =>
    told(ctx, await replacePerson(byToken(ctx), params.id, body), reply))

  scim.patch('/Users/:id', { config, schema: schema('Change what is said of somebody', { params: Id, body: Sent }) }, async ({ ctx, params, body }, reply) =>
    told(ctx, await patchPerson(byToken(ctx), params.id, body), reply))

  scim.delete('/Users/:id', { config, schema: schema('Close the account of somebody', { params: Id }) }, async ({ ctx, params }, reply) => {
    await removePerson(byToken(ctx), params.id)
    void reply.code(204)
    return null
  })

  scim.get('/ServiceProviderConfig', { config, schema: schema('What this SCIM server can do', {}) }, ({ ctx }) => serviceProvider(ctx))
  scim.get('/Schemas', { config, schema: schema('Which attributes SCIM keeps', {}) }, ({ ctx }) => schemaList(ctx))
  scim.get('/ResourceTypes', { config, schema: schema('Which resources SCIM knows', {}) }, ({ ctx }) =>
    listOf([resourceType(ctx)], { start: 1, total: 1 }))
}

/** Only a machine's token opens this door: a browser's cookie never does. */
function byToken(ctx: OpenContext): OpenContext {
  if (ctx.session?.method !== 'token') throw notSignedIn()
  return ctx
}

function told(ctx: OpenContext, person: Person, reply: FastifyReply) {
  const resource = asResource(ctx, person)
  void reply.header('location', resource.meta.location)
  return resource
}
