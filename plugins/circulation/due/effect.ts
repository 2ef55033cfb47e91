import type { Effect } from '#core/change.ts'
import type { EffectOf } from '#core/plugin.ts'
import { dayIn, inEach } from '#core/wording.ts'
import { branchesOf, calendarKinds, movesAt, type Move } from './plan.ts'

const DAYS_TOLD = 10

/** How many loans get a later due day, and from which day to which; counted beyond every wall, and of nobody by name. */
export const dueDaysThatMove: EffectOf = {
  kinds: calendarKinds,
  async count(ctx, _before, after, items) {
    const moves = await movesAt(ctx, after, branchesOf(after, items, ctx.today()))
    return moves.length ? [effectOf(moves, days => dayIn(ctx.language, days))] : []
  },
}

function effectOf(moves: readonly Move[], written: (day: string) => string): Effect {
  const count = moves.reduce((sum, { loans }) => sum + loans, 0)
  const byDays = Map.groupBy(moves, ({ due, to }) => `${due} ${to}`)
  const sample = [...byDays.values()].slice(0, DAYS_TOLD).flatMap(([first, ...rest]) => first
    ? [`${written(first.due)} → ${written(first.to)}: ${[first, ...rest].reduce((sum, { loans }) => sum + loans, 0)}`] : [])
  return {
    code: 'circulation.due-days', count, sample,
    text: inEach(language => ({
      nl: count === 1 ? '1 uitlening krijgt een latere inleverdatum' : `${count} uitleningen krijgen een latere inleverdatum`,
      en: count === 1 ? '1 loan gets a later due day' : `${count} loans get a later due day`,
      fr: count === 1 ? '1 prêt reçoit une date de retour plus tardive' : `${count} prêts reçoivent une date de retour plus tardive`,
    })[language]),
  }
}
