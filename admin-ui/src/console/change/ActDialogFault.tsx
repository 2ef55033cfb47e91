import { createContext, useContext, type ReactNode } from 'react'
import { faultsAt, type Fault } from '../problem.ts'

/** What the server says is wrong with what a dialog is about to send. */
export const ActDialogFaults = createContext<readonly Fault[]>([])

/** The server's word on one field, by the end of its pointer: `/parent`, `/unit/code`. */
export const useFaultAt = () => {
  const faults = useContext(ActDialogFaults)
  return (...places: readonly string[]): string | undefined => {
    const told = new Set(places.flatMap(place => faultsAt(faults, place).map(({ message }) => message)))
    return told.size === 0 ? undefined : [...told].join(' ')
  }
}

interface FaultAtProps {
  readonly place: string
  readonly children: (fault: string | undefined) => ReactNode
}

/** A field of an act together with what the server says of it; the form itself stands outside the dialog. */
export const FaultAt = ({ place, children }: FaultAtProps) => children(useFaultAt()(place))
