import { plain } from '#console/plain.ts'
import { isDay, plusDays, weekdayOf } from '#console/time/day.ts'
import { readTime } from '#console/time/hour.ts'
import type { Day } from '#core/contract.ts'
import {
  weekdays,
  type HoursPlan,
  type PlanLayer,
  type Rhythm,
  type Slot,
  type Weekday,
} from '#plugins/branches/contract/hours.ts'
import type { Plan } from '../answers.ts'

/** A slot as it is typed; a time that is none stays as typed and is named. */
export interface TypedSlot {
  readonly from: string
  readonly to: string
  readonly text: string
}

/** `silent`: another plan or a higher unit answers. */
export type Says = 'hours' | 'closed' | 'silent'

export interface TypedDay {
  readonly says: Says
  readonly slots: readonly TypedSlot[]
}

/** A plan of hours while somebody is at it. */
export interface PlanForm {
  /** The key it stands under; null until it is stored for the first time. */
  readonly key: string | null
  readonly kind: string
  readonly layer: PlanLayer
  readonly name: string
  readonly order: number | null
  readonly from: string
  readonly to: string
  readonly week: Readonly<Record<Weekday, TypedDay>>
  readonly season: { readonly from: string; readonly to: string } | null
  readonly everyWeeks: { readonly weeks: string; readonly from: string } | null
  readonly nth: readonly number[]
  readonly in: string
  readonly notIn: string
}

export const emptySlot: TypedSlot = { from: '', to: '', text: '' }

export const nextMonday = (today: Day) => plusDays(today, 7 - weekdayOf(today))

export const firstOfNextMonth = (today: Day): Day =>
  Temporal.PlainDate.from(today).add({ months: 1 }).with({ day: 1 }).toString()

const typedDay = (slots: readonly Slot[] | undefined): TypedDay => ({
  says: slots === undefined ? 'silent' : slots.length === 0 ? 'closed' : 'hours',
  slots: (slots ?? []).map(({ from, to, text = '' }) => ({ from, to, text })),
})

const weekOf = (week: HoursPlan['week']) =>
  Object.fromEntries(weekdays.map(day => [day, typedDay(week[day])])) as Record<Weekday, TypedDay>

const dayMonth = (monthDay: string) => `${monthDay.slice(3)}/${monthDay.slice(0, 2)}`

/** `31/8` as `08-31`; null for what is no day of the year. */
export const readDayMonth = (text: string): string | null => {
  const parts = /^\s*(\d{1,2})[/.\- ](\d{1,2})\s*$/.exec(text)
  if (!parts) return null
  const monthDay = `${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}`
  return isDay(`2024-${monthDay}`) ? monthDay : null
}

/** A plan as a form; what is inherited becomes a plan of one's own. */
export const formOf = ({ plan, segment, own }: Plan, today: Day): PlanForm => ({
  key: own ? segment.key : null,
  kind: plan.kind,
  layer: plan.layer,
  name: plan.name ?? '',
  order: plan.order ?? null,
  from:
    plan.layer === 'special' ? (segment.from ?? today) : plan.layer === 'regular' ? nextMonday(today) : today,
  to: segment.to ?? '',
  week: weekOf(plan.week),
  season: plan.when?.season
    ? { from: dayMonth(plan.when.season.from), to: dayMonth(plan.when.season.to) }
    : null,
  everyWeeks: plan.when?.everyWeeks
    ? { weeks: String(plan.when.everyWeeks.weeks), from: plan.when.everyWeeks.from }
    : null,
  nth: plan.when?.nth ?? [],
  in: plan.when?.in ?? '',
  notIn: plan.when?.notIn ?? '',
})

export const newForm = (kind: string, layer: PlanLayer, today: Day): PlanForm => ({
  key: null,
  kind,
  layer,
  name: '',
  order: null,
  from: layer === 'regular' ? nextMonday(today) : '',
  to: '',
  week: weekOf(layer === 'regular' ? Object.fromEntries(weekdays.map(day => [day, []])) : {}),
  season: null,
  everyWeeks: null,
  nth: [],
  in: '',
  notIn: '',
})

const rhythmOf = ({ season, everyWeeks, nth, in: during, notIn }: PlanForm): Rhythm => ({
  ...(season ? { season: { from: readDayMonth(season.from) ?? '', to: readDayMonth(season.to) ?? '' } } : {}),
  ...(everyWeeks ? { everyWeeks: { weeks: Number(everyWeeks.weeks), from: everyWeeks.from } } : {}),
  ...(nth.length > 0 ? { nth: [...nth] } : {}),
  ...(during === '' ? {} : { in: during }),
  ...(notIn === '' ? {} : { notIn }),
})

/** What is stored for a form without faults. */
export const planOf = (form: PlanForm): HoursPlan => {
  const when = rhythmOf(form)
  const said = weekdays.filter(day => form.week[day].says !== 'silent')
  const slotsOf = (day: Weekday) => (form.week[day].says === 'closed' ? [] : form.week[day].slots.map(slotOf))
  return {
    kind: form.kind,
    layer: form.layer,
    ...(form.name.trim() === '' ? {} : { name: form.name.trim() }),
    ...(form.order === null ? {} : { order: form.order }),
    ...(Object.keys(when).length === 0 ? {} : { when }),
    week: Object.fromEntries(said.map(day => [day, slotsOf(day)])),
  }
}

const slotOf = ({ from, to, text }: TypedSlot): Slot => ({
  from: readTime(from) ?? from,
  to: readTime(to) ?? to,
  ...(text.trim() === '' ? {} : { text: text.trim() }),
})

const slug = (name: string) =>
  plain(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50)

/** Its own key, or a new one that no other plan of the unit stands under. */
export const keyOf = (
  { key, kind, layer, name, from, nth, everyWeeks }: PlanForm,
  taken: readonly string[],
) => {
  if (key !== null) return key
  const plainWeek = layer === 'regular' && nth.length === 0 && everyWeeks === null && name.trim() === ''
  const stem = plainWeek ? `${kind}/${layer}` : `${kind}/${layer}/${slug(name) || from}`
  if (plainWeek) return stem
  for (let count = 1; ; count++) {
    const made = count === 1 ? stem : `${stem}-${count}`
    if (!taken.includes(made)) return made
  }
}
