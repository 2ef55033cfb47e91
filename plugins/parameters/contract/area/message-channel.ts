import { Type } from 'typebox'
import { defineParameter, type Texts } from '#core/contract.ts'
import { atLibrary } from '../level.ts'
import { membership } from '../list.ts'
import { messages, wordsFor, type Message } from './messages.ts'

/** Ways to reach a patron; the letters are those of Wise (domain/1 §4.1, [O-TYPES], [O-MSGCFG]). */
export const channels = {
  'mail': { nl: 'e-mail (M)', en: 'e-mail (M)', fr: 'e-mail (M)' },
  'letter': { nl: 'brief (F)', en: 'letter (F)', fr: 'lettre (F)' },
  'text-message': { nl: 'sms (S)', en: 'text message (S)', fr: 'SMS (S)' },
  'telephone': { nl: 'bellijst (T)', en: 'telephone list (T)', fr: 'liste d’appels (T)' },
  'automated-call': { nl: 'automatische oproep (A)', en: 'automated call (A)', fr: 'appel automatique (A)' },
  'inbox': { nl: 'inbox online (I)', en: 'online inbox (I)', fr: 'messagerie en ligne (I)' },
} as const satisfies Readonly<Record<string, Texts>>
export const nothing = { nl: 'niets', en: 'nothing', fr: 'rien' }
export const channelNames = Object.keys(channels) as (keyof typeof channels)[]

type Channelled = Pick<Message, 'code' | 'key' | 'name' | 'words'>

/** Bills and their reminders are sent by their own procedure; only the way is chosen here. */
export const bills: readonly Channelled[] = [
  {
    code: 'NBF', key: 'replacement-bill',
    name: { nl: 'Materiaalvergoedingsnota', en: 'Replacement bill', fr: 'Note d’indemnité' },
    words: { nl: ['nota'], en: ['bill'], fr: ['note'] },
  },
  {
    code: 'NBH', key: 'bill-reminder',
    name: { nl: 'Herinnering materiaalvergoedingsnota', en: 'Reminder of replacement bill', fr: 'Rappel de note d’indemnité' },
    words: { nl: ['notaherinnering'], en: ['bill reminder'], fr: ['rappel de note'] },
  },
  {
    code: 'NRF', key: 'registration-bill',
    name: { nl: 'Registratienota', en: 'Bill of outstanding charges', fr: 'Décompte des frais dus' },
    words: { nl: ['nota openstaande kosten'], en: ['open costs'], fr: ['frais impayés'] },
  },
  {
    code: 'NRH', key: 'registration-reminder',
    name: { nl: 'Herinnering registratienota', en: 'Reminder of outstanding charges', fr: 'Rappel du décompte' },
    words: { nl: ['herinnering openstaande kosten'], en: ['open costs reminder'], fr: ['rappel des frais'] },
  },
]

/** Which way a message goes first, and which when that cannot be. */
const channel = ({ code, key, name, words }: Channelled) => defineParameter({
  name: `notices.channel-${key}`,
  area: 'messages',
  schema: Type.Object({
    first: Type.Enum(channelNames), otherwise: Type.Enum([...channelNames, 'nothing']),
  }, { additionalProperties: false }),
  default: { first: 'mail', otherwise: 'letter' },
  unit: 'fields',
  levels: atLibrary,
  dimensions: [membership],
  fields: {
    first: { title: { nl: 'eerst', en: 'first', fr: 'd’abord' }, unit: 'choice', choices: channels },
    otherwise: { title: { nl: 'anders', en: 'otherwise', fr: 'sinon' }, unit: 'choice', choices: { ...channels, nothing } },
  },
  checks: [{
    holds: ({ first, otherwise }) => first !== otherwise,
    says: {
      nl: 'Kies voor “anders” een andere weg dan voor “eerst”, of niets.',
      en: 'Choose another way for “otherwise” than for “first”, or nothing.',
      fr: 'Choisissez pour « sinon » une autre voie que pour « d’abord », ou rien.',
    },
  }],
  title: {
    nl: `${name.nl}: langs welke weg`, en: `${name.en}: which way`, fr: `${name.fr} : par quelle voie`,
  },
  help: {
    nl: 'Hoe dit bericht de lener bereikt, en hoe als dat niet kan.',
    en: 'How this message reaches the borrower, and which way is used when that is not possible.',
    fr: 'La voie par laquelle ce message parvient à l’usager, et celle qui la remplace quand c’est impossible.',
  },
  consequence: {
    nl: 'Een brief moet iemand printen en posten; een mail vertrekt vanzelf. “Anders niets” laat leners zonder e-mailadres in het ongewisse.',
    en: 'A letter has to be printed and posted; an e-mail leaves by itself. “Otherwise nothing” leaves borrowers without an address in the dark.',
    fr: 'Une lettre doit être imprimée et postée ; un e-mail part tout seul. « Sinon rien » laisse sans nouvelles les usagers sans adresse e-mail.',
  },
  example: {
    nl: 'Eerst e-mail, anders brief: Els krijgt een mail, haar buurman zonder e-mailadres een brief.',
    en: 'First e-mail, otherwise a letter: Els gets an e-mail, her neighbour without an address a letter.',
    fr: 'D’abord e-mail, sinon lettre : Els reçoit un e-mail, son voisin sans adresse une lettre.',
  },
  synonyms: wordsFor(code, {
    nl: [...words.nl, 'mail of brief', 'berichtvorm'], en: [...words.en, 'mail or letter', 'channel'],
    fr: [...words.fr, 'e-mail ou lettre', 'canal'],
  }),
})

export const messageChannelParameters = [...messages, ...bills].map(channel)
