import type { Context } from '#core/context.ts'
import { isAsked, type FormQuestion } from '#core/contract/request-form.ts'
import type { Dimension, Language, Texts } from '#core/contract.ts'
import { SYSTEM, unitAt } from '#core/unit.ts'
import { dayIn } from '#core/wording.ts'
import type { OneRequest } from './contract/answer.ts'
import { placeAt } from './filled.ts'
import { formOf } from './form.ts'
import type { RequestRow } from './request.ts'

const yesNo = { nl: ['ja', 'nee'], en: ['yes', 'no'], fr: ['oui', 'non'] } as const
const numbers = { nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE' } as const

const daysText = (language: Language, days: number) => ({
  nl: days === 1 ? '1 dag' : `${days} dagen`, en: days === 1 ? '1 day' : `${days} days`, fr: days > 1 ? `${days} jours` : `${days} jour`,
})[language]

interface Slot { readonly from: string; readonly to: string }

/** "60 Volwassene": a code with what the region calls it. */
function codeText({ configuration, language }: Context, { codes }: Dimension, code: string): string {
  const { name } = (configuration.of(codes, SYSTEM).find(({ key }) => key === code)?.body ?? {}) as { name?: Texts }
  return name ? `${code} ${name[language]}` : code
}

/** An answer as people say it, in the reader's language. */
export function answerText(ctx: Context, question: Pick<FormQuestion, 'as' | 'unit' | 'choices' | 'columns' | 'codes'>, answer: unknown): string {
  const { language } = ctx
  const one = (value: unknown): string => answerText(ctx, question, value)
  if (question.as === 'hours' && Array.isArray(answer)) return answer.map(({ from, to }: Slot) => `${from}–${to}`).join(', ')
  if (Array.isArray(answer)) return answer.map(one).join(question.columns ? '; ' : ', ')
  if (typeof answer === 'boolean') return yesNo[language][answer ? 0 : 1]
  if (typeof answer === 'object' && answer !== null) return Object.entries(answer)
    .map(([name, value]) => `${question.columns?.[name]?.title[language] ?? name} ${answerText(ctx, question.columns?.[name] ?? question, value)}`).join(', ')
  const said = String(answer)
  if (question.choices?.[said]) return question.choices[said][language]
  if (question.codes) return codeText(ctx, question.codes, said)
  if (question.as === 'day') return dayIn(language, said)
  if (question.as === 'branch' || question.as === 'branches') return unitAt(ctx.configuration, said, ctx.today())?.name ?? said
  if (question.unit === 'cents') return (Number(said) / 100).toLocaleString(numbers[language], { style: 'currency', currency: 'EUR' })
  if (question.unit === 'days' && typeof answer === 'number') return daysText(language, answer)
  if (question.unit === 'percent' && typeof answer === 'number') return `${answer.toLocaleString(numbers[language])} %`
  return typeof answer === 'number' ? answer.toLocaleString(numbers[language]) : said
}

/** What a request answers, question by question, in the reader's language. */
export function answersOf(ctx: Context, row: Pick<RequestRow, 'form' | 'unitId' | 'filled'>): OneRequest['answers'] {
  const form = formOf(ctx, row.form)
  if (!form) return []
  const at = placeAt(ctx, row.unitId)
  return Object.entries(form.questions).flatMap(([name, question]) => {
    const answer = row.filled[name]
    const isEmpty = answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
    if (isEmpty || !isAsked(form.questions, name, row.filled)) return []
    const choices = question.choicesAt?.(at) ?? question.choices
    return [{ question: name, title: question.title[ctx.language], text: answerText(ctx, { ...question, ...(choices && { choices }) }, answer) }]
  })
}
