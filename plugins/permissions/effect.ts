import { grantFact } from '#core/grant.ts'
import type { EffectOf } from '#core/plugin.ts'
import { unitAt } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import { closeUnit, mergeUnit } from '#plugins/units/contract.ts'

/** Roles given at a unit that ends reach nothing any more; nobody gets the successor's without being asked. */
export const rolesThatEnd: EffectOf = {
  kinds: [closeUnit, mergeUnit],
  async count(_ctx, before, after, items) {
    const staff = new Set(items.flatMap(({ payload }) => {
      const { unit, also = [], from } = payload as { unit: string; also?: string[]; from: string }
      return [unit, ...also].filter(id => !unitAt(after, id, from)).flatMap(id =>
        before.of(grantFact, id).filter(said => said.to === null || said.to >= from).map(({ body }) => body.staff))
    }))
    const count = staff.size
    return count === 0 ? [] : [{
      code: 'permissions.roles-end', count,
      text: inEach(language => ({
        nl: count === 1 ? '1 medewerker heeft daar een rol, die dan niets meer toelaat'
          : `${count} medewerkers hebben daar een rol, die dan niets meer toelaat`,
        en: count === 1 ? '1 member of staff has a role there, which then allows nothing any more'
          : `${count} members of staff have a role there, which then allows nothing any more`,
        fr: count === 1 ? '1 collaborateur y a un rôle, qui ne permettra plus rien'
          : `${count} collaborateurs y ont un rôle, qui ne permettra plus rien`,
      })[language]),
    }]
  },
}
