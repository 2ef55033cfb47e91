import { useSyncExternalStore } from 'react'
import type { ChangeSet } from './change.ts'

let asked: ChangeSet | null = null
const listeners = new Set<() => void>()

/** Asks in a dialog whether a set is to be put back; it outlives the message that offered it. */
export const askPutBack = (set: ChangeSet | null) => {
  asked = set
  for (const listener of listeners) listener()
}

/** Whoever goes on by keyboard goes on from what they stood on; where that is gone, from the name of the screen. */
export const keepFocus = () => {
  requestAnimationFrame(() => {
    const here = document.activeElement
    if (here === null || here === document.body) document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true })
  })
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePutBackAsked = () => useSyncExternalStore(listen, () => asked)
