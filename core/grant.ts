import { Type, type Static } from 'typebox'
import { defineFact, UnitId, type Day, type Permission } from './contract.ts'
import { holdsOn, type Configuration, type Reading } from './configuration.ts'
import type { RoleInForce } from './role.ts'
import { Limits } from './contract/rights.ts'
import { pathToday, treeOn, type Span } from './unit.ts'

/** Who holds which role; hangs on the unit where it holds, and below it unless `only`. Key `<staff>/<role>`. */
export const grantFact = defineFact(
  'core.grant',
  Type.Object({
    staff: UnitId, role: Type.String({ maxLength: 40 }),
    only: Type.Optional(Type.Literal(true)), limits: Type.Optional(Limits),
  }, { additionalProperties: false }),
  { walled: true },
)
export type Grant = Static<typeof grantFact.body> & {
  readonly unit: UnitId
  readonly from: Day | null
  readonly to: Day | null
}

const byStaff = new WeakMap<object, ReadonlyMap<string, readonly Grant[]>>()

/** The grants of one member of staff that hold on a day. */
export const grantsOf = (configuration: Configuration, staff: string, day: Day): Grant[] =>
  allGrantsOf(configuration, staff).filter(grant => holdsOn(grant, day))

/** Those that hold on a day or will later. */
export const grantsToCome = (configuration: Configuration, staff: string, day: Day): Grant[] =>
  allGrantsOf(configuration, staff).filter(({ to }) => to === null || to >= day)

/** Every grant in the books, past and future, of one member of staff. */
export function allGrantsOf(configuration: Configuration, staff: string): readonly Grant[] {
  const standing = configuration.standing(grantFact)
  const known = byStaff.get(standing) ?? indexGrants(configuration)
  byStaff.set(standing, known)
  return known.get(staff) ?? []
}

/** The grants given at exactly this unit that hold on a day. */
export const grantsOn = (reading: Reading, unit: UnitId, day: Day) =>
  reading.of(grantFact, unit).filter(said => holdsOn(said, day))

const indexGrants = (configuration: Configuration) => Map.groupBy(
  [...configuration.all(grantFact)].flat().map(({ body, unit, from, to }): Grant => ({ ...body, unit, from, to })),
  ({ staff }) => staff,
)

/**
 * How far an act goes, where the right to it can be limited: the cents waived, the journal booked in.
 * An act that does not say is allowed only by a grant without that limit.
 */
export type Asked = Readonly<Record<string, number | string | readonly string[] | undefined>>

export interface Wish {
  readonly asked?: Asked | undefined
  /** At the unit and at all below it: what handing it on asks. */
  readonly below?: boolean | undefined
  /** By a role that reaches the people of the whole library: what handing on such a role asks. */
  readonly wide?: boolean | undefined
}

/** What one person may do on one day. The guard and every explanation ask this, nothing else. */
export class Rights {
  readonly grants: readonly Grant[]
  readonly roles: ReadonlyMap<string, RoleInForce>
  readonly #holding = new Map<string, Map<UnitId, Grant[]>>()

  constructor(grants: readonly Grant[], roles: ReadonlyMap<string, RoleInForce>) {
    this.grants = grants
    this.roles = roles
    for (const grant of grants) {
      for (const name of roles.get(grant.role)?.permissions ?? []) this.#hold(name, grant)
    }
  }

  /** The grant that lets this person do this at the unit, if any: of several the nearest. */
  weigh(reading: Reading, permission: Permission, unit: UnitId, day: Day, wish: Wish = {}): Grant | undefined {
    const holding = this.#holding.get(permission.name)
    if (!holding) return undefined
    for (const id of pathToday(reading, unit, day)) {
      const found = holding.get(id)?.find(grant =>
        (!grant.only || (id === unit && !wish.below)) && this.#fits(permission, grant, wish))
      if (found) return found
    }
    return undefined
  }

  #fits(permission: Permission, grant: Grant, { asked, wide }: Wish) {
    return isWithin(permission, grant, asked) && (!wide || this.roles.get(grant.role)?.reach === 'library')
  }

