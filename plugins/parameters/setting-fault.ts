import type { Declared } from '#core/change.ts'
import { overlaps, type Reading } from '#core/configuration.ts'
import { ANY, type Parameter, type ParameterCheck } from '#core/contract.ts'
import { bindsAsGroup, readParameterKey, resolve, rowsOf, type ParameterRow } from '#core/parameter.ts'
import type { Fault } from '#core/refusal.ts'
import { faultsIn } from '#core/schema.ts'
import { pathOf, unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { nameOf, type Asked } from './asked.ts'
import { codeFaults } from './code-fault.ts'
import { euros } from './shown-value.ts'

/** Everything that is wrong with a value a unit would give, at once. */
export function faultsOfSetting(reading: Reading, parameter: Parameter, asked: Asked, declared: Declared): Fault[] {
  const place = [...periodFaults(asked), ...levelFaults(reading, parameter, asked), ...codeFaults(reading, parameter, asked.where)]
  if (asked.value === null) return [...place, ...seasonFaults(reading, parameter, asked)]
  const value = faultsIn(parameter.schema, asked.value).map(one => inEuros(parameter, { ...one, pointer: `/value${one.pointer}` }))
  return [
    ...place, ...value, ...seasonFaults(reading, parameter, asked), ...lockFaults(reading, parameter, asked),
    // What does not fit its shape is not looked into.
    ...(value.length ? [] : basisFaults(parameter, asked)),
    ...(place.length || value.length ? [] : checkFaults(reading, parameter, asked, declared)),
  ]
}

/** The bounds of a price are cents, people think in euros. */
function inEuros({ unit, schema }: Parameter, said: Fault): Fault {
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number }
  if (unit === 'cents' && said.code === 'schema.maximum' && maximum !== undefined) return fault(said.code, said.pointer,
    `Hoogstens ${euros(maximum, 'nl')}.`, `At most ${euros(maximum, 'en')}.`, `Au maximum ${euros(maximum, 'fr')}.`)
  if (unit === 'cents' && said.code === 'schema.minimum' && minimum !== undefined) return fault(said.code, said.pointer,
    `Minstens ${euros(minimum, 'nl')}.`, `At least ${euros(minimum, 'en')}.`, `Au minimum ${euros(minimum, 'fr')}.`)
  return said
}

const periodFaults = ({ from, to }: Asked): Fault[] =>
  to === null || to >= from ? [] : [fault('parameters.backwards', '/to',
  'De laatste dag ligt voor de eerste.', 'The last day lies before the first.', 'Le dernier jour précède le premier.')]

function levelFaults(reading: Reading, { levels, title }: Parameter, { unit, from }: Asked): Fault[] {
  const type = unitAt(reading, unit, from)?.type
  if (!type) return [fault('parameters.no-unit', '/unit',
    'Deze eenheid bestaat niet op die dag.', 'This unit does not exist on that day.',
    'Cette unité n’existe pas ce jour-là.')]
  return levels.includes(type) ? [] : [fault('parameters.wrong-level', '/unit',
    `“${title.nl}” stel je niet op dit niveau in.`, `“${title.en}” is not set at this level.`,
    `« ${title.fr} » ne peut être fixé à ce niveau.`)]
}

/** A day that is there every year, and no two seasons of one value that lie over one another. */
function seasonFaults(reading: Reading, parameter: Parameter, { unit, where = {}, season, from, to, value }: Asked): Fault[] {
  if (!season) return []
  const missing = (['from', 'to'] as const).filter(edge => !isEveryYear(season[edge])).map(edge =>
    fault('parameters.no-such-day', `/season/${edge}`, 'Deze dag bestaat niet elk jaar.',
      'This day does not exist every year.', 'Ce jour n’existe pas chaque année.'))
  if (missing.length || value === null) return missing
  const other = rowsOf(reading, parameter, unit).find(row => {
    const said = readParameterKey(row.key, parameter)
    return said.season && overlaps(row, { from, to }) && sameCodes(parameter, said.where, where)
      && !sameSeason(said.season, season) && meets(said.season, season)
  })
  return other ? [fault('parameters.season-overlaps', '/season',
    'Voor een deel van deze dagen geldt al een ander seizoen.', 'Another season already holds for some of these days.',
    'Une autre saison couvre déjà une partie de ces jours.')] : []
}

