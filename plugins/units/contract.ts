import { Type, type Static, type TSchema } from 'typebox'
import { Day, defineChangeKind, defineFact, definePermissions, UnitId } from '#core/contract.ts'
import { Unit } from '#core/contract/unit.ts'

const strict = { additionalProperties: false } as const

export const permissions = definePermissions('units', {
  manage: {
    nl: 'vestigingen en bibliotheken openen, verplaatsen, samenvoegen en sluiten',
    en: 'open, move, merge and close branches and libraries',
    fr: 'ouvrir, déplacer, fusionner et fermer des implantations et bibliothèques',
  },
  change: {
    nl: 'naam, adres en andere gegevens van een vestiging of bibliotheek wijzigen',
    en: 'change the name, address and other details of a branch or library',
    fr: 'modifier le nom, l’adresse et les autres données d’une implantation ou bibliothèque',
  },
})

export const openUnit = defineChangeKind({
  name: 'units.open',
  payload: Type.Object({ id: UnitId, parent: UnitId, from: Day, unit: Unit }, strict),
  title: { nl: 'Openen', en: 'Open', fr: 'Ouvrir' },
})

const orNothing = <S extends TSchema>(schema: S) => Type.Optional(Type.Union([schema, Type.Null()]))
const { type: _type, code, name, level, ...rest } = Unit.properties
/** Only what changes is named; null takes a detail away. What a unit is never changes. */
export const UnitFields = Type.Object({
  code: Type.Optional(code),
  name: Type.Optional(name),
  level: Type.Optional(level),
  public: orNothing(rest.public),
  needsHours: orNothing(rest.needsHours),
  province: orNothing(rest.province),
  inhabitants: orNothing(rest.inhabitants),
  isil: orNothing(rest.isil),
  address: orNothing(rest.address),
  timeZone: orNothing(rest.timeZone),
  coordinates: orNothing(rest.coordinates),
  website: orNothing(rest.website),
}, { ...strict, minProperties: 1 })
export type UnitFields = Static<typeof UnitFields>

export const changeUnit = defineChangeKind({
  name: 'units.change',
  payload: Type.Object({ unit: UnitId, from: Day, fields: UnitFields }, strict),
  title: { nl: 'Gegevens wijzigen', en: 'Change details', fr: 'Modifier les données' },
})

export const moveUnit = defineChangeKind({
  name: 'units.move',
  payload: Type.Object({ unit: UnitId, parent: UnitId, from: Day }, strict),
  title: { nl: 'Verplaatsen', en: 'Move', fr: 'Déplacer' },
})

/** The unit closes for good and another goes on for it, with all that hangs below. */
export const mergeUnit = defineChangeKind({
  name: 'units.merge',
  payload: Type.Object({ unit: UnitId, into: UnitId, from: Day }, strict),
  title: { nl: 'Samenvoegen', en: 'Merge', fr: 'Fusionner' },
})

/** Closes a unit for good from a day on; what hangs below closes with it only where it is named. */
export const closeUnit = defineChangeKind({
  name: 'units.close',
  payload: Type.Object({
    unit: UnitId, from: Day, also: Type.Optional(Type.Array(UnitId, { maxItems: 500, uniqueItems: true })),
  }, strict),
  title: { nl: 'Voorgoed sluiten', en: 'Close for good', fr: 'Fermer définitivement' },
})

export const setKinds = [
  'financial-organisation', 'hold-network', 'pick-up-network', 'print-group', 'branch-group',
] as const
export type SetKind = (typeof setKinds)[number]

/** A named set of units that cuts across the tree, kept by its owner. Source: domain/1 §1.1, §1.3. */
export const UnitSet = Type.Object({
  kind: Type.Enum(setKinds),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  members: Type.Array(UnitId, { maxItems: 5000, uniqueItems: true }),
}, strict)
export type UnitSet = Static<typeof UnitSet>

/** Key = the set's code, chosen once. */
export const unitSetFact = defineFact('units.set', UnitSet)

export const setMembers = defineChangeKind({
  name: 'units.set-members',
  payload: Type.Object({
    unit: UnitId,
    code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,39}$', examples: ['FO154'] }),
    from: Day,
    set: Type.Union([UnitSet, Type.Null()]),
  }, strict),
  title: {
    nl: 'Groep van vestigingen wijzigen', en: 'Change a set of branches', fr: 'Modifier un groupe d’implantations',
  },
})

const Text = Type.String()
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const period = { from: orNull(Text), to: orNull(Text) }
const Named = Type.Object({ id: UnitId, name: Text })
const Placed = Type.Object({ id: UnitId, type: Unit.properties.type, code: Text, name: Text })

/** The whole tree of a day, as pickers and lists walk it. */
export const UnitTree = Type.Object({
  version: Type.Integer(),
  data: Type.Array(Type.Object({
    id: UnitId, parent: orNull(UnitId), type: Unit.properties.type, code: Text, name: Text,
    level: Type.Optional(Text), public: Type.Boolean(), needsHours: Type.Boolean(),
  })),
})

/** What was, is or will be said about a unit during one period. */
export const Said = Type.Object({
  fact: Text, ...period, body: Type.Unknown(), text: Text, by: Type.Optional(orNull(Text)),
  at: Type.Optional(orNull(Text)),
})

/** One unit on a day, with its past and its plans; for one that is not there then, its first or last day. */
export const UnitDetails = Type.Object({
  id: UnitId, version: Type.Integer(), exists: Type.Boolean(), unit: Unit, ...period,
  path: Type.Array(Placed), past: Type.Array(Said), planned: Type.Array(Said),
  successor: orNull(Named), predecessors: Type.Array(Type.Object({ id: UnitId, code: Text, name: Text })),
  below: Type.Object({ libraries: Type.Integer(), branches: Type.Integer() }),
})
export type UnitDetails = Static<typeof UnitDetails>

export const UnitSets = Type.Object({ version: Type.Integer(), data: Type.Array(Type.Object({
  code: Text, owner: UnitId, ownerName: Text, kind: UnitSet.properties.kind, kindName: Text, name: Text,
  members: Type.Array(Named), ...period, mayChange: Type.Boolean(),
})) })