  may(reading: Reading, permission: Permission, unit: UnitId, day: Day, wish?: Wish): boolean {
    return this.weigh(reading, permission, unit, day, wish) !== undefined
  }

  /**
   * The same person with no more to show than a badge at a desk: nothing that gives rights, and what moves money
   * only at the unit of the desk and below it.
   */
  byBadge(reading: Reading, permissions: Iterable<Permission>, desk: UnitId | null, day: Day): Rights {
    const less = new Rights(this.grants, this.roles)
    for (const { name, touches } of permissions) {
      if (touches) less.#holding.delete(name)
      if (touches !== 'money' || desk === null) continue
      const above = pathToday(reading, desk, day)
      for (const [unit, grants] of this.#holding.get(name) ?? []) {
        const isBelow = pathToday(reading, unit, day).includes(desk)
        const there = grants.filter(({ only }) => isBelow || (!only && above.includes(unit)))
        if (there.length) less.#holding.set(name, withMore(less.#holding.get(name), isBelow ? unit : desk, there))
      }
    }
    return less
  }

  /** The units where the permission is held, within whatever limits; below them too, unless the grant is for there only. */
  unitsOf(permission: Permission): UnitId[] {
    return [...this.#holding.get(permission.name)?.keys() ?? []]
  }

  /** Every unit where this may be done on a day, those below a grant included; each once, parents first. */
  allUnitsOf(reading: Reading, permission: Permission, day: Day, wish: Wish = {}): UnitId[] {
    const tree = treeOn(reading, day)
    const spans: Span[] = []
    for (const [unit, grants] of this.#holding.get(permission.name) ?? []) {
      const span = tree.spans.get(unit)
      const fitting = span ? grants.filter(grant => this.#fits(permission, grant, wish)) : []
      if (!span || !fitting.length) continue
      if (fitting.some(({ only }) => !only)) spans.push(span)
      else if (!wish.below) spans.push({ start: span.start, end: span.start + 1 })
    }
    spans.sort((a, b) => a.start - b.start)
    let done = 0
    return spans.flatMap(({ start, end }) => {
      const rest = tree.order.slice(Math.max(start, done), end)
      done = Math.max(done, end)
      return rest
    })
  }

  /** Permission name → units, for the console to draw only what may be done. */
  all(): Record<string, UnitId[]> {
    return this.#unitsWhere(grant => !grant.only)
  }

  /** The same for what is held at a unit only and not below it. */
  only(): Record<string, UnitId[]> {
    return this.#unitsWhere(grant => grant.only === true)
  }

  #unitsWhere(is: (grant: Grant) => boolean) {
    const units = [...this.#holding].map(([name, at]) =>
      [name, [...at].filter(([, grants]) => grants.some(is)).map(([unit]) => unit)] as const)
    return Object.fromEntries(units.filter(([, at]) => at.length))
  }

  #hold(name: string, grant: Grant) {
    const units = this.#holding.get(name) ?? new Map<UnitId, Grant[]>()
    this.#holding.set(name, units)
    const grants = units.get(grant.unit)
    if (grants) grants.push(grant)
    else units.set(grant.unit, [grant])
  }
}

const withMore = (held: Map<UnitId, Grant[]> = new Map(), unit: UnitId, grants: readonly Grant[]) =>
  held.set(unit, [...held.get(unit) ?? [], ...grants])

export const NO_RIGHTS = new Rights([], new Map())

/** Whether an act stays within what a grant allows of a permission. */
export function isWithin({ limitedBy }: Permission, { limits }: Pick<Grant, 'limits'>, asked: Asked = {}): boolean {
  if (!limits || !limitedBy) return true
  return limitedBy.every(({ name }) => {
    const most = limits[name]
    const wanted = asked[name]
    if (most === undefined) return true
    if (wanted === undefined) return false
    if (typeof most === 'number') return typeof wanted === 'number' && wanted <= most
    const codes = typeof wanted === 'string' ? [wanted] : wanted
    return typeof codes === 'object' && codes.every(code => most.includes(code))
  })
}
