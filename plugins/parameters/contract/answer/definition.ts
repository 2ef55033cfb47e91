import { Type, type Static } from 'typebox'
import { parameterUnits } from '#core/contract.ts'
import { Level, Text } from './part.ts'

const Unit = Type.Enum(parameterUnits)
const Choices = Type.Record(Text, Text)

/** What there is to set, in the language asked for; the same for every unit. */
export const Definition = Type.Object({
  name: Text, plugin: Text, area: Text,
  title: Text, help: Text, consequence: Text, example: Text,
  /** Other words by which people look for it, of all languages together. */
  synonyms: Type.Array(Text),
  /** Title and help in the other two languages, to be found by. */
  elsewhere: Text,
  unit: Unit, schema: Type.Unknown(), default: Type.Unknown(), defaultText: Text,
  levels: Type.Array(Level),
  dimensions: Type.Array(Type.Object({ name: Text, title: Text })),
  choices: Type.Optional(Choices),
  /** The parts of a value of several, in the order they are shown. */
  fields: Type.Optional(Type.Record(Text, Type.Object({ title: Text, unit: Unit, choices: Type.Optional(Choices) }))),
  notation: Type.Optional(Type.Object({ parts: Text })),
  /** Completes "may be set by whoever may …". */
  setBy: Text,
  /** A council decision goes with it. */
  needsBasis: Type.Enum(['always', 'sometimes', 'never']),
  /** Asks money of patrons: it stands on the tariff sheet. */
  money: Type.Boolean(),
  shared: Type.Boolean(),
  /** Decides how well rights are guarded. */
  guards: Type.Boolean(),
  /** It only matters while another setting has one of these values in the same place. */
  onlyWhen: Type.Optional(Type.Object({ parameter: Text, title: Text, is: Type.Array(Text) })),
})
export type Definition = Static<typeof Definition>

/** `GET /api/parameters/definitions`. */
export const Definitions = Type.Object({
  areas: Type.Array(Type.Object({ name: Text, title: Text })),
  data: Type.Array(Definition),
})
export type Definitions = Static<typeof Definitions>
