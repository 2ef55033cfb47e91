import type { Static } from 'typebox'
import type { Now as NowAnswer, Plan, UnitCalendar } from '#plugins/branches/contract/answers.ts'

export type {
  ExplainedDay,
  NowRow,
  Plan,
  UnitCalendar,
  UnitHours,
} from '#plugins/branches/contract/answers.ts'

export type Now = Static<typeof NowAnswer>

/** A stretch of days during which a unit says something, and who said so when. */
export type SaidPeriod = Plan['segment']
export type RuleRow = UnitCalendar['rules'][number]
export type ExceptionRow = UnitCalendar['exceptions'][number]
export type CutRow = UnitCalendar['cuts'][number]
