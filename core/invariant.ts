import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import type { Fault } from './refusal.ts'

/**
 * What the plugins want to stay true, asked of the configuration that would be in force.
 *
 * A rule of one kind sees only its own payload; this sees the outcome, whether a change, a planned
 * set or a put back brings it about.
 */
export async function brokenBy(ctx: Context, draft: Draft): Promise<Fault[]> {
  const delta = draft.delta()
  const touched = new Set([...delta.ended, ...delta.laid].map(({ fact }) => fact))
  const concerned = ctx.installation.registry.plugins.flatMap(({ invariants = [] }) => invariants)
    .filter(({ facts }) => facts.some(fact => touched.has(fact.name)))
  if (!concerned.length) return []
  const after = draft.configuration()
  const faults: Fault[] = []
  for (const invariant of concerned) faults.push(...await invariant.faults(ctx, after, delta))
  return faults
}
