import { defineChange } from '#core/change.ts'
import type { Lay, Reading } from '#core/configuration.ts'
import type { Day, Language } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { inEach } from '#core/wording.ts'
import { close, type Close } from '../contract/change.ts'
import { cutFact, exceptionFact } from '../contract/calendar.ts'
import { extendLoans } from '../contract/parameter.ts'
import { closingNeeds } from './closing-needs.ts'
import { namedId } from '../named-id.ts'
import { because, clock, dayIn, listed, period } from '../wording.ts'
import { arranged, partNeeds, plannedFaults } from './closure-faults.ts'
import { layClosure } from './closure.ts'
import { belowQuestions, differingBelow, hangsUnder } from './below.ts'
import { cutFaults, fault, periodFaults, unitFaults } from './fault.ts'
import { nameOf, namesIn } from './unit-words.ts'

/** Closing days, vacations, fine-free days and half days, for one unit or thousands. */
export const closing = defineChange(close, {
  needs: (reading, { units, also = [], from, to, parts }, today, declared) => [
    ...closingNeeds([...units, ...also], from, to),
    ...(parts ? partNeeds(reading, parts, units.map(unit => ({ unit, from, to })), from, today, declared) : []),
  ],
  asksReason: (_reading, { parts, from }, today) => parts !== undefined && from < today,
  refusals: (reading, payload, _today, declared) => [
    ...periodFaults(payload),
    ...unitFaults(reading, payload.units, payload, n => `/units/${n}`),
    ...notBelow(reading, payload, 'also'),
    ...notBelow(reading, payload, 'leave'),
    ...(payload.cut ? cutFaults(payload.cut, '/cut') : []),
    ...(payload.cut && payload.kind !== 'G'
      ? [
          fault(
            'half-day-kind',
            '/kind',
            'Een halve dag houdt zijn eigen dagsoort: kies “gesloten”.',
            'A half day keeps its kind of day: choose “closed”.',
            'Une demi-journée garde son type de jour : choisissez « fermé ».',
          ),
        ]
      : []),
    ...(payload.publicFrom && payload.to && payload.publicFrom.slice(0, 10) > payload.to
      ? [
          fault(
            'public-too-late',
            '/publicFrom',
            'Het publiek zou dit pas na afloop lezen.',
            'The public would only read this when it is over.',
            'Le public ne le lirait qu’une fois terminé.',
          ),
        ]
      : []),
    ...plannedFaults(reading, payload, closureOf(payload), declared),
  ],
  questions: (reading, payload) => belowQuestions(reading, asked(payload)),
  lays: (reading, payload, _today, declared) => {
    const { units, also = [], from, to, parts, remindDays, text } = payload
    const planned = { closing: closureOf(payload), from, to, text: text.trim(), parts: parts ?? {}, remindDays }
    return [
      ...units.map((unit): Lay => ({ ...dayOf(reading, payload, unit), unit, from, to })),
      ...also
        .filter(unit => !units.includes(unit))
        .map((unit): Lay => ({ fact: exceptionFact, unit, key: 'day', from, to, body: null })),
      ...(parts || remindDays !== undefined ? units.flatMap(unit => layClosure(reading, declared, { ...planned, unit })) : []),
    ]
  },
  sentence: (reading, payload, _today, declared) => inEach(language =>
    `${sentenceOf(reading, payload, language)}${arranged(payload.parts, declared, language)}`),
})

/** "Open anyway" further down sets aside half days too. */
const asked = (payload: Close) => ({ ...payload, kind: payload.cut ? ('G' as const) : payload.kind })

function dayOf(reading: Reading, payload: Close, unit: string): Pick<Lay, 'fact' | 'key' | 'body'> {
  const { cut, kind, text, publicFrom, provisionalEnd, from } = payload
  const longer = payload.extendLoans ?? (kind === 'B' ? false : resolve(reading, extendLoans, unit, from).value)
  const said = {
    text: text.trim(),
    closing: closureOf(payload),
    ...(publicFrom !== undefined && { publicFrom }),
    ...(provisionalEnd && { provisionalEnd }),
    ...(longer && { extendLoans: true }),
  }
  return cut
    ? { fact: cutFact, key: 'cut', body: { cut, ...said } }
    : { fact: exceptionFact, key: 'day', body: { kind, ...said } }
}

