import { Type, type Static } from 'typebox'
import { unitTypes } from '../contract.ts'

const strict = { additionalProperties: false } as const

/** What a unit is and where: the record behind a group, a library, a branch, a bookmobile or a stop. */
export const Unit = Type.Object({
  type: Type.Enum(unitTypes),
  code: Type.String({ minLength: 1, maxLength: 20 }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  level: Type.Optional(Type.Enum(['1', '2', '3a', '3b', '3c'])),
  public: Type.Optional(Type.Boolean()),
  needsHours: Type.Optional(Type.Boolean()),
  province: Type.Optional(Type.String({ maxLength: 60 })),
  inhabitants: Type.Optional(Type.Integer({ minimum: 0, maximum: 20_000_000 })),
  isil: Type.Optional(Type.String({ pattern: '^[A-Z]{1,4}-[A-Za-z0-9:/-]{1,11}$' })),
  address: Type.Optional(Type.Object({
    street: Type.Optional(Type.String({ maxLength: 120 })),
    postalCode: Type.Optional(Type.String({ maxLength: 12 })),
    city: Type.Optional(Type.String({ maxLength: 80 })),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  }, strict)),
  timeZone: Type.Optional(Type.String({ maxLength: 50 })),
  coordinates: Type.Optional(Type.Object({
    lat: Type.Number({ minimum: -90, maximum: 90 }), lon: Type.Number({ minimum: -180, maximum: 180 }),
  }, strict)),
  website: Type.Optional(Type.String({ maxLength: 250, pattern: '^https?://' })),
  source: Type.Optional(Type.String({ maxLength: 250 })),
  invented: Type.Optional(Type.Boolean()),
}, strict)
export type Unit = Static<typeof Unit>
