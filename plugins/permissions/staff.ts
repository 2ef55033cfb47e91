import { lockConfiguration } from '#core/change-set.ts'
import { missingRights, type Need } from '#core/change.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import { grantsOf, grantsToCome } from '#core/grant.ts'
import { notAllowed, notFound, Refusal, refused } from '#core/refusal.ts'
import { addStaff, initialsOf, makeLink } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { homeLibrary, SYSTEM, unitAt } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { fault } from '#core/wording.ts'
import { grantRole, permissions, type RoleCode } from './contract.ts'
import { needsOfRole } from './grant.ts'
import { lastAdminFaults } from './last-admin.ts'

export interface Invitation {
  /** Made before sending, so that a repeat invites nobody twice. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly role: RoleCode
  readonly unit: UnitId
  readonly from?: Day | undefined
  readonly to?: Day | null | undefined
}

/** A new colleague with a first role, and the link with which they choose a password; shown once. */
export async function invite(
  ctx: OpenContext, { id, name, email, language, role, unit, from, to }: Invitation
): Promise<string> {
  refuseMissing(ctx, needsOfRole(role, unit))
  if (!unitAt(ctx.configuration, unit, ctx.today())) throw notFound()
  const libraryId = homeLibrary(ctx.configuration, unit, ctx.today()) ?? null
  if (libraryId === null && ctx.reach !== 'all') throw notAllowed(permissions.manage.allows)
  const known = await StaffRow.query(ctx.db).findById(id)
  if (known && known.email !== email.trim().toLowerCase()) throw emailTaken()
  if (known) await overStaff(ctx, id)
  else {
    await addStaff(
      ctx, { id, name, email, language, homeUnit: unit, libraryId }
    ).catch(failure => { throw taken(failure) })
  }
  await submit(
    ctx,
    {
      id,
      items: [{ kind: grantRole.name, payload: { staff: id, role, unit, from: from ?? ctx.today(), to: to ?? null } }],
    }
  )
  return newLink(ctx, id)
}

/** A fresh link for somebody who lost theirs or their password; older ones stop working. */
export async function relink(ctx: OpenContext, id: string): Promise<string> {
  const staff = await overStaff(ctx, id)
  if (staff.disabledAt) throw refused([fault('permissions.no-account', '',
    'Geef deze medewerker eerst weer toegang.', 'Give this member of staff access again first.',
    'Rendez d’abord l’accès à ce collaborateur.')])
  return newLink(ctx, id)
}

async function newLink(ctx: OpenContext, id: string): Promise<string> {
  await ctx.db('one_time_link').where({ staff_id: id }).whereNull('used_at').update({ used_at: ctx.now.toString() })
  return makeLink(ctx, 'invitation', id)
}

/** Takes all access away; open sessions end, so it counts from the next request on. */
export async function disable(ctx: OpenContext, id: string): Promise<void> {
  await lockConfiguration(ctx)
  await overStaff(ctx, id)
  const isAdmin = grantsOf(ctx.configuration, id, ctx.today()).some(
    ({ unit, role }) => unit === SYSTEM && role === 'system-admin'
  )
  const faults = isAdmin ? await lastAdminFaults(ctx, ctx.configuration, id) : []
  if (faults.length) throw refused(faults)
  const now = ctx.now.toString()
  await StaffRow.query(ctx.db).findById(id).whereNull('disabled_at').patch({ disabledAt: now })
  await ctx.db('session').where({ staff_id: id }).whereNull('ended_at').update({ ended_at: now })
  await ctx.db('one_time_link').where({ staff_id: id }).whereNull('used_at').update({ used_at: now })
}

/** Corrects how somebody is called, written to and spoken to; a new address is how they sign in from then on. */
export async function correct(ctx: OpenContext, id: string, { name, email, language }: Correction): Promise<void> {
  await overStaff(ctx, id)
  await StaffRow.query(ctx.db).findById(id).patch({
    ...(name === undefined ? {} : { name: name.trim(), initials: initialsOf(name) }),
    ...(email === undefined ? {} : { email: email.trim().toLowerCase() }),
    ...(language === undefined ? {} : { language }),
  }).catch(failure => { throw taken(failure) })
}

export interface Correction {
  readonly name?: string | undefined; readonly email?: string | undefined; readonly language?: Language | undefined
}

export async function enable(ctx: OpenContext, id: string): Promise<void> {
  await overStaff(ctx, id)
  await StaffRow.query(ctx.db).findById(id).patch({ disabledAt: null })
}

/** The row of somebody over whom the caller has a say: nobody has one over whoever may do more than they, now or later. */
async function overStaff(ctx: OpenContext, id: string): Promise<StaffRow> {
  const staff = await StaffRow.query(ctx.db).findById(id)
  if (!staff) throw notFound()
  const grants = grantsToCome(ctx.configuration, id, ctx.today())
  refuseMissing(
    ctx,
    [
      { permission: permissions.manage, unit: staff.homeUnit },
      ...grants.flatMap(({ role, unit }) => needsOfRole(role, unit))
    ]
  )
  return staff
}

function refuseMissing(ctx: OpenContext, needs: readonly Need[]) {
  const [missing] = missingRights(ctx, needs)
  if (!missing) return
  throw ctx.reaches(missing.unit) ? notAllowed(missing.permission.allows) : notFound()
}

const taken = (
  failure: { nativeError?: { code?: string } }
) => failure.nativeError?.code === '23505' ? emailTaken() : failure

const emailTaken = () => {
  const said = fault('permissions.email-taken', '/email', 'Met dit adres meldt zich al iemand aan.',
    'Somebody already signs in with this address.', 'Quelqu’un se connecte déjà avec cette adresse.')
  return new Refusal(409, said.code, said.message, { faults: [said] })
}