/** One closure, whatever the number of its units; the same payload always names the same one. */
export function closureOf({ closing: given, units, from, to, kind, cut, text }: Close): string {
  if (given) return given
  return namedId(JSON.stringify([units, from, to, kind, cut, text]))
}

const notBelow = (reading: Reading, payload: Close, list: 'also' | 'leave') => {
  const above = new Set(payload.units)
  return (payload[list] ?? []).flatMap((unit, n) =>
    hangsUnder(reading, unit, above, payload.from, payload.to)
      ? []
      : [
          fault(
            'not-below',
            `/${list}/${n}`,
            'Dit hoort niet onder wat je sluit.',
            'This does not belong under what you close.',
            'Ceci ne dépend pas de ce que vous fermez.',
          ),
        ],
  )
}

function sentenceOf(reading: Reading, payload: Close, language: Language): string {
  const { units, from, to, kind, cut, text, provisionalEnd, also = [] } = payload
  const who = namesIn(reading, units, from, language)
  const many = units.length > 1
  const left = differingBelow(reading, asked(payload))
    .filter(unit => !also.includes(unit))
    .map(unit => nameOf(reading, unit, from))
  const exceptFor = left.length
    ? {
        nl: `; niet mee: ${listed(language, left)}`,
        en: `; not following: ${listed(language, left)}`,
        fr: ` ; sans ${listed(language, left)}`,
      }[language]
    : ''
  const act = cut
    ? halfDay(language, many, from, to, cut)
    : wholeDays(language, many, kind, from, to, provisionalEnd === true)
  return `${who} ${act}${because(text, language)}${exceptFor}`
}

function halfDay(
  language: Language,
  many: boolean,
  from: Day,
  to: Day | null,
  cut: NonNullable<Close['cut']>,
): string {
  const [start, end] = [clock(cut.from), clock(cut.to)]
  const when = period(language, from, to)
  return {
    nl: `${many ? 'sluiten' : 'sluit'} ${when} tussen ${start} en ${end}`,
    en: `${many ? 'close' : 'closes'} ${when} between ${start} and ${end}`,
    fr: `${many ? 'ferment' : 'ferme'} ${when} entre ${start} et ${end}`,
  }[language]
}

function wholeDays(
  language: Language,
  many: boolean,
  kind: Close['kind'],
  from: Day,
  to: Day | null,
  guessed: boolean,
): string {
  const when =
    guessed && to
      ? guess(language, from, to)
      : to
        ? period(language, from, to)
        : `${period(language, from, null)}${untilNotice[language]}`
  if (kind === 'B')
    return {
      nl: `${many ? 'rekenen' : 'rekent'} geen boete ${when}`,
      en: `${many ? 'charge' : 'charges'} no fines ${when}`,
      fr: `ne ${many ? 'comptent' : 'compte'} pas d’amende ${when}`,
    }[language]
  return {
    nl: `${many ? 'sluiten' : 'sluit'} ${when}`,
    en: `${many ? 'close' : 'closes'} ${when}`,
    fr: `${many ? 'ferment' : 'ferme'} ${when}`,
  }[language]
}

const untilNotice = {
  nl: ', tot nader order',
  en: ', until further notice',
  fr: ', jusqu’à nouvel ordre',
} as const
const guess = (language: Language, from: Day, to: Day) => {
  const [first, last] = [dayIn(language, from), dayIn(language, to)]
  return {
    nl: `van ${first} tot vermoedelijk ${last}`,
    en: `from ${first} until probably ${last}`,
    fr: `du ${first} au ${last} (fin probable)`,
  }[language]
}
