import { accountOf } from '#core/account.ts'
import { holdsOn, type Configuration } from '#core/configuration.ts'
import type { Day, Permission, UnitId } from '#core/contract.ts'
import { allGrantsOf, isWithin, type Asked, type Grant } from '#core/grant.ts'
import { rightsOn } from '#core/installation.ts'
import { isUsedAt, rolesOn } from '#core/role.ts'
import { pathToday } from '#core/unit.ts'
import type { nearMisses } from './contract/answer.ts'

export type NearMiss = (typeof nearMisses)[number]

/** May this person do this at this unit on this day, going so far? */
export interface Question {
  readonly staff: string
  readonly permission: Permission
  readonly unit: UnitId
  readonly day: Day
  readonly asked?: Asked | undefined
}

export interface Answer {
  /** The grant by which the guard lets them, if it does. */
  readonly grant: Grant | undefined
  /** Of those that do not: the one that lacks a single thing. */
  readonly closest: { readonly grant: Grant; readonly what: NearMiss } | undefined
}

/** The guard's own word, and where that is no, the grant that one thing keeps from being a yes. */
export function answer(configuration: Configuration, question: Question, isShown: (grant: Grant) => boolean): Answer {
  const { staff, permission, unit, day, asked } = question
  const grant = rightsOn(configuration, staff, day).weigh(configuration, permission, unit, day, { asked })
  if (grant) return { grant, closest: undefined }
  const near = allGrantsOf(configuration, staff).filter(isShown).flatMap(candidate => {
    const [what, ...more] = lacksOf(configuration, question, candidate)
    return what && !more.length ? [{ grant: candidate, what }] : []
  })
  near.sort((a, b) => nearness.indexOf(a.what) - nearness.indexOf(b.what)
    || distance(configuration, question, a.grant) - distance(configuration, question, b.grant))
  return { grant, closest: near[0] }
}

/** What is soonest put right comes first. */
const nearness: readonly NearMiss[] = ['limit', 'here-only', 'not-yet', 'no-account', 'ended', 'role-left', 'elsewhere', 'role-lacks']

/** All that keeps a grant from allowing what is asked. */
export function lacksOf(
  configuration: Configuration, { staff, permission, unit, day, asked }: Question, grant: Grant
): NearMiss[] {
  const path = pathToday(configuration, unit, day)
  // A role that has begun or ended otherwise since is judged as it is on the day asked about.
  const role = rolesOn(configuration, day).get(grant.role)
  const isAbove = path.includes(grant.unit)
  return [
    ...(accountOf(configuration, staff, day) ? [] : ['no-account' as const]),
    ...(role?.permissions.has(permission.name) ? [] : ['role-lacks' as const]),
    ...(role && !isUsedAt(configuration, role, grant.unit, day) ? ['role-left' as const] : []),
    ...(holdsOn(grant, day) ? [] : [grant.from !== null && grant.from > day ? 'not-yet' as const : 'ended' as const]),
    ...(isAbove ? [] : ['elsewhere' as const]),
    ...(isAbove && grant.only && grant.unit !== unit ? ['here-only' as const] : []),
    ...(isWithin(permission, grant, asked) ? [] : ['limit' as const]),
  ]
}

/** How far a grant lies from the unit asked about: the steps up to the unit that both hang under, from either side. */
function distance(configuration: Configuration, { unit, day }: Question, grant: Grant): number {
  const [own, theirs] = [pathToday(configuration, unit, day), pathToday(configuration, grant.unit, day)]
  const shared = own.findIndex(id => theirs.includes(id))
  return shared < 0 ? Number.MAX_SAFE_INTEGER : shared + theirs.indexOf(own[shared] ?? '')
}

/** So little that only holding the right at all is asked. */
export const leastOf = ({ limitedBy = [] }: Permission): Asked =>
  Object.fromEntries(limitedBy.map(({ name, kind }) => [name, kind === 'codes' ? [] : 0]))
