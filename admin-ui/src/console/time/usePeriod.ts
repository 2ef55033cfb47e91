import { useLocale, useTranslate } from 'ra-core'
import type { Day } from '#core/contract.ts'
import { formatDay } from './day.ts'

export interface Period {
  readonly from: Day | null
  readonly to: Day | null
}

/** Says how long something holds: "sinds 1 jan. 2027", "van … tot en met …", "altijd". */
export const usePeriod = () => {
  const translate = useTranslate()
  const language = useLocale()
  return ({ from, to }: Period, today: Day) => {
    const days = {
      from: from === null ? '' : formatDay(language, from),
      to: to === null ? '' : formatDay(language, to),
    }
    if (from === null) return translate(to === null ? 'console.period.always' : 'console.period.until', days)
    if (to === null) return translate(from <= today ? 'console.period.since' : 'console.period.from', days)
    return translate(from === to ? 'console.period.on' : 'console.period.between', days)
  }
}
