import { useTranslate } from 'ra-core'
import type { Day } from '#core/contract.ts'
import { DayField } from '#console/time/DayField.tsx'

interface FromFieldProps {
  /** What the day is called. */
  readonly label?: string
  readonly value: string
  readonly today: Day
  readonly onChange: (from: string) => void
}

/** The day from which an act on a unit counts. */
export const FromField = ({ label = 'units.form.from', value, today, onChange }: FromFieldProps) => {
  const translate = useTranslate()
  return <DayField place="/from" label={translate(label)} value={value} onChange={onChange} near={today} required />
}
