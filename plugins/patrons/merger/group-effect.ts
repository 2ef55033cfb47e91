import type { Effect, Item } from '#core/change.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { EffectOf } from '#core/plugin.ts'
import { librariesUnder, typeOf, unitAt } from '#core/unit.ts'
import { inEach, listed as namesIn } from '#core/wording.ts'
import { linkedType } from '#plugins/parameters/index.ts'
import { changeUnit, moveUnit } from '#plugins/units/contract.ts'
import { cooperationOf } from '../cooperation.ts'
import { effect } from './effect.ts'

interface Counted { readonly library_id: UnitId; readonly type: string; readonly members: number; readonly cards: number }

const countedAt = async (ctx: Context, libraries: readonly UnitId[]): Promise<Counted[]> =>
  (await ctx.db.raw('select * from members_counted(?::uuid[])', [[...libraries]])).rows
const both = async (ctx: Context, one: readonly UnitId[], others: readonly UnitId[], discreetToo: boolean): Promise<number> =>
  (await ctx.db.raw('select members_of_both(?::uuid[], ?::uuid[], ?) as n', [[...one], [...others], discreetToo])).rows[0].n
const sum = (rows: readonly Counted[]) => rows.reduce((total, row) => total + row.members, 0)

/** What another group, or another level of one, means for the members of its libraries (domain/2 §3). */
export const membersOfGroup: EffectOf = {
  kinds: [moveUnit, changeUnit],
  async count(ctx, before, after, items) {
    const effects: Effect[] = []
    for (const { library, day } of librariesOf(before, items)) {
      const [was, becomes] = [cooperationOf(before, library, day), cooperationOf(after, library, day)]
      if (was?.group === becomes?.group && was?.level === becomes?.level) continue
      const counted = await countedAt(ctx, [library])
      const others = (group: typeof was) => group?.libraries.filter(id => id !== library) ?? []
      const name = unitAt(after, library, day)?.name ?? ''
      if (becomes?.level === 3) effects.push(...await joiningRegion(ctx, after, { library, day, name, counted, partners: others(becomes) }))
      else effects.push(...effect('terms-stay', sum(counted), n => ({
        nl: `${n} ${n === 1 ? 'lidmaatschap' : 'lidmaatschappen'} van ${name} ${n === 1 ? 'houdt zijn' : 'houden hun'} einddatum; ${becomes ? 'wie zich elders in de groep inschrijft, krijgt die einddatum en betaalt er niets' : 'inschrijven kost daarna in elke bibliotheek lidgeld'}`,
        en: `${n} ${n === 1 ? 'membership' : 'memberships'} of ${name} keep ${n === 1 ? 'its' : 'their'} end date; ${becomes ? 'whoever enrols elsewhere in the group gets that date and pays nothing there' : 'from then on each library asks its own fee'}`,
        fr: `${n} ${n === 1 ? 'abonnement' : 'abonnements'} de ${name} ${n === 1 ? 'garde sa' : 'gardent leur'} date de fin ; ${becomes ? 'l’usager qui s’inscrit ailleurs dans le groupement reçoit cette date et n’y paie rien' : 'chaque bibliothèque demande ensuite sa cotisation'}`,
      })))
      const lost = was?.level === 3 ? others(was).filter(id => !others(becomes?.level === 3 ? becomes : undefined).includes(id)) : []
      if (lost.length) effects.push(...effect('visits-end', sum(counted), n => {
        const names = lost.map(id => unitAt(before, id, day)?.name ?? '')
        return inEach(language => ({
          nl: `${n} ${n === 1 ? 'lid' : 'leden'} van ${name} ${n === 1 ? 'moet' : 'moeten'} zich inschrijven om nog te lenen bij ${namesIn(language, names)}`,
          en: `${n} ${n === 1 ? 'member' : 'members'} of ${name} must enrol to go on borrowing at ${namesIn(language, names)}`,
          fr: `${n} ${n === 1 ? 'membre' : 'membres'} de ${name} ${n === 1 ? 'doit' : 'doivent'} s’inscrire pour encore emprunter à ${namesIn(language, names)}`,
        })[language])
      }))
    }
    return effects
  },
}

interface Joining { readonly library: UnitId; readonly day: Day; readonly name: string; readonly counted: readonly Counted[]; readonly partners: readonly UnitId[] }

/** One membership for the whole group: who has two keeps both until one ends; a type without a link lends nothing elsewhere. */
async function joiningRegion(ctx: Context, after: Configuration, { library, day, name, counted, partners }: Joining): Promise<Effect[]> {
  const unlinked = counted.filter(({ type }) => partners.some(at => linkedType(after, type, library, at, day) === undefined))
  return [
    ...effect('visits-begin', sum(counted), n => ({
      nl: `${n} ${n === 1 ? 'lid' : 'leden'} van ${name} ${n === 1 ? 'leent' : 'lenen'} in de hele groep zonder inschrijven`,
      en: `${n} ${n === 1 ? 'member' : 'members'} of ${name} ${n === 1 ? 'borrows' : 'borrow'} in the whole group without enrolling`,
      fr: `${n} ${n === 1 ? 'membre' : 'membres'} de ${name} ${n === 1 ? 'emprunte' : 'empruntent'} dans tout le groupement sans inscription`,
    })),
    ...effect('one-too-many', partners.length ? await both(ctx, [library], partners, false) : 0, n => ({
      nl: `${n} ${n === 1 ? 'heeft' : 'hebben'} dan een lidmaatschap te veel: dat blijft tot zijn einddatum en wordt niet meer hernieuwd`,
      en: `${n} then ${n === 1 ? 'has' : 'have'} a membership too many: it stays until its end date and is not renewed`,
      fr: `${n} ${n === 1 ? 'a' : 'ont'} alors un abonnement de trop : il court jusqu’à sa date de fin et n’est plus renouvelé`,
    })),
    ...effect('no-link', sum(unlinked), n => ({
      nl: `${n} met een lidsoort zonder koppeling: leg die eerst, anders lenen zij niet bij elke andere bibliotheek`,
      en: `${n} with a type that is not linked: link it first, or they do not borrow at each other library`,
      fr: `${n} avec un type non lié : liez-le d’abord, sinon ils n’empruntent pas dans chaque autre bibliothèque`,
    })),
  ]
}

/** The libraries whose group these items may alter, each with the day from which on; those of a group that changes are all of it. */
function librariesOf(before: Configuration, items: readonly Item[]): { library: UnitId; day: Day }[] {
  return items.flatMap(({ kind, payload }) => {
    const { unit, from, fields } = payload as { unit: UnitId; from: Day; fields?: { level?: string } }
    const type = typeOf(before, unit)
    if (kind === changeUnit.name && (type !== 'group' || fields?.level === undefined)) return []
    if (type !== 'library' && type !== 'group') return []
    return librariesUnder(before, unit, { from, to: from }).map(library => ({ library, day: from }))
  })
}
