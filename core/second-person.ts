import type { TBoolean } from 'typebox'
import { accountFact } from './account.ts'
import type { Declared } from './change.ts'
import type { Context } from './context.ts'
import { overlaps, type Lay, type Reading, type Segment } from './configuration.ts'
import type { Day, Parameter, Permission } from './contract.ts'
import { plusDays, type Period } from './draft.ts'
import { grantFact } from './grant.ts'
import { parameterFact, resolve } from './parameter.ts'
import { Refusal } from './refusal.ts'
import { roleFact } from './role.ts'
import { SYSTEM } from './unit.ts'

/** How the plugin that hands out rights names what the core asks of it. */
export interface GivingRights {
  /** Whoever gives rights holds this; at the system they are an administrator, who may agree as the second person. */
  readonly permission: Permission
  /** Whether what reaches the whole region takes two of them. */
  readonly takesTwo: Parameter<TBoolean>
}

/** Whoever goes counts for so many days more, so that nobody sends the other away to go on alone at once. */
const DAYS_REMEMBERED = 7

/** Two are needed as long as there are two: whoever is alone goes on alone. */
export const asksTwo = (reading: Reading, today: Day, declared: Declared): boolean => areTwo(reading, today, today, declared)

/** Whether an act makes one of the two superfluous at once, by rewriting days gone by; who came today may go today. */
export const endsTheTwo = (before: Reading, after: Reading, today: Day, declared: Declared): boolean =>
  areTwo(before, today, plusDays(today, -1), declared) && !asksTwo(after, today, declared)

function areTwo(reading: Reading, today: Day, to: Day, { givesRights }: Declared): boolean {
  if (!givesRights || !resolve(reading, givesRights.takesTwo, SYSTEM, today).value) return false
  return administrators(reading, givesRights.permission, { from: plusDays(today, -DAYS_REMEMBERED), to }).size > 1
}

/**
 * Whoever opens a way in as an administrator of the whole region, by a link, another address or by taking the second
 * step away, could be both of the two. So nobody does that for one who has come in before.
 */
export async function demandNoneOfTwo(ctx: Context, staff: string): Promise<void> {
  const { configuration, installation: { registry } } = ctx
  const today = ctx.today()
  if (staff === ctx.actor.id || !asksTwo(configuration, today, registry)) return
  if (!registry.givesRights || !administrators(configuration, registry.givesRights.permission, { from: today, to: null }).has(staff)) return
  const came = await ctx.db('staff_password').where({ staff_id: staff }).first('staff_id')
    ?? await ctx.db('session').where({ staff_id: staff }).first('id')
  if (came) throw oneOfTwo()
}

/** Whether an act may change who counts as one of the two, or whether two are asked. */
export const touchesTheTwo = ({ fact }: Lay): boolean =>
  [grantFact, accountFact, roleFact, parameterFact].some(({ name }) => name === fact.name)

function administrators(reading: Reading, { name }: Permission, period: Period): Set<string> {
  const during = <B>(rows: Iterable<readonly Segment<B>[]>) => [...rows].flat().filter(said => overlaps(said, period))
  const roles = new Set(during(reading.all(roleFact)).filter(({ body }) => body.permissions.includes(name)).map(({ key }) => key))
  const holders = during([reading.of(grantFact, SYSTEM)]).filter(({ body }) => roles.has(body.role)).map(({ body }) => body.staff)
  if (!holders.length) return new Set()
  const open = new Set(during(reading.all(accountFact)).map(({ key }) => key))
  return new Set(holders.filter(staff => open.has(staff)))
}

const oneOfTwo = () => new Refusal(403, 'core.another-administrator', {
  nl: 'Deze medewerker beheert de hele regio. Niemand anders opent dan een weg naar binnen: een vergeten wachtwoord vraagt die zelf aan. Lukt dat niet, neem dan eerst de rol af; teruggeven doen jullie met twee.',
  en: 'This member of staff administers the whole region. Nobody else opens a way in then: they ask for a forgotten password themselves. If that is no use, first take the role away; two of you give it back.',
  fr: 'Ce collaborateur administre toute la région. Personne d’autre ne peut lui ouvrir l’accès : en cas d’oubli, il demande lui-même un nouveau mot de passe. Sinon, retirez d’abord le rôle ; vous le rendrez à deux.',
})
