import type { Language, Texts } from '#core/contract.ts'
import type { RowWords, Teller } from '#core/row-words.ts'
import type { AuditAct } from './contract.ts'
import type { Note } from './question.ts'

export type Says = Record<Language, string>
export const aRecord: Texts = { nl: 'een gegeven', en: 'a record', fr: 'une donnée' }

const purposes: Readonly<Record<string, Texts>> = {
  'staff-administration': {
    nl: 'voor personeelsbeheer', en: 'for staff administration', fr: 'pour la gestion du personnel',
  },
  'sessions': { nl: 'om te zien waar die aangemeld is', en: 'to see where they are signed in', fr: 'pour voir où la connexion est ouverte' },
}

const methods: Readonly<Record<string, Texts>> = {
  password: { nl: 'met een wachtwoord', en: 'with a password', fr: 'avec un mot de passe' },
  passkey: { nl: 'met een passkey', en: 'with a passkey', fr: 'avec une clé d’accès' },
  oidc: { nl: 'via een andere dienst', en: 'through another service', fr: 'via un autre service' },
  badge: { nl: 'met een badge', en: 'with a badge', fr: 'avec un badge' },
  token: { nl: 'met een toegangssleutel', en: 'with an access token', fr: 'avec un jeton d’accès' },
  link: { nl: 'met een eenmalige link', en: 'with a one-time link', fr: 'avec un lien à usage unique' },
}

/** What is no row of a table, and yet looked at or taken out. */
export const subjectNames: Readonly<Record<string, Texts>> = {
  change_set: { nl: 'een wijziging', en: 'a change', fr: 'une modification' },
  audit: { nl: 'het auditlogboek', en: 'the audit log', fr: 'le journal d’audit' },
}

/** All that a sentence about an act needs, already in the reader's words. */
interface Told {
  readonly who: string
  /** The member of staff it was about; empty for whatever else. */
  readonly whom: string
  readonly noun: Texts
  readonly detail: Readonly<Record<string, unknown>>
  readonly self: boolean
  readonly tail: (texts: Texts | undefined) => string
  readonly language: Language
}

type OtherAct = Exclude<AuditAct, 'insert' | 'update' | 'delete'>

const tellers: Readonly<Record<OtherAct, (told: Told) => Says>> = {
  'view'({ who, whom, noun, detail, tail }) {
    const purpose = tail(purposes[String(detail['purpose'])])
    return whom ? {
      nl: `${who} bekeek de gegevens van ${whom}${purpose}`, en: `${who} looked at the details of ${whom}${purpose}`,
      fr: `${who} a consulté les données de ${whom}${purpose}`,
    } : {
      nl: `${who} bekeek ${noun.nl}${purpose}`, en: `${who} looked at ${noun.en}${purpose}`,
      fr: `${who} a consulté ${noun.fr}${purpose}`,
    }
  },
  'sign-in'({ who, detail, tail }) {
    const how = tail(methods[String(detail['method'])])
    return { nl: `${who} meldde zich aan${how}`, en: `${who} signed in${how}`, fr: `${who} s’est connecté${how}` }
  },
  'sign-in-failed': ({ who, whom, detail }) => detail['waits'] ? {
    nl: `${who} moest wachten: te vaak geprobeerd zich aan te melden${whom ? ` als ${whom}` : ' met een onbekend adres'}`,
    en: `${who} had to wait: tried too often to sign in${whom ? ` as ${whom}` : ' with an unknown address'}`,
    fr: `${who} a dû attendre : trop de tentatives de connexion${whom ? ` comme ${whom}` : ' avec une adresse inconnue'}`,
  } : whom ? {
    nl: `${who} probeerde zich aan te melden als ${whom}`, en: `${who} tried to sign in as ${whom}`,
    fr: `${who} a tenté de se connecter comme ${whom}`,
  } : {
    nl: `${who} probeerde zich aan te melden met een onbekend adres`,
    en: `${who} tried to sign in with an unknown address`,
    fr: `${who} a tenté de se connecter avec une adresse inconnue`,
  },
  'sign-out': ({ who, whom, self }) => self || !whom ? {
    nl: `${who} meldde zich af`, en: `${who} signed out`, fr: `${who} s’est déconnecté`,
  } : {
    nl: `${who} meldde ${whom} af`, en: `${who} signed ${whom} out`, fr: `${who} a déconnecté ${whom}`,
  },
  'refused'({ who, detail, language }) {
    const title = (detail['title'] as Texts | undefined)?.[language]
    return {
      nl: `${who} kreeg geen toestemming${title ? `: ${title}` : ''}`, en: `${who} was refused${title ? `: ${title}` : ''}`,
      fr: `${who} a reçu un refus${title ? ` : ${title}` : ''}`,
    }
  },
  'export'({ who, noun, detail }) {
    const rows = detail['rows']
    const count = (one: string, many: string) => typeof rows === 'number' ? ` (${rows} ${rows === 1 ? one : many})` : ''
    return {
      nl: `${who} voerde ${noun.nl} uit naar een bestand${count('regel', 'regels')}`,
      en: `${who} exported ${noun.en}${count('row', 'rows')}`, fr: `${who} a exporté ${noun.fr}${count('ligne', 'lignes')}`,
    }
  },
  'reveal': ({ who, whom, noun }) => ({
    nl: `${who} maakte ${noun.nl}${whom && ` van ${whom}`} zichtbaar`,
    en: `${who} revealed ${noun.en}${whom && ` of ${whom}`}`, fr: `${who} a dévoilé ${noun.fr}${whom && ` (${whom})`}`,
  }),
  'unlock'({ who, whom, detail }) {
    const why = typeof detail['reason'] === 'string' ? `: ${detail['reason']}` : ''
    return detail['what'] === 'tries' ? {
      nl: `${who} liet ${whom} weer aanmelden${why}`, en: `${who} let ${whom} sign in again${why}`,
      fr: `${who} a permis à ${whom} de se reconnecter${why}`,
    } : {
      nl: `${who} wiste de tweede stap van ${whom}${why}`, en: `${who} removed the second step of ${whom}${why}`,
      fr: `${who} a effacé la deuxième étape de ${whom}${why}`,
    }
  },
}

/** What somebody did that changed no row: looked, signed in, was refused, took something out. */
export function actTold(who: string, note: Note, words: ReadonlyMap<string, RowWords>, teller: Teller): Says {
  const { actor, row_id: row, table_name: table, body } = note
  const { language } = teller
  return tellers[note.act as OtherAct]({
    who, language, detail: body ?? {}, self: row === actor,
    whom: table === 'staff' && row ? teller.staff(row) : '',
    noun: words.get(table)?.noun ?? subjectNames[table] ?? aRecord,
    tail: texts => texts ? ` ${texts[language]}` : '',
  })
}
