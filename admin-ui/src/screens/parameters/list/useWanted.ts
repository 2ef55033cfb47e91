import { useMemo } from 'react'
import type { UnitId } from '#core/contract.ts'
import { useReading } from '#console/reading.ts'
import { isDay } from '#console/time/day.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import type { RecentParameters } from '#plugins/parameters/contract/answer/value.ts'
import { marked, marksIn, type Setting } from './settings.ts'
import { useFinder } from './useFinder.ts'

interface Asked {
  readonly definitions: Definitions
  readonly settings: readonly Setting[]
  /** The marks asked for, as the address says them: `own,planned`. */
  readonly show: string
  /** Changed here or above since that day; empty: whenever. */
  readonly since: string
  readonly q: string
  readonly unit: UnitId
}

/** The settings that answer the question, the best first; without one in the order of the chapters. */
export const useWanted = ({ definitions, settings, show, since, q, unit }: Asked): readonly Setting[] => {
  const find = useFinder(definitions, q.trim() !== '')
  const { data: recent } = useReading<RecentParameters>('/parameters/recent', { unit, since }, { enabled: isDay(since) })
  return useMemo(() => {
    const changed = isDay(since) && recent ? new Set(recent.data.map(({ name }) => name)) : null
    const some = marked(settings, marksIn(show)).filter(({ definition }) => changed === null || changed.has(definition.name))
    if (!find) return some
    const byName = new Map(some.map(setting => [setting.definition.name, setting]))
    return find(q, settings.map(({ held }) => held)).flatMap(name => byName.get(name) ?? [])
  }, [settings, show, since, recent, find, q])
}
