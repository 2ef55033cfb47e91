import fc from 'fast-check'

/** As much of a JSON schema as an OpenAPI 3.1 document of ours uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly minProperties?: number
  readonly examples?: readonly unknown[]
}

/** Text that has broken systems before. */
const nasty = fc.constantFrom(
  '',
  '\u0000',
  '%',
  '\\',
  `'`,
  '"',
  '../x',
  'ÿ😀',
  '{}',
  'null',
  'a'.repeat(5000),
  `1' or '1'='1`,
  '$1',
  '\ud800',
  '__proto__',
  '25:00',
  '2026-02-30',
)
const MOMENTS = { min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true } as const

/** How to follow a reference, and the ids that stand for something real. */
export interface World { readonly deref: (schema: Schema) => Schema; readonly ids: readonly string[] }

/** Values that fit a schema; strings that it leaves free are nasty now and then. */
export function fitting(schema: Schema, world: World): fc.Arbitrary<unknown> {
  const one = world.deref(schema)
  const inner = (part: Schema) => fitting(part, world)
  if (one.const !== undefined) return fc.constant(one.const)
  if (one.enum) return fc.constantFrom(...one.enum)
  if (one.anyOf) return fc.oneof(...one.anyOf.map(inner))
  const type = Array.isArray(one.type) ? one.type[0] : one.type
  switch (type) {
    case 'integer':
      return fc.integer({
        min: Math.max(one.minimum ?? -1000, -(2 ** 31)),
        max: Math.min(one.maximum ?? 1000, 2 ** 31 - 1),
      })
    case 'number':
      return fc.double({ noNaN: true, min: one.minimum ?? -1e9, max: one.maximum ?? 1e9 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return text(one, world)
    case 'array':
      return fc.array(inner(one.items ?? {}), {
        minLength: one.minItems ?? 0,
        maxLength: Math.min(one.maxItems ?? 3, 4),
      })
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(one.properties ?? {}).map(([name, part]) => [name, inner(part)])),
        { requiredKeys: [...(one.required ?? [])] },
      )
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function text({ format, pattern, minLength = 0, maxLength = 60 }: Schema, { ids }: World): fc.Arbitrary<string> {
  const moment = fc.date(MOMENTS).map(date => date.toISOString())
  if (format === 'date') return moment.map(iso => iso.slice(0, 10))
  if (format === 'date-time') return moment
  if (format === 'uuid')
    return ids.length
      ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() })
      : fc.uuid()
  if (format === 'email') return fc.emailAddress()
  if (pattern) return fc.stringMatching(new RegExp(pattern)).filter(value => value.length <= maxLength)
  const plain = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 200) })
  return fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 1, arbitrary: nasty.filter(value => value.length >= minLength && value.length <= maxLength) },
  )
}

/** A fitting value with one part broken or left out. */
export function broken(schema: Schema, world: World): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(nasty, fc.constantFrom(null, [], {}, -1, 1.5, 1e300, '12abc', true))
  return fc.tuple(fitting(schema, world), fc.nat(), wrong).map(([value, n, bad]) => {
    const names = Object.keys(world.deref(schema).properties ?? {})
    if (typeof value !== 'object' || value === null || !names.length) return bad
    const { [names[n % names.length] as string]: _left, ...rest } = value as Record<string, unknown>
    return n % 3 ? { ...rest, [names[n % names.length] as string]: bad } : n % 2 ? rest : { ...value, extra: bad }
  })
}

export { nasty }
