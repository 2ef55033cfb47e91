import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import type { OpenQuery } from '#core/plugin.ts'

/** What every part of the system says still stands open with whom: items, fees. */
export async function openOf(ctx: Context, people: readonly string[]): Promise<Map<string, Texts[]>> {
  const all = new Map<string, Texts[]>(people.map(id => [id, []]))
  if (!people.length) return all
  for (const { personalData } of ctx.installation.registry.plugins)
    for (const [id, open] of await personalData?.open?.of(ctx, people) ?? []) all.get(id)?.push(...open)
  return all
}

/** Likewise with one person. */
export const standsOpen = async (ctx: Context, personId: string): Promise<Texts[]> =>
  (await openOf(ctx, [personId])).get(personId) ?? []

/** Likewise everybody with whom something is open, as questions for the database: for whoever counts and names nobody. */
export const openQueries = (ctx: Context): OpenQuery[] =>
  ctx.installation.registry.plugins.flatMap(({ personalData }) => personalData?.open?.all(ctx) ?? [])
