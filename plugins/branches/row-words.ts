import { asOneOf, asText, fieldsOf, type RowWords, type Teller } from '#core/row-words.ts'
import { cutFact, exceptionFact, ruleFact, yearFact, type DayKind, type YearlyDay } from './contract/calendar.ts'
import { daySetFact, hoursFact, hoursKindFact, weekdays, type HoursPlan } from './contract/hours.ts'
import { closureFact } from './contract/closure.ts'
import { remindedFact, urgentFact } from './contract/urgent-message.ts'
import { clock, colon, slotsIn } from './wording.ts'
import { kindIn, weekdayIn, yearlyDayIn } from './yearly-day-words.ts'

const text = [{ nl: 'tekst', en: 'text', fr: 'texte' }] as const
const kind = [{ nl: 'soort dag', en: 'kind of day', fr: 'type de jour' },
  (value: unknown, { language }: Teller) => kindIn(language, value as DayKind)] as const
const on = [{ nl: 'wanneer', en: 'when', fr: 'quand' },
  (value: unknown, { language }: Teller) => yearlyDayIn(language, value as YearlyDay)] as const
const cut = [{ nl: 'uren dicht', en: 'hours shut', fr: 'heures de fermeture' }, (value: unknown) => {
  const { from, to } = value as { from: string; to: string }
  return `${clock(from)}–${clock(to)}`
}] as const
const year = [{ nl: 'jaar', en: 'year', fr: 'année' }] as const

/** Hours, calendars and closings, as the audit tells them. */
export const rowWords: readonly RowWords[] = [
  {
    of: hoursFact.name,
    noun: { nl: 'de openingsuren', en: 'the opening hours', fr: 'les heures d’ouverture' },
    says: fieldsOf({
      name: [{ nl: 'naam', en: 'name', fr: 'nom' }],
      layer: [{ nl: 'soort week', en: 'kind of week', fr: 'type de semaine' }, asOneOf({
        regular: { nl: 'gewone week', en: 'regular week', fr: 'semaine normale' },
        season: { nl: 'seizoen', en: 'season', fr: 'saison' },
        special: { nl: 'bijzonder', en: 'special', fr: 'exceptionnel' },
      })],
      week: [{ nl: 'uren', en: 'hours', fr: 'heures' }, (value, { language }) => {
        const week = value as HoursPlan['week']
        return weekdays.flatMap(day => {
          const slots = week[day]
          return slots === undefined ? [] : [`${weekdayIn(language, day)}${colon(language)} ${slotsIn(slots) || '–'}`]
        }).join('; ')
      }],
    }),
  },
  {
    of: hoursKindFact.name,
    noun: { nl: 'een soort uren', en: 'a kind of hours', fr: 'un type d’heures' },
    says: fieldsOf({
      name: [{ nl: 'naam', en: 'name', fr: 'nom' }, asText],
      countsAsOpen: [{ nl: 'telt als open', en: 'counts as open', fr: 'compte comme ouvert' }],
    }),
  },
  {
    of: daySetFact.name,
    noun: { nl: 'een lijst van dagen', en: 'a list of days', fr: 'une liste de jours' },
    says: fieldsOf({ name: [{ nl: 'naam', en: 'name', fr: 'nom' }, asText] }),
  },
  {
    of: ruleFact.name,
    noun: { nl: 'een jaarlijkse dag', en: 'a yearly day', fr: 'un jour annuel' },
    says: fieldsOf({ on, text, kind, cut }),
  },
  {
    of: exceptionFact.name,
    noun: { nl: 'een uitzonderlijke dag', en: 'an exceptional day', fr: 'un jour exceptionnel' },
    says: fieldsOf({ kind, text }),
  },
  {
    of: cutFact.name,
    noun: { nl: 'een halve dag', en: 'a half day', fr: 'une demi-journée' },
    says: fieldsOf({ cut, text }),
  },
  {
    of: yearFact.name,
    noun: { nl: 'de bevestiging van een jaar', en: 'the confirmation of a year', fr: 'la confirmation d’une année' },
    says: fieldsOf({ year }),
  },
  {
    of: urgentFact.name,
    noun: { nl: 'de dringende mededeling', en: 'the urgent message', fr: 'le message urgent' },
    says: fieldsOf({ text }),
  },
  {
    of: closureFact.name,
    noun: { nl: 'een langere sluiting', en: 'a longer closing', fr: 'une fermeture prolongée' },
    says: fieldsOf({ text }),
  },
  {
    of: remindedFact.name,
    noun: { nl: 'de herinnering aan een jaar', en: 'the reminder of a year', fr: 'le rappel d’une année' },
    says: fieldsOf({ year }),
  },
]
