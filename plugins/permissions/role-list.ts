import type { Context } from '#core/context.ts'
import type { Permission } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { rolesOn, type RoleInForce } from '#core/role.ts'
import { notFound } from '#core/refusal.ts'
import { permissionShown, permissionsNamed } from './area.ts'
import type { PermissionShown } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { nameAt } from './there.ts'

/** The roles in force, the widest first, each with what it allows and where the caller may hand it out. */
export function rolesShown(ctx: Context) {
  const { configuration, installation: { registry }, language } = ctx
  const roles = [...rolesOn(configuration, ctx.today()).values()]
  const holders = holdersInReach(ctx)
  return roles.sort((a, b) => b.permissions.size - a.permissions.size).map(role => {
    const held = permissionsNamed(registry, role.permissions)
    return {
      code: role.code, name: role.name[language], names: role.name, reach: role.reach,
      permissions: held.map(one => permissionShown(one, language)),
      mayGrant: mayGrant(ctx, held), mayChange: mayChange(ctx, role, held),
      unit: role.unit, unitName: nameAt(configuration, role.unit, ctx.today()),
      own: !registry.roles.has(role.code), template: fromTemplate(ctx, role),
      holders: holders.get(role.code)?.size ?? 0, version: configuration.version,
    }
  })
}

/** Two roles side by side. */
export function rolesCompared(ctx: Context, a: string, b: string) {
  const roles = rolesOn(ctx.configuration, ctx.today())
  const [one, other] = [roles.get(a), roles.get(b)]
  if (!one || !other) throw notFound()
  const shown = (is: (name: string) => boolean) => namedShown(ctx, name => is(name))
  return {
    a: { code: a, name: one.name[ctx.language] }, b: { code: b, name: other.name[ctx.language] },
    both: shown(name => one.permissions.has(name) && other.permissions.has(name)),
    onlyA: shown(name => one.permissions.has(name) && !other.permissions.has(name)),
    onlyB: shown(name => !one.permissions.has(name) && other.permissions.has(name)),
  }
}

/** How a role that Filiaal brought along differs from what it brings along today; never applied by itself. */
function fromTemplate(ctx: Context, { code, permissions: inForce }: RoleInForce) {
  const template = ctx.installation.registry.roles.get(code)
  if (!template) return null
  const brought = new Set(template.permissions.map(({ name }) => name))
  return {
    added: namedShown(ctx, name => inForce.has(name) && !brought.has(name)),
    lacking: namedShown(ctx, name => brought.has(name) && !inForce.has(name)),
  }
}

const namedShown = ({ installation: { registry }, language }: Context, is: (name: string) => boolean): PermissionShown[] =>
  [...registry.permissions.values()].filter(({ name }) => is(name)).map(one => permissionShown(one, language))

/** The units where the caller holds all that a role allows, and so may hand it out: there and below. */
const mayGrant = (ctx: Context, held: readonly Permission[]) =>
  ctx.rights.unitsOf(permissions.manage).filter(unit => held.every(permission => ctx.may(permission, unit)))

const mayChange = (ctx: Context, { unit }: RoleInForce, held: readonly Permission[]) =>
  [permissions.roles, ...held].every(permission => ctx.may(permission, unit, { below: true }))

/** Who holds each role today or later, of the people in reach. */
function holdersInReach(ctx: Context): Map<string, Set<string>> {
  const today = ctx.today()
  const holders = new Map<string, Set<string>>()
  for (const rows of ctx.configuration.all(grantFact)) {
    for (const { unit, to, body: { role, staff } } of rows) {
      if ((to !== null && to < today) || !ctx.reaches(unit)) continue
      const known = holders.get(role)
      if (known) known.add(staff)
      else holders.set(role, new Set([staff]))
    }
  }
  return holders
}
