import { useSyncExternalStore } from 'react'
import { asProblem } from '../problem.ts'

/** Who waits for the person to prove again who they are. */
type Answer = (proved: boolean) => void

/** What the proof is for: what weighs much, or setting up the second step that is owed, for which a password will do. */
export type Purpose = 'weighty' | 'second-step'

let waiters: readonly { readonly answer: Answer; readonly purpose: Purpose }[] = []
const listeners = new Set<() => void>()

const note = (next: typeof waiters) => {
  waiters = next
  for (const listener of listeners) listener()
}

/** Asks in a dialog; answers whether the person proved who they are. Several who ask at once wait for one answer. */
export const confirmYourself = (purpose: Purpose = 'weighty') =>
  new Promise<boolean>(answer => note([...waiters, { answer, purpose }]))

/** Lets everybody who waits go on, or not. */
export const answerConfirmation: Answer = proved => {
  const waited = waiters
  note([])
  for (const { answer } of waited) answer(proved)
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is asked for, if anything; the weightiest where several ask. */
export const useConfirmationAsked = (): Purpose | null =>
  useSyncExternalStore(listen, () => {
    if (waiters.length === 0) return null
    return waiters.every(({ purpose }) => purpose === 'second-step') ? 'second-step' : 'weighty'
  })

/** What is said where more must be shown than was: too long ago, or by a badge alone. */
const asksForProof = ['core.confirm-yourself', 'core.not-by-badge']

/** Does something that weighs much; where the server first wants to know who sits here, that is asked and it is done again. */
export const whenConfirmed = async <T>(act: () => Promise<T>, purpose?: Purpose): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    if (!asksForProof.includes(asProblem(error).code) || !(await confirmYourself(purpose))) throw error
    return act()
  }
}
