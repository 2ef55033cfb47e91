import { lockConfiguration } from '#core/change-set.ts'
import { missingRights, type Need } from '#core/change.ts'
import { demandConfirmed } from '#core/confirm.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import { notAllowed, notFound, refused } from '#core/refusal.ts'
import { demandNoneOfTwo } from '#core/second-person.ts'
import { addStaff, endLinksOf, initialsOf, makeLink } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { wallOf } from '#core/reach.ts'
import { SYSTEM, unitAt } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { fault } from '#core/wording.ts'
import { accountFact, accountOf, accountsOf, homeOf } from '#core/account.ts'
import { emailTaken, isKnownElsewhere, signsInAnother, taken } from './address.ts'
import { closeAccount, grantRole, openAccount } from './contract/change.ts'
import { permissions } from './contract/permission.ts'
import { needsOfGrants, needsOfRole } from './handing-on.ts'
import { mailLink } from './invitation-mail.ts'
import { reachesPeopleOf } from './staff-wall.ts'

export interface Invitation {
  /** Made before sending, so that a repeat invites nobody twice. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly role: string
  readonly unit: UnitId
  readonly from?: Day | undefined
  readonly to?: Day | null | undefined
}

/** A new colleague with a first role, and the link with which they choose a password; shown once, and mailed. */
export async function invite(
  ctx: OpenContext, { id, name, email, language, role, unit, from, to }: Invitation
): Promise<string> {
  refuseMissing(ctx, needsOfRole(ctx.configuration, { role, unit }, ctx.today(), ctx.installation.registry))
  if (!unitAt(ctx.configuration, unit, ctx.today())) throw notFound()
  const libraryId = wallOf(ctx.configuration, unit, ctx.today())
  if (!reachesPeopleOf(ctx, unit)) throw notAllowed(permissions.manage.allows)
  const known = await StaffRow.query(ctx.db).findById(id)
  const address = email.trim().toLowerCase()
  if (known && known.email !== address) throw emailTaken()
  if (known) {
    await overStaff(ctx, id)
    await demandNoneOfTwo(ctx, id)
  }
  else {
    const doubled = await isKnownElsewhere(ctx, address, id)
    await addStaff(ctx, { id, name, email, language, libraryId, unitId: unit, doubled }).catch(failure => { throw taken(failure) })
  }
  const first = from ?? ctx.today()
  await submit(
    ctx,
    {
      id,
      items: [
        { kind: openAccount.name, payload: { staff: id, unit, from: first, to: to ?? null } },
        { kind: grantRole.name, payload: { staff: id, role, unit, from: first, to: to ?? null } },
      ],
    }
  )
  return newLink(ctx, id)
}

/** A fresh link for somebody who lost theirs or their password; older ones stop working. */
export async function relink(ctx: OpenContext, id: string): Promise<string> {
  const { kind } = await overStaff(ctx, id)
  if (kind === 'machine') throw notFound()
  await demandNoneOfTwo(ctx, id)
  if (!accountsOf(ctx.configuration, id).some(({ to }) => to === null || to >= ctx.today())) throw refused([fault('permissions.no-account', '',
    'Geef deze medewerker eerst weer toegang.', 'Give this member of staff access again first.',
    'Rendez d’abord l’accès à ce collaborateur.')])
  return newLink(ctx, id)
}

/** Whoever has the link signs in as its person: so it is made by somebody who proved who they are, and by no machine. */
export async function newLink(ctx: OpenContext, id: string): Promise<string> {
  demandConfirmed(ctx)
  await endLinksOf(ctx, id)
  const staff = await StaffRow.query(ctx.db).findById(id).throwIfNotFound()
  const stillDoubled = staff.doubled && await signsInAnother(ctx, staff.email ?? '', id)
  if (staff.doubled && !stillDoubled) await StaffRow.query(ctx.db).findById(id).patch({ doubled: false })
  const token = await makeLink(ctx, 'invitation', stillDoubled ? null : id)
  await mailLink(ctx, staff, token)
  return token
}

/** Takes all access away; whatever is open ends with it. */
export async function disable(ctx: OpenContext, id: string): Promise<void> {
  await lockConfiguration(ctx)
  await overStaff(ctx, id)
  if (!accountOf(ctx.configuration, id, ctx.today())) return
  await submit(ctx, {
    id: crypto.randomUUID(), items: [{ kind: closeAccount.name, payload: { staff: id, from: ctx.today() } }],
  })
}

/** Corrects how somebody is called, written to and spoken to; a new address is how they sign in from then on. */
export async function correct(
  ctx: OpenContext, id: string, { name, email, language, initials }: Correction
): Promise<void> {
  const before = await overStaff(ctx, id)
  const address = email?.trim().toLowerCase()
  // A new address is a way in.
  const isNew = address !== undefined && (address !== before.email || before.doubled)
  if (isNew) {
    demandConfirmed(ctx)
    await demandNoneOfTwo(ctx, id)
  }
  const doubled = isNew && await isKnownElsewhere(ctx, address, id)
  await StaffRow.query(ctx.db).findById(id).patch({
    ...(name === undefined ? {} : { name: name.trim(), initials: initialsOf(name) }),
    ...(initials === undefined ? {} : { initials: initials.trim() }),
    ...(isNew ? { email: address, doubled } : {}),
    ...(language === undefined ? {} : { language }),
  }).catch(failure => { throw taken(failure) })
  // A link lies in the letter box of the address it was sent to.
  if (isNew) await endLinksOf(ctx, id)
}

export interface Correction {
  readonly name?: string | undefined; readonly email?: string | undefined; readonly language?: Language | undefined
  readonly initials?: string | undefined
}

export async function enable(ctx: OpenContext, id: string): Promise<void> {
  await lockConfiguration(ctx)
  await overStaff(ctx, id)
  const home = accountsOf(ctx.configuration, id).at(-1)?.unit ?? await lastHome(ctx, id)
  if (accountOf(ctx.configuration, id, ctx.today()) || !home) return
  await submit(ctx, {
    id: crypto.randomUUID(),
    items: [{ kind: openAccount.name, payload: { staff: id, unit: home, from: ctx.today(), to: null } }],
  })
}

/** The unit where somebody who has no account any more last had one, as the books tell. */
async function lastHome(ctx: OpenContext, id: string): Promise<UnitId | undefined> {
  const row = await ctx.db('segment').where({ fact: accountFact.name, key: id }).orderBy('made_in', 'desc').first('unit_id')
  return row?.unit_id
}

/** The row of somebody over whom the caller has a say. */
export async function overStaff(ctx: OpenContext, id: string): Promise<StaffRow> {
  const staff = await StaffRow.query(ctx.db).findById(id)
  if (!staff) throw notFound()
  refuseMissing(
    ctx,
    [
      { permission: permissions.manage, unit: homeOf(ctx.configuration, id, ctx.today()) ?? staff.libraryId ?? SYSTEM },
      ...needsOfGrants(ctx.configuration, id, ctx.today(), ctx.installation.registry),
    ]
  )
  return staff
}

function refuseMissing(ctx: OpenContext, needs: readonly Need[]) {
  const [missing] = missingRights(ctx, needs)
  if (!missing) return
  throw ctx.reaches(missing.unit) ? notAllowed(missing.permission.allows) : notFound()
}
