import type { Day, Language, Texts } from '#core/contract.ts'
import { dayIn, sinceDay } from '#core/wording.ts'
import type { Term } from '../contract/loan.ts'

const locales = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' } as const
/** `dinsdag 1 juli 2025`. */
const weekdayIn = (language: Language, day: Day) =>
  `${new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'long' }).format(Date.parse(`${day}T00:00Z`))} ${dayIn(language, day)}`

interface Rule { readonly text: string; readonly whose?: string; readonly codes?: string; readonly since?: string | null }

/** `het reglement van de bibliotheek Zwalm (Volwassene, Boek: 28/28/0 sinds 1 januari 2020)`. */
export function ruleWords(language: Language, { text, whose, codes, since }: Rule): string {
  const line = `${codes ? `${codes}${language === 'fr' ? ' :' : ':'} ` : ''}${text}${since ? `, ${sinceDay(language, since)}` : ''}`
  return whose === undefined ? { nl: `de standaardregel (${line})`, en: `the standard rule (${line})`, fr: `la règle standard (${line})` }[language]
    : { nl: `de regel van ${whose} (${line})`, en: `the rule of ${whose} (${line})`, fr: `la règle de ${whose} (${line})` }[language]
}

/** How often a loan was renewed, and on which day last. */
export interface Renewal { readonly lentOn: Day; readonly times: number; readonly on: Day }

interface Told {
  /** Whose calendar counts. */
  readonly place: string
  readonly rule: string
  /** It was entered afterwards. */
  readonly isOffline: boolean
  readonly renewal: Renewal | undefined
}

/** How a due day came about, one sentence after the other. */
export function termWords(language: Language, { from, days, raw, due, shifts }: Term, { place, rule, isOffline, renewal }: Told): string[] {
  const [since, until, last] = [from, raw, due].map(day => weekdayIn(language, day))
  const begun = renewal ? renewedWords(language, from, place, renewal) : [{
    nl: `Uitgeleend op ${since} in ${place}.`, en: `Lent on ${since} at ${place}.`, fr: `Prêté le ${since} à ${place}.`,
  }[language]]
  const counted: Texts = {
    nl: `Volgens ${rule} mag het ${days} dagen blijven: tot ${until}.`,
    en: `By ${rule} it may stay ${days} days: until ${until}.`,
    fr: `Selon ${rule}, il peut rester ${days} jours : jusqu’au ${until}.`,
  }
  const ends: Texts = {
    nl: `Dan is ${place} open volgens de kalender: uiterlijk in te leveren op ${last}.`,
    en: `By its calendar ${place} is open then: to be back by ${last}.`,
    fr: `Selon son calendrier, ${place} est alors ouverte : à rendre au plus tard le ${last}.`,
  }
  return [
    ...begun, ...(isOffline && !renewal ? [enteredLater[language]] : []), counted[language],
    ...shifts.map(shift => shiftWords(language, place, shift)), ends[language],
  ]
}

const enteredLater: Texts = {
  nl: 'Er was toen geen server: de uitlening is later ingevoerd, met de dag van toen.',
  en: 'There was no server then: the loan was entered afterwards, with the day of then.',
  fr: 'Il n’y avait alors pas de serveur : le prêt a été encodé plus tard, à la date d’alors.',
}

function renewedWords(language: Language, from: Day, place: string, { lentOn, times, on }: Renewal): string[] {
  const [lent, day, since] = [lentOn, on, from].map(one => weekdayIn(language, one))
  return [{
    nl: `Uitgeleend op ${lent} en ${times === 1 ? 'een keer' : `${times} keer`} verlengd, ${times === 1 ? '' : 'de laatste keer '}op ${day} in ${place}.`,
    en: `Lent on ${lent} and renewed ${times === 1 ? 'once' : `${times} times`}, ${times === 1 ? '' : 'the last time '}on ${day} at ${place}.`,
    fr: `Prêté le ${lent} et prolongé ${times === 1 ? 'une fois' : `${times} fois`}, ${times === 1 ? '' : 'la dernière fois '}le ${day} à ${place}.`,
  }[language], (from === on ? {
    nl: 'De nieuwe termijn telt vanaf die dag.', en: 'The new term counts from that day.', fr: 'Le nouveau délai compte à partir de ce jour.',
  } : {
    nl: `De nieuwe termijn telt vanaf de vorige inleverdatum, ${since}.`, en: `The new term counts from the due day before, ${since}.`,
    fr: `Le nouveau délai compte à partir de l’ancienne date de retour, ${since}.`,
  })[language]]
}

function shiftWords(language: Language, place: string, { from, to, because, text }: Term['shifts'][number]): string {
  const [day, next] = [from, to].map(one => weekdayIn(language, one))
  const said = text === null ? closedWeekly[language] : typeof text === 'object' ? text[language] : text
  const why = said ? ` (${said})` : ''
  return ({
    V: {
      nl: `Op ${day} heeft ${place} vakantie${why}. De datum schuift naar dezelfde weekdag na de vakantie: ${next}.`,
      en: `On ${day} ${place} is on vacation${why}. The day moves to the same weekday after the vacation: ${next}.`,
      fr: `Le ${day}, ${place} est en vacances${why}. La date passe au même jour de la semaine après les vacances : ${next}.`,
    },
    S: {
      nl: `Op ${day} is er schoolvakantie${why}. Voor deze lidsoort telt ze mee: verder vanaf ${next}.`,
      en: `On ${day} there is a school holiday${why}, which counts for this type of membership: on from ${next}.`,
      fr: `Le ${day}, ce sont les vacances scolaires${why}, qui comptent pour ce type d’abonnement : à partir du ${next}.`,
    },
    G: {
      nl: `Op ${day} is ${place} gesloten${why}. De datum schuift op naar ${next}.`,
      en: `On ${day} ${place} is closed${why}. The day moves on to ${next}.`,
      fr: `Le ${day}, ${place} est fermée${why}. La date passe au ${next}.`,
    },
  } as const)[because][language]
}

const closedWeekly: Texts = { nl: 'vaste sluitingsdag', en: 'closed on that weekday', fr: 'jour de fermeture habituel' }

/** What would come out today, where that is something else. */
export function termDiffers(language: Language, due: Day, byCalendar: boolean): string {
  const day = weekdayIn(language, due)
  return (byCalendar ? {
    nl: `De kalender is sindsdien veranderd: daarmee zou het ${day} zijn. De datum van toen blijft gelden.`,
    en: `The calendar has changed since: by it the day would be ${day}. The day of then stands.`,
    fr: `Le calendrier a changé depuis : il donnerait ${day}. La date d’alors reste valable.`,
  } : {
    nl: `Het reglement is sindsdien veranderd: daarmee zou het ${day} zijn. De datum van toen blijft gelden.`,
    en: `The rules have changed since: by them the day would be ${day}. The day of then stands.`,
    fr: `Le règlement a changé depuis : il donnerait ${day}. La date d’alors reste valable.`,
  })[language]
}
