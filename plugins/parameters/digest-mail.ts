import type { Context } from '#core/context.ts'
import type { Language, UnitId } from '#core/contract.ts'
import { unitAt } from '#core/unit.ts'
import { sinceDay } from '#core/wording.ts'
import type { MailText } from '#plugins/mail/index.ts'
import type { Alteration } from './alteration.ts'
import { textOf } from './value-text.ts'
import { whereWords } from './where-words.ts'

const LINES_SHOWN = 25

/** What changes for a unit because others set it, the soonest first. */
export function digestText(ctx: Context, unit: UnitId, language: Language, told: readonly Alteration[]): MailText {
  const name = unitAt(ctx.configuration, unit, ctx.today())?.name ?? ''
  const lines = told.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .slice(0, LINES_SHOWN).map(one => lineOf(ctx, one, language))
  const more = told.length - LINES_SHOWN
  const { subject, intro, others, label, close } = words(name, more)[language]
  return {
    subject,
    paragraphs: [intro, ...lines, ...(more > 0 ? [others] : []), { label, address: `${ctx.installation.address}/#/settings` }, close],
  }
}

function lineOf({ configuration }: Context, { parameter, where, day, before, after }: Alteration, language: Language): string {
  const at = after?.unit ?? before?.unit ?? ''
  const codes = whereWords(configuration, parameter, at, day, { where }, language)
  const [title, by] = [parameter.title[language], unitAt(configuration, at, day)?.name ?? '']
  const what = codes ? `${title} (${codes})` : title
  const [was, is, when] = [textOf(parameter, before, language), textOf(parameter, after, language), sinceDay(language, day)]
  return {
    nl: `${what}: ${is} ${when}; het was ${was}. Ingesteld bij ${by}.`,
    en: `${what}: ${is} ${when}; it was ${was}. Set at ${by}.`,
    fr: `${what} : ${is} ${when} ; c’était ${was}. Fixé par ${by}.`,
  }[language]
}

const words = (name: string, more: number) => ({
  nl: {
    subject: `Wat er verandert voor ${name}`, others: `… en nog ${more} andere.`, label: 'De instellingen bekijken',
    intro: `Hoger werd iets ingesteld dat ook voor ${name} geldt:`,
    close: 'Je krijgt deze mail omdat je de instellingen van deze plek mag wijzigen. Over elke wijziging komt er één keer een mail.',
  },
  en: {
    subject: `What changes for ${name}`, others: `… and ${more} others.`, label: 'See the settings',
    intro: `Something was set higher up that holds for ${name} as well:`,
    close: 'You get this mail because you may change the settings of this place. Each change is mailed once.',
  },
  fr: {
    subject: `Ce qui change pour ${name}`, others: `… et ${more} autres.`, label: 'Voir les paramètres',
    intro: `Un paramètre fixé à un niveau supérieur s’applique aussi à ${name} :`,
    close: 'Vous recevez cet e-mail parce que vous pouvez modifier les paramètres de cette unité. Chaque modification n’est annoncée qu’une fois.',
  },
})
