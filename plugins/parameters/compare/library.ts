import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { libraryOf, nearest, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import type { ComparedLibrary, Comparison, CompareQuery } from '../contract/answer/compare.ts'

type Filter = Omit<CompareQuery, 'names' | 'membership' | 'material' | 'day'>

/** The libraries to put side by side, and what there is to choose them by. */
export function chosenLibraries(
  ctx: Context, day: Day, filter: Filter,
): Pick<Comparison, 'libraries' | 'outOf' | 'groups' | 'provinces' | 'like'> {
  const all = librariesOn(ctx, day)
  const below = filter.group === undefined ? null : new Set(unitsBelow(treeOn(ctx.configuration, day), filter.group))
  const fits = all.filter(one => isChosen(one, filter) && (below?.has(one.id) ?? true))
  const groups = new Map(all.flatMap(({ group, level }) => group ? [[group.id, { ...group, level }] as const] : []))
  return {
    outOf: all.length, groups: [...groups.values()].toSorted((a, b) => a.name.localeCompare(b.name, ctx.language)),
    provinces: [...new Set(all.flatMap(({ province }) => province ?? []))].sort(),
    ...(filter.like === undefined ? { libraries: fits } : likeOne(ctx, day, filter.like, { all, fits })),
  }
}

function librariesOn({ configuration }: Context, day: Day): ComparedLibrary[] {
  const { units, order } = treeOn(configuration, day)
  return order.flatMap(id => {
    const unit = units.get(id)
    if (unit?.type !== 'library') return []
    const groupId = nearest(configuration, id, day, 'group')
    const group = groupId === undefined ? undefined : units.get(groupId)
    return [{
      id, code: unit.code, name: unit.name, group: groupId && group ? { id: groupId, name: group.name } : null,
      level: group?.level ?? (group ? '1' : '0'), province: unit.province ?? null, inhabitants: unit.inhabitants ?? null,
    }]
  })
}

function isChosen(
  { id, level, province, inhabitants }: ComparedLibrary,
  { libraries, level: asked, province: where, minInhabitants = 0, maxInhabitants = Infinity }: Filter,
): boolean {
  return (libraries?.includes(id) ?? true) && (asked === undefined || level === asked || (asked === '3' && level.startsWith('3')))
    && (where === undefined || province === where)
    // Of whom no number is known, nobody says that it lies between two.
    && (inhabitants === null ? minInhabitants === 0 && maxInhabitants === Infinity
      : inhabitants >= minInhabitants && inhabitants <= maxInhabitants)
}

/** So many are put beside one's own: enough to see what is usual, few enough to be alike. */
const ALIKE = 10
/** Another province, or another level of group, counts as much as being so many times as big. */
const APART = Math.log(1.5)

/** A library, and those most like it: by inhabitants first, since these decide what a library can afford. */
function likeOne(
  { configuration, language }: Context, day: Day, unit: UnitId,
  { all, fits }: { all: readonly ComparedLibrary[]; fits: readonly ComparedLibrary[] },
): Pick<Comparison, 'libraries' | 'like'> {
  const own = all.find(({ id }) => id === libraryOf(configuration, unit, day))
  if (!own) throw notFound()
  const near = fits.filter(({ id, inhabitants }) => id !== own.id && (own.inhabitants === null || inhabitants !== null))
    .map(one => ({ one, apart: distanceOf(own, one) })).toSorted((a, b) => a.apart - b.apart).slice(0, ALIKE)
  return {
    libraries: [own, ...near.map(({ one }) => one)],
    like: { unit: own.id, unitName: unitAt(configuration, own.id, day)?.name ?? '', why: whyAlike(own, near.length)[language] },
  }
}

function distanceOf(a: ComparedLibrary, b: ComparedLibrary): number {
  const size = (one: ComparedLibrary) => Math.log(Math.max(one.inhabitants ?? 1, 1))
  return (a.inhabitants === null ? 0 : Math.abs(size(a) - size(b)))
    + (a.province === b.province ? 0 : APART) + (a.level[0] === b.level[0] ? 0 : APART)
}

const whyAlike = ({ name, inhabitants }: ComparedLibrary, count: number) => inEach(language => {
  const size = inhabitants?.toLocaleString(`${language}-BE`)
  return size === undefined ? {
    nl: `Van ${name} is geen inwonertal bekend: dit zijn ${count} bibliotheken, eerst die van dezelfde provincie en hetzelfde niveau.`,
    en: `How many inhabitants ${name} has is not known: these are ${count} libraries, those of the same province and level first.`,
    fr: `Le nombre d’habitants de ${name} n’est pas connu : voici ${count} bibliothèques, en commençant par la même province et le même niveau.`,
  }[language] : {
    nl: `${name} (${size} inwoners) en de ${count} bibliotheken die er het meest op lijken: zo dicht mogelijk bij dat inwonertal. `
      + 'Een andere provincie of een ander niveau van samenwerking telt daarbij als anderhalve keer zo groot.',
    en: `${name} (${size} inhabitants) and the ${count} libraries most like it: as near as possible to that number. `
      + 'Another province or another level of cooperation counts as one and a half times as big.',
    fr: `${name} (${size} habitants) et les ${count} bibliothèques les plus semblables : au plus près de ce nombre. `
      + 'Une autre province ou un autre niveau de coopération compte comme une population une fois et demie plus grande.',
  }[language]
})
