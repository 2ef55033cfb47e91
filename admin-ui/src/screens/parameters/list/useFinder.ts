import { useEffect, useMemo } from 'react'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import { finderOf, type Find, type Finder } from './find.ts'

const made = new WeakMap<Definitions, Finder>()

const finderFor = (definitions: Definitions): Finder => {
  const known = made.get(definitions)
  if (known) return known
  const finder = finderOf(definitions)
  made.set(definitions, finder)
  return finder
}

/** Works on in the browser's idle moments, a little in each, until all is done. */
const whenIdle = (work: (enough: () => boolean) => boolean) => {
  // Not every browser says when it has nothing to do.
  if (typeof requestIdleCallback !== 'function') {
    const waiting = setTimeout(() => void work(() => false), 200)
    return () => clearTimeout(waiting)
  }
  const goOn = (idle: IdleDeadline) => {
    if (!work(() => idle.timeRemaining() < 1)) waiting = requestIdleCallback(goOn)
  }
  let waiting = requestIdleCallback(goOn)
  return () => cancelIdleCallback(waiting)
}

/** Finds settings. It is made in idle moments, once; what is left of that comes at once when somebody asks. */
export const useFinder = (definitions: Definitions, wanted: boolean): Find | undefined => {
  useEffect(() => whenIdle(finderFor(definitions).prepare), [definitions])
  return useMemo(() => (wanted ? finderFor(definitions).find : undefined), [wanted, definitions])
}
