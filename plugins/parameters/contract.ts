import { Type } from 'typebox'
import { Day, defineChangeKind, defineParameter, definePermissions, UnitId } from '#core/contract.ts'

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
