import type { Day, Language, Texts } from '#core/contract.ts'
import { dayIn, moneyIn } from '#core/wording.ts'
import type { FinePart } from '../contract/loan.ts'

const kinds = {
  closed: [{ nl: 'gesloten dag', en: 'closed day', fr: 'jour de fermeture' }, { nl: 'gesloten dagen', en: 'closed days', fr: 'jours de fermeture' }],
  vacation: [{ nl: 'vakantiedag', en: 'day of vacation', fr: 'jour de vacances' }, { nl: 'vakantiedagen', en: 'days of vacation', fr: 'jours de vacances' }],
  fineFree: [{ nl: 'boetevrije dag', en: 'day free of fines', fr: 'jour sans amende' }, { nl: 'boetevrije dagen', en: 'days free of fines', fr: 'jours sans amende' }],
} as const satisfies Readonly<Record<string, readonly [Texts, Texts]>>

const daysOf = (language: Language, part: FinePart, kind: keyof typeof kinds) =>
  part[kind] === 0 ? [] : [`${part[kind]} ${kinds[kind][part[kind] === 1 ? 0 : 1][language]}`]

/** What a fine is made of: the days that count by which calendar, those that do not, the rule and the maximum. */
export function fineWords(language: Language, part: FinePart, { place, rule }: { readonly place: string; readonly rule: string }): string[] {
  const { due, returned, days, grace, closedDaysCount } = part
  const [was, is] = [dayIn(language, due), dayIn(language, returned)]
  const out = [...(closedDaysCount ? [] : daysOf(language, part, 'closed')), ...daysOf(language, part, 'vacation'), ...daysOf(language, part, 'fineFree')].join(', ')
  // Days on which it stood still are closed ones too.
  const also = closedDaysCount ? daysOf(language, { ...part, closed: Math.max(0, part.closed - (part.stillDays ?? 0)) }, 'closed').join('') : ''
  const late: Texts = {
    nl: `In te leveren op ${was}, gerekend tot en met ${is} met de kalender van ${place}: ${days === 1 ? '1 dag telt' : `${days} dagen tellen`} mee`
      + `${also && `, ook ${also}`}${out && `; niet meegeteld: ${out}`}.`,
    en: `Due on ${was}, counted to ${is} by the calendar of ${place}: ${days === 1 ? '1 day counts' : `${days} days count`}`
      + `${also && `, ${also} too`}${out && `; not counted: ${out}`}.`,
    fr: `À rendre le ${was}, compté jusqu’au ${is} selon le calendrier de ${place} : ${days === 1 ? '1 jour compte' : `${days} jours comptent`}`
      + `${also && `, dont ${also}`}${out && ` ; non comptés : ${out}`}.`,
  }
  const free: Texts = grace === 1 ? {
    nl: 'De eerste dag is gratis en telt niet mee.', en: 'The first day is free and does not count.', fr: 'Le premier jour est gratuit et ne compte pas.',
  } : {
    nl: `De eerste ${grace} dagen zijn gratis en tellen niet mee.`, en: `The first ${grace} days are free and do not count.`,
    fr: `Les ${grace} premiers jours sont gratuits et ne comptent pas.`,
  }
  const stood = (part.still ?? []).map(({ from, to }) => stillWords(language, from, to))
  return [
    late[language], ...stood, ...(stood.length ? [stoodFor(language, part.stillDays ?? 0)] : []), ...(grace > 0 ? [free[language]] : []),
    ...pricedWords(language, part, rule),
  ]
}

function pricedWords(language: Language, { cents, amountCents, periodDays, maximumCents, freeUnder }: FinePart, rule: string): string[] {
  const euros = moneyIn(language, cents)
  if (freeUnder !== undefined) return [{
    nl: `Wie jonger is dan ${freeUnder} jaar betaalt geen boete: ${moneyIn(language, 0)}.`,
    en: `Whoever is under ${freeUnder} pays no fine: ${moneyIn(language, 0)}.`,
    fr: `En dessous de ${freeUnder} ans, pas d’amende : ${moneyIn(language, 0)}.`,
  }[language]]
  const each = amountCents === undefined ? '' : `${perDays(language, amountCents, periodDays ?? 1)}, `
  const priced: Texts = {
    nl: `Volgens ${rule} is dat ${each}samen ${euros}.`, en: `By ${rule} that is ${each}together ${euros}.`,
    fr: `Selon ${rule}, cela fait ${each}en tout ${euros}.`,
  }
  const most: Texts = { nl: 'Meer wordt het niet: dit is het maximum.', en: 'It grows no further: this is the maximum.', fr: 'Elle n’augmente plus : c’est le maximum.' }
  return [priced[language], ...(cents > 0 && cents === maximumCents ? [most[language]] : [])]
}

function perDays(language: Language, cents: number, days: number): string {
  const euros = moneyIn(language, cents)
  return days === 1 ? { nl: `${euros} per dag`, en: `${euros} a day`, fr: `${euros} par jour` }[language]
    : { nl: `${euros} per begonnen ${days} dagen`, en: `${euros} for each ${days} days begun`, fr: `${euros} par ${days} jours entamés` }[language]
}

/** "De boete stond stil van … tot en met …, omdat de vestiging gesloten was." */
function stillWords(language: Language, from: Day, to: Day | null): string {
  const first = dayIn(language, from)
  const last = to === null ? null : dayIn(language, to)
  return {
    nl: `De boete stond stil ${last ? `van ${first} tot en met ${last}` : `vanaf ${first}`}, omdat de vestiging gesloten was.`,
    en: `The fine stood still ${last ? `from ${first} to ${last}` : `from ${first}`}, because the branch was closed.`,
    fr: `L’amende a été suspendue ${last ? `du ${first} au ${last}` : `dès le ${first}`}, car l’implantation était fermée.`,
  }[language]
}

const stoodFor = (language: Language, days: number): string => ({
  nl: `Daardoor ${days === 1 ? 'telt 1 dag' : `tellen ${days} dagen`} niet mee.`,
  en: `So ${days === 1 ? '1 day does' : `${days} days do`} not count.`,
  fr: `${days === 1 ? '1 jour ne compte' : `${days} jours ne comptent`} donc pas.`,
})[language]

/** What a loan with more than one term costs altogether. */
export function totalWords(language: Language, parts: readonly FinePart[]): string {
  const euros = moneyIn(language, parts.reduce((sum, { cents }) => sum + cents, 0))
  return { nl: `Alles samen ${euros}.`, en: `Altogether ${euros}.`, fr: `Au total ${euros}.` }[language]
}

export function fineDiffers(language: Language, cents: number, byCalendar: boolean): string {
  const euros = moneyIn(language, cents)
  return (byCalendar ? {
    nl: `De kalender is sindsdien veranderd: daarmee zou de boete ${euros} zijn. De boete van toen blijft.`,
    en: `The calendar has changed since: by it the fine would be ${euros}. The fine of then stands.`,
    fr: `Le calendrier a changé depuis : l’amende serait de ${euros}. L’amende d’alors reste.`,
  } : {
    nl: `Het reglement is sindsdien veranderd: daarmee zou de boete ${euros} zijn. De boete van toen blijft.`,
    en: `The rules have changed since: by them the fine would be ${euros}. The fine of then stands.`,
    fr: `Le règlement a changé depuis : l’amende serait de ${euros}. L’amende d’alors reste.`,
  })[language]
}
