import { useMe } from '#console/session.ts'
import type { UnitId } from '#core/contract.ts'
import type { Codes } from './first.ts'

const keptMost = 20

/** What somebody last tried out at each place, on this computer. */
export const useLastTried = (unit: UnitId | undefined) => {
  const { staff } = useMe()
  const key = `filiaal.tried.${staff.id}`
  const read = (): Readonly<Record<UnitId, Codes>> => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<UnitId, Codes>
    } catch {
      return {}
    }
  }
  const keep = (codes: Codes) => {
    if (unit === undefined) return
    const others = Object.entries(read()).filter(([id]) => id !== unit).slice(1 - keptMost)
    localStorage.setItem(key, JSON.stringify(Object.fromEntries([...others, [unit, codes]])))
  }
  return { last: unit === undefined ? undefined : read()[unit], keep }
}
