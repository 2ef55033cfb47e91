import type { Item } from '#core/change.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { treeOn, unitFact, unitsBelow, type Unit } from '#core/unit.ts'
import type { Schedule } from '../format/schedule.ts'
import { namedId } from '../named-id.ts'

/** Where a row's hours go: a place that stands, or one that this set opens. */
export interface Target {
  readonly unit: UnitId
  readonly isNew: boolean
  /** The first day of a new place. */
  readonly from?: Day
  readonly opens: readonly Item[]
  /** A place that the file says has closed for good also closes here, after its last hours. */
  readonly closes: readonly Item[]
}

const standing = (unit: UnitId): Target => ({ unit, isNew: false, opens: [], closes: [] })

const libraryName = ({ unit }: Schedule) =>
  (unit.type === 'library' ? unit.name : (unit.authority ?? unit.city ?? unit.name)).slice(0, 120)
const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('nl').trim()

/**
 * Finds or opens the place of each row below one unit. A row is known by its code, its ISIL, or its
 * name where that is borne once; else it becomes a new branch, under the library it names.
 */
export class Places {
  readonly #configuration: Configuration
  readonly #importId: string
  readonly #under: UnitId
  readonly #underUnit: Unit
  readonly #today: Day
  readonly #byCode = new Map<string, UnitId>()
  readonly #byIsil = new Map<string, UnitId>()
  readonly #byName = new Map<string, { id: UnitId; unit: Unit }[]>()
  readonly #libraries = new Map<string, UnitId>()
  /** Libraries that this file opens. */
  readonly #opened = new Set<UnitId>()
  readonly #taken = new Set<string>()
  readonly #isils = new Set<string>()
  /** The first day of each library that this file opens: that of the oldest of its places. */
  readonly #begins = new Map<string, Day>()
  #nextLibrary = 1
  #nextBranch = 1

