import { lacks } from '#core/badge.ts'
import type { Context } from '#core/context.ts'
import type { Permission, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { dayOf, homeLibrary, unitAt } from '#core/unit.ts'
import { CardRow } from './card.ts'
import { permissions } from './contract/permission.ts'
import { MembershipRow, membershipsOf } from './membership.ts'
import { PersonRow } from './person.ts'

/** Somebody at the desk: who they are, where they are a member, and the card they showed. */
export interface Patron {
  readonly person: PersonRow
  readonly memberships: readonly MembershipRow[]
  /** The card that was scanned; none where they were found by name. */
  readonly card: CardRow | null
}

/** Whoever holds the card with this number, within reach; the card may be blocked. */
export async function patronByCard(ctx: Context, number: string): Promise<Patron | undefined> {
  const card = await CardRow.query(ctx.db).findOne({ number }).whereNull('until_on')
  if (!card) return undefined
  const found = await findPatron(ctx, card.personId)
  return found && { ...found, card }
}

/** Somebody within reach; of who was merged with another, that other. */
export async function findPatron(ctx: Context, id: string): Promise<Patron | undefined> {
  const person = await PersonRow.query(ctx.db).findById(id)
  if (!person) return undefined
  if (person.mergedInto) return findPatron(ctx, person.mergedInto)
  const memberships = (await membershipsOf(ctx, person.id)).filter(row => isShown(ctx, row))
  return memberships.length ? { person, memberships, card: null } : undefined
}

/** Likewise; whoever does not exist and whoever is out of reach are the same. */
export async function readPatron(ctx: Context, id: string): Promise<Patron> {
  const found = await findPatron(ctx, id)
  if (!found) throw notFound()
  return found
}

type Place = Pick<MembershipRow, 'branchId' | 'libraryId'>

/** Members are the whole library's: who may this at one of its branches may it with all of them, unless their role is that branch's alone. */
export const mayWithMembers = (ctx: Context, permission: Permission, { branchId, libraryId }: Place) => ctx.may(permission, branchId)
  || ctx.rights.unitsOf(permission).some(unit =>
    homeLibrary(ctx.configuration, unit, ctx.today()) === libraryId && ctx.may(permission, unit, { wide: true }))

/** Whether the reader may know of a membership: by right where it is, or because their library lends to its members. */
export const isShown = (ctx: Context, membership: Place & Pick<MembershipRow, 'discreet'>) =>
  mayWithMembers(ctx, permissions.find, membership) || (!membership.discreet && ctx.reach.shared.has(membership.libraryId))

/** Whether somebody may be changed: at one of their memberships, or as the guest of a library that lends to them. */
export const mayAct = (ctx: Context, permission: Permission, { memberships }: Pick<Patron, 'memberships'>) =>
  memberships.some(membership => mayWithMembers(ctx, permission, membership)
    || (!membership.discreet && ctx.reach.shared.has(membership.libraryId) && ctx.rights.unitsOf(permission).length > 0))

export function demandWithMembers(ctx: Context, permission: Permission, place: Place): void {
  if (!mayWithMembers(ctx, permission, place)) throw lacks(ctx, permission)
}

export function demandActing(ctx: Context, permission: Permission, patron: Patron): void {
  if (!mayAct(ctx, permission, patron)) throw lacks(ctx, permission)
}

export const placeOf = ({ configuration, today }: Context, unit: UnitId) =>
  ({ id: unit, name: unitAt(configuration, unit, dayOf(configuration, unit, today()))?.name ?? '' })
