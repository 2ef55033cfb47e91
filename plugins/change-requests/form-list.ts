import type { Context } from '#core/context.ts'
import type { Static } from 'typebox'
import type { Texts, UnitId } from '#core/contract.ts'
import { formAt, type AskedAt, type FormQuestion, type RequestForm } from '#core/contract/request-form.ts'
import { notFound } from '#core/refusal.ts'
import { SYSTEM, unitAt } from '#core/unit.ts'
import type { Form, FormFilled, FormItems } from './contract/answer.ts'
import { placeAt, standing, typeAt, wishOf } from './filled.ts'
import { formOf } from './form.ts'

/** The guided forms, in the reader's language; for one unit, as they stand filled there. */
export function formsFor(ctx: Context, unit: UnitId = SYSTEM): { data: Form[] } {
  if (unit !== SYSTEM) demandReached(ctx, unit)
  const at = placeAt(ctx, unit)
  const type = unit === SYSTEM ? undefined : typeAt(ctx, unit)
  return { data: [...ctx.installation.registry.forms.values()].map(form => formIn(ctx, formAt(form, type), at)) }
}

function demandReached(ctx: Context, unit: UnitId) {
  if (!unitAt(ctx.configuration, unit, ctx.today()) || !ctx.reaches(unit)) throw notFound()
}

function formIn({ language }: Context, form: RequestForm, at: AskedAt): Form {
  return {
    name: form.name, plugin: form.name.split('.')[0] ?? '', topic: form.topic, title: form.title[language],
    help: form.help[language], synonyms: form.synonyms[language], levels: [...form.levels],
    questions: Object.entries(form.questions).map(([name, question]) => ({ name, ...questionIn(language, question, at) })),
    hasOwnDay: form.hasOwnDay === true,
  }
}

function questionIn(language: Context['language'], question: FormQuestion, at: AskedAt): Omit<Form['questions'][number], 'name'> {
  const { title, help, schema, unit, as, codes, columns, optional, everyYear, onlyWhen, choicesAt } = question
  const [value, choices] = [standing(question, at), choicesAt?.(at) ?? question.choices]
  const named = (words: Readonly<Record<string, Texts>>) =>
    Object.fromEntries(Object.entries(words).map(([key, texts]) => [key, texts[language]]))
  return {
    title: title[language], ...(help && { help: help[language] }), schema, unit,
    ...(value === undefined ? {} : { default: value }), ...(as && { as }),
    ...(choices && { choices: named(choices) }),
    ...(codes && { codes: codes.name }),
    ...(columns && {
      columns: Object.entries(columns).map(([name, column]) => ({
        name, title: column.title[language], unit: column.unit, ...(column.codes && { codes: column.codes.name }),
        ...(column.choices && { choices: named(column.choices) }), ...(column.as && { as: column.as }),
      })),
    }),
    optional: optional === true, ...(everyYear && { everyYear }),
    ...(onlyWhen && { onlyWhen: [onlyWhen].flat().map(({ question: other, is }) => ({ question: other, is: [...is] })) }),
  }
}

/** What the answers so far stand for, and what is still to be answered; nothing is kept. */
export async function fillForm(ctx: Context, name: string, filling: Static<typeof FormFilled>): Promise<Static<typeof FormItems>> {
  const form = formOf(ctx, name)
  if (!form) throw notFound()
  demandReached(ctx, filling.unit)
  const { items, tasks, faults } = await wishOf(ctx, form, filling)
  return {
    items: [...items], tasks: tasks.map(task => task[ctx.language]),
    faults: faults.map(({ code, pointer, message }) => ({ code, pointer, message: message[ctx.language] })),
  }
}
