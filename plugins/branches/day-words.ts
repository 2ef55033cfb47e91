import { holdsOn, type Reading } from '#core/configuration.ts'
import type { Day, Fact, Language, Texts, UnitId } from '#core/contract.ts'
import { unitAt } from '#core/unit.ts'
import { unbroken } from './calendar-source.ts'
import type { CalendarDay } from './contract/arithmetic.ts'
import { cutFact, exceptionFact, ruleFact } from './contract/calendar.ts'
import { hoursFact, type HoursKind } from './contract/hours.ts'
import { nameOf } from './change/unit-words.ts'
import { because, clock, dayIn, slotsIn } from './wording.ts'
import { ruleIn } from './yearly-day-words.ts'

const words = {
  open: { nl: 'open', en: 'open', fr: 'ouvert' },
  noHours: { nl: 'geen uren', en: 'no hours', fr: 'sans heures' },
  G: { nl: 'gesloten', en: 'closed', fr: 'fermé' },
  V: { nl: 'vakantie', en: 'holiday', fr: 'congé' },
  B: { nl: 'boetevrij', en: 'fine-free', fr: 'sans amende' },
} satisfies Record<string, Texts>

/** A day in one line: `open 9:00–12:00`, `gesloten: kerstavond`. */
export function dayWords(day: CalendarDay, kinds: readonly HoursKind[], language: Language): string {
  const { kind, why } = day
  if (kind === 'G' || kind === 'V')
    return words[kind][language] + because(why.by === 'hours' ? '' : why.said.text, language)
  const told = day.hours.map(({ kind: code, slots }) => {
    const hoursKind = kinds.find(one => one.code === code)
    return hoursKind?.countsAsOpen ? slotsIn(slots) : `${slotsIn(slots)} (${hoursKind?.name[language] ?? code})`
  })
  const open = `${words.open[language]}${told.length ? ` ${told.join(', ')}` : `, ${words.noHours[language]}`}`
  return kind === 'B' ? `${open}, ${words.B[language]}` : open
}

const levels: Readonly<Record<string, Texts>> = {
  system: { nl: 'de regio', en: 'the region', fr: 'la région' },
  group: { nl: 'de groep', en: 'the group', fr: 'le groupement' },
  library: { nl: 'de bibliotheek', en: 'the library', fr: 'la bibliothèque' },
  branch: { nl: 'de vestiging', en: 'the branch', fr: 'l’implantation' },
  bookmobile: { nl: 'de bibliobus', en: 'the bookmobile', fr: 'le bibliobus' },
  stop: { nl: 'de halte', en: 'the stop', fr: 'la halte' },
}

/** `de groep Kempen`: who spoke, and on which level. */
export function speaker(reading: Reading, unit: UnitId, day: Day, language: Language): string {
  const level = levels[unitAt(reading, unit, day)?.type ?? 'branch']?.[language] ?? ''
  return `${level} ${nameOf(reading, unit, day)}`
}

const saidSince = (reading: Reading, fact: Fact, unit: UnitId, key: string, day: Day) =>
  unbroken(reading, fact, unit).find(said => said.key === key && holdsOn(said, day))

const since = (from: Day | null, language: Language) =>
  from === null
    ? ''
    : ` (${{ nl: 'sinds', en: 'since', fr: 'depuis le' }[language]} ${dayIn(language, from, 'short')})`

/** Why a day is what it is, in one sentence: who said so on which level, in which words, since when. */
export function whyWords(reading: Reading, { day, why, kind, cuts }: CalendarDay, language: Language): string {
  const cut = cuts[0]
  const half = cut ? halfDayWords(reading, day, cut, language) : ''
  if (why.by === 'hours') {
    if (why.unit === null || why.key === null)
      return {
        nl: 'Er zijn geen uren gekend voor deze dag.',
        en: 'No hours are known for this day.',
        fr: 'Aucune heure connue pour ce jour.',
      }[language]
    const who = speaker(reading, why.unit, day, language)
    const from = since(saidSince(reading, hoursFact, why.unit, why.key, day)?.from ?? null, language)
    return (
      {
        nl: `Volgt de openingsuren van ${who}${from}.`,
        en: `Follows the opening hours of ${who}${from}.`,
        fr: `Suit les heures d’ouverture de ${who}${from}.`,
      }[language] + half
    )
  }
  const who = speaker(reading, why.unit, day, language)
  if (why.by === 'rule') {
    const from = since(saidSince(reading, ruleFact, why.unit, why.key, day)?.from ?? null, language)
    return (
      {
        nl: `Regel van ${who}: ${ruleIn(language, why.said)}${from}.`,
        en: `Rule of ${who}: ${ruleIn(language, why.said)}${from}.`,
        fr: `Règle de ${who} : ${ruleIn(language, why.said)}${from}.`,
      }[language] + half
    )
  }
  const text = because(why.said.text, language)
  const said = saidSince(reading, exceptionFact, why.unit, why.key, day)
  const span = said && said.from !== said.to ? since(said.from, language) : ''
  const what = {
    G: { nl: 'Gesloten door', en: 'Closed by', fr: 'Fermé par' },
    V: { nl: 'Vakantie gezet door', en: 'Holiday set by', fr: 'Congé fixé par' },
    B: { nl: 'Boetevrij gezet door', en: 'Made fine-free by', fr: 'Sans amende selon' },
    open: { nl: 'Toch open volgens', en: 'Open anyway by', fr: 'Ouvert quand même selon' },
  }[kind][language]
  return `${what} ${who}${text}${span}.${half}`
}

function halfDayWords(
  reading: Reading,
  day: Day,
  { unit, key, cut, text }: CalendarDay['cuts'][number],
  language: Language,
): string {
  const who = speaker(reading, unit, day, language)
  const from = since(saidSince(reading, cutFact, unit, key, day)?.from ?? null, language)
  const [start, end] = [clock(cut.from), clock(cut.to)]
  return {
    nl: ` Dicht van ${start} tot ${end} door ${who}${because(text, language)}${from}.`,
    en: ` Shut from ${start} to ${end} by ${who}${because(text, language)}${from}.`,
    fr: ` Fermé de ${start} à ${end} par ${who}${because(text, language)}${from}.`,
  }[language]
}
