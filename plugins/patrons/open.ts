import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'

/** What every part of the system says still stands open with somebody: items, charges. */
export async function standsOpen(ctx: Context, personId: string): Promise<Texts[]> {
  const open: Texts[] = []
  for (const { personalData } of ctx.installation.registry.plugins) open.push(...await personalData?.open?.(ctx, personId) ?? [])
  return open
}
