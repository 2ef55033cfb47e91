import type { Context } from '#core/context.ts'
import { grantFact, type Grant } from '#core/grant.ts'
import { namesOf } from '#core/names.ts'
import type { EffectOf } from '#core/plugin.ts'
import { isUsedAt, rolesIn } from '#core/role.ts'
import { shiftOf } from '#core/shift.ts'
import { parentAt, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import type { Texts } from '#core/contract.ts'
import { inEach } from '#core/wording.ts'
import { closeUnit, mergeUnit, moveUnit } from '#plugins/units/contract.ts'

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

/** Where a unit hangs decides who holds a role there: who gains one and who loses one by its move or merger. */
export const rolesThatShift: EffectOf = {
  kinds: [moveUnit, mergeUnit],
  async count(ctx, before, after, items) {
    const shifts = items.flatMap(({ kind, payload }) => {
      const { unit, from } = payload as { unit: string; from: string }
      const moved = kind === moveUnit.name ? [unit] : treeOn(before, from).children.get(unit) ?? []
      return moved.flatMap(id => shiftOf(before, after, id, parentAt(after, id, from) ?? id, from))
    })
    const [gaining, losing] = [staffOf(shifts.flatMap(shift => shift.gained)), staffOf(shifts.flatMap(shift => shift.lost))]
    return [
      ...await people(ctx, 'permissions.roles-gained', except(gaining, losing), gainedWords),
      ...await people(ctx, 'permissions.roles-lost', except(losing, gaining), lostWords),
    ]
  },
}

const staffOf = (grants: readonly Grant[]) => new Map(grants.map(grant => [`${grant.staff}/${grant.role}`, grant.staff]))

/** Whoever has the same role before and after neither gains nor loses. */
const except = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
  [...new Set([...some].filter(([key]) => !others.has(key)).map(([, staff]) => staff))]

async function people(ctx: Context, code: string, staff: readonly string[], words: (count: number) => Texts) {
  const names = [...(await namesOf(ctx, staff)).values()].sort((a, b) => a.localeCompare(b, 'nl')).slice(0, 10)
  return staff.length === 0 ? [] : [{ code, count: staff.length, text: words(staff.length), sample: names }]
}

const gainedWords = (count: number): Texts => count === 1 ? {
  nl: '1 medewerker heeft daar dan een rol die er nu niet geldt',
  en: '1 member of staff then has a role there that does not hold there now',
  fr: '1 collaborateur y aura un rôle qui n’y vaut pas maintenant',
} : {
  nl: `${count} medewerkers hebben daar dan een rol die er nu niet geldt`,
  en: `${count} members of staff then have a role there that does not hold there now`,
  fr: `${count} collaborateurs y auront un rôle qui n’y vaut pas maintenant`,
}

const lostWords = (count: number): Texts => count === 1 ? {
  nl: '1 medewerker verliest daar een rol', en: '1 member of staff loses a role there',
  fr: '1 collaborateur y perd un rôle',
} : {
  nl: `${count} medewerkers verliezen daar een rol`, en: `${count} members of staff lose a role there`,
  fr: `${count} collaborateurs y perdent un rôle`,
}

/** A role that a group made stays behind in it: whoever holds one in a library that leaves holds nothing by it any more. */
export const rolesLeftBehind: EffectOf = {
  kinds: [moveUnit],
  async count(_ctx, before, after, items) {
    const staff = new Set(items.flatMap(({ payload }) => {
      const { unit: moved, from } = payload as { unit: string; from: string }
      const roles = rolesIn(after, from)
      return unitsBelow(treeOn(before, from), moved).flatMap(unit => before.of(grantFact, unit)
        .filter(said => said.to === null || said.to >= from)
        .filter(({ body }) => {
          const role = roles.get(body.role)
          return role && isUsedAt(before, role, unit, from) && !isUsedAt(after, role, unit, from)
        })
        .map(({ body }) => body.staff))
    }))
    const count = staff.size
    return count === 0 ? [] : [{
      code: 'permissions.roles-left', count,
      text: inEach(language => ({
        nl: count === 1 ? '1 medewerker heeft daar een rol van de groep, die dan niets meer toelaat'
          : `${count} medewerkers hebben daar een rol van de groep, die dan niets meer toelaat`,
        en: count === 1 ? '1 member of staff has a role of the group there, which then allows nothing any more'
          : `${count} members of staff have a role of the group there, which then allows nothing any more`,
        fr: count === 1 ? '1 collaborateur y a un rôle du groupement, qui ne permettra plus rien'
          : `${count} collaborateurs y ont un rôle du groupement, qui ne permettra plus rien`,
      })[language]),
    }]
  },
}
