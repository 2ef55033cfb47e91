import { useState } from 'react'
import { useAsked } from '#console/asked.ts'
import { useReading } from '#console/reading.ts'
import type { Reviewed } from '#plugins/permissions/contract/answer.ts'
import type { Person } from './StaffField.tsx'

/** The person an address names (`?staff=…`), with their name once it is known. */
export const usePerson = (place: string): readonly [Person | null, (person: Person | null) => void] => {
  const { asked, ask } = useAsked()
  const id = asked(place)
  const [chosen, setChosen] = useState<Person | null>(null)
  const { data } = useReading<Reviewed>('/rights/people', { staff: id }, { enabled: id !== '' && chosen?.id !== id })
  const known = id === '' ? null : chosen?.id === id ? chosen : (data?.data[0] ?? null)
  return [
    known,
    person => {
      setChosen(person)
      ask({ [place]: person?.id ?? null })
    },
  ]
}
