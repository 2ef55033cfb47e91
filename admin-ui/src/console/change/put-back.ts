import { useSyncExternalStore } from 'react'
import type { ChangeSet } from './change.ts'

let asked: ChangeSet | null = null
const listeners = new Set<() => void>()

/** Asks in a dialog whether a set is to be put back; it outlives the message that offered it. */
export const askPutBack = (set: ChangeSet | null) => {
  asked = set
  for (const listener of listeners) listener()
}

const SETTLING_MS = 3000

/**
 * Whoever goes on by keyboard goes on from what they stood on; where that is gone, from the name of the screen.
 * A list read again may take away what they stand on some moments later: it is watched until the screen has settled.
 */
export const keepFocus = (until = performance.now() + SETTLING_MS) => {
  requestAnimationFrame(() => {
    const here = document.activeElement
    if (here === null || here === document.body) document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true })
    if (performance.now() < until) keepFocus(until)
  })
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePutBackAsked = () => useSyncExternalStore(listen, () => asked)
