import { lazy, Suspense } from 'react'
import type { Day } from '#core/contract.ts'
import type { UnitRow } from '#console/unit.ts'
import type { UnitCalendar } from '../answers.ts'
import { DayActDialog } from './DayActDialog.tsx'
import type { DayAct } from './DayPanel.tsx'
import type { Picked } from './year-days.ts'

const CloseDialog = lazy(() => import('../close/CloseDialog.tsx'))

interface DayActsProps {
  readonly act: DayAct
  readonly unit: UnitRow
  readonly picked: Picked
  readonly today: Day
  readonly calendar: UnitCalendar
  readonly onDone: () => void
}

/** The dialog of the act that was chosen for the picked days. */
export const DayActs = ({ act, unit, picked, today, calendar, onDone }: DayActsProps) => {
  if (act !== 'close')
    return <DayActDialog act={act} unit={unit.id} picked={picked} seen={calendar.version} onDone={onDone} />
  return (
    <Suspense fallback={null}>
      <CloseDialog
        units={[unit.id]}
        names={[unit.name]}
        today={today}
        from={picked.from}
        to={picked.to}
        seen={calendar.version}
        onDone={onDone}
      />
    </Suspense>
  )
}
