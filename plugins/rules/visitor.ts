import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { shareGroup3 } from '#core/cooperation.ts'
import { ANY, type Day, type UnitId } from '#core/contract.ts'
import { notFound, type Fault } from '#core/refusal.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { membership } from '#plugins/parameters/contract/list.ts'
import { linkedType, linkOf } from '#plugins/parameters/index.ts'
import type { Tried } from './contract/answer.ts'
import { codeAt } from './line-code.ts'

/** A member of one library who borrows in another of its group 3. */
export interface Visitor {
  readonly home: UnitId
  readonly library: UnitId
  /** Their type of membership at home. */
  readonly code: string
}

/** Who borrows, seen from a branch on a day; nobody is a visitor in their own library. */
export function visitorAt(
  configuration: Configuration, { unit, home, code, day }: { unit: UnitId; home: UnitId; code: string; day: Day },
): Visitor | undefined {
  if (unitAt(configuration, home, day)?.type !== 'library') throw notFound()
  const library = homeLibrary(configuration, unit, day)
  return library === undefined || library === home ? undefined : { home, library, code }
}

/** The type of membership by which the lending library treats them; none where it lends to no such visitor. */
export const typeOf = (configuration: Configuration, { home, library, code }: Visitor, day: Day): string | undefined =>
  code === ANY && shareGroup3(configuration, home, library, day) ? ANY : linkedType(configuration, code, home, library, day)

export function visitorFault(configuration: Configuration, { home, library, code }: Visitor, day: Day, at: string): Fault {
  const [theirs, ours] = [home, library].map(id => unitAt(configuration, id, day)?.name ?? '')
  if (!shareGroup3(configuration, home, library, day)) return fault('rules.enrols-first', `${at}/home`,
    `Wie lid is van ${theirs}, schrijft zich bij ${ours} eerst in. Alleen bibliotheken van dezelfde groep van niveau 3 lenen uit aan elkaars leden.`,
    `Whoever is a member of ${theirs} enrols at ${ours} first. Only libraries of the same group of level 3 lend to each other’s members.`,
    `Un membre de ${theirs} s’inscrit d’abord à ${ours}. Seules les bibliothèques d’un même groupement de niveau 3 prêtent à leurs membres respectifs.`)
  return fault('rules.no-such-member', `${at}/membership`,
    `${ours} kent geen lidsoort voor wie bij ${theirs} lidsoort ${code} heeft.`,
    `${ours} has no type of membership for whoever has type ${code} at ${theirs}.`,
    `${ours} n’a pas de type d’abonnement pour qui a le type ${code} à ${theirs}.`)
}

/** Their type at home, and the group that says for which type of the lending library it stands. */
export function visitorTold(
  { configuration, language }: Context, { home, library, code }: Visitor, day: Day,
): NonNullable<Tried['visitor']> {
  const named = (unit: UnitId) => ({ unit, unitName: unitAt(configuration, unit, day)?.name ?? '' })
  const link = linkOf(configuration, code, home, library, day)
  return {
    home: named(home), membership: codeAt(configuration, membership, code, home, day, language),
    link: link ? named(link.unit) : null,
  }
}