  constructor(
    configuration: Configuration,
    importId: string,
    under: UnitId,
    today: Day,
    schedules: readonly Schedule[],
  ) {
    this.#configuration = configuration
    this.#importId = importId
    this.#under = under
    this.#today = today
    const tree = treeOn(configuration, today)
    this.#underUnit = tree.units.get(under) as Unit
    for (const id of unitsBelow(tree, under)) this.#know(id, tree.units.get(id) as Unit)
    for (const rows of configuration.all(unitFact)) {
      for (const { body } of rows) {
        this.#taken.add(body.code)
        if (body.isil !== undefined) this.#isils.add(body.isil)
      }
    }
    for (const schedule of schedules) {
      const [name, day] = [folded(libraryName(schedule)), this.#opensOn(schedule)]
      const known = this.#begins.get(name)
      if (known === undefined || day < known) this.#begins.set(name, day)
    }
  }

  #know(id: UnitId, unit: Unit) {
    this.#byCode.set(unit.code, id)
    if (unit.isil !== undefined) this.#byIsil.set(unit.isil, id)
    if (unit.type === 'library') this.#libraries.set(folded(unit.name), id)
    if (unit.type !== 'branch' && unit.type !== 'bookmobile' && unit.type !== 'stop') return
    const name = folded(unit.name)
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), { id, unit }])
  }

  /** The place of a row; undefined when there is none to give. A calendar file is always about the unit itself. */
  of(schedule: Schedule, { itself = false } = {}): Target | undefined {
    const { type } = this.#underUnit
    if (itself || type === 'branch' || type === 'stop' || type === 'bookmobile') return standing(this.#under)
    if (schedule.unit.type !== undefined) return this.#above(schedule, schedule.unit.type)
    const known = this.#find(schedule)
    return known ? standing(known) : this.#open(schedule)
  }

  /** A row about a library, group or system: the one it was brought to, one that bears its code, or a new library. */
  #above(schedule: Schedule, type: NonNullable<Schedule['unit']['type']>): Target | undefined {
    if (type === this.#underUnit.type) return standing(this.#under)
    const known = this.#find(schedule)
    if (known && this.#typeOf(known) === type) return standing(known)
    if (type !== 'library' || this.#underUnit.type === 'library') return undefined
    const above = this.#libraryOf(schedule)
    return above && { unit: above.library, isNew: this.#opened.has(above.library), opens: above.opens, closes: [] }
  }

  #typeOf(unit: UnitId): Unit['type'] | undefined {
    return this.#configuration.of(unitFact, unit).at(-1)?.body.type
  }

  #find({ unit: { code, isil, name, postalCode } }: Schedule): UnitId | undefined {
    const found = (code && this.#byCode.get(code)) ?? (isil && this.#byIsil.get(isil))
    if (found) return found
    const named = this.#byName.get(folded(name)) ?? []
    const here = named.filter(
      ({ unit }) => !postalCode || !unit.address?.postalCode || unit.address.postalCode === postalCode,
    )
    return here.length === 1 ? here[0]?.id : undefined
  }

  #open(schedule: Schedule): Target | undefined {
    const { unit } = schedule
    const above = this.#underUnit.type === 'library' ? { library: this.#under, opens: [] } : this.#libraryOf(schedule)
    if (!above) return undefined
    const { library } = above
    const opens = [...above.opens]
    const code =
      unit.code
      && /^\d{4}$/.test(unit.code)
      && !this.#taken.has(unit.code)
      && Number(unit.code) >= 1
      && Number(unit.code) <= 9994
        ? unit.code
        : this.#freeCode('', 4)
    if (!code) return undefined
    this.#taken.add(code)
    const id = namedId(`${this.#importId} row ${schedule.row}`)
    const from = this.#notBefore(library, this.#opensOn(schedule))
    opens.push({
      kind: 'units.open',
      payload: { id, parent: library, from, unit: this.#branch(schedule, code) },
    })
    const closes =
      unit.closed === undefined
        ? []
        : [{ kind: 'units.close', payload: { unit: id, from: `${unit.closed + 1}-01-01` } }]
    return { unit: id, isNew: true, from, opens, closes }
  }

  /** The library a row names, or a new one of that name; undefined when no code is left. */
  #libraryOf(schedule: Schedule): { library: UnitId; opens: Item[] } | undefined {
    const name = libraryName(schedule)
    const known = this.#libraries.get(folded(name))
    if (known) return { library: known, opens: [] }
    const { type, code: given = '' } = schedule.unit
    const free = type === 'library' && /^I\d{3}$/.test(given) && !this.#taken.has(given)
    const code = free ? given : this.#freeCode('I', 3)
    if (!code) return undefined
    this.#taken.add(code)
    const id = namedId(`${this.#importId} library ${folded(name)}`)
    this.#libraries.set(folded(name), id)
    this.#opened.add(id)
    const from = this.#notBefore(this.#under, this.#begins.get(folded(name)) ?? this.#today)
    const unit = { type: 'library', code, name }
    return { library: id, opens: [{ kind: 'units.open', payload: { id, parent: this.#under, from, unit } }] }
  }

  /** The day, or the first day of what it opens under. */
  #notBefore(parent: UnitId, day: Day): Day {
    const first = this.#configuration.of(unitFact, parent)[0]?.from ?? null
    return first !== null && first > day ? first : day
  }

  /** A new place opens today, or on the first day that the file speaks of; one that has closed, long before. */
  #opensOn({ unit: { opened, closed }, hours, rules, exceptions, cuts }: Schedule): Day {
    if (closed !== undefined && `${closed}-12-31` < this.#today) return `${Math.max(opened ?? closed, 1900)}-01-01`
    let first = this.#today
    for (const rows of [hours, rules, exceptions, cuts]) {
      for (const { from, to } of rows) {
        const day = from ?? to
        if (day !== null && day < first) first = day
      }
    }
    return first
  }

  #branch({ unit, source }: Schedule, code: string): Unit {
    const { isil, postalCode, city, country, lat, lon } = unit
    const free = isil !== undefined && /^[A-Z]{1,4}-[A-Za-z0-9:/-]{1,11}$/.test(isil) && !this.#isils.has(isil)
    if (free) this.#isils.add(isil)
    const address = {
      ...(postalCode && postalCode.length <= 12 && { postalCode }),
      ...(city && { city: city.slice(0, 80) }),
      ...(country && /^[A-Z]{2}$/.test(country) && { country }),
    }
    return {
      type: 'branch',
      code,
      name: unit.name.slice(0, 120),
      public: unit.public ?? true,
      ...(free && { isil }),
      ...(Object.keys(address).length > 0 && { address }),
      ...(lat !== undefined && lon !== undefined && { coordinates: { lat, lon } }),
      ...(source && { source: source.slice(0, 250) }),
    }
  }

  #freeCode(prefix: string, digits: number): string | undefined {
    const last = prefix ? 999 : 9994
    for (let n = prefix ? this.#nextLibrary : this.#nextBranch; n <= last; n++) {
      const code = `${prefix}${String(n).padStart(digits, '0')}`
      if (this.#taken.has(code)) continue
      if (prefix) this.#nextLibrary = n + 1
      else this.#nextBranch = n + 1
      this.#taken.add(code)
      return code
    }
    return undefined
  }
}
