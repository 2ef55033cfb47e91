import { isDay } from '#console/time/day.ts'
import { readTime } from '#console/time/hour.ts'
import { plain } from '#console/plain.ts'
import type { CalendarRule, DayKind, YearlyDay } from '#plugins/branches/contract/calendar.ts'
import type { Weekday } from '#plugins/branches/contract/hours.ts'
import type { RuleRow } from '../answers.ts'
import { readDayMonth } from '../week/plan-form.ts'

/** In which way a day comes back every year. */
export const hows = ['date', 'easter', 'nth', 'workingDay', 'weekday'] as const
export type How = (typeof hows)[number]

/** A rule while somebody is at it. */
export interface RuleForm {
  readonly key: string | null
  readonly text: string
  readonly says: DayKind | 'cut'
  readonly cutFrom: string
  readonly cutTo: string
  readonly how: How
  readonly date: string
  readonly to: string
  readonly count: string
  readonly weekday: Weekday
  readonly month: string
  readonly plus: string
  readonly since: string
  readonly until: string
}

export const newRule: RuleForm = {
  key: null,
  text: '',
  says: 'G',
  cutFrom: '',
  cutTo: '',
  how: 'date',
  date: '',
  to: '',
  count: '1',
  weekday: 'mo',
  month: '1',
  plus: '0',
  since: '',
  until: '',
}

const typed = (monthDay: string) => `${monthDay.slice(3)}/${monthDay.slice(0, 2)}`

const howOf = (on: YearlyDay): Partial<RuleForm> => {
  if ('date' in on) return { how: 'date', date: typed(on.date) }
  if ('easter' in on) return { how: 'easter', count: String(on.easter) }
  if ('nth' in on)
    return {
      how: 'nth',
      count: String(on.nth),
      weekday: on.weekday,
      month: String(on.month),
      plus: String(on.plus ?? 0),
    }
  if ('workingDay' in on) return { how: 'workingDay', count: String(on.workingDay), date: typed(on.after) }
  return { how: 'weekday', weekday: on.weekday, date: typed(on.from), to: typed(on.to) }
}

export const ruleFormOf = ({ key, body, from, to }: RuleRow): RuleForm => ({
  ...newRule,
  key,
  text: body.text,
  since: from ?? '',
  until: to ?? '',
  ...howOf(body.on),
  ...('kind' in body ? { says: body.kind } : { says: 'cut', cutFrom: body.cut.from, cutTo: body.cut.to }),
})

const onOf = (form: RuleForm): YearlyDay | null => {
  const { how, weekday } = form
  const [date, to] = [readDayMonth(form.date), readDayMonth(form.to)]
  const [count, month, plus] = [Number(form.count), Number(form.month), Number(form.plus)]
  if (!Number.isInteger(count) || !Number.isInteger(plus)) return null
  if (how === 'date') return date === null ? null : { date }
  if (how === 'easter') return { easter: count }
  if (how === 'nth') return { nth: count, weekday, month, ...(plus === 0 ? {} : { plus }) }
  if (how === 'workingDay') return date === null ? null : { workingDay: count, after: date }
  return date === null || to === null ? null : { weekday, from: date, to }
}

/** The rule it stands for, or null while it is not complete. */
export const ruleOf = (form: RuleForm): CalendarRule | null => {
  const on = onOf(form)
  const text = form.text.trim()
  if (on === null || text === '') return null
  if (form.says !== 'cut') return { on, kind: form.says, text }
  const [from, to] = [readTime(form.cutFrom), readTime(form.cutTo)]
  return from !== null && to !== null && to > from ? { on, cut: { from, to }, text } : null
}

/** A slug from its name that no other rule of the unit has. */
export const ruleKey = ({ key, text }: RuleForm, taken: readonly string[]) => {
  if (key !== null) return key
  const stem =
    plain(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 50) || 'rule'
  for (let count = 1; ; count++) {
    const made = count === 1 ? stem : `${stem}-${count}`
    if (!taken.includes(made)) return made
  }
}

export const periodOf = ({ since, until }: RuleForm) => ({
  from: isDay(since) ? since : null,
  to: isDay(until) ? until : null,
})
