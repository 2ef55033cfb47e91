import type { ChangeRule } from '#core/change.ts'
import { closing } from './close.ts'
import { extending } from './extend-closing.ts'
import { lifting, opening } from './open-anyway.ts'
import { announcing, settingDaySet, settingHoursKind } from './region.ts'
import { settingHours } from './set-hours.ts'
import { settingRule } from './set-rule.ts'
import { confirmingYear, remindingOfYear } from './year.ts'

/** Everything that may be asked of hours and calendars. */
export const branchesChanges: readonly ChangeRule[] = [
  settingHours,
  closing,
  extending,
  opening,
  lifting,
  settingRule,
  confirmingYear,
  remindingOfYear,
  settingDaySet,
  settingHoursKind,
  announcing,
]
