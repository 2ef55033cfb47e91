import type { Context } from '#core/context.ts'
import type { Day, Language, Texts, UnitId } from '#core/contract.ts'
import { parameterOf, readParameterKey } from '#core/parameter.ts'
import { dayOf, SYSTEM, unitAt } from '#core/unit.ts'
import { dayIn } from '#core/wording.ts'
import { whereWords } from '#plugins/parameters/index.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import type { FinePart, Term, Why } from '../contract/loan.ts'
import { ItemRow } from '../item/item.ts'
import { fineNow } from './fine.ts'
import { StepRow, type Act, type LoanRow } from './row.ts'
import { termFor } from './term.ts'
import { fineWords, ruleDiffers, stepNames, termWords } from './why-words.ts'

/** Why a loan is due on its day and costs what it costs, from what was kept with it; for whoever asks, on half a page. */
export async function whyOf(ctx: Context, loan: LoanRow): Promise<Why> {
  const { language } = ctx
  const { term } = loan
  const item = await ItemRow.query(ctx.db).findById(loan.itemId)
  const steps = await StepRow.query(ctx.db).where('loan_id', loan.id).orderBy(['at', 'id'])
  const name = (unit: UnitId) => unitAt(ctx.configuration, unit, dayOf(ctx.configuration, unit, ctx.today()))?.name ?? ''
  const fine = loan.endedAt === null ? (await fineNow(ctx, loan, ctx.today(loan.branchId))).parts : loan.fine?.parts ?? []
  return {
    title: item?.title ?? '', dueOn: loan.dueOn,
    sentences: [...termWords(language, term, { place: name(term.unit), rule: placeOfRule(ctx, term, name) }), ...movedWords(steps, language)],
    differs: loan.endedAt === null ? differs(ctx, loan) : [],
    fine: fine.flatMap(part => fineWords(language, part, { place: name(part.unit), rule: placeOfRule(ctx, part, name) })),
    term,
    steps: steps.map(({ at, act, dueBefore, dueAfter, reason, setId }) => ({
      at, act, actName: stepNames[act][language], before: dueBefore, after: dueAfter, reason, set: setId,
    })),
  }
}

/** Of which unit a line of the rules is, and for which codes; nothing for what every region starts with. */
function placeOfRule(ctx: Context, { rule }: Pick<Term | FinePart, 'rule'>, name: (unit: UnitId) => string): string {
  if (rule.unit === null) return ''
  const parameter = ctx.installation.registry.parameters.get(parameterOf(rule.key)) ?? loanRule
  const where = whereWords(ctx.configuration, parameter, rule.unit, rule.since ?? ctx.today(), readParameterKey(rule.key, parameter), ctx.language)
  const whose = rule.unit === SYSTEM ? { nl: 'de regio', en: 'the region', fr: 'la région' }[ctx.language] : name(rule.unit)
  return where ? `${whose} (${where})` : whose
}

/** The same loan by what holds today: the rule, or the calendar, may say something else since. */
function differs(ctx: Context, { term, dueOn }: LoanRow): string[] {
  const { unit, membership, material, from, what } = term
  if (what === 'moved') return []
  const now = termFor(ctx.configuration, { unit, line: { membership, material }, day: from, from, what })
  return now && now.due !== dueOn ? [ruleDiffers(ctx.language, now.due, now.raw === term.raw)] : []
}

const movedWords = (steps: readonly StepRow[], language: Language) => steps.flatMap(({ act, dueBefore, dueAfter, reason }) =>
  (act === 'moved' || act === 'moved-back') && dueBefore && dueAfter ? [movedSentence(language, act, dueBefore, dueAfter, reason)] : [])

function movedSentence(language: Language, act: Act, before: Day, after: Day, why: string | null): string {
  const [was, is] = [dayIn(language, before), dayIn(language, after)]
  const back: Texts = {
    nl: `Die verschuiving is teruggedraaid: van ${was} naar ${is}.`, en: `That move was put back: from ${was} to ${is}.`,
    fr: `Ce report a été annulé : du ${was} au ${is}.`,
  }
  const moved: Texts = why ? {
    nl: `Daarna heeft je bib de datum verschoven van ${was} naar ${is}, omdat de vestiging sluit: ${why}.`,
    en: `After that your library moved the day from ${was} to ${is}, because the branch closes: ${why}.`,
    fr: `Ensuite, votre bibliothèque a reporté la date du ${was} au ${is}, parce que l’implantation ferme : ${why}.`,
  } : {
    nl: `Daarna is de datum verschoven van ${was} naar ${is}, omdat de kalender veranderde.`,
    en: `After that the day was moved from ${was} to ${is}, because the calendar changed.`,
    fr: `Ensuite, la date a été reportée du ${was} au ${is}, parce que le calendrier a changé.`,
  }
  return (act === 'moved' ? moved : back)[language]
}
