import type { Day, Language, Texts } from '#core/contract.ts'
import { dayIn } from '#core/wording.ts'
import type { FinePart, Term } from '../contract/loan.ts'
import type { Act } from './row.ts'

const locales = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' } as const
/** `dinsdag 1 juli 2025`. */
const weekdayIn = (language: Language, day: Day) =>
  `${new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'long' }).format(Date.parse(`${day}T00:00Z`))} ${dayIn(language, day)}`
const euros = (language: Language, cents: number) =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(cents / 100)

interface Named { readonly place: string; readonly rule: string }

/** How a due day came about, one sentence after the other. */
export function termWords(language: Language, { what, from, days, raw, due, shifts, rule }: Term, { place, rule: whose }: Named): string[] {
  const on = (day: Day) => weekdayIn(language, day)
  const begun: Texts = what === 'renewal' ? {
    nl: `Verlengd, geteld vanaf ${on(from)}.`, en: `Renewed, counted from ${on(from)}.`, fr: `Prolongé, compté à partir du ${on(from)}.`,
  } : { nl: `Uitgeleend op ${on(from)} in ${place}.`, en: `Lent on ${on(from)} at ${place}.`, fr: `Prêté le ${on(from)} à ${place}.` }
  const counted: Texts = {
    nl: `Volgens ${whose ? `het reglement van ${whose}` : 'de standaardregel'} (${rule.text}) zijn dat ${days} dagen: tot ${on(raw)}.`,
    en: `By ${whose ? `the rules of ${whose}` : 'the standard rule'} (${rule.text}) that is ${days} days: until ${on(raw)}.`,
    fr: `Selon ${whose ? `le règlement de ${whose}` : 'la règle standard'} (${rule.text}), cela fait ${days} jours : jusqu’au ${on(raw)}.`,
  }
  const moves = shifts.map(({ from: day, to, because }) => (because === 'V' ? {
    nl: `Op ${on(day)} heeft ${place} vakantie. De datum schuift naar dezelfde weekdag na de vakantie: ${on(to)}.`,
    en: `On ${on(day)} ${place} is on vacation. The day moves to the same weekday after the vacation: ${on(to)}.`,
    fr: `Le ${on(day)}, ${place} est en vacances. La date passe au même jour de la semaine après les vacances : ${on(to)}.`,
  } : because === 'S' ? {
    nl: `Op ${on(day)} is er schoolvakantie. Voor deze lidsoort telt ze mee: verder vanaf ${on(to)}.`,
    en: `On ${on(day)} there is a school holiday, which counts for this type of membership: on from ${on(to)}.`,
    fr: `Le ${on(day)}, ce sont les vacances scolaires, qui comptent pour ce type d’abonnement : à partir du ${on(to)}.`,
  } : {
    nl: `Op ${on(day)} is ${place} gesloten. De datum schuift op naar ${on(to)}.`,
    en: `On ${on(day)} ${place} is closed. The day moves on to ${on(to)}.`,
    fr: `Le ${on(day)}, ${place} est fermée. La date passe au ${on(to)}.`,
  })[language])
  const ends: Texts = {
    nl: `Uiterlijk in te leveren op ${on(due)}.`, en: `To be back by ${on(due)}.`, fr: `À rendre au plus tard le ${on(due)}.`,
  }
  return [begun[language], counted[language], ...moves, ends[language]]
}

const notCounted = {
  closed: { nl: 'gesloten', en: 'closed', fr: 'de fermeture' },
  vacation: { nl: 'vakantie', en: 'of vacation', fr: 'de vacances' },
  fineFree: { nl: 'boetevrij', en: 'free of fine', fr: 'sans amende' },
} as const satisfies Readonly<Record<string, Texts>>

const kindsOf = (part: FinePart, language: Language): string => (['closed', 'vacation', 'fineFree'] as const)
  .flatMap(kind => part[kind] > 0 && !(kind === 'closed' && part.closedDaysCount) ? [`${part[kind]} ${notCounted[kind][language]}`] : [])
  .join(', ')

