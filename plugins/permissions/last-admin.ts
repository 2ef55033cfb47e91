import { accountFact, accountsOf } from '#core/account.ts'
import type { Configuration, Delta, Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { covers } from '#core/draft.ts'
import { grantFact, type Grant } from '#core/grant.ts'
import type { Invariant } from '#core/plugin.ts'
import type { Fault } from '#core/refusal.ts'
import { roleFact, rolesIn } from '#core/role.ts'
import { StaffRow } from '#core/staff.ts'
import { SYSTEM } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { permissions } from './contract/permission.ts'

type Said = Segment<Pick<Grant, 'staff' | 'role'>>

/** Roles go to people with an account, and somebody with an account always administers the system. */
export const soundGrants: Invariant = {
  facts: [grantFact, accountFact, roleFact],
  async faults(ctx, after, { ended, laid }: Delta) {
    const [gone, given] = [ended, laid].map(rows => rows.filter(({ fact }) => fact === grantFact.name) as Said[])
    const fresh = newWords(given ?? [], gone ?? [])
    return [
      ...(fresh.some(({ body }) => body.staff === ctx.actor.id) ? [ownGrant] : []),
      ...await strangerFaults(ctx, fresh, after),
      ...(ended.length ? lastAdminFaults(ctx, after) : []),
      ...twiceFaults(after, laid),
    ]
  },
}

/** Whoever gives, approves or puts back a role does not get it. */
const ownGrant = fault('permissions.own-grant', '/items/0/payload/staff',
  'Niemand geeft zichzelf een rol. Vraag het aan een collega.', 'Nobody gives themselves a role. Ask a colleague.',
  'Personne ne s’attribue un rôle. Demandez-le à un collègue.')

/** What takes the last of those who can go on from here for good is refused. */
function lastAdminFaults(ctx: Context, after: Configuration): Fault[] {
  const today = ctx.today()
  return goesOn(after, today) || !goesOn(ctx.configuration, today) ? [] : [fault('permissions.last-admin', '',
    'Er moet altijd een systeembeheerder overblijven. Maak eerst iemand anders systeembeheerder.',
    'There must always be a system admin. Make somebody else system admin first.',
    'Il doit toujours rester un administrateur système. Nommez-en d’abord un autre.')]
}

/** Somebody gives rights and makes roles at the system, without a last day to it. */
function goesOn(configuration: Configuration, today: Day): boolean {
  const forGood = ({ from, to }: { from: Day | null; to: Day | null }) => to === null && (from === null || from <= today)
  const roles = rolesIn(configuration, today)
  return configuration.of(grantFact, SYSTEM).some(said => {
    const allowed = roles.get(said.body.role)?.permissions
    return forGood(said) && !said.body.only && !said.body.limits
      && allowed?.has(permissions.manage.name) && allowed.has(permissions.roles.name)
      && accountsOf(configuration, said.body.staff).some(forGood)
  })
}

/** Roles are known by their code: one that comes back finds it not taken by another place meanwhile. */
function twiceFaults(after: Configuration, laid: readonly Segment[]): Fault[] {
  const codes = new Set(laid.filter(({ fact }) => fact === roleFact.name).map(({ key }) => key))
  if (!codes.size) return []
  const places = Map.groupBy([...after.all(roleFact)].flat().filter(({ key }) => codes.has(key)), ({ key }) => key)
  return [...places.values()].some(rows => new Set(rows.map(({ unit }) => unit)).size > 1) ? [fault('permissions.role-elsewhere', '',
    'Deze code is al van een rol op een andere plaats.', 'This code belongs to a role made elsewhere.',
    'Ce code appartient à un rôle créé ailleurs.')] : []
}

/** A person known here, with an account from that day or a later one. */
async function strangerFaults(ctx: Context, given: readonly Said[], after: Configuration): Promise<Fault[]> {
  const ids = [...new Set(given.map(({ body }) => body.staff))]
  if (!ids.length) return []
  const today = ctx.today()
  const known = await StaffRow.query(ctx.db).whereIn('id', ids).resultSize()
  const open = ids.every(id => accountsOf(after, id).some(({ to }) => to === null || to >= today))
  return known === ids.length && open ? [] : [fault('permissions.no-account', '/items/0/payload/staff',
    'Deze medewerker bestaat niet, of heeft geen toegang meer.',
    'This member of staff does not exist, or has no access any more.',
    'Ce collaborateur n’existe pas ou n’a plus d’accès.')]
}

/** Not the edges that a cut leaves of an older word. */
const newWords = (given: readonly Said[], gone: readonly Said[]) =>
  given.filter(said => !gone.some(whole => whole.unit === said.unit && whole.key === said.key && covers(whole, said)))