const isEveryYear = (day: string) => {
  const [month = 0, date = 0] = day.split('-').map(Number)
  return date <= new Date(Date.UTC(2025, month, 0)).getUTCDate()
}
type Span = { readonly from: string; readonly to: string }
const sameSeason = (a: Span, b: Span) => a.from === b.from && a.to === b.to
const isIn = (day: string, { from, to }: Span) => (from <= to ? from <= day && day <= to : from <= day || day <= to)
const meets = (a: Span, b: Span) => isIn(a.from, b) || isIn(b.from, a)
const sameCodes = ({ dimensions = [] }: Parameter, one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
  dimensions.every(({ name }) => (one[name] ?? ANY) === (other[name] ?? ANY))

/** A unit above that locked its value on any of these days binds this one, and so does the one table of a group. */
function lockFaults(reading: Reading, parameter: Parameter, { unit, where = {}, from, to }: Asked): Fault[] {
  const covers = (row: ParameterRow) => {
    const said = readParameterKey(row.key, parameter)
    return !said.season && (parameter.dimensions ?? []).every(({ name }) =>
      said.where[name] === ANY || said.where[name] === (where[name] ?? ANY))
  }
  const binding = pathOf(reading, unit, from).slice(1).find(id => rowsOf(reading, parameter, id).some(row =>
    overlaps(row, { from, to }) && ((row.body.locked && covers(row)) || bindsAsGroup(reading, parameter, id, from))))
  if (!binding) return []
  const name = nameOf(reading, binding, from)
  return [
    fault(
      'parameters.locked', '/value', `${name} heeft deze waarde vergrendeld.`, `${name} has locked this value.`,
      `${name} a verrouillé cette valeur.`
    )
  ]
}

/** Nobody asks money of patrons without a decision of the council. */
function basisFaults({ needsBasis = false }: Parameter, { basis, value }: Asked): Fault[] {
  if (!basis && (typeof needsBasis === 'boolean' ? needsBasis : needsBasis(value))) return [fault('parameters.basis-needed', '/basis',
    'Geef het raadsbesluit waarop dit bedrag steunt.', 'Give the council decision that this amount rests on.',
    'Indiquez la décision du conseil sur laquelle ce montant se fonde.')]
  return []
}

/** What must hold between values, whichever of the two is set. */
function checkFaults(reading: Reading, parameter: Parameter, asked: Asked, { parameters }: Declared): Fault[] {
  const { unit, from, where, value } = asked
  const inPlace = (other: Parameter | undefined) => other && resolve(reading, other, unit, from, where).value
  const blamed = (checks: readonly ParameterCheck[], own: unknown, other: (one: ParameterCheck) => unknown) =>
    checks.filter(check => !check.holds(own, other(check)))
      .map(({ says }): Fault => ({ code: 'parameters.does-not-fit', pointer: '/value', message: says }))
  const back = checkedWith(parameters, parameter.name).flatMap(({ other, checks }) => blamed(checks, inPlace(other), () => value))
  return [...blamed(parameter.checks ?? [], value, check => inPlace(check.with)), ...back]
}

interface BackCheck { readonly other: Parameter; readonly checks: readonly ParameterCheck[] }
const backChecks = new WeakMap<Declared['parameters'], ReadonlyMap<string, readonly BackCheck[]>>()

/** The settings whose own checks look at this one; found once, since a set of thousands asks it for each value. */
function checkedWith(parameters: Declared['parameters'], name: string): readonly BackCheck[] {
  let known = backChecks.get(parameters)
  if (!known) {
    const pairs = [...parameters.values()].flatMap(other => [...Map.groupBy(
      (other.checks ?? []).filter(check => check.with), check => check.with?.name ?? '')]
      .map(([asked, checks]) => ({ asked, other, checks })))
    backChecks.set(parameters, known = Map.groupBy(pairs, ({ asked }) => asked))
  }
  return known.get(name) ?? []
}
