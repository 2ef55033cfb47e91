import type { TSchema } from 'typebox'
import { holdsOn, type Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Fact, Parameter, UnitId } from '#core/contract.ts'
import { parameterFact, parameterOf, readParameterKey } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { pathToday, unitAt } from '#core/unit.ts'
import {
  material, materialTypeFact, membership, membershipLinkFact, membershipTypeFact, type MaterialType, type MembershipType,
} from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import type { Lists } from './contract/answer.ts'
import { inCodeOrder } from './line-code.ts'

/** The types of membership and of material as they stand at a unit on a day, and what is its own in them. */
export function listsOf(ctx: Context, unit: UnitId, day: Day): Lists {
  const { configuration } = ctx
  if (!unitAt(configuration, unit, day)) throw notFound()
  const used = codesUsed(ctx)
  const codesOf = <B extends MaterialType | MembershipType>(list: Fact<TSchema>, name: string) =>
    codesAt<B>(configuration, list, unit, day).map(code => ({ ...code, used: used.has(`${name}/${code.code}`) }))
  return {
    version: configuration.version, unit, day,
    memberships: codesOf<MembershipType>(membershipTypeFact, membership.name),
    materials: codesOf<MaterialType>(materialTypeFact, material.name),
    links: linksOf(configuration, unit, day),
  }
}

function codesAt<B extends MaterialType | MembershipType>(configuration: Configuration, list: Fact<TSchema>, unit: UnitId, day: Day) {
  const path = pathToday(configuration, unit, day)
  const here = listed<B>(configuration, list, unit, day)
  const above = path[1] === undefined ? new Map<string, B>() : listed<B>(configuration, list, path[1], day)
  return [...here].sort(([a], [b]) => inCodeOrder(a, b)).map(([code, body]) => {
    const said = path.flatMap(id => configuration.at(list, id, code, day) ?? [])[0]
    const from = said?.unit ?? unit
    return {
      code, body, own: from === unit, above: above.get(code) ?? null,
      from: { ...named(configuration, from, day), since: said?.from ?? null },
    }
  })
}

/** What the groups above say of types that stand for one another. */
const linksOf = (configuration: Configuration, unit: UnitId, day: Day): Lists['links'] =>
  pathToday(configuration, unit, day).flatMap(id =>
    configuration.of(membershipLinkFact, id).filter(said => holdsOn(said, day)).map(({ key, body }) => ({
      ...named(configuration, id, day), code: key,
      types: Object.entries(body.types).map(([library, code]) => ({
        ...named(configuration, library, day), code,
        name: listed<MembershipType>(configuration, membershipTypeFact, library, day).get(code)?.name
          ?? { nl: code, en: code, fr: code },
      })),
    })))

const named = (configuration: Configuration, unit: UnitId, day: Day) =>
  ({ unit, unitName: unitAt(configuration, unit, day)?.name ?? '' })

const known = new WeakMap<object, ReadonlySet<string>>()

/** Every code that a value was ever given for, as `membership/60`; read once as long as no value changes. */
function codesUsed({ configuration, installation }: Context): ReadonlySet<string> {
  const standing = configuration.standing(parameterFact)
  const before = known.get(standing)
  if (before) return before
  const used = new Set<string>()
  for (const rows of configuration.all(parameterFact)) {
    for (const { key } of rows) {
      const parameter: Parameter | undefined = installation.registry.parameters.get(parameterOf(key))
      if (!parameter?.dimensions) continue
      for (const [name, code] of Object.entries(readParameterKey(key, parameter).where)) used.add(`${name}/${code}`)
    }
  }
  known.set(standing, used)
  return used
}
