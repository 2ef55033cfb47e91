/** As much of a JSON schema as decides how a value is typed. */
export interface ValueSchema {
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number
  readonly anyOf?: readonly ValueSchema[]
  readonly items?: ValueSchema
  readonly properties?: Readonly<Record<string, ValueSchema>>
}

export interface Field {
  readonly title: string
  readonly unit: string
  readonly choices?: Readonly<Record<string, string>>
}

/** What decides how a value is typed: its schema, what it is counted in, and the words for a few values. */
export interface Shape {
  readonly schema: unknown
  readonly unit: string
  readonly choices?: Readonly<Record<string, string>>
  readonly fields?: Readonly<Record<string, Field>>
}

export type Form = 'yes-no' | 'number' | 'cents' | 'choice' | 'several' | 'text' | 'fields' | 'links'

export interface Told {
  readonly form: Form
  readonly schema: ValueSchema
  /** Left empty it says that there is none: no maximum. */
  readonly mayLack: boolean
}

/** How a value of this shape is typed. */
export const toldBy = ({ schema, unit, fields }: Shape): Told => {
  const { schema: inner, mayLack } = withoutNull(schema as ValueSchema)
  return { form: formOf(inner, unit, fields !== undefined), schema: inner, mayLack }
}

/** "A number or nothing" is a number that may be left empty; a union of constants is a choice. */
const withoutNull = (schema: ValueSchema): { schema: ValueSchema; mayLack: boolean } => {
  if (!schema.anyOf) return { schema, mayLack: false }
  const given = schema.anyOf.filter(({ type }) => type !== 'null')
  const mayLack = given.length < schema.anyOf.length
  const constants = given.flatMap(({ const: one }) => (one === undefined ? [] : [one]))
  if (constants.length === given.length && constants.length > 0) return { schema: { enum: constants }, mayLack }
  return { schema: given[0] ?? schema, mayLack }
}

const formOf = ({ type, enum: few }: ValueSchema, unit: string, parted: boolean): Form => {
  if (few) return 'choice'
  if (type === 'boolean') return 'yes-no'
  if (type === 'integer' || type === 'number') return unit === 'cents' ? 'cents' : 'number'
  if (type === 'array') return 'several'
  if (type === 'object') return parted ? 'fields' : 'links'
  return 'text'
}

/** The shape of one part of a value. */
export const partOf = (shape: Shape, name: string): Shape => {
  const { schema } = toldBy(shape)
  const { unit = 'text', choices } = shape.fields?.[name] ?? {}
  return { schema: schema.properties?.[name] ?? {}, unit, ...(choices ? { choices } : {}) }
}
