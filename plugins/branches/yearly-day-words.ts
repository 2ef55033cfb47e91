import type { Language } from '#core/contract.ts'
import type { CalendarRule, YearlyDay } from './contract/calendar.ts'
import { weekdays, type Weekday } from './contract/hours.ts'
import { clock } from './wording.ts'

type Words = Readonly<Record<Language, string>>

const monday = Date.UTC(2024, 0, 1)
const locales: Words = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' }
/** `dinsdag`. */
export const weekdayIn = (language: Language, weekday: Weekday) =>
  new Date(monday + weekdays.indexOf(weekday) * 86_400_000).toLocaleDateString(locales[language], {
    weekday: 'long',
    timeZone: 'UTC',
  })
const monthIn = (language: Language, month: number) =>
  new Date(Date.UTC(2024, month - 1, 1)).toLocaleDateString(locales[language], {
    month: 'long',
    timeZone: 'UTC',
  })

/** `11 juli`. */
export function monthDayIn(language: Language, monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number) as [number, number]
  const first = language === 'fr' && day === 1 ? '1er' : String(day)
  return `${first} ${monthIn(language, month)}`
}

const easterNames = new Map<number, Words>([
  [-3, { nl: 'Witte Donderdag', en: 'Maundy Thursday', fr: 'le Jeudi saint' }],
  [-2, { nl: 'Goede Vrijdag', en: 'Good Friday', fr: 'le Vendredi saint' }],
  [-1, { nl: 'paaszaterdag', en: 'Easter Saturday', fr: 'le samedi de Pâques' }],
  [0, { nl: 'Pasen', en: 'Easter Sunday', fr: 'à Pâques' }],
  [1, { nl: 'paasmaandag', en: 'Easter Monday', fr: 'le lundi de Pâques' }],
  [39, { nl: 'Hemelvaartsdag', en: 'Ascension Day', fr: 'à l’Ascension' }],
  [40, { nl: 'de dag na Hemelvaart', en: 'the day after Ascension', fr: 'le lendemain de l’Ascension' }],
  [48, { nl: 'pinksterzaterdag', en: 'Whit Saturday', fr: 'le samedi de Pentecôte' }],
  [49, { nl: 'Pinksteren', en: 'Whit Sunday', fr: 'à la Pentecôte' }],
  [50, { nl: 'pinkstermaandag', en: 'Whit Monday', fr: 'le lundi de Pentecôte' }],
])

const ordinals: Readonly<Record<Language, readonly string[]>> = {
  nl: ['eerste', 'tweede', 'derde', 'vierde', 'vijfde'],
  en: ['first', 'second', 'third', 'fourth', 'fifth'],
  fr: ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'],
}
const last: Words = { nl: 'laatste', en: 'last', fr: 'dernier' }
const nthIn = (language: Language, nth: number) => {
  const name = ordinals[language][Math.abs(nth) - 1] ?? String(Math.abs(nth))
  if (nth > 0) return name
  if (nth === -1) return last[language]
  if (nth === -2) return { nl: 'voorlaatste', en: 'last but one', fr: 'avant-dernier' }[language]
  return { nl: `op ${-nth - 1} na laatste`, en: `${name} from last`, fr: `${name} avant le dernier` }[language]
}

/** A yearly day in words: `11 juli`, `Hemelvaartsdag`, `de maandag na de eerste zondag van september`. */
export function yearlyDayIn(language: Language, on: YearlyDay): string {
  if ('date' in on) return monthDayIn(language, on.date)
  if ('easter' in on) return easterNames.get(on.easter)?.[language] ?? easterPlus(language, on.easter)
  if ('workingDay' in on) {
    const [nth, day] = [nthIn(language, on.workingDay), monthDayIn(language, on.after)]
    return {
      nl: `de ${nth} werkdag vanaf ${day}`,
      en: `the ${nth} working day from ${day}`,
      fr: `le ${nth} jour ouvrable à partir du ${day}`,
    }[language]
  }
  const weekday = weekdayIn(language, on.weekday)
  if ('from' in on) {
    const [from, to] = [monthDayIn(language, on.from), monthDayIn(language, on.to)]
    return {
      nl: `elke ${weekday} van ${from} tot en met ${to}`,
      en: `every ${weekday} from ${from} to ${to}`,
      fr: `chaque ${weekday} du ${from} au ${to}`,
    }[language]
  }
  const [nth, month] = [nthIn(language, on.nth), monthIn(language, on.month)]
  const day = {
    nl: `de ${nth} ${weekday} van ${month}`,
    en: `the ${nth} ${weekday} of ${month}`,
    fr: `${nth.startsWith('a') ? 'l’' : 'le '}${nth} ${weekday} de ${month}`,
  }[language]
  return on.plus ? daysAfter(language, on.plus, day) : day
}

const easterPlus = (language: Language, days: number) =>
  daysAfter(language, days, { nl: 'Pasen', en: 'Easter', fr: 'Pâques' }[language])

function daysAfter(language: Language, days: number, of: string): string {
  const n = Math.abs(days)
  const one = n === 1
  const words =
    days > 0
      ? {
          nl: one ? 'de dag na' : `${n} dagen na`,
          en: one ? 'the day after' : `${n} days after`,
          fr: one ? 'le jour après' : `${n} jours après`,
        }
      : {
          nl: one ? 'de dag voor' : `${n} dagen voor`,
          en: one ? 'the day before' : `${n} days before`,
          fr: one ? 'le jour avant' : `${n} jours avant`,
        }
  return `${words[language]} ${of}`
}

/** Whether a day takes "on" before it: `op 11 juli`, but `elke maandag` and `7 dagen voor Pasen`. */
const takesOn = (on: YearlyDay) =>
  !(
    'from' in on
    || ('easter' in on && !easterNames.has(on.easter) && Math.abs(on.easter) > 1)
    || ('plus' in on && Math.abs(on.plus ?? 0) > 1)
  )

const kinds: Readonly<Record<'open' | 'B' | 'G' | 'V', Words>> = {
  open: { nl: 'open', en: 'open', fr: 'ouvert' },
  B: { nl: 'boetevrij', en: 'fine-free', fr: 'sans amende' },
  G: { nl: 'gesloten', en: 'closed', fr: 'fermé' },
  V: { nl: 'vakantie', en: 'holiday', fr: 'congé' },
}
export const kindIn = (language: Language, kind: 'open' | 'B' | 'G' | 'V') => kinds[kind][language]

/** `elk jaar gesloten op 11 juli: Feest van de Vlaamse Gemeenschap`. */
export function ruleIn(language: Language, rule: CalendarRule): string {
  const day = yearlyDayIn(language, rule.on)
  const what =
    'cut' in rule
      ? {
          nl: `dicht van ${clock(rule.cut.from)} tot ${clock(rule.cut.to)}`,
          en: `shut from ${clock(rule.cut.from)} to ${clock(rule.cut.to)}`,
          fr: `fermé de ${clock(rule.cut.from)} à ${clock(rule.cut.to)}`,
        }[language]
      : kindIn(language, rule.kind)
  const text = rule.text.trim() ? ` (${rule.text.trim()})` : ''
  const before = takesOn(rule.on) ? { nl: 'op ', en: 'on ', fr: 'date' in rule.on ? 'le ' : '' }[language] : ''
  const always = { nl: 'elk jaar', en: 'every year', fr: 'chaque année' }[language]
  return `${always} ${what} ${before}${day}${text}`
}
