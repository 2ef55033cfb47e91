import { useCallback } from 'react'
import { useMe } from '#console/session.ts'
import { useUnits, worksAt, type UnitRow } from '#console/unit.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'

/** Who works at a unit and may not set something there asks for it in the same form; it is then sent as a request. */
export const useMayAsk = (unit: UnitRow) => {
  const me = useMe()
  const units = useUnits()
  const works = units !== undefined && worksAt(me, units, unit.id)
  return useCallback(({ levels }: Definition) => works && levels.includes(unit.type), [works, unit.type])
}
