import type { Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Language } from '#core/contract.ts'
import type { MailText } from '#plugins/mail/index.ts'
import type { Endpoint } from './contract.ts'
import { nameAt } from './endpoint.ts'

/** That a webhook was switched off, why, and how to switch it on again. */
export function switchedOffText(
  ctx: Context, { unit, body: { name, address } }: Segment<Endpoint>, why: 'gone' | 'lasting', language: Language,
): MailText {
  const { subject, what, because, after, label } = words(name, nameAt(ctx.configuration, unit, ctx.today()), new URL(address).host)[language]
  return {
    subject, paragraphs: [what, because[why], after, { label, address: `${ctx.installation.address}/#/webhooks?unit=${unit}` }],
  }
}

const words = (name: string, unit: string, host: string) => ({
  nl: {
    subject: `De webhook “${name}” is uitgezet`, label: 'De webhooks bekijken',
    what: `De webhook “${name}” van ${unit}, naar ${host}, is uitgezet. Dat systeem hoort niet meer wat er gebeurt.`,
    because: {
      gone: 'Het andere systeem antwoordde dat het niets meer wil horen (410).',
      lasting: 'Het andere systeem nam drie dagen lang geen enkel bericht aan.',
    },
    after: 'Werkt het andere systeem weer? Zet de webhook dan weer aan. Wat intussen niet aankwam, kan je daar opnieuw versturen.',
  },
  en: {
    subject: `The webhook “${name}” is switched off`, label: 'See the webhooks',
    what: `The webhook “${name}” of ${unit}, to ${host}, is switched off. That system no longer hears what happens.`,
    because: {
      gone: 'The other system answered that it wants to hear nothing any more (410).',
      lasting: 'The other system took not a single message for three days.',
    },
    after: 'Does the other system work again? Then switch the webhook on again. What did not arrive can be sent again there.',
  },
  fr: {
    subject: `Le webhook « ${name} » est désactivé`, label: 'Voir les webhooks',
    what: `Le webhook « ${name} » de ${unit}, vers ${host}, est désactivé. Ce système n’entend plus ce qui se passe.`,
    because: {
      gone: 'L’autre système a répondu qu’il ne veut plus rien entendre (410).',
      lasting: 'L’autre système n’a accepté aucun message pendant trois jours.',
    },
    after: 'L’autre système fonctionne de nouveau ? Réactivez alors le webhook. Ce qui n’est pas arrivé peut y être renvoyé.',
  },
})
