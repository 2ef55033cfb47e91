import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { ANY, type Day, type Parameter, type Season, type UnitId, type Where } from '#core/contract.ts'
import type { Basis } from '#core/contract/basis.ts'
import { plusDays } from '#core/draft.ts'
import { readParameterKey, resolve, rowsOf } from '#core/parameter.ts'
import type { Asked } from './asked.ts'
import { nextOn } from './every-year.ts'
import { endEarlier, endsBy } from './later-plan.ts'
import { propose, skip, type Proposal } from './proposal.ts'
import { turningDays, unitsAbove } from './turning-day.ts'

/** That a unit has other values from a day on, in every line of a setting or in one, in every part of the year or in one. */
export interface Wish {
  readonly unit: UnitId
  readonly from: Day
  readonly basis?: Basis | undefined
  /** Only the lines with these codes. */
  readonly where?: Where | undefined
  /** Only this part of the year. */
  readonly season?: Season | undefined
  /** Whose codes and seasons count besides the unit's own. */
  readonly like?: UnitId
  /** What is wished for a line on a day; it is given what holds there now. */
  value(now: unknown, where: Where, day: Day): unknown
}

/**
 * Proposes what makes it so from the day on, and on each later day that brings another value: line by line from the
 * widest to the narrowest, a line named only where what was proposed for wider ones does not give it yet. Money without
 * a decision is proposed none the less, and told.
 */
export async function proposeLines(ctx: Context, proposal: Proposal, parameter: Parameter, wish: Wish): Promise<void> {
  const { configuration } = ctx
  const { unit, from } = wish
  const known = [unit, ...(wish.like ? [wish.like] : [])]
  const said = keysOf(configuration, parameter, known, from)
  const lines = linesOf(parameter, said, wish).filter(line => isAsked(line, wish.where))
  const seasons = seasonsOf(said)
  const parts = wish.season ? [wish.season] : [undefined, ...slices(seasons)]
  const days = [from, ...turningDays(configuration, parameter, known, from)]
  for (const [n, start] of days.entries()) {
    const next = days[n + 1]
    for (const season of parts) {
      const day = season ? dayIn(season, start) : dayOutside(seasons, start)
      // This part of the year comes round only when another value holds.
      if (next !== undefined && day >= next) continue
      for (const where of lines) {
        const value = wish.value(resolve(configuration, parameter, unit, day, where).value, where, day)
        if (!givesAlready(proposal, parameter, { unit, day, where, value })) {
          askFor(ctx, proposal, parameter, { ...wish, from: start, where, season, value, day })
        } else if (n === 0) proposal.unchanged++
      }
      await turnOfOthers()
    }
  }
}

interface Line { readonly unit: UnitId; readonly day: Day; readonly where: Where; readonly value: unknown }

const givesAlready = ({ draft }: Proposal, parameter: Parameter, { unit, day, where, value }: Line) =>
  isDeepStrictEqual(resolve(draft, parameter, unit, day, where).value, value)

function askFor(
  ctx: Context, proposal: Proposal, parameter: Parameter,
  { unit, from, where = {}, season, value, basis, day }: Omit<Wish, 'value'> & { value: unknown; day: Day },
): void {
  const named = Object.fromEntries(Object.entries(where).filter(([, code]) => code !== ANY))
  const needsBasis = typeof parameter.needsBasis === 'function' ? parameter.needsBasis(value) : parameter.needsBasis ?? false
  const place = {
    unit, parameter: parameter.name, ...(Object.keys(named).length ? { where: named } : {}), ...(season ? { season } : {}), from, to: null,
  }
  const goesBack = endsBy(proposal, parameter, place, () => givesAlready(proposal, parameter, { unit, day, where, value }))
  if (goesBack === 'ended') return
  const asked: Asked = goesBack === 'given-back' ? { ...place, value: null }
    : { ...place, value, ...(needsBasis && basis ? { basis } : {}) }
  const faults = propose(ctx, proposal, parameter, asked, { basisLater: true })
  if (faults.length) skip(ctx, proposal, parameter, asked, faults)
  else {
    endEarlier(proposal, parameter, asked)
    if (needsBasis && !basis && asked.value !== null) proposal.asksBasis.add(parameter)
  }
}

/** Every line in which units and those above them may differ, or that is asked for; the widest first. */
function linesOf(parameter: Parameter, said: readonly Said[], { where = {} }: Wish): Where[] {
  return (parameter.dimensions ?? []).reduce<Where[]>((lines, { name }) => {
    const codes = [...new Set([ANY, where[name] ?? ANY, ...said.map(one => one.where[name] ?? ANY)])]
    return lines.flatMap(line => codes.map(code => ({ ...line, [name]: code })))
  }, [{}]).toSorted((a, b) => exactness(a) - exactness(b))
}

const exactness = (line: Where) => Object.values(line).filter(code => code !== ANY).length
const isAsked = (line: Where, where: Where = {}) => Object.entries(where).every(([name, code]) => line[name] === code)

type Said = ReturnType<typeof readParameterKey>

function keysOf(reading: Reading, parameter: Parameter, units: readonly UnitId[], day: Day): Said[] {
  const rows = unitsAbove(reading, units, day).flatMap(id => rowsOf(reading, parameter, id))
  return rows.filter(({ to }) => to === null || to >= day).map(({ key }) => readParameterKey(key, parameter))
}

function seasonsOf(said: readonly Said[]): Season[] {
  const all = said.flatMap(({ season }) => season ?? [])
  return [...new Map(all.map(season => [`${season.from}/${season.to}`, season])).values()]
}

/** The seasons, those that lie over one another cut where one begins or ends. */
function slices(seasons: readonly Season[]): Season[] {
  const starts = [...new Set(seasons.flatMap(({ from, to }) => [from, after(to)]))].sort()
  return starts.map((from, n) => ({ from, to: before(starts[(n + 1) % starts.length] ?? from) }))
    .filter(({ from }) => seasons.some(season => isIn(from, season)))
}

const isIn = (day: string, { from, to }: Season) => from <= to ? from <= day && day <= to : from <= day || day <= to
const after = (monthDay: string) => plusDays(`2025-${monthDay}`, 1).slice(5)
const before = (monthDay: string) => plusDays(`2025-${monthDay}`, -1).slice(5)

/** The first day of a part of the year that is not gone by. */
const dayIn = (season: Season, from: Day): Day => isIn(from.slice(5), season) ? from : nextOn(season.from, from)

/** The first day of no season; where seasons fill the year, the day itself. */
function dayOutside(seasons: readonly Season[], from: Day): Day {
  const days = [from, ...seasons.map(({ to }) => nextOn(after(to), from))].sort()
  return days.find(day => !seasons.some(season => isIn(day.slice(5), season))) ?? from
}
