import { groupBy } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { ANY, type Day, type Parameter, type Season, type UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterKey, readParameterKey, resolve, rowsOf, type ParameterRow } from '#core/parameter.ts'
import { pathToday, unitAt } from '#core/unit.ts'
import { nextOn, seasonWords, textOf } from '#plugins/parameters/index.ts'
import type { CellWord, LineCell, LineWord } from './contract/answer.ts'
import type { Line } from './line.ts'

/** So many days are looked at for one cell: more than a year of plans and seasons ever has. */
const MOST_DAYS = 60

type Course = Pick<LineCell, 'when' | 'usual'>
type Said = ParameterRow | undefined

/** What holds when in the cells of one table: seasons and plans, of the unit itself and of those above it. */
export interface Courses {
  /** What is said anywhere in it, once however many cells it holds for. */
  readonly words: readonly LineWord[]
  /** Nothing for a cell in which one value holds the whole year, and nothing else is planned. */
  of(line: Line): Course
}

export function coursesAt(ctx: Context, method: Parameter, unit: UnitId, day: Day): Courses {
  const { configuration } = ctx
  const said = pathToday(configuration, unit, day).flatMap(id => rowsOf(configuration, method, id)).filter(({ to }) => to === null || to >= day)
  const byLine = groupBy(said, row => row.key.split('@', 1)[0] ?? '')
  const seasons = said.filter(isSeasonal)
  const usually = seasons.length === 0 ? configuration
    : configuration.with({ version: configuration.version, ended: seasons, laid: [] })
  const words = wordsOf(ctx, method, day)
  // Most cells obey the same few rows, and then the same holds in each of them.
  const alike = new Map<string, Course>()
  const courseOf = (line: Line, rows: readonly ParameterRow[]): Course => {
    const usual = resolve(usually, method, unit, day, line).row
    const today = resolve(configuration, method, unit, day, line).row
    const begins = new Map<Said, Day>()
    for (const on of daysOf(rows, day).filter(one => unitAt(configuration, unit, one))) {
      const { row } = resolve(configuration, method, unit, on, line)
      if (!begins.has(row)) begins.set(row, on)
    }
    begins.delete(usual)
    const idle = rows.filter(row => row !== usual && isOwn(row, line) && !begins.has(row))
    const wordOf = (row: Said, more: Partial<CellWord>): CellWord =>
      ({ word: words.at(row), begins: begins.get(row) ?? null, ...(row === today ? { holds: true } : {}),
        ...(row && isOwn(row, line) ? { own: true } : {}), ...more })
    const other = [...begins.keys()].toSorted((a, b) => Number(isSeasonal(b)) - Number(isSeasonal(a)))
    if (other.length + idle.length === 0) return {}
    return {
      when: [wordOf(usual, { usual: true }), ...other.map(row => wordOf(row, {})), ...idle.map(row => wordOf(row, { overruled: true }))],
      ...(today !== usual ? { usual: { text: textOf(method, usual, ctx.language), own: usual !== undefined && isOwn(usual, line) } } : {}),
    }
  }
  const isOwn = (row: ParameterRow, line: Line) => row.unit === unit && row.key.split('@', 1)[0] === parameterKey(method, line)
  return {
    words: words.all,
    of(line) {
      const rows = linesOver(method, line).flatMap(key => byLine.get(key) ?? [])
      if (!rows.some(row => isSeasonal(row) || isPlanned(row, day) || row.to !== null)) return {}
      const name = `${rows.some(row => isOwn(row, line)) ? parameterKey(method, line) : ''} ${rows.map(({ id }) => id).join(' ')}`
      const course = alike.get(name) ?? courseOf(line, rows)
      alike.set(name, course)
      return course
    },
  }
}

const isSeasonal = (row: Said) => row?.key.includes('@') ?? false
const isPlanned = ({ from }: ParameterRow, day: Day) => from !== null && from > day

/** The keys under which something may be said for a line, the most exact first. */
const linesOver = (method: Parameter, { membership, material }: Line) => [...new Set([
  { membership, material }, { membership, material: ANY }, { membership: ANY, material }, { membership: ANY, material: ANY },
].map(line => parameterKey(method, line)))]

/** The days, from a day on, on which something else may begin to hold: each period, and each season in each of them. */
function daysOf(rows: readonly ParameterRow[], day: Day): readonly Day[] {
  const edges = rows.flatMap(({ from, to }) => [...(from === null ? [] : [from]), ...(to === null ? [] : [plusDays(to, 1)])])
  const bounds = [...new Set([day, ...edges.filter(edge => edge > day)])]
  const spans = new Set(rows.flatMap(({ key }) => (key.includes('@') ? [key.slice(key.indexOf('@') + 1)] : [])))
  const turns = [...spans].flatMap(span => bounds.flatMap(bound =>
    [nextOn(span.slice(0, 5), bound), plusDays(nextOn(span.slice(6), bound), 1)]))
  return [...new Set([...bounds, ...turns])].sort().slice(0, MOST_DAYS)
}

/** Each row that has a say, written once; `at` says where it stands. */
function wordsOf({ configuration, language }: Context, method: Parameter, day: Day) {
  const all: LineWord[] = []
  const places = new Map<Said, number>()
  const written = (row: Said): LineWord => {
    const { where, season } = row ? readParameterKey(row.key, method) : { where: {} as Readonly<Record<string, string>> }
    return {
      text: textOf(method, row, language),
      unit: row ? { unit: row.unit, unitName: unitAt(configuration, row.unit, day)?.name ?? '' } : null,
      membership: where['membership'] ?? ANY, material: where['material'] ?? ANY,
      ...(season ? seasonOf(season) : {}),
      from: row?.from ?? null, to: row?.to ?? null, state: row && isPlanned(row, day) ? 'planned' : 'now',
    }
  }
  const seasonOf = (season: Season) => ({ season: { ...season }, seasonText: seasonWords(season, language) })
  const at = (row: Said) => {
    const known = places.get(row)
    if (known !== undefined) return known
    places.set(row, all.length)
    return all.push(written(row)) - 1
  }
  return { all, at }
}
