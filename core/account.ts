import { Type } from 'typebox'
import { defineFact, UnitId, type Day } from './contract.ts'
import { holdsOn, type Configuration, type Segment } from './configuration.ts'
import { successorOf } from './unit.ts'

/**
 * Somebody works here: hangs on their home unit, for as long as they do. Key: the member of staff.
 *
 * Without an account on a day there is no sign-in and no right on that day. A temp's has a last day;
 * whoever leaves, leaves by the change door, and can be put back by it.
 */
export const accountFact = defineFact('core.account', Type.Object({
  staff: UnitId,
  /** Who is asked in their stead. */
  substitute: Type.Optional(UnitId),
}, { additionalProperties: false }), { walled: true })

export interface Account {
  readonly staff: string
  readonly substitute?: string | undefined
  /** The home unit. */
  readonly unit: UnitId
  readonly from: Day | null
  readonly to: Day | null
}

const known = new WeakMap<object, ReadonlyMap<string, readonly Account[]>>()

/** The account that somebody has on a day. */
export const accountOf = (configuration: Configuration, staff: string, day: Day): Account | undefined =>
  accountsOf(configuration, staff).find(account => holdsOn(account, day))

/** All accounts somebody has had and will have, oldest first. */
export function accountsOf(configuration: Configuration, staff: string): readonly Account[] {
  const standing = configuration.standing(accountFact)
  const index = known.get(standing) ?? indexOf(configuration)
  known.set(standing, index)
  return index.get(staff) ?? []
}

/** Where somebody belongs: their home unit of today, else the next one, else the last; after a merger, the unit that goes on. */
export function homeOf(configuration: Configuration, staff: string, day: Day): UnitId | undefined {
  const accounts = accountsOf(configuration, staff)
  const now = accounts.find(account => holdsOn(account, day)) ?? accounts.find(({ from }) => from !== null && from > day)
  const home = now ?? accounts.at(-1)
  return home && successorOf(configuration, home.unit, day)
}

/** Everybody who belongs to one of these units on a day or after it. */
export const staffAt = (configuration: Configuration, units: Iterable<UnitId>, day: Day): string[] =>
  [...units].flatMap(unit => configuration.of(accountFact, unit))
    .filter(({ to }) => to === null || to >= day).map(({ body }) => body.staff)

function indexOf(configuration: Configuration) {
  const rows = [...configuration.all(accountFact)].flat().map(accountIn)
  rows.sort((a, b) => (a.from ?? '') < (b.from ?? '') ? -1 : 1)
  return Map.groupBy(rows, ({ staff }) => staff)
}

const accountIn = ({ body, unit, from, to }: Segment<{ staff: string; substitute?: string }>): Account =>
  ({ ...body, unit, from, to })
