import fc from 'fast-check'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { broken, fitting, nasty, type Schema, type World } from './arbitrary.ts'

interface Parameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema: Schema
}
interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Schema } } }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}
interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
interface Ask {
  readonly parameters: Record<string, unknown>
  readonly body: unknown
}

export interface Finding {
  readonly operation: string
  readonly what: string
  readonly example: string
}

/**
 * Asks every documented operation fitting and broken questions, and reports what no client should
 * see: server errors, undocumented answers, answers and accepted bodies that break their schema.
 */
export async function fuzz(
  app: FastifyInstance,
  headers: Record<string, string>,
  { runs, seed, ids }: { runs: number; seed: number; ids: readonly string[] },
): Promise<{ requests: number; statuses: Record<string, number>; findings: Finding[] }> {
  const spec = app.swagger() as unknown as Spec
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  ajv.addSchema({ $id: 'spec', ...spec })
  const deref = (schema: Schema): Schema =>
    schema.$ref
      ? deref(
          schema.$ref
            .slice(2)
            .split('/')
            .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], spec) as Schema,
        )
      : schema
  const compiled = new Map<string, ValidateFunction>()
  const fits = (name: string, schema: Schema, value: unknown) => {
    const validate =
      compiled.get(name) ?? ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"spec#/')))
    compiled.set(name, validate)
    return validate(value) ? '' : ajv.errorsText(validate.errors)
  }

  const findings: Finding[] = []
  const statuses: Record<string, number> = {}
  let requests = 0
  // Signing out ends the session that all the others are asked with.
  const paths = Object.entries(spec.paths).sort(
    ([a], [b]) => Number(a === '/api/session') - Number(b === '/api/session'),
  )
  for (const [path, operations] of paths) {
    for (const [method, operation] of Object.entries(operations)) {
      const name = `${method.toUpperCase()} ${path}`
      const bodySchema = operation.requestBody?.content['application/json']?.schema
      await fc.assert(
        fc.asyncProperty(asks(operation, bodySchema, { deref, ids }), async ask => {
          requests++
          const request = requestOf(method, path, ask, headers)
          const response = await app.inject(request)
          statuses[response.statusCode] = (statuses[response.statusCode] ?? 0) + 1
          const report = (what: string) =>
            findings.push({
              operation: name,
              what,
              example: `${request.url} ${JSON.stringify(ask.body)?.slice(0, 300)} → ${response.statusCode} ${response.body.slice(0, 300)}`,
            })
          if (response.statusCode >= 500) return void report(`server error ${response.statusCode}`)
          const documented = operation.responses[response.statusCode] ?? operation.responses['default']
          if (!documented) return void report(`undocumented status ${response.statusCode}`)
          const type = String(response.headers['content-type'] ?? '').split(';')[0] as string
          const schema = documented.content?.[type]?.schema
          if (schema && type.endsWith('json')) {
            const fault = fits(`${name} ${response.statusCode}`, schema, response.json())
            if (fault) report(`answer ${response.statusCode} breaks its schema: ${fault}`)
          }
          if (bodySchema && response.statusCode < 300) {
            const fault = fits(`${name} body`, bodySchema, ask.body)
            if (fault) report(`accepted a body that its schema forbids: ${fault}`)
          }
        }),
        { numRuns: runs, seed, endOnFailure: false },
      )
    }
  }
  return { requests, statuses, findings }
}

function asks({ parameters = [] }: Operation, bodySchema: Schema | undefined, world: World): fc.Arbitrary<Ask> {
  const keyed = Object.fromEntries(parameters.map(one => [`${one.in}:${one.name}`, fitting(one.schema, world)]))
  const right = fc.record(keyed, {
    requiredKeys: parameters.filter(one => one.required).map(one => `${one.in}:${one.name}`),
  })
  const wrong = fc.tuple(right, fc.nat(), nasty).map(([values, n, bad]) => {
    const keys = parameters.map(one => `${one.in}:${one.name}`).filter(key => !key.startsWith('path:') || bad)
    return keys.length ? { ...values, [keys[n % keys.length] as string]: bad } : values
  })
  const body = bodySchema ? fitting(bodySchema, world) : fc.constant(undefined)
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ parameters: right, body }) },
    { weight: 1, arbitrary: fc.record({ parameters: wrong, body }) },
    ...(bodySchema
      ? [{ weight: 2, arbitrary: fc.record({ parameters: right, body: broken(bodySchema, world) }) }]
      : []),
  )
}

function requestOf(
  method: string,
  path: string,
  { parameters, body }: Ask,
  headers: Record<string, string>,
): InjectOptions {
  let url = path
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(parameters)) {
    const [where, name] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
    const written = typeof value === 'string' ? value.toWellFormed() : String(value)
    if (where === 'path') url = url.replace(`{${name}}`, encodeURIComponent(written || '-'))
    if (where === 'query') for (const each of [value].flat()) query.append(name, String(each))
  }
  return {
    method: method.toUpperCase() as 'GET',
    url: query.size ? `${url}?${query}` : url,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  }
}
