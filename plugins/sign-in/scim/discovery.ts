import type { Context } from '#core/context.ts'
import { listOf } from './answer.ts'
import { Schemas } from './scimmy.ts'

const at = (ctx: Context, path: string) => `${ctx.installation.address}/scim/v2${path}`

/** What of the standard is spoken here. */
export const serviceProvider = (ctx: Context) => ({
  schemas: [Schemas.ServiceProviderConfig.id],
  patch: { supported: true }, bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 }, changePassword: { supported: false }, sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [{
    type: 'oauthbearertoken', name: 'Access token', description: 'The access token of a machine, as a bearer token', primary: true,
  }],
  meta: { resourceType: 'ServiceProviderConfig', location: at(ctx, '/ServiceProviderConfig') },
})

export const resourceType = (ctx: Context) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'], id: 'User', name: 'User', endpoint: '/Users',
  description: 'Somebody who works here', schema: Schemas.User.id,
  schemaExtensions: [{ schema: Schemas.EnterpriseUser.id, required: false }],
  meta: { resourceType: 'ResourceType', location: at(ctx, '/ResourceTypes/User') },
})

export function schemaList(ctx: Context) {
  const described = [Schemas.User, Schemas.EnterpriseUser].map(one => ({
    ...one.definition.describe(at(ctx, '/Schemas')),
  }))
  return listOf(described, { start: 1, total: described.length })
}
