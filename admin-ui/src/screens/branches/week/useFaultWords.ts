import { useLocale, useTranslate } from 'ra-core'
import { formatWeekday } from '#console/time/day.ts'
import { formatSpan, readTime } from '#console/time/hour.ts'
import { weekdays } from '#plugins/branches/contract/hours.ts'
import type { PlanFault } from './plan-fault.ts'

/** Says what is wrong in a plan: "Maandag: 10.00–12.00 u. en 11.00–13.00 u. overlappen." */
export const useFaultWords = () => {
  const translate = useTranslate()
  const language = useLocale()
  return ({ key, day, typed = '', slots = [] }: PlanFault) => {
    const [one = '', other = ''] = slots.map(({ from, to }) =>
      formatSpan(language, readTime(from) ?? from, readTime(to) ?? to),
    )
    const name = day === undefined ? '' : formatWeekday(language, weekdays.indexOf(day))
    return translate(`branches.week.form.fault.${key}`, {
      day: name.charAt(0).toUpperCase() + name.slice(1),
      typed,
      one,
      other,
      span: one,
    })
  }
}
