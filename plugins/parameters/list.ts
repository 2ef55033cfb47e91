import type { TSchema } from 'typebox'
import { holdsOn, type Reading } from '#core/configuration.ts'
import { shareGroup3 } from '#core/cooperation.ts'
import type { Day, Fact, Texts, UnitId } from '#core/contract.ts'
import { pathToday, SYSTEM } from '#core/unit.ts'
import { membershipLinkFact, membershipTypeFact } from './contract/list.ts'

/** What every list of codes says of a code. */
interface Listed { readonly name: Texts; readonly unused?: boolean }

/** The codes of a list as they stand at a unit on a day: the region's, with what nearer units say of them instead. */
export function listed<B extends Listed>(reading: Reading, list: Fact<TSchema>, unit: UnitId, day: Day): Map<string, B> {
  const codes = new Map<string, B>()
  for (const id of pathToday(reading, unit, day).toReversed()) {
    for (const said of reading.of(list, id)) if (holdsOn(said, day)) codes.set(said.key, said.body as B)
  }
  return codes
}

/** Whether the region knows a code on any day: rules may be laid before a type begins. */
export const isListed = (reading: Reading, list: Fact, code: string) =>
  reading.of(list, SYSTEM).some(({ key }) => key === code)

/** The link, by the nearest group above a library, in which a type of another library stands for one of its own. */
export const linkOf = (reading: Reading, code: string, from: UnitId, at: UnitId, day: Day) =>
  pathToday(reading, at, day).flatMap(id => reading.of(membershipLinkFact, id))
    .find(said => holdsOn(said, day) && said.body.types[from] === code && said.body.types[at] !== undefined)

/**
 * The type under which a library treats a borrower of another library of its group 3: the linked one, else the same
 * code, which its libraries share unless they say otherwise. Elsewhere nobody borrows before they enrolled, and are then a
 * member there by a type of that library: groups 1 and 2 share a fee and rules, not memberships (domain/2 §3).
 */
export function linkedType(reading: Reading, code: string, from: UnitId, at: UnitId, day: Day): string | undefined {
  if (!shareGroup3(reading, from, at, day)) return undefined
  const link = linkOf(reading, code, from, at, day)
  if (link) return link.body.types[at]
  return listed(reading, membershipTypeFact, at, day).has(code) ? code : undefined
}
