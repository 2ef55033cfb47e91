import type { Context } from '#core/context.ts'
import type { Static } from 'typebox'
import type { FormQuestion, RequestForm } from '#core/contract/request-form.ts'
import { notFound } from '#core/refusal.ts'
import { unitAt } from '#core/unit.ts'
import type { Form, FormFilled, FormItems } from './contract/answer.ts'
import { wishOf } from './filled.ts'
import { formOf } from './form.ts'

/** The guided forms, in the reader's language. */
export const formsFor = (ctx: Context): { data: Form[] } =>
  ({ data: [...ctx.installation.registry.forms.values()].map(form => formIn(ctx, form)) })

function formIn({ language }: Context, form: RequestForm): Form {
  return {
    name: form.name, plugin: form.name.split('.')[0] ?? '', topic: form.topic, title: form.title[language],
    help: form.help[language], synonyms: form.synonyms[language], levels: [...form.levels],
    questions: Object.entries(form.questions).map(([name, question]) => ({ name, ...questionIn(language, question) })),
    hasOwnDay: form.hasOwnDay === true,
  }
}

function questionIn(language: Context['language'], question: FormQuestion): Omit<Form['questions'][number], 'name'> {
  const { title, help, schema, unit, default: value, as, choices, codes, columns, optional, everyYear, onlyWhen } = question
  return {
    title: title[language], ...(help && { help: help[language] }), schema, unit,
    ...(value === undefined ? {} : { default: value }), ...(as && { as }),
    ...(choices && { choices: Object.fromEntries(Object.entries(choices).map(([key, texts]) => [key, texts[language]])) }),
    ...(codes && { codes: codes.name }),
    ...(columns && {
      columns: Object.entries(columns).map(([name, column]) => ({
        name, title: column.title[language], unit: column.unit, ...(column.codes && { codes: column.codes.name }),
      })),
    }),
    optional: optional === true, ...(everyYear && { everyYear }),
    ...(onlyWhen && { onlyWhen: { question: onlyWhen.question, is: [...onlyWhen.is] } }),
  }
}

/** What the answers so far stand for, and what is still to be answered; nothing is kept. */
export function fillForm(ctx: Context, name: string, filling: Static<typeof FormFilled>): Static<typeof FormItems> {
  const form = formOf(ctx, name)
  if (!form || !unitAt(ctx.configuration, filling.unit, ctx.today()) || !ctx.reaches(filling.unit)) throw notFound()
  const { items, tasks, faults } = wishOf(ctx, form, filling)
  return {
    items: [...items], tasks: tasks.map(task => task[ctx.language]),
    faults: faults.map(({ code, pointer, message }) => ({ code, pointer, message: message[ctx.language] })),
  }
}
