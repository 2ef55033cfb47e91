import type { Item } from '#core/change.ts'
import type { UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import { plusDays } from '#core/draft.ts'
import { Installation } from '#core/installation.ts'
import { putBack } from '#core/put-back.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { close, confirmYear, openAnyway, setDaySet, setRule } from '#plugins/branches/contract/change.ts'
import { demoRegion } from '#plugins/branches/demo/region.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { openUnit } from '#plugins/units/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { Chance } from '#plugins/circulation/demo/chance.ts'
import { drawUnits, type DrawnUnit } from './drawn-unit.ts'
import { drawHours } from './drawn-hours.ts'

export interface RegionSize { readonly libraries: number; readonly branches: number; readonly seed?: number }

/** Acts by single people that leave a trail, on top of the large sets; as many as a region has time for. */
const smallActsOf = (branches: number) => Math.min(120, Math.ceil(branches / 5))

/**
 * Fills an installation with an invented region of a given size, through the change door: units, hours,
 * rules, three years of closings, confirmed years, and a history with put backs. The same seed makes the
 * same region, apart from the ids of sets and rows.
 */
export async function makeRegion(
  installation: Installation, { libraries, branches, seed = 1 }: RegionSize
): Promise<void> {
  const chance = new Chance(seed)
  const door = new Door(installation)
  const { today } = door
  const year = Number(today.slice(0, 4))
  const units = drawUnits(chance, { libraries, branches })
  const ofType = (type: DrawnUnit['unit']['type']) => units.filter(({ unit }) => unit.type === type)
  const [bibs, places] = [ofType('library'), units.filter(({ unit }) => unit.needsHours)]

  await door.send(
    1100, 'De regio ingericht',
    units.map(({ id, parent, unit }) => item(openUnit, { id, parent, from: `${year - 10}-01-01`, unit }))
  )
  await door.send(1099, 'Feestdagen en schoolvakanties', [...daySets(), ...rules(chance, year, bibs)])
  await door.send(
    1098, 'Openingsuren bij de start', places.flatMap(unit => drawHours(chance, unit, `${year - 3}-01-01`))
  )
  for (const each of [year - 2, year - 1, year]) {
    const ago = Math.max(2, daysBetween(`${each - 1}-11-15`, today))
    await door.send(ago, `Sluitingsdagen ${each}`, closings(chance, each, bibs, places))
    await door.send(ago - 1, `Jaarronde ${each}`, bibs.map(({ id: unit }) => item(confirmYear, { unit, year: each })))
  }
  await door.send(
    400, 'Nieuwe uren na de bevraging',
    places.filter(() => chance.hits(0.3)).flatMap(unit => drawHours(chance, unit, plusDays(today, -365)))
  )
  await door.send(
    30, `Jaarronde ${year + 1}`,
    bibs.filter(() => chance.hits(0.4)).map(({ id: unit }) => item(confirmYear, { unit, year: year + 1 }))
  )
  await smallActs(door, chance, places, smallActsOf(branches))
}

/** What happens from day to day: a branch closes for once, a setting changes, somebody puts it back. */
async function smallActs(door: Door, chance: Chance, places: readonly DrawnUnit[], acts: number) {
  const { today } = door
  for (let n = 0; n < acts; n++) {
    const ago = 3 * (acts - n)
    const { id: unit } = chance.one(places)
    const day = plusDays(today, -ago + 7 + chance.below(40))
    const act = chance.hits(0.15)
      ? item(
        setParameter, { unit, parameter: 'branches.feed-days', from: day, to: null, value: 30 + chance.below(150) }
      )
      : item(
        close, { units: [unit], from: day, to: plusDays(day, chance.below(3)), kind: 'G', text: chance.one(reasons) }
      )
    const set = await door.send(ago, chance.one(reasons), [act])
    if (chance.hits(0.2)) await door.undo(ago - 1, set, 'Toch niet nodig')
  }
}

const reasons = [
  'Vorming', 'Inventaris', 'Verbouwing', 'Ziekte', 'Verkiezingen', 'Waterlek', 'Personeelsfeest', 'Brugdag',
] as const

const item = (kind: { name: string }, payload: object): Item => ({ kind: kind.name, payload })
const daySets = () => demoRegion().daySets.map(set => item(setDaySet, { code: set.code, set }))

function rules(chance: Chance, year: number, libraries: readonly DrawnUnit[]): Item[] {
  const since = { from: `${year - 3}-01-01`, to: null }
  const common = demoRegion().system.rules.map(
    ({ key, body }) => item(setRule, { unit: SYSTEM, key, ...since, rule: body })
  )
  const own = libraries.flatMap(({ id: unit }) => [
    item(
      setRule,
      {
        unit, key: '11-juli', ...since,
        rule: { on: { date: '07-11' }, kind: 'G', text: 'Feestdag van de Vlaamse Gemeenschap' },
      }
    ),
    ...(
      chance.hits(0.5) ? [
        item(
          setRule,
          {
            unit, key: 'kermis', ...since,
            rule: {
              on: { nth: 1, weekday: 'su', month: 1 + chance.below(12), plus: 1 }, kind: 'G', text: 'Kermismaandag',
            },
          }
        )
      ] : []
    ),
    ...(
      chance.hits(0.4) ? [
        item(
          setRule,
          {
            unit, key: 'oudjaar', ...since,
            rule: { on: { date: '12-31' }, cut: { from: '16:00', to: '24:00' }, text: 'Oudejaarsavond' },
          }
        )
      ] : []
    ),
  ])
  return [...common, ...own]
}

function closings(chance: Chance, year: number, libraries: readonly DrawnUnit[], places: readonly DrawnUnit[]): Item[] {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = (month: number, date: number) => `${year}-${two(month)}-${two(date)}`
  return [
    ...libraries.map(
      ({ id }) => item(close, { units: [id], from: day(12, 24), to: day(12, 26), kind: 'G', text: 'Kerstdagen' })
    ),
    ...libraries.filter(() => chance.hits(0.3)).map(({ id }) => {
      const start = 1 + chance.below(14)
      return item(close, { units: [id], from: day(8, start), to: day(8, start + 13), kind: 'V', text: 'Zomersluiting' })
    }),
    ...places.filter(() => chance.hits(0.6)).map(({ id }) => {
      const when = day(1 + chance.below(6), 1 + chance.below(28))
      return item(close, { units: [id], from: when, to: when, kind: 'G', text: chance.one(reasons) })
    }),
    ...places.filter(() => chance.hits(0.1)).map(({ id }) => {
      const when = day(9 + chance.below(3), 1 + chance.below(28))
      return item(openAnyway, { units: [id], from: when, to: when, text: 'Boekenverkoop' })
    }),
  ]
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The change door, as the system itself and as if on an earlier day. */
class Door {
  readonly today: string
  readonly #then: Installation
  #moment = Temporal.Now.instant()

  constructor({ knex, job, registry, kind, clock, snapshot }: Installation) {
    this.#moment = clock()
    this.#then = new Installation({ knex, job, registry, kind, clock: () => this.#moment })
    this.today = this.#then.today(snapshot.current)
  }

  async send(daysAgo: number, reason: string, items: readonly Item[]): Promise<UnitId> {
    const id = crypto.randomUUID()
    await inWork(this.#on(daysAgo), asSystem, ctx => submit(ctx, { id, items, reason }))
    return id
  }

  async undo(daysAgo: number, set: string, reason: string): Promise<void> {
    await inWork(
      this.#on(daysAgo), asSystem, ctx => putBack(ctx, set, { id: crypto.randomUUID(), mode: 'from-today', reason })
    )
  }

  #on(daysAgo: number): Installation {
    this.#moment = Temporal.Instant.from(`${plusDays(this.today, -daysAgo)}T08:15:00Z`)
    return this.#then
  }
}

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
