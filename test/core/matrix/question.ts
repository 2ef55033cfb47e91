import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import type { KnownRoute } from '#core/route-table.ts'
import { fitting, type Schema } from '../../fuzz/arbitrary.ts'
import type { Place } from './place.ts'

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** What stands in a path for something else than an id. */
const WORDS: Readonly<Record<string, (place: Place, noun: string) => string>> = {
  year: () => '2027', step: () => 'see-now', code: codeOf,
  file: (place, noun) => noun === 'files' ? place.things['files'] ?? '' : `${codeOf(place, noun)}.ics`,
}
function codeOf({ code, libraryCode }: Place, noun: string) { return noun === 'libraries' ? libraryCode : code }

/** A route asked about a place: its ids in the path, and what the query and the body must hold at least. */
export function questionAt(route: KnownRoute, place: Place): Question {
  const filter = (route.query ?? { type: 'object' }) as Schema
  const query = exampleOf(filter, place, 'query', true) as Record<string, unknown>
  const params = Object.fromEntries([...route.url.matchAll(/([a-z-]+)\/:(\w+)/gi)].map(([, noun = '', name = '']) =>
    [name, WORDS[name]?.(place, noun) ?? place.things[noun] ?? unknownThing(route, noun)]))
  const path = route.url.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? '').replace('*', 'index.css')
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return {
    method: route.method as Question['method'], url: search.size ? `${path}?${search}` : path, params, query,
    body: route.body ? bodyOf(route, place) : undefined,
  }
}

/** SCIM bodies are read by a library of their own, so no schema of ours says what they hold. */
const bodyOf = ({ url, method, body }: KnownRoute, place: Place) =>
  !url.startsWith('/scim/') ? exampleOf(body as Schema, place, 'body')
    : method === 'PATCH' ? {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path: 'displayName', value: 'Anders' }],
      }
      : {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: `${place.newId()}@proef.be`,
          displayName: 'An Claes', emails: [{ value: `${place.newId()}@proef.be`, primary: true }], active: true,
        }

export const asRequest = ({ method, url, body }: Question, headers: Record<string, string>): InjectOptions =>
  ({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) })

function unknownThing({ method, url }: KnownRoute, noun: string): never {
  throw new Error(`${method} ${url}: say in test/core/matrix/place.ts what the id of one of "${noun}" is`)
}

/** The least that fits a schema; what is called after something of a place is that of the place. */
export function exampleOf(schema: Schema, place: Place, name: string, optional = false): unknown {
  const given = GIVEN[name]
  if (schema.format === 'uuid' && ['a', 'b'].includes(name)) return place.things['staff']
  if (given && (schema.type === 'array' || (schema.type === 'string' && schema.format !== 'date'))) return given(place)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return exampleOf(schema.anyOf.find(({ type }) => type !== 'null') ?? {}, place, name)
  if (schema.format === 'uuid') return name === 'id' ? place.newId() : place.unit
  if (schema.format === 'date') return '2027-01-04'
  if (schema.examples?.length) return schema.examples[0]
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'array') return [exampleOf(schema.items ?? {}, place, name.replace(/s$/, ''))]
  if (type === 'object') {
    const known = Object.entries(schema.properties ?? {})
    const asked = known.filter(([key, part], n) => schema.required?.includes(key)
      || (optional && part.format === 'uuid') || (!schema.required && schema.minProperties && n === known.length - 1))
    return Object.fromEntries(asked.map(([key, part]) => [key, exampleOf(part, place, key)]))
  }
  if (type === 'string' && !schema.pattern) return 'x'.repeat(Math.max(schema.minLength ?? 0, 3))
  return fc.sample(fitting(schema, { deref: one => one, ids: [place.unit] }), { seed: 1, numRuns: 1 })[0]
}

const GIVEN: Readonly<Record<string, (place: Place) => unknown>> = {
  unit: ({ unit }) => unit, under: ({ unit }) => unit, parent: ({ library }) => library,
  library: ({ library }) => library, into: ({ library }) => library, libraries: ({ library }) => [library],
  staff: ({ things }) => things['staff'], from: ({ things }) => things['staff'],
  role: () => 'desk', roles: () => ['desk'], email: place => `${place.newId()}@proef.be`,
  permission: () => 'core.see', q: () => 'a', a: () => 'desk', b: () => 'helpdesk',
  month: () => '2026-11',
  items: ({ unit }) => [{ kind: 'units.change', payload: { unit, from: '2027-01-04', fields: { name: 'Anders' } } }],
}
