import { Type, type Static } from 'typebox'
import { Day, defineChangeKind, defineParameter, definePermissions, UnitId, unitTypes } from '#core/contract.ts'

const strict = { additionalProperties: false } as const
const orNull = <S extends ReturnType<typeof Type.String>>(schema: S) => Type.Union([schema, Type.Null()])

export const permissions = definePermissions('parameters', {
  set: {
    nl: 'instellingen een eigen waarde geven',
    en: 'give settings a value of their own',
    fr: 'donner une valeur propre aux paramètres',
  },
})

/** Null gives the unit back what it inherits. A locked value binds all units below. */
export const setParameter = defineChangeKind({
  name: 'parameters.set',
  payload: Type.Object({
    unit: UnitId,
    parameter: Type.String({ maxLength: 80 }),
    from: Day,
    to: orNull(Day),
    value: Type.Unknown(),
    locked: Type.Optional(Type.Boolean()),
  }, strict),
  title: { nl: 'Instelling wijzigen', en: 'Change a setting', fr: 'Modifier un paramètre' },
})

/** Which page explains a screen: the region's own manual, if it has one. */
export const helpLinks = defineParameter({
  name: 'parameters.help-links',
  schema: Type.Record(
    Type.String({ pattern: '^[a-z][a-z/-]{0,60}$' }),
    Type.String({ pattern: '^https?://', maxLength: 500 }),
    { maxProperties: 100, additionalProperties: false },
  ),
  default: {},
  unit: 'text',
  levels: ['system', 'group', 'library'],
  title: { nl: 'Hulppagina’s', en: 'Help pages', fr: 'Pages d’aide' },
  help: {
    nl: 'Per scherm het adres van de pagina die uitleg geeft.',
    en: 'For each screen the address of the page that explains it.',
    fr: 'Pour chaque écran, l’adresse de la page qui l’explique.',
  },
})

const Text = Type.String()
const Level = Type.Enum(unitTypes)
const At = { unit: UnitId, unitName: Text, type: Level }

/** One setting at one unit: what holds, who says so, and what the levels above say. */
export const ParameterRow = Type.Object({
  name: Text, plugin: Text, title: Text, help: Text, unit: Text, schema: Type.Unknown(), levels: Type.Array(Level),
  /** What each value is called, where there are a few. */
  choices: Type.Optional(Type.Record(Text, Text)),
  value: Type.Unknown(), valueText: Text, default: Type.Unknown(), own: Type.Boolean(),
  ownFrom: Type.Optional(orNull(Text)), ownTo: Type.Optional(orNull(Text)),
  from: Type.Union([Type.Object(At), Type.Null()]),
  set: Type.Optional(Type.Object({ by: Text, at: Text })),
  locked: Type.Boolean(), lockedBy: Type.Optional(Text),
  path: Type.Array(
    Type.Object({
      ...At, value: Type.Optional(Type.Unknown()), valueText: Type.Optional(Text), locked: Type.Optional(Type.Boolean())
    })
  ),
  planned: Type.Array(Type.Object({ from: Text, to: orNull(Text), value: Type.Unknown(), valueText: Text })),
  differsIn: Type.Integer(), mayChange: Type.Boolean(),
})
export type ParameterRow = Static<typeof ParameterRow>
export const Parameters = Type.Object({ version: Type.Integer(), unit: UnitId, data: Type.Array(ParameterRow) })
