import { useSyncExternalStore } from 'react'
import { asProblem } from '../problem.ts'

/** Who waits for the person to prove again who they are. */
type Waiter = (proved: boolean) => void

let waiters: readonly Waiter[] = []
const listeners = new Set<() => void>()

const note = (next: readonly Waiter[]) => {
  waiters = next
  for (const listener of listeners) listener()
}

/** Asks in a dialog; answers whether the person proved who they are. Several who ask at once wait for one answer. */
export const confirmYourself = () => new Promise<boolean>(resolve => note([...waiters, resolve]))

/** Lets everybody who waits go on, or not. */
export const answerConfirmation: Waiter = proved => {
  const waited = waiters
  note([])
  for (const waiter of waited) waiter(proved)
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useConfirmationAsked = () => useSyncExternalStore(listen, () => waiters.length > 0)

/** Does something that weighs much; where the server first wants to know who sits here, that is asked and it is done again. */
export const whenConfirmed = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    if (asProblem(error).code !== 'core.confirm-yourself' || !(await confirmYourself())) throw error
    return act()
  }
}
