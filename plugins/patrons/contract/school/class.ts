import { Type, type Static } from 'typebox'
import { Day, UnitId } from '#core/contract.ts'
import { Code } from '#plugins/parameters/contract/list.ts'
import { Address } from '../person.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

const named = {
  school: Line(70),
  /** K3, 4B, 6: what it becomes next year is reckoned from it. */
  name: Line(20),
  lastGrade: Type.Integer({ minimum: 1, maximum: 12 }),
  stays: Type.Boolean(),
}

/** A class becomes a patron, with whoever teaches it; sent twice it stays one. */
export const ClassWanted = Type.Object({
  id: UnitId, person: UnitId, branch: UnitId, type: Code, ...named, teacher: Line(120), address: Address,
}, strict)
export type ClassWanted = Static<typeof ClassWanted>

export const ClassEdit = Type.Object({ version: Type.Integer({ minimum: 1 }), ...named }, strict)
export type ClassEdit = Static<typeof ClassEdit>

export const SchoolClass = Type.Object({
  id: UnitId, person: UnitId, ...named, version: Type.Integer(), teachers: Type.Array(Text), typeName: Text, until: Day, isValid: Type.Boolean(),
  mayChange: Type.Boolean(),
})
export type SchoolClass = Static<typeof SchoolClass>

export const ClassRoll = Type.Object({
  id: UnitId, year: Type.Integer(), at: Text,
  /** None where it went by itself. */
  by: Nullable(Text), classes: Type.Integer(), putBackAt: Nullable(Text), mayPutBack: Type.Boolean(),
})
export type ClassRoll = Static<typeof ClassRoll>
export const ClassList = Type.Object({
  data: Type.Array(SchoolClass), rolls: Type.Array(ClassRoll),
  /** When they move up by themselves, and to which school year. */
  next: Nullable(Type.Object({ day: Day, year: Type.Integer() })),
})
export type ClassList = Static<typeof ClassList>

/** What a class becomes: another name, the same, or nothing any more. */
export const RollLine = Type.Object({
  id: UnitId, school: Text, before: Text, after: Nullable(Text), until: Day,
})
export type RollLine = Static<typeof RollLine>

export const RollAsked = Type.Object({ library: UnitId, year: Type.Integer({ minimum: 2000, maximum: 2200 }) }, strict)
export const RollPlan = Type.Object({ year: Type.Integer(), lines: Type.Array(RollLine) })
export type RollPlan = Static<typeof RollPlan>
export const RollWanted = Type.Object({ id: UnitId, ...RollAsked.properties }, strict)
export type RollWanted = Static<typeof RollWanted>
/** Classes that somebody touched since stayed as they were. */
export const RolledBack = Type.Object({ back: Type.Integer(), left: Type.Array(Text) })
