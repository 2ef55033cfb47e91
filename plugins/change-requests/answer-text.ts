import type { Context } from '#core/context.ts'
import type { FormQuestion } from '#core/contract/request-form.ts'
import { unitAt } from '#core/unit.ts'
import { dayIn } from '#core/wording.ts'

const yesNo = { nl: ['ja', 'nee'], en: ['yes', 'no'], fr: ['oui', 'non'] } as const
const numbers = { nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE' } as const

/** An answer as people say it, in the reader's language. */
export function answerText(ctx: Context, question: Pick<FormQuestion, 'as' | 'unit' | 'choices' | 'columns'>, answer: unknown): string {
  const { language } = ctx
  const one = (value: unknown): string => answerText(ctx, question, value)
  if (Array.isArray(answer)) return answer.map(one).join(question.columns ? '; ' : ', ')
  if (typeof answer === 'boolean') return yesNo[language][answer ? 0 : 1]
  if (typeof answer === 'object' && answer !== null) return Object.entries(answer)
    .map(([name, value]) => `${question.columns?.[name]?.title[language] ?? name} ${answerText(ctx, question.columns?.[name] ?? question, value)}`).join(', ')
  const said = String(answer)
  if (question.choices?.[said]) return question.choices[said][language]
  if (question.as === 'day') return dayIn(language, said)
  if (question.as === 'branch' || question.as === 'branches') return unitAt(ctx.configuration, said, ctx.today())?.name ?? said
  if (question.unit === 'cents') return (Number(said) / 100).toLocaleString(numbers[language], { style: 'currency', currency: 'EUR' })
  return typeof answer === 'number' ? answer.toLocaleString(numbers[language]) : said
}
