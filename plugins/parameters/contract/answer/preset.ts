import { Type, type Static } from 'typebox'
import { Day, parameterUnits, UnitId } from '#core/contract.ts'
import { Basis } from '#core/contract/basis.ts'
import { Level, Text } from './part.ts'

const strict = { additionalProperties: false } as const

/** Something to fill in before a preset says what it sets. */
export const PresetBlank = Type.Object({
  name: Text, title: Text, schema: Type.Unknown(), default: Type.Optional(Type.Unknown()), unit: Type.Enum(parameterUnits),
  choices: Type.Optional(Type.Record(Text, Text)),
  /** It is filled with codes of this list: `membership`, `material`. */
  codes: Type.Optional(Text),
  /** It is a day of every year: `07-01`. */
  everyYear: Type.Optional(Type.Boolean()),
})
export type PresetBlank = Static<typeof PresetBlank>

export const Preset = Type.Object({
  name: Text, plugin: Text, area: Text, title: Text, help: Text, blanks: Type.Array(PresetBlank),
  /** The settings it changes, and where those may be set. */
  sets: Type.Array(Type.Object({ parameter: Text, title: Text })), levels: Type.Array(Level),
  /** It sets prices, so that it may ask for a decision. */
  money: Type.Boolean(),
})
export type Preset = Static<typeof Preset>

/** `GET /api/presets`. */
export const Presets = Type.Object({ data: Type.Array(Preset) })
export type Presets = Static<typeof Presets>

/** `POST /api/presets/:preset/items`. Answers `Proposed`; what is wrong with a blank is refused at `/blanks/<name>`. */
export const PresetFilled = Type.Object({
  units: Type.Array(UnitId, { minItems: 1, maxItems: 50, uniqueItems: true }),
  from: Day,
  blanks: Type.Record(Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }), Type.Unknown(), {
    maxProperties: 10, additionalProperties: false,
  }),
  basis: Type.Optional(Basis),
}, strict)
export type PresetFilled = Static<typeof PresetFilled>