/** What a fine is made of: the days that count, those that do not, the rule and the maximum. */
export function fineWords(language: Language, part: FinePart, { rule: whose }: Named): string[] {
  const { due, returned, cents, days, grace, rule, maximumCents, freeUnder } = part
  const [was, is] = [dayIn(language, due), dayIn(language, returned)]
  const out = kindsOf(part, language)
  const late: Texts = {
    nl: `In te leveren op ${was}, gerekend tot en met ${is}: ${days === 1 ? '1 dag telt' : `${days} dagen tellen`} mee`
      + `${out && `; niet meegeteld: ${out}`}.`,
    en: `Due on ${was}, counted to ${is}: ${days === 1 ? '1 day counts' : `${days} days count`}${out && `; not counted: ${out}`}.`,
    fr: `À rendre le ${was}, compté jusqu’au ${is} : ${days === 1 ? '1 jour compte' : `${days} jours comptent`}`
      + `${out && ` ; non comptés : ${out}`}.`,
  }
  const stood = (part.still ?? []).map(({ from, to }) => stillWords(language, from, to, part.stillDays ?? 0))
  const free: Texts = {
    nl: `De eerste ${grace} dagen zijn gratis.`, en: `The first ${grace} days are free.`, fr: `Les ${grace} premiers jours sont gratuits.`,
  }
  const priced: Texts = {
    nl: `Volgens de boeteregel${whose && ` van ${whose}`} (${rule.text}) is dat ${euros(language, cents)}.`,
    en: `By the fine rule${whose && ` of ${whose}`} (${rule.text}) that is ${euros(language, cents)}.`,
    fr: `Selon la règle d’amende${whose && ` de ${whose}`} (${rule.text}), cela fait ${euros(language, cents)}.`,
  }
  const child: Texts = {
    nl: `Wie jonger is dan ${freeUnder} jaar betaalt geen boete: ${euros(language, 0)}.`,
    en: `Whoever is under ${freeUnder} pays no fine: ${euros(language, 0)}.`,
    fr: `En dessous de ${freeUnder} ans, pas d’amende : ${euros(language, 0)}.`,
  }
  const most: Texts = { nl: 'Meer wordt het niet: dit is het maximum.', en: 'It grows no further: this is the maximum.', fr: 'Elle n’augmente plus : c’est le maximum.' }
  return [
    late[language], ...stood, ...(grace > 0 ? [free[language]] : []), freeUnder === undefined ? priced[language] : child[language],
    ...(cents > 0 && cents === maximumCents ? [most[language]] : []),
  ]
}

/** "De boete stond stil van … tot en met …, omdat de vestiging dicht was." */
function stillWords(language: Language, from: Day, to: Day | null, days: number): string {
  const first = dayIn(language, from)
  const last = to === null ? null : dayIn(language, to)
  return {
    nl: `De boete stond stil ${last ? `van ${first} tot en met ${last}` : `vanaf ${first}`}, omdat de vestiging gesloten was: daardoor `
      + `${days === 1 ? 'telt 1 dag' : `tellen ${days} dagen`} niet mee.`,
    en: `The fine stood still ${last ? `from ${first} to ${last}` : `from ${first}`}, because the branch was closed: so `
      + `${days === 1 ? '1 day does' : `${days} days do`} not count.`,
    fr: `L’amende a été suspendue ${last ? `du ${first} au ${last}` : `dès le ${first}`}, car l’implantation était fermée : `
      + `${days === 1 ? '1 jour ne compte' : `${days} jours ne comptent`} donc pas.`,
  }[language]
}

/** What would come out today, where that is something else. */
export const ruleDiffers = (language: Language, due: Day, byCalendar: boolean): string => {
  const day = weekdayIn(language, due)
  return (byCalendar ? {
    nl: `De kalender is sindsdien veranderd: nu uitgeleend zou het ${day} zijn. De datum van toen blijft gelden.`,
    en: `The calendar has changed since: lent now it would be ${day}. The day of then stands.`,
    fr: `Le calendrier a changé depuis : un prêt fait maintenant donnerait ${day}. La date d’alors reste valable.`,
  } : {
    nl: `Het reglement is sindsdien veranderd: nu uitgeleend zou het ${day} zijn. De datum van toen blijft gelden.`,
    en: `The rules have changed since: lent now it would be ${day}. The day of then stands.`,
    fr: `Le règlement a changé depuis : un prêt fait maintenant donnerait ${day}. La date d’alors reste valable.`,
  })[language]
}

export const stepNames: Readonly<Record<Act, Texts>> = {
  lent: { nl: 'Uitgeleend', en: 'Lent', fr: 'Prêté' },
  renewed: { nl: 'Verlengd', en: 'Renewed', fr: 'Prolongé' },
  moved: { nl: 'Verschoven', en: 'Moved', fr: 'Reporté' },
  'moved-back': { nl: 'Teruggezet', en: 'Moved back', fr: 'Remis' },
  frozen: { nl: 'Boete stilgezet', en: 'Fine stands still', fr: 'Amende suspendue' },
  thawed: { nl: 'Boete loopt weer', en: 'Fine runs again', fr: 'L’amende reprend' },
  claimed: { nl: 'Volgens de lener teruggebracht', en: 'Claimed returned', fr: 'Déclaré rendu' },
  found: { nl: 'Weer geldig', en: 'Stands again', fr: 'De nouveau valable' },
  lost: { nl: 'Verloren gemeld', en: 'Reported lost', fr: 'Déclaré perdu' },
  returned: { nl: 'Teruggebracht', en: 'Returned', fr: 'Rendu' },
  undone: { nl: 'Ongedaan gemaakt', en: 'Undone', fr: 'Annulé' },
  'passed-on': { nl: 'Doorgegeven aan iemand anders', en: 'Handed on to somebody else', fr: 'Transmis à quelqu’un d’autre' },
}
