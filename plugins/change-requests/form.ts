import type { Context } from '#core/context.ts'
import { defineRequestForm, type RequestForm } from '#core/contract/request-form.ts'
import type { Texts } from '#core/contract.ts'

/** What any screen leaves behind whose user lacks the right to save it: the change as it stands. */
export const plainChange = defineRequestForm({
  name: 'change-requests.change', topic: 'other',
  title: { nl: 'Wijziging', en: 'Change', fr: 'Modification' },
  help: {
    nl: 'Een wijziging die je op een scherm maakte en niet zelf mag bewaren.',
    en: 'A change made on a screen that you may not save yourself.',
    fr: 'Une modification faite à l’écran que vous ne pouvez pas enregistrer vous-même.',
  },
  synonyms: { nl: '', en: '', fr: '' },
  levels: [], questions: {},
})

export const formOf = ({ installation: { registry } }: Context, name: string): RequestForm | undefined =>
  name === plainChange.name ? plainChange : registry.forms.get(name)

export const formTitle = (ctx: Context, name: string): string => titleOf(ctx, name)[ctx.language]

/** A form that a later version dropped still goes by its name. */
const titleOf = (ctx: Context, name: string): Texts => formOf(ctx, name)?.title ?? { nl: name, en: name, fr: name }
