import type { Effect, Item } from '#core/change.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { close, extendClosing, type Close, type ExtendClosing } from '../contract/change.ts'
import { closureFact } from '../contract/closure.ts'
import { closureOf } from '../change/close.ts'
import { partsSaid } from '../change/closure-faults.ts'

/** What is arranged besides the days, each in a sentence: the same at all units of a closure, so told once. */
export function partEffects(ctx: Context, after: Configuration, items: readonly Item[]): Effect[] {
  return items.flatMap(item => {
    const closing = closingIn(item)
    // Of one that has open days in between, the piece that comes last is told: it is the one that moves.
    const row = closing === undefined ? undefined : [...after.all(closureFact)].flat().findLast(({ key }) => key === closing)
    if (!row?.from) return []
    return partsSaid(after, ctx.installation.registry, row.body, { unit: row.unit, from: row.from, to: row.to })
      .map(({ name, text }): Effect => ({ code: `branches.closure-${name}`, text }))
  })
}

function closingIn({ kind, payload }: Item): string | undefined {
  if (kind === extendClosing.name) return (payload as ExtendClosing).closing
  if (kind !== close.name) return undefined
  const asked = payload as Close
  return asked.parts || asked.remindDays !== undefined ? closureOf(asked) : undefined
}
