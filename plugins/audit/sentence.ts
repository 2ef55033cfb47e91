import type { Texts } from '#core/contract.ts'
import type { SetState } from '#core/contract/change.ts'
import type { RowWords, Teller } from '#core/row-words.ts'
import { actTold, aRecord, type Says } from './act-sentence.ts'
import type { AuditAct } from './contract.ts'
import type { Note } from './question.ts'
import type { ChangedRow } from './row.ts'


/** What each act is called, for whoever chooses among them. */
export const actNames: Readonly<Record<AuditAct, Texts>> = {
  'insert': { nl: 'toegevoegd', en: 'added', fr: 'ajouté' },
  'update': { nl: 'gewijzigd', en: 'changed', fr: 'modifié' },
  'delete': { nl: 'verwijderd', en: 'removed', fr: 'supprimé' },
  'view': { nl: 'ingekeken', en: 'looked at', fr: 'consulté' },
  'sign-in': { nl: 'aangemeld', en: 'signed in', fr: 'connecté' },
  'sign-in-failed': { nl: 'aanmelden mislukt', en: 'sign-in failed', fr: 'échec de connexion' },
  'sign-out': { nl: 'afgemeld', en: 'signed out', fr: 'déconnecté' },
  'refused': { nl: 'geweigerd', en: 'refused', fr: 'refusé' },
  'export': { nl: 'uitgevoerd naar een bestand', en: 'exported', fr: 'exporté' },
  'reveal': { nl: 'zichtbaar gemaakt', en: 'revealed', fr: 'dévoilé' },
  'unlock': { nl: 'weer laten aanmelden', en: 'let in again', fr: 'accès débloqué' },
}

/** Who did it: by name; nobody signed in yet is somebody, and the system is itself. */
export const whoIn = ({ act, actor }: Note, teller: Teller): string => {
  if (actor) return teller.staff(actor)
  return act === 'sign-in-failed' ? { nl: 'Iemand', en: 'Somebody', fr: 'Quelqu’un' }[teller.language] : 'Filiaal'
}

/** One sentence that tells a note: who did what to what. */
export function sentenceOf(
  note: Note, row: ChangedRow, setSentence: string | null, words: ReadonlyMap<string, RowWords>, teller: Teller,
): string {
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const who = capital(whoIn(note, teller))
  const told = note.table_name === 'change_set' && ['insert', 'update'].includes(note.act)
    ? setTold(who, row, setSentence) : note.act === 'insert' || note.act === 'update' || note.act === 'delete'
      ? rowTold(who, note.act, row, teller) : actTold(who, note, words, teller)
  return told[teller.language]
}

function rowTold(who: string, act: 'insert' | 'update' | 'delete', row: ChangedRow, teller: Teller): Says {
  const { language } = teller
  const body = row.after ?? row.before
  const about = body && row.words?.about?.(body, teller)
  const place = row.unit && teller.unit(row.unit)
  const noun = (row.words?.noun ?? aRecord)[language]
  const of = (name: string | undefined) => name ? { nl: ` van ${name}`, en: ` of ${name}`, fr: ` (${name})` }[language] : ''
  const at = about && place ? { nl: ` bij ${place}`, en: ` at ${place}`, fr: `, ${place}` }[language] : ''
  const what = `${noun}${of(about || place)}${at}`
  if (row.ended) return { nl: `${who} beëindigde ${what}`, en: `${who} ended ${what}`, fr: `${who} a mis un terme : ${what}` }
  return {
    insert: { nl: `${who} legde ${what} vast`, en: `${who} recorded ${what}`, fr: `${who} a enregistré ${what}` },
    update: { nl: `${who} wijzigde ${what}`, en: `${who} changed ${what}`, fr: `${who} a modifié ${what}` },
    delete: { nl: `${who} verwijderde ${what}`, en: `${who} removed ${what}`, fr: `${who} a supprimé ${what}` },
  }[act]
}

/** A set is told by what becomes of it, and by its own first sentence. */
function setTold(who: string, { before, after }: ChangedRow, sentence: string | null): Says {
  const what = (colon: string) => sentence === null ? '' : `${colon} ${sentence}`
  const verbs: Readonly<Record<SetState, Says>> = {
    'requested': { nl: 'vroeg een wijziging aan', en: 'asked for a change', fr: 'a demandé une modification' },
    'planned': { nl: 'bereidde een wijziging voor', en: 'prepared a change', fr: 'a préparé une modification' },
    'applied': { nl: 'voerde een wijziging door', en: 'made a change', fr: 'a appliqué une modification' },
    'put-back': { nl: 'draaide een wijziging terug', en: 'put a change back', fr: 'a annulé une modification' },
    'refused': { nl: 'wees een aanvraag af', en: 'refused a request', fr: 'a refusé une demande' },
    'cancelled': { nl: 'trok een wijziging in', en: 'withdrew a change', fr: 'a retiré une modification' },
  }
  const noted: Says = {
    nl: 'vulde een wijziging aan', en: 'added to a change', fr: 'a complété une modification',
  }
  const state = after?.['state'] as SetState | undefined
  const verb = state && state !== before?.['state'] ? verbs[state] : noted
  return {
    nl: `${who} ${verb.nl}${what(':')}`, en: `${who} ${verb.en}${what(':')}`, fr: `${who} ${verb.fr}${what(' :')}`,
  }
}
