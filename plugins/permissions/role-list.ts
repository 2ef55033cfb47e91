import type { Context } from '#core/context.ts'
import type { Permission } from '#core/contract.ts'
import { rolesOn } from '#core/role.ts'
import { permissions } from './contract/permission.ts'

/** The roles in force, the widest first, each with what it allows and where the caller may hand it out. */
export function rolesShown(ctx: Context) {
  const roles = [...rolesOn(ctx.configuration, ctx.today()).values()]
  return roles.sort((a, b) => b.permissions.size - a.permissions.size).map(({ code, name, permissions: names }) => {
    const held = [...names].flatMap(one => ctx.installation.registry.permissions.get(one) ?? [])
    return {
      code, name: name[ctx.language], mayGrant: mayGrant(ctx, held),
      permissions: held.map(
        one => ({ name: one.name, plugin: one.name.split('.')[0] ?? '', allows: one.allows[ctx.language] })
      ),
    }
  })
}

/** The units where the caller holds all that a role allows, and so may hand it out. */
const mayGrant = (ctx: Context, held: readonly Permission[]) =>
  ctx.rights.unitsOf(permissions.manage).filter(unit => held.every(permission => ctx.may(permission, unit)))
