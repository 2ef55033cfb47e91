import { Type } from 'typebox'
import { defineRequestForm } from '#core/contract/request-form.ts'
import type { Texts } from '#core/contract.ts'
import { bills, channelNames, channels, messageChannelParameters, nothing } from '../contract/area/message-channel.ts'
import { messages, messagesParameters } from '../contract/area/messages.ts'
import { membershipsQuestion, settingItems } from './setting.ts'

const all = [...messages, ...bills]
const names = (listed: readonly { readonly key: string; readonly name: Texts }[]) =>
  Object.fromEntries(listed.map(({ key, name }) => [key, name]))

const switches = { question: 'wish', is: ['send', 'stop'] } as const
const goes = { question: 'wish', is: ['way'] } as const
const rewrites = { question: 'wish', is: ['text'] } as const
const whichTitle: Texts = { nl: 'Welk bericht?', en: 'Which message?', fr: 'Quel message ?' }

/** Source: domain/1 §3.4, [BERAANP]. */
export const messagesForm = defineRequestForm({
  name: 'parameters.messages',
  topic: 'messages',
  title: { nl: 'Berichten aan leners aanpassen', en: 'Change messages to borrowers', fr: 'Modifier les messages aux usagers' },
  help: {
    nl: 'Een bericht wel of niet versturen, per mail of per brief, met een andere tekst of met een nieuw logo. '
      + 'Nota’s en hun herinneringen zet je aan met hun eigen aanvraag.',
    en: 'Send a message or not, by mail or by letter, with another text or with a new logo. '
      + 'Bills and their reminders are switched on by a request of their own.',
    fr: 'Envoyer un message ou non, par e-mail ou par lettre, avec un autre texte ou un nouveau logo. '
      + 'Les notes et leurs rappels s’activent par une demande à part.',
  },
  synonyms: {
    nl: 'brief, mail, attendering, aanmaning, herinnering, tekst, sjabloon, logo, huisstijl, minderjarigen, sms',
    en: 'letter, mail, pre-notice, reminder, text, template, logo, house style, minors, text message',
    fr: 'lettre, e-mail, rappel préalable, rappel, texte, modèle, logo, charte graphique, mineurs, SMS',
  },
  levels: ['group', 'library'],
  questions: {
    wish: {
      title: { nl: 'Wat wil je?', en: 'What do you want?', fr: 'Que souhaitez-vous ?' },
      help: {
        nl: 'Voeg een nieuw logo hieronder toe als bijlage.', en: 'Add a new logo below as an attachment.',
        fr: 'Ajoutez un nouveau logo ci-dessous en pièce jointe.',
      },
      schema: Type.Enum(['send', 'stop', 'way', 'text', 'logo']), unit: 'choice', example: 'stop',
      choices: {
        send: { nl: 'een bericht voortaan versturen', en: 'send a message from now on', fr: 'envoyer désormais un message' },
        stop: { nl: 'een bericht niet meer versturen', en: 'send a message no more', fr: 'ne plus envoyer un message' },
        way: {
          nl: 'een bericht langs een andere weg versturen', en: 'send a message by another way',
          fr: 'envoyer un message par une autre voie',
        },
        text: { nl: 'een andere tekst in een bericht', en: 'another text in a message', fr: 'un autre texte dans un message' },
        logo: {
          nl: 'een nieuw logo of een nieuwe huisstijl', en: 'a new logo or house style',
          fr: 'un nouveau logo ou une nouvelle charte graphique',
        },
      },
    },
    message: {
      title: whichTitle, schema: Type.Enum(messages.map(({ key }) => key)), unit: 'choice', choices: names(messages),
      example: 'reminder-1', onlyWhen: switches,
    },
    letter: {
      title: whichTitle, schema: Type.Enum(all.map(({ key }) => key)), unit: 'choice', choices: names(all),
      example: 'reminder-2', onlyWhen: [goes, rewrites],
    },
    memberships: { ...membershipsQuestion, onlyWhen: [switches, goes] },
    first: {
      title: { nl: 'Hoe wordt het verstuurd?', en: 'How is it sent?', fr: 'Comment est-il envoyé ?' },
      schema: Type.Enum(channelNames), unit: 'choice', choices: channels, example: 'letter', onlyWhen: goes,
    },
    otherwise: {
      title: { nl: 'En als dat niet kan?', en: 'And when that is not possible?', fr: 'Et si ce n’est pas possible ?' },
      help: {
        nl: 'Bijvoorbeeld: een brief naar wie geen e-mailadres heeft.', en: 'For instance: a letter to whoever has no '
          + 'e-mail address.',
        fr: 'Par exemple : une lettre à l’usager sans adresse e-mail.',
      },
      schema: Type.Enum([...channelNames, 'nothing']), unit: 'choice', choices: { ...channels, nothing }, example: 'nothing', onlyWhen: goes,
    },
    text: {
      title: { nl: 'Hoe moet de tekst worden?', en: 'How should the text become?', fr: 'Quel doit être le texte ?' },
      help: {
        nl: 'Schrijf de zinnen voluit, of zeg wat weg mag. Staat er een bedrag of een termijn in, neem die dan over '
          + 'uit de instellingen.',
        en: 'Write the sentences in full, or say what may go. If there is an amount or a term in it, take it from the settings.',
        fr: 'Écrivez les phrases en entier, ou dites ce qui peut disparaître. Reprenez les montants et délais tels '
          + 'qu’ils sont paramétrés.',
      },
      schema: Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' }), unit: 'text', as: 'lines',
      example: 'Breng je boeken terug naar de bib of verleng ze online.', onlyWhen: rewrites,
    },
    minors: {
      title: { nl: 'Voor wie is deze tekst?', en: 'For whom is this text?', fr: 'À qui ce texte s’adresse-t-il ?' },
      schema: Type.Enum(['everybody', 'minors', 'adults']), unit: 'choice', default: 'everybody', example: 'minors', onlyWhen: rewrites,
      choices: {
        everybody: { nl: 'voor iedereen', en: 'for everybody', fr: 'à tous' },
        minors: {
          nl: 'voor minderjarigen en hun ouders', en: 'for minors and their parents',
          fr: 'aux mineurs et à leurs parents',
        },
        adults: { nl: 'voor volwassenen', en: 'for adults', fr: 'aux adultes' },
      },
    },
  },
  items: ({ wish, message, letter, memberships, first, otherwise }, at) => [
    ...messagesParameters.filter(({ name }) => name === `notices.send-${message}`)
      .flatMap(parameter => settingItems(at, parameter, wish === 'send', { memberships })),
    ...messageChannelParameters.filter(({ name }) => name === `notices.channel-${letter}`)
      .flatMap(parameter => settingItems(at, parameter, wayOf(first, otherwise), { memberships })),
  ],
  tasks: ({ wish, letter }) => {
    const name = all.find(({ key }) => key === letter)?.name
    return [
      ...(wish === 'text' && name ? [{
        nl: `Pas de tekst van “${name.nl}” aan, in elke versie die de bibliotheek gebruikt.`,
        en: `Change the text of “${name.en}”, in each version that the library uses.`,
        fr: `Adapter le texte de « ${name.fr} », dans chaque version utilisée par la bibliothèque.`,
      }] : []),
      ...(wish === 'logo' ? [{
        nl: 'Zet het logo uit de bijlage op alle brieven en mails van de bibliotheek.',
        en: 'Put the attached logo on all letters and mails of the library.',
        fr: 'Mettre le logo joint sur toutes les lettres et tous les e-mails de la bibliothèque.',
      }] : []),
    ]
  },
})

type Channel = (typeof channelNames)[number]

/** What cannot go by a way cannot go by the same way after all. */
const wayOf = (first: Channel | undefined, otherwise: Channel | 'nothing' | undefined) =>
  first && otherwise && { first, otherwise: otherwise === first ? 'nothing' as const : otherwise }
