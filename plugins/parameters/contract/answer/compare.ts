import { Type, type Static } from 'typebox'
import { Day, parameterUnits, UnitId } from '#core/contract.ts'
import { Basis } from '#core/contract/basis.ts'
import { Where } from '../change.ts'
import { Level, orNull, Text } from './part.ts'

const strict = { additionalProperties: false } as const
const Name = Type.String({ maxLength: 80 })
const Code = Type.String({ minLength: 1, maxLength: 20 })
const Inhabitants = Type.Integer({ minimum: 0, maximum: 20_000_000 })

/** The level of the cooperation group a library is in; 0 is in none, 3 stands for 3a, 3b and 3c. */
export const groupLevels = ['0', '1', '2', '3', '3a', '3b', '3c'] as const

/** At most so many settings side by side: what a screen shows and a spreadsheet reads. */
export const COMPARED_AT_MOST = 20

/** Which settings, for which line of the rules, and in which libraries. */
export const CompareQuery = Type.Object({
  names: Type.Array(Name, { minItems: 1, maxItems: COMPARED_AT_MOST, uniqueItems: true }),
  /** One line of the rules; without: the value for any. */
  membership: Type.Optional(Code), material: Type.Optional(Code),
  day: Type.Optional(Day),
  group: Type.Optional(UnitId),
  level: Type.Optional(Type.Enum(groupLevels)),
  province: Type.Optional(Type.String({ maxLength: 60 })),
  minInhabitants: Type.Optional(Inhabitants), maxInhabitants: Type.Optional(Inhabitants),
  /** Only these, by hand. */
  libraries: Type.Optional(Type.Array(UnitId, { maxItems: 100, uniqueItems: true })),
  /** Only the libraries like this one, and itself. */
  like: Type.Optional(UnitId),
}, strict)
export type CompareQuery = Static<typeof CompareQuery>

const At = orNull(Type.Object({ value: Type.Number(), text: Text }))

/** How the libraries spread over one setting, or over one part of a value of several. */
export const Distribution = Type.Object({
  /** Of numbers: the value of the library in the middle (of two, the lower), and the outermost. */
  median: At, min: At, max: At,
  /** The quartiles of all; see `Comparison` for what stands out. */
  lowerQuartile: At, upperQuartile: At,
  /** What most libraries have; of values that as many have, the first in `counts`. */
  commonest: orNull(Type.Object({ text: Text, count: Type.Integer(), percent: Type.Integer() })),
  /** Every value there is, by how many libraries have it; of numbers from low to high. */
  counts: Type.Array(Type.Object({ value: Type.Unknown(), text: Text, count: Type.Integer(), outlier: Type.Boolean() })),
})
export type Distribution = Static<typeof Distribution>

/** One of the values that libraries have: cells point at it. */
export const ComparedValue = Type.Object({
  value: Type.Unknown(), text: Text, count: Type.Integer(), percent: Type.Integer(),
  /** It stands out, or a part of it does. */
  outlier: Type.Boolean(),
  /** Of a value of several parts: each part, in the order of the definition. */
  parts: Type.Optional(Type.Array(Type.Object({ name: Text, text: Text, outlier: Type.Boolean() }))),
})
export type ComparedValue = Static<typeof ComparedValue>

export const ComparedParameter = Type.Object({
  name: Text, title: Text, area: Text, unit: Type.Enum(parameterUnits), defaultText: Text,
  /** Whether it differs by codes, so that the line asked for matters. */
  lines: Type.Boolean(),
  distribution: Distribution,
  /** Of a value of several parts each by itself, so that loan days can be compared. */
  parts: Type.Array(Type.Object({ name: Text, title: Text, unit: Type.Enum(parameterUnits), distribution: Distribution })),
  values: Type.Array(ComparedValue),
  /** One for each library, in the order of `libraries`. */
  cells: Type.Array(Type.Object({
    /** Which of `values`. */
    is: Type.Integer(),
    /** Which level says so; null: nobody, the default holds. */
    from: orNull(Level),
    /** How many of its branches have another value. */
    otherwise: Type.Optional(Type.Integer()),
  })),
})
export type ComparedParameter = Static<typeof ComparedParameter>

export const ComparedLibrary = Type.Object({
  id: UnitId, code: Text, name: Text,
  group: orNull(Type.Object({ id: UnitId, name: Text })),
  /** The level of its group; 0 is in none. */
  level: Text, province: orNull(Text), inhabitants: orNull(Type.Integer()),
})
export type ComparedLibrary = Static<typeof ComparedLibrary>

/**
 * `GET /api/parameters/compare`: settings × libraries.
 *
 * What stands out: a number further than three times the distance between the quartiles below the lower or above
 * the upper of them, as long as one library, or fewer than one in ten, are that far out or further. Where at least half
 * have the same number, the others are judged among themselves if they are eight or more; when they are fewer than one
 * in ten in all, each stands out.
 * Of what is no number: what fewer than one in ten have, counted with all that is as rare or rarer, while at least half
 * have one other. A value of several parts stands out when one of its parts does.
 * Among fewer than eight libraries nothing stands out.
 */
export const Comparison = Type.Object({
  version: Type.Integer(), day: Text, where: Type.Record(Text, Text), whereText: Text,
  libraries: Type.Array(ComparedLibrary),
  /** Of how many libraries in all these were chosen. */
  outOf: Type.Integer(),
  parameters: Type.Array(ComparedParameter),
  /** What there is to filter by. */
  groups: Type.Array(Type.Object({ id: UnitId, name: Text, level: Text })), provinces: Type.Array(Text),
  /** How the libraries like one were chosen, in a sentence. */
  like: Type.Optional(Type.Object({ unit: UnitId, unitName: Text, why: Text })),
})
export type Comparison = Static<typeof Comparison>

export const fileFormats = ['csv', 'xlsx'] as const
/** `GET /api/parameters/compare/file`: the same as a spreadsheet, a row for each library. */
export const CompareFileQuery = Type.Object({ ...CompareQuery.properties, format: Type.Enum(fileFormats) }, strict)

/** `POST /api/parameters/compare/take`: what another unit has and has planned, for one's own. Answers `Proposed`. */
export const TakeTheirs = Type.Object({
  their: UnitId,
  units: Type.Array(UnitId, { minItems: 1, maxItems: 50, uniqueItems: true }),
  names: Type.Array(Name, { minItems: 1, maxItems: COMPARED_AT_MOST, uniqueItems: true }),
  /** Only this line of the rules; without: all their lines and seasons. */
  where: Type.Optional(Where),
  from: Day,
  /** One's own decision, for what asks money: theirs is another council's. */
  basis: Type.Optional(Basis),
}, strict)
export type TakeTheirs = Static<typeof TakeTheirs>
