import { homeOf } from '#core/account.ts'
import { note } from '#core/audit.ts'
import { missingRights } from '#core/change.ts'
import { demandConfirmed } from '#core/confirm.ts'
import type { Permission } from '#core/contract.ts'
import { needsOfGiven } from '#core/given-role.ts'
import { grantsToCome } from '#core/grant.ts'
import { notFound, Refusal, refused } from '#core/refusal.ts'
import { demandNoneOfTwo } from '#core/second-person.ts'
import { endSessionsOf } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { forgiveAll } from '#core/tries.ts'
import { SYSTEM } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { fault } from '#core/wording.ts'
import { queueMail } from '#plugins/mail/index.ts'
import { signInPermissions } from '../contract/permission.ts'
import { removeFactors } from '../factor/factor.ts'
import { secondStepReset } from '../factor/reset-mail.ts'
import { refuseMissing } from '../there.ts'

/** A colleague whose home unit is one where the caller may do this; out of reach is the same as nobody. */
export async function colleague(ctx: OpenContext, id: string, permission: Permission): Promise<StaffRow> {
  const staff = await StaffRow.query(ctx.db).findById(id)
  if (!staff) throw notFound()
  refuseMissing(ctx, [{ permission, unit: homeOf(ctx.configuration, id, ctx.today()) ?? staff.libraryId ?? SYSTEM }])
  return staff
}

/**
 * A colleague whom the caller helps back in: one who may nothing where the caller helps nobody, now or later, and who
 * gives no rights that the caller could not give. Else helping would be a way to become somebody who may more.
 */
export async function helped(ctx: OpenContext, id: string): Promise<StaffRow> {
  const staff = await colleague(ctx, id, signInPermissions.unlock)
  const { configuration, installation: { registry } } = ctx
  const isBeyond = grantsToCome(configuration, id, ctx.today()).some(grant => {
    const heavy = needsOfGiven(configuration, grant, ctx.today(), registry).filter(({ permission }) => permission.touches === 'rights')
    const here = { permission: signInPermissions.unlock, unit: grant.unit, below: !grant.only }
    return missingRights(ctx, [here, ...heavy]).length > 0
  })
  if (isBeyond) throw beyondSay()
  return staff
}

const beyondSay = () => new Refusal(403, 'sign-in.beyond-say', {
  nl: 'Deze collega mag meer dan jij kunt geven. Vraag het aan iemand die zelf zoveel mag.',
  en: 'This colleague may do more than you could give. Ask somebody who may do as much.',
  fr: 'Ce collègue a plus de droits que vous ne pouvez en donner. Demandez à quelqu’un qui en a autant.',
})

/** Lets somebody who guessed too often, or at whom others guessed, try again at once. */
export async function unlock(ctx: OpenContext, { id, email }: StaffRow, reason: string): Promise<void> {
  const tries = await forgiveAll(ctx, email ?? '')
  await note(ctx, 'unlock', { table: 'staff', row: id }, { what: 'tries', tries, reason })
}

/**
 * Takes the second factors of somebody who lost them away; they set one up at the next sign-in, for which
 * they still need their password. They are told by mail, so that nobody does it behind their back.
 */
export async function resetFactors(ctx: OpenContext, staff: StaffRow, reason: string): Promise<void> {
  const { id, name, email, language } = staff
  demandConfirmed(ctx)
  if (id === ctx.actor.id) throw refused([fault('sign-in.own-factors', '',
    'Je eigen tweede stap wijzig je bij je eigen gegevens.', 'You change your own second step with your own details.',
    'Modifiez votre propre deuxième étape dans vos données.')])
  await demandNoneOfTwo(ctx, id)
  await removeFactors(ctx, id)
  await endSessionsOf(ctx, id)
  await note(ctx, 'unlock', { table: 'staff', row: id }, { what: 'second-factor', reason })
  if (!email) return
  await queueMail(ctx, {
    to: { staff: id, name, address: email, language }, kind: 'sign-in.second-reset', about: id,
    unit: homeOf(ctx.configuration, id, ctx.today()) ?? SYSTEM,
    text: secondStepReset(language, { name, by: ctx.actor.name, address: ctx.installation.address }),
  })
}
