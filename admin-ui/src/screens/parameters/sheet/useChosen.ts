import { useAsked } from '#console/asked.ts'
import type { UnitId } from '#core/contract.ts'
import type { UnitRow } from '#console/unit.ts'

/** What is to stand in a sheet that goes out. */
interface Chosen {
  readonly units: readonly UnitId[]
  readonly names: readonly string[]
  readonly below: boolean
  readonly inherited: boolean
}

/** In the address where somebody took every unit away; with no word at all it is the unit the screen speaks of. */
const nobody = 'none'

const listed = (text: string) => text.split(',').filter(one => one !== '')

/** What is to stand in the sheet, as the address has it: it is there again after a reload, and can be shared. */
export const useChosen = (unit: UnitRow) => {
  const { asked, ask } = useAsked()
  const units = asked('units') === '' ? [unit.id] : listed(asked('units')).filter(id => id !== nobody)
  const chosen: Chosen = {
    units, names: listed(asked('names')), below: asked('below') === 'true', inherited: asked('inherited') === 'true',
  }
  const choose = ({ units: some, names, below, inherited }: Partial<Chosen>) => ask({
    ...(some && { units: some.length === 0 ? nobody : some.length === 1 && some[0] === unit.id ? null : some.join(',') }),
    ...(names && { names: names.join(',') }),
    ...(below === undefined ? {} : { below: below ? 'true' : null }),
    ...(inherited === undefined ? {} : { inherited: inherited ? 'true' : null }),
  }, { replace: true })
  return { ...chosen, choose }
}
