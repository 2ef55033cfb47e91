import { isDeepStrictEqual } from 'node:util'
import { groupBy } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { ANY, type Day, type Parameter, type UnitId } from '#core/contract.ts'
import { parameterKey, readParameterKey, resolve, rowsOf, saidAt, type ParameterRow } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { pathToday, unitAt } from '#core/unit.ts'
import { material, membership } from '#plugins/parameters/contract/list.ts'
import { boundBy, textOf } from '#plugins/parameters/index.ts'
import type { LineCell, Lines } from './contract/answer.ts'
import { coursesAt, type Courses } from './course.ts'
import type { Line } from './line.ts'
import { codesAt } from './line-code.ts'

interface Place {
  readonly unit: UnitId
  readonly day: Day
  /** By key without its season, what the unit itself says of the method, whenever. */
  readonly own: ReadonlyMap<string, readonly ParameterRow[]>
  readonly courses: Courses
}

/** One column of the rules at a unit on a day, a cell for every membership and every material. */
export function linesOf(ctx: Context, unit: UnitId, day: Day, method: Parameter): Lines {
  const { configuration, language } = ctx
  if (!unitAt(configuration, unit, day)) throw notFound()
  const own = groupBy(rowsOf(configuration, method, unit), row => row.key.split('@', 1)[0] ?? '')
  const courses = coursesAt(ctx, method, unit, day)
  const codesOf = (dimension: typeof membership) => method.dimensions?.includes(dimension)
    ? codesAt(configuration, dimension, unit, day, language)
    : codesAt(configuration, dimension, unit, day, language).slice(0, 1)
  const [memberships, materials] = [codesOf(membership), codesOf(material)]
  const cells = memberships.flatMap(one => materials.map(other =>
    cellOf(ctx, method, { membership: one.code, material: other.code }, { unit, day, own, courses })))
  return { version: configuration.version, unit, day, method: method.name, memberships, materials, cells, words: [...courses.words] }
}

function cellOf({ configuration, language }: Context, method: Parameter, line: Line, { unit, day, own, courses }: Place): LineCell {
  const { value, row } = resolve(configuration, method, unit, day, line)
  const key = parameterKey(method, line)
  const said = own.get(key) ?? []
  const here = saidAt(configuration, method, unit, day, line)?.row
  const lockedBy = boundBy(configuration, method, unit, day, line)
  const above = pathToday(configuration, unit, day)[1]
  const inherited = above === undefined ? method.default : resolve(configuration, method, above, day, line).value
  const nameOf = (id: UnitId) => unitAt(configuration, id, day)?.name ?? ''
  return {
    ...line, text: textOf(method, row, language), value,
    own: here !== undefined && said.includes(here),
    from: row ? { unit: row.unit, unitName: nameOf(row.unit) } : null,
    ...(row && row.key !== key ? { by: saidFor(method, row) } : {}),
    locked: lockedBy !== undefined, ...(lockedBy ? { lockedBy: nameOf(lockedBy) } : {}),
    differs: row?.unit === unit && !isDeepStrictEqual(value, inherited),
    planned: said.filter(({ from }) => from !== null && from > day).length,
    ...courses.of(line),
  }
}

/** For which codes and which part of the year a row was said. */
export function saidFor(method: Parameter, row: ParameterRow): NonNullable<LineCell['by']> {
  const { where, season } = readParameterKey(row.key, method)
  return {
    membership: where['membership'] ?? ANY, material: where['material'] ?? ANY, ...(season ? { season: { ...season } } : {}),
  }
}
