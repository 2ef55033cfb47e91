import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { parameterOf, readParameterKey } from '#core/parameter.ts'
import { dayOf, unitAt } from '#core/unit.ts'
import { speaker } from '#plugins/branches/index.ts'
import { whereWords } from '#plugins/parameters/index.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import type { FinePart, Term, Why } from '../contract/loan.ts'
import { ItemRow } from '../item/item.ts'
import { fineNow, lastPartNow } from './fine.ts'
import { StepRow, type LoanRow } from './row.ts'
import { termFor } from './term.ts'
import { fineDiffers, fineWords, totalWords } from './why-fine.ts'
import { ruleWords, termDiffers, termWords, type Renewal } from './why-term.ts'
import { isToldAloud, movedWords, stepName } from './why-steps.ts'

/** Why a loan is due on its day and costs what it costs, from what was kept with it; for whoever asks, on half a page. */
export async function whyOf(ctx: Context, loan: LoanRow): Promise<Why> {
  const { language } = ctx
  const { term } = loan
  const item = await ItemRow.query(ctx.db).findById(loan.itemId)
  const steps = await StepRow.query(ctx.db).where('loan_id', loan.id).orderByRaw(`at, act <> 'lent', id`)
  const isOpen = loan.endedAt === null
  const fine = isOpen ? (await fineNow(ctx, loan, ctx.today(loan.branchId))).parts : loan.fine?.parts ?? []
  const begun = steps.findLastIndex(({ act }) => act === 'renewed')
  const renewed = steps[begun]
  return {
    title: item?.title ?? '', dueOn: loan.dueOn,
    sentences: [
      ...termWords(language, term, {
        place: nameOf(ctx, term.unit), rule: wordsOf(ctx, term, term.from), isOffline: loan.channel === 'offline',
        renewal: term.what === 'renewal' && renewed ? renewalOf(ctx, loan, renewed) : undefined,
      }),
      ...movedWords(language, steps.slice(begun + 1)),
    ],
    differs: isOpen ? termDiffersSince(ctx, loan) : await fineDiffersSince(ctx, loan),
    fine: [
      ...fine.flatMap(part => fineWords(language, part, { place: nameOf(ctx, part.unit), rule: wordsOf(ctx, part, part.returned) })),
      ...(fine.length > 1 ? [totalWords(language, fine)] : []),
    ],
    term,
    steps: steps.map(step => ({
      at: step.at, act: step.act, actName: stepName(language, step), before: step.dueBefore, after: step.dueAfter,
      reason: isToldAloud(step) ? null : step.reason, set: step.setId,
    })),
  }
}

const nameOf = ({ configuration, today }: Context, unit: UnitId) => unitAt(configuration, unit, dayOf(configuration, unit, today()))?.name ?? ''

const renewalOf = (ctx: Context, { lentOn, renewals, term: { unit } }: LoanRow, { at }: StepRow): Renewal =>
  ({ lentOn, times: renewals, on: ctx.installation.today(ctx.configuration, unit, Temporal.Instant.from(at)) })

/** A line of the rules: whose it is and on which level, for which codes, since when; or what every region starts with. */
function wordsOf(ctx: Context, { rule }: Pick<Term | FinePart, 'rule'>, day: Day): string {
  const { language, configuration } = ctx
  if (rule.unit === null) return ruleWords(language, { text: rule.text })
  const parameter = ctx.installation.registry.parameters.get(parameterOf(rule.key)) ?? loanRule
  return ruleWords(language, {
    text: rule.text, since: rule.since, whose: speaker(configuration, rule.unit, dayOf(configuration, rule.unit, day), language),
    codes: whereWords(configuration, parameter, rule.unit, rule.since ?? day, readParameterKey(rule.key, parameter), language),
  })
}

/** The same loan by what holds today: the rule, or the calendar, may say something else since. */
function termDiffersSince({ configuration, language }: Context, { term, dueOn }: LoanRow): string[] {
  const { unit, membership, material, from, what } = term
  if (what === 'moved') return []
  const now = termFor(configuration, { unit, line: { membership, material }, day: from, from, what })
  return now && now.due !== term.due && now.due !== dueOn ? [termDiffers(language, now.due, now.raw === term.raw)] : []
}

/** And the fine that was kept, as it would be today; of who it was nothing is known any more where that decided. */
async function fineDiffersSince(ctx: Context, loan: LoanRow): Promise<string[]> {
  const kept = loan.fine?.parts.at(-1)
  if (!kept || kept.freeUnder !== undefined) return []
  const now = await lastPartNow(ctx, loan)
  return now && now.cents !== kept.cents ? [fineDiffers(ctx.language, now.cents, now.rule.text === kept.rule.text)] : []
}
