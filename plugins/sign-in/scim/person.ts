import { accountFact, accountOf, homeOf } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { Row } from '#core/row.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { signInPermissions } from '../contract/permission.ts'
import { Schemas, Types } from './scimmy.ts'

/** What the personnel system says of somebody, by their row in staff. */
export interface ProvisionedPerson {
  id: string
  libraryId: string | null
  unitId: UnitId
  userName: string
  externalId: string | null
  givenName: string | null
  familyName: string | null
  changedAt: string
}
export class ProvisionedPerson extends Row {
  static override tableName = 'provisioned_person'
}

/** A member of staff as a personnel system sees them. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly created_at: string
  readonly user_name: string
  readonly external_id: string | null
  readonly given_name: string | null
  readonly family_name: string | null
  readonly changed_at: string | null
}

/** The units whose staff the caller keeps: where it holds the right, and all below. */
export const unitsKept = (ctx: Context): ReadonlySet<UnitId> => {
  const tree = treeOn(ctx.configuration, ctx.today())
  return new Set(ctx.rights.unitsOf(signInPermissions.provision).flatMap(unit => unitsBelow(tree, unit))
    .filter(unit => ctx.may(signInPermissions.provision, unit)))
}

export interface Wanted {
  readonly id?: string | undefined
  readonly userName?: string | undefined
  readonly externalId?: string | undefined
  readonly email?: string | undefined
}

/** People whose home is, or was, one of the units kept; whoever belongs elsewhere does not exist. */
export async function peopleKept(ctx: Context, { id, userName, externalId, email }: Wanted, { skip = 0, count = 1 } = {}) {
  const staff = await staffKept(ctx)
  const { rows } = await ctx.db.raw(`
    select s.id, s.name, s.email, s.language, s.created_at, coalesce(p.user_name, s.email) as user_name,
           p.external_id, p.given_name, p.family_name, p.changed_at, count(*) over ()::int as total
    from staff s left join provisioned_person p on p.id = s.id
    where s.kind = 'person' and s.id = any (:staff::uuid[])
      and (:id::text is null or s.id::text = :id)
      and (:userName::text is null or coalesce(p.user_name, s.email) = lower(:userName))
      and (:externalId::text is null or p.external_id = :externalId)
      and (:email::text is null or s.email = lower(:email))
    order by s.created_at, s.id limit :count offset :skip`, {
    staff, id: id ?? null, userName: userName ?? null, externalId: externalId ?? null, email: email ?? null, skip, count,
  } as never) as { rows: (Person & { total: number })[] }
  return { people: rows as readonly Person[], total: rows[0]?.total ?? 0 }
}

/** Somebody who went to work elsewhere belongs there from then on; who has no account at all, where they were made. */
async function staffKept(ctx: Context): Promise<string[]> {
  const units = unitsKept(ctx)
  const made = await ctx.db('provisioned_person').whereIn('unit_id', [...units]).pluck<string[]>('id')
  const known = [...units].flatMap(unit => ctx.configuration.of(accountFact, unit)).map(({ key }) => key)
  return [...new Set([...made, ...known])].filter(one => {
    const home = homeOf(ctx.configuration, one, ctx.today())
    return home === undefined || units.has(home)
  })
}

export async function personKept(ctx: Context, id: string): Promise<Person> {
  const { people: [person] } = await peopleKept(ctx, { id })
  if (!person) throw new Types.Error(404, null as never, 'This user does not exist, or lies outside the reach of this token')
  return person
}

const orLeft = <T>(value: T | null) => value ?? undefined

/** The words of the standard for a person; `active` is having an account today. */
export const asUser = (ctx: Context, { id, name, email, language, ...person }: Person) => ({
  schemas: [Schemas.User.id], id,
  externalId: orLeft(person.external_id), userName: person.user_name, displayName: name,
  name: { formatted: name, givenName: orLeft(person.given_name), familyName: orLeft(person.family_name) },
  emails: [{ value: email, type: 'work', primary: true }], preferredLanguage: language,
  active: accountOf(ctx.configuration, id, ctx.today()) !== undefined,
})

/** The same as it is sent, with when it was made and where it is. */
export const asResource = (ctx: Context, person: Person) => {
  const user = new Schemas.User(asUser(ctx, person) as never, 'out')
  return { ...Object.fromEntries(Object.entries(user)), meta: {
    resourceType: 'User', created: new Date(person.created_at).toISOString(),
    lastModified: new Date(person.changed_at ?? person.created_at).toISOString(),
    location: `${ctx.installation.address}/scim/v2/Users/${person.id}`,
  } }
}
