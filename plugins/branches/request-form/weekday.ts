import { isDeepStrictEqual } from 'node:util'
import { Type } from 'typebox'
import { holdsOn } from '#core/configuration.ts'
import type { Texts } from '#core/contract.ts'
import { asked, defineRequestForm, type AskedAt } from '#core/contract/request-form.ts'
import { setHours } from '../contract/change.ts'
import { hoursFact, Slot, Weekday, weekdays, type HoursPlan } from '../contract/hours.ts'

export const weekdayNames: Readonly<Record<Weekday, Texts>> = {
  mo: { nl: 'maandag', en: 'Monday', fr: 'lundi' }, tu: { nl: 'dinsdag', en: 'Tuesday', fr: 'mardi' },
  we: { nl: 'woensdag', en: 'Wednesday', fr: 'mercredi' }, th: { nl: 'donderdag', en: 'Thursday', fr: 'jeudi' },
  fr: { nl: 'vrijdag', en: 'Friday', fr: 'vendredi' }, sa: { nl: 'zaterdag', en: 'Saturday', fr: 'samedi' },
  su: { nl: 'zondag', en: 'Sunday', fr: 'dimanche' },
}

const opens = { question: 'opens', is: [true] } as const

/** Source: domain/1 §2.4 (a fixed opening day), §3.4, [KAL]. */
export const weekdayForm = defineRequestForm({
  name: 'branches.weekday',
  topic: 'opening',
  title: {
    nl: 'Een vaste openingsdag wijzigen', en: 'Change a fixed opening day', fr: 'Modifier un jour d’ouverture fixe',
  },
  help: {
    nl: 'Een dag van de week gaat voortaan open, blijft voortaan dicht of krijgt andere uren. De kalender en de inleverdatums '
      + 'rekenen er vanaf dan mee. Wat al uitgeleend is, houdt zijn inleverdatum.',
    en: 'A day of the week opens from now on, stays closed from now on or gets other hours. The calendar and the due dates '
      + 'count with it from then on. What is on loan already keeps its due date.',
    fr: 'Un jour de la semaine ouvre désormais, reste désormais fermé ou change d’heures. Le calendrier et les dates de retour '
      + 'en tiennent compte dès lors. Les prêts en cours gardent leur date de retour.',
  },
  synonyms: {
    nl: 'openingsuren, openingsdag, sluitingsdag, weekpatroon, weekrooster, maandag dicht, zaterdag open, uren',
    en: 'opening hours, opening day, closing day, weekly pattern, closed on Monday, open on Saturday, hours',
    fr: 'heures d’ouverture, jour d’ouverture, jour de fermeture, horaire hebdomadaire, fermé le lundi, ouvert le samedi',
  },
  levels: ['branch', 'bookmobile'],
  questions: {
    weekday: {
      title: { nl: 'Welke dag van de week', en: 'Which day of the week', fr: 'Quel jour de la semaine' },
      schema: Weekday, unit: 'choice', as: 'weekday', example: 'mo',
      choices: weekdayNames,
    },
    opens: {
      title: {
        nl: 'Is de vestiging dan open?', en: 'Is the branch open then?',
        fr: 'L’implantation est-elle ouverte ce jour-là ?',
      },
      schema: Type.Boolean(), unit: 'yes-no', example: true,
    },
    hours: {
      title: { nl: 'Openingsuren op die dag', en: 'Hours on that day', fr: 'Heures ce jour-là' },
      help: {
        nl: 'Alle uren van die dag, ook die niet veranderen.', en: 'All hours of that day, also those that do not change.',
        fr: 'Toutes les heures de ce jour, y compris celles qui ne changent pas.',
      },
      schema: Type.Array(Slot, { minItems: 1, maxItems: 6 }), unit: 'text', as: 'hours',
      example: [{ from: '10:00', to: '12:00' }, { from: '14:00', to: '18:00' }], onlyWhen: opens,
    },
  },
  items: ({ weekday, hours = [] }, at) => {
    const { key, to, plan } = planNow(at)
    if (isDeepStrictEqual(plan.week[weekday], hours)) return []
    const said = { ...plan.week, [weekday]: hours }
    const week = Object.fromEntries(weekdays.flatMap(day => said[day] ? [[day, said[day]]] : []))
    return [asked(setHours, { unit: at.unit, key, from: at.from, to, plan: { ...plan, week } })]
  },
})

const ORDINARY = 'staffed/regular'

/** The branch's own ordinary week on that day; without one it says that day only, and a higher unit the others. */
function planNow({ reading, unit, from }: AskedAt): { key: string; to: string | null; plan: HoursPlan } {
  const own = reading.of(hoursFact, unit).filter(({ body, ...said }) =>
    holdsOn(said, from) && body.kind === 'staffed' && body.layer === 'regular' && body.when === undefined)
  const row = own.find(({ key }) => key === ORDINARY) ?? own.toSorted((a, b) => (b.body.order ?? 0) - (a.body.order ?? 0))[0]
  return row ? { key: row.key, to: row.to, plan: row.body } : { key: ORDINARY, to: null, plan: { kind: 'staffed', layer: 'regular', week: {} } }
}
