import type { Effect, Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import type { EffectOf } from '#core/plugin.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { dayIn, inEach } from '#core/wording.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { dunningRule, fineRule, loanRule } from '#plugins/rules/contract/method.ts'
import { fineClosedDays, fineLine, fineWeeks } from '#plugins/rules/contract/parameter.ts'
import { fineFreeAge } from '../contract/parameter/fines.ts'
import { fineEffect, noticeEffect } from './effect.ts'
import { finesThatAlter, lateLoans } from './late.ts'
import { preNoticesThatAlter } from './pre-notice.ts'

interface Said { readonly unit: UnitId; readonly parameter: string; readonly from: Day }

const finesBy = [fineRule, fineClosedDays, fineWeeks, fineLine, fineFreeAge].map(({ name }) => name)

/**
 * What other rules mean for loans that run: by what the house says of the line that a fine follows, how many cost
 * something else and how much; of how many the pre-notice moves; and that due days stay as they were promised.
 */
export const runningLoansThatAlter: EffectOf = {
  kinds: [setParameter],
  async count(ctx, before, after, items) {
    const said = (names: readonly string[]) => items.map(({ payload }: Item) => payload as Said).filter(({ parameter }) => names.includes(parameter))
    const [fines, notices, terms] = [said(finesBy), said([dunningRule.name]), said([loanRule.name])]
    return [
      ...(fines.length ? await finesTold(ctx, before, after, fines) : []),
      ...(notices.length ? noticeEffect(await preNoticesThatAlter(ctx, { before, after, branches: branchesBelow(after, notices, ctx.today()) })) : []),
      ...(terms.length ? await termsTold(ctx, after, terms) : []),
    ]
  },
}

/** A week after the last of them begins, so that what holds from a later day shows. */
async function finesTold(ctx: Context, before: Configuration, after: Configuration, said: readonly Said[]): Promise<Effect[]> {
  const today = ctx.today()
  const last = said.map(({ from }) => from).toSorted().at(-1) ?? today
  const on = last <= today ? today : plusDays(last, 6)
  const late = await lateLoans(ctx, { before, after, on }, branchesBelow(after, said, today))
  const { altered } = finesThatAlter(today, { before, after, late, on })
  return altered.loans ? fineEffect(altered, on) : [{
    code: 'circulation.fines-stay', count: 0,
    text: {
      nl: 'Geen enkele uitlening die nu te laat is, krijgt een andere boete', en: 'No loan that is late now gets another fine',
      fr: 'Aucun prêt actuellement en retard n’a une autre amende',
    },
  }]
}

async function termsTold(ctx: Context, after: Configuration, said: readonly Said[]): Promise<Effect[]> {
  const branches = branchesBelow(after, said, ctx.today())
  const { rows: [{ count }] } = await ctx.db.raw(
    'select coalesce(sum(loans), 0)::int as count from loans_due(?::uuid[], ?, null)', [branches, ctx.today()])
  if (count === 0) return []
  const first = said.map(({ from }) => from).toSorted()[0] ?? ctx.today()
  return [{
    code: 'circulation.terms-stay', count,
    text: inEach(language => {
      const day = dayIn(language, first)
      return {
        nl: `${count === 1 ? '1 lopende uitlening houdt haar' : `${count} lopende uitleningen houden hun`} inleverdatum; de regel geldt voor wat vanaf ${day} uitgeleend wordt`,
        en: `${count === 1 ? '1 running loan keeps its due day' : `${count} running loans keep their due days`}; the rule holds for what is lent from ${day} on`,
        fr: `${count === 1 ? '1 prêt en cours garde sa' : `${count} prêts en cours gardent leur`} date de retour ; la règle vaut pour les prêts à partir du ${day}`,
      }[language]
    }),
  }]
}

function branchesBelow(reading: Configuration, said: readonly Said[], today: Day): UnitId[] {
  const tree = treeOn(reading, today)
  return [...new Set(said.flatMap(({ unit }) => unitsBelow(tree, unit)))]
    .filter(id => ['branch', 'bookmobile', 'stop'].includes(tree.units.get(id)?.type ?? ''))
}
