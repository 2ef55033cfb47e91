import type { Configuration, Delta, Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { covers } from '#core/draft.ts'
import { grantFact, type Grant } from '#core/grant.ts'
import type { Invariant } from '#core/plugin.ts'
import type { Fault } from '#core/refusal.ts'
import { StaffRow } from '#core/staff.ts'
import { SYSTEM } from '#core/unit.ts'
import { fault } from '#core/wording.ts'

type Said = Segment<Pick<Grant, 'staff' | 'role'>>

/** Roles go to people with an account, and somebody with an account always administers the system. */
export const soundGrants: Invariant = {
  facts: [grantFact],
  async faults(ctx, after, { ended, laid }: Delta) {
    const [gone, given] = [ended, laid].map(rows => rows.filter(({ fact }) => fact === grantFact.name) as Said[])
    return [
      ...await strangerFaults(ctx, newWords(given ?? [], gone ?? [])),
      ...(gone?.some(isAdmin) ? await lastAdminFaults(ctx, after) : []),
    ]
  },
}

/** Somebody must be able to go on from here, for good: a system admin without a last day whose account is open. */
export async function lastAdminFaults(ctx: Context, after: Configuration, besides?: string): Promise<Fault[]> {
  const today = ctx.today()
  const admins = after.of(grantFact, SYSTEM)
    .filter(said => isAdmin(said) && said.to === null && (said.from === null || said.from <= today))
    .map(({ body }) => body.staff).filter(id => id !== besides)
  const open = await StaffRow.query(ctx.db).whereIn('id', admins).whereNull('disabled_at').resultSize()
  return open > 0 ? [] : [fault('permissions.last-admin', '',
    'Er moet altijd een systeembeheerder overblijven. Maak eerst iemand anders systeembeheerder.',
    'There must always be a system admin. Make somebody else system admin first.',
    'Il doit toujours rester un administrateur système. Nommez-en d’abord un autre.')]
}

async function strangerFaults(ctx: Context, given: readonly Said[]): Promise<Fault[]> {
  const ids = [...new Set(given.map(({ body }) => body.staff))]
  if (!ids.length) return []
  const known = await StaffRow.query(ctx.db).whereIn('id', ids).whereNull('disabled_at').resultSize()
  return known === ids.length ? [] : [fault('permissions.no-account', '/items/0/payload/staff',
    'Deze medewerker bestaat niet, of heeft geen toegang meer.',
    'This member of staff does not exist, or has no access any more.',
    'Ce collaborateur n’existe pas ou n’a plus d’accès.')]
}

const isAdmin = ({ unit, body }: Said) => unit === SYSTEM && body.role === 'system-admin'

/** Not the edges that a cut leaves of an older word. */
const newWords = (given: readonly Said[], gone: readonly Said[]) =>
  given.filter(said => !gone.some(whole => whole.unit === said.unit && whole.key === said.key && covers(whole, said)))
