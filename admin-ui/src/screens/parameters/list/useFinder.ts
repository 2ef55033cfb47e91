import { useEffect, useMemo } from 'react'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import { finderOf, type Find } from './find.ts'

const made = new WeakMap<Definitions, Find>()

const finderFor = (definitions: Definitions): Find => {
  const known = made.get(definitions)
  if (known) return known
  const finder = finderOf(definitions)
  made.set(definitions, finder)
  return finder
}

/** Not every browser says when it has nothing to do. */
const whenIdle = (work: () => void) => {
  if (typeof requestIdleCallback === 'function') {
    const waiting = requestIdleCallback(work, { timeout: 2000 })
    return () => cancelIdleCallback(waiting)
  }
  const waiting = setTimeout(work, 200)
  return () => clearTimeout(waiting)
}

/** Finds settings. It is made in an idle moment, once; for whoever asks before that, at once. */
export const useFinder = (definitions: Definitions, wanted: boolean): Find | undefined => {
  useEffect(() => whenIdle(() => void finderFor(definitions)), [definitions])
  return useMemo(() => (wanted ? finderFor(definitions) : undefined), [wanted, definitions])
}
