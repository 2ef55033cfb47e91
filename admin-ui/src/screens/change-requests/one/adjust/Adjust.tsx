import { Answered } from '#console/Answered.tsx'
import { useReading } from '#console/reading.ts'
import type { Forms, OneRequest } from '../../answers.ts'
import type { Act } from '../useAct.ts'
import { AdjustForm } from './AdjustForm.tsx'
import { AdjustItems } from './AdjustItems.tsx'

export interface AdjustProps {
  readonly request: OneRequest
  readonly act: Act
  readonly onClose: () => void
}

/** What is asked, to be mended before it is approved: its form filled in, or the values that a screen left behind. */
export const Adjust = (props: AdjustProps) => {
  const { request } = props
  const reading = useReading<Forms>('/requests/forms', { unit: request.unit.id }, { staleTime: 60_000 })
  return (
    <Answered reading={reading}>
      {({ data }) => {
        const form = data.find(({ name }) => name === request.form)
        return form ? <AdjustForm {...props} form={form} /> : <AdjustItems {...props} />
      }}
    </Answered>
  )
}
