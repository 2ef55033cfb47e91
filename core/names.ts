import { beyondReach } from './change-set.ts'
import type { Context } from './context.ts'
import type { Language, Texts } from './contract.ts'
import { allGrantsOf } from './grant.ts'
import { StaffRow } from './staff.ts'

/** How a sentence speaks of a person: their name is never in it, so that they can be forgotten. */
export const somebody: Texts = { nl: 'Een medewerker', en: 'A member of staff', fr: 'Un collaborateur' }

/** A sentence with the name of the person it is about, for whoever may read it. */
export function withName(sentence: string, name: string | undefined, language: Language): string {
  if (name === undefined) return sentence
  // In French a name takes no article: « l’accès d’un collaborateur » becomes « l’accès de Jan ».
  const bare = language === 'fr' ? sentence.replace(/d’un collaborateur/, `de ${somebody.fr}`) : sentence
  return bare.replace(new RegExp(somebody[language], 'i'), () => name)
}

/** Whom an item of a set is about, where it is about a person. */
export function personIn(payload: unknown): string | undefined {
  const staff: unknown = typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'staff') : undefined
  return typeof staff === 'string' ? staff : undefined
}

/**
 * The names of those who may be named: people in reach, and whoever holds or held a role at a unit in reach.
 * Names are looked up where they are read, never written into a sentence, so that a person can be forgotten.
 */
export async function namesOf(ctx: Context, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const all = [...new Set(ids)]
  const own = all.length ? await StaffRow.query(ctx.db).whereIn('id', all).select('id', 'name') : []
  const known = new Map(own.map(({ id, name }) => [id, name]))
  const strange = all.filter(id => !known.has(id) && holdsHere(ctx, id))
  if (!strange.length) return known
  const others = await beyondReach(ctx, async () => StaffRow.query(ctx.db).whereIn('id', strange).select('id', 'name'))
  return new Map([...known, ...others.map(({ id, name }) => [id, name] as const)])
}

const holdsHere = (ctx: Context, staff: string) =>
  allGrantsOf(ctx.configuration, staff).some(({ unit }) => ctx.reaches(unit))
