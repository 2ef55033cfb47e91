import type { Static } from 'typebox'
import type { Context } from '#core/context.ts'
import type { Day, Parameter } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { readParameterKey, resolve, type ParameterRow } from '#core/parameter.ts'
import { unitAt } from '#core/unit.ts'
import { textOf, whereWords } from '#plugins/parameters/index.ts'
import type { TriedRule } from './contract/answer.ts'
import { dunningRule, fineRule, holdRule, loanRule, renewalRule } from './contract/method.ts'
import { fineClosedDays, fineLine, fineWeeks } from './contract/parameter.ts'
import type { Loan } from './loan.ts'
import { fineLineOf, type DueLoan } from './running-fine.ts'

type Why = Static<typeof TriedRule>

/** A rule that had a say, and on which days where it was not all of them. */
interface Say { readonly parameter: Parameter; readonly row: ParameterRow | undefined; readonly from?: Day; readonly to?: Day }

/** The days of a loan that its fine and its reminders were looked up for; without a due date there are none. */
export interface Followed { readonly loan: DueLoan; readonly fineTo: Day; readonly remindersTo: Day; readonly returned?: Day | undefined }

/** Every rule that had a say in a loan that is tried: its words, whose they are, since when, and on which days. */
export async function whyOf(ctx: Context, loan: Loan, followed: Followed | null, notSaved?: string): Promise<Why[]> {
  const on = (parameter: Parameter, day = loan.day): Say => ({ parameter, row: rowOn(ctx, loan, parameter, day) })
  const says = [
    on(loanRule), on(renewalRule),
    ...(followed ? [...finesSaid(ctx, followed, on), ...stretches(ctx, loan, dunningRule, loan.day, followed.remindersTo)] : []),
    on(holdRule),
  ]
  const authors = await authorsOf(ctx, says)
  return says.map(say => ({
    ...whySaid(ctx, loan, say, authors), ...(say.row && say.row.saidIn === notSaved ? { notSaved: true } : {}),
  }))
}

/** By the rule of one day, or of each day that the fine was followed. */
function finesSaid(ctx: Context, { loan, fineTo, returned }: Followed, on: (parameter: Parameter, day: Day) => Say): Say[] {
  const by = fineLineOf(ctx.configuration, loan)
  const only = by === 'loan-date' ? loan.day : by === 'return-date' ? returned : undefined
  const said = (parameter: Parameter) => only === undefined
    ? stretches(ctx, loan, parameter, plusDays(loan.due, 1), fineTo) : [on(parameter, only)]
  const byPeriod = said(fineRule).some(({ row }) => (row?.body.value as { periodDays?: number } | undefined)?.periodDays === 7)
  return [
    ...said(fineRule), ...said(fineClosedDays), ...(byPeriod ? said(fineWeeks) : []), on(fineLine, loan.day),
  ]
}

/** One after another the rows that hold on the days of a loan. */
function stretches(ctx: Context, loan: Loan, parameter: Parameter, from: Day, to: Day): Say[] {
  const found: { row: ParameterRow | undefined; from: Day; to: Day }[] = []
  for (let day = from; day <= to || found.length === 0; day = plusDays(day, 1)) {
    const row = rowOn(ctx, loan, parameter, day)
    const last = found.at(-1)
    if (last && last.row === row) last.to = day
    else found.push({ row, from: day, to: day })
  }
  const [only] = found
  return found.length === 1 && only ? [{ parameter, row: only.row }] : found.map(one => ({ parameter, ...one }))
}

const rowOn = ({ configuration }: Context, { unit, line }: Loan, parameter: Parameter, day: Day) =>
  resolve(configuration, parameter, unit, day, line).row

function whySaid({ configuration, language }: Context, { day }: Loan, { parameter, row, from, to }: Say, authors: Authors): Why {
  return {
    parameter: parameter.name, title: parameter.title[language], text: textOf(parameter, row, language),
    whereText: row ? whereWords(configuration, parameter, row.unit, day, readParameterKey(row.key, parameter), language) : '',
    unit: row?.unit ?? null, unitName: row ? unitAt(configuration, row.unit, row.from ?? day)?.name ?? '' : null,
    since: row?.from ?? null, by: row ? authors.get(row.saidIn) ?? null : null,
    ...(from && to ? { from, to } : {}),
  }
}

type Authors = ReadonlyMap<string, string>

/** Whom the reader may know by their acts: those of the libraries within reach. */
async function authorsOf(ctx: Context, says: readonly Say[]): Promise<Authors> {
  const sets = [...new Set(says.flatMap(({ row }) => row?.saidIn ?? []))]
  if (sets.length === 0) return new Map()
  const rows: { id: string; author_name: string }[] =
    await ctx.db('change_set').whereIn('id', sets).select('id', 'author_name')
  return new Map(rows.map(({ id, author_name: name }) => [id, name]))
}
